"""The archive read again: what it changes is shown first, and what is accepted stands beside what was known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from connectors.readers import read
from extraction.reading import extract
from flows import reextract
from flows.problems import MisuseError
from flows.reextract import Wanted
from flows.settings import Settings
from warehouse import archive
from warehouse.bulk import load_many
from warehouse.load import register_source
from warehouse.records import Revision
from warehouse.rows import Incoming
from warehouse.store import open_writer

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each

NOW = datetime(2021, 10, 20, tzinfo=UTC)
REPORT = """岚桥市科学技术局2031年前三季度目标任务进展情况
一、创新平台（第7条）。新建市级创新平台24家。
前三季度，新建市级创新平台16家。
"""
URL = "https://kjj.example/q3.txt"


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """A data folder with one report, which an older program read without its result."""
    monkeypatch.setattr(reextract, "publish_copy", lambda settings: None)
    settings = Settings(data=tmp_path / "data", sources=tmp_path)
    settings.data.mkdir()
    content = REPORT.encode()
    extraction = extract(read(content, "text/plain", URL))
    task = replace(extraction.tasks[0], indicators=(replace(extraction.tasks[0].indicators[0], actual=None),))
    revision = Revision("lanqiao-kjj", URL, archive.store(settings.archive, content), NOW, "text/plain", "进展情况")
    with open_writer(settings.warehouse) as con:
        register_source(con, "lanqiao-kjj", "岚桥市科学技术局", "岚桥市", "https://kjj.example/", "trs")
        load_many(con, [Incoming(revision, replace(extraction, tasks=(task,)), "0")], run_id="r", known_at=NOW)
    return settings


def readings(settings):
    with open_writer(settings.warehouse) as con:
        statuses = con.execute("select status, actual_text from mart.progress").fetchall()
        return con.execute("select count(*) from core.report").fetchone()[0], statuses


def test_it_shows_first_and_adds_only_what_is_accepted(settings, monkeypatch):
    done = reextract.reextract(settings, Wanted(), diff=True, accept=False)
    assert (done.read, done.changed, done.problems) == (1, 1, ())
    lines = [line.strip() for line in done.differences[0].lines()]
    assert lines[:3] == [
        "changed 岚桥市科学技术局  2031 Q3  新建市级创新平台",
        "actual   none -> 16家",
        "status   not_reported -> lagging",
    ]
    assert lines[-2:] == ["前三季度，新建市级创新平台16家。", URL]
    assert readings(settings) == (1, [("not_reported", None)])

    def no_reading(*_):
        raise AssertionError("it was read already")

    monkeypatch.setattr(reextract, "reread", no_reading)
    accepted = reextract.reextract(settings, Wanted(("lanqiao-kjj",), 2031, "岚桥"), diff=False, accept=True)
    assert (accepted.read, accepted.changed, accepted.differences) == (1, 1, ())
    assert readings(settings) == (2, [("lagging", "16家")])
    monkeypatch.undo()
    monkeypatch.setattr(reextract, "publish_copy", lambda settings: None)
    assert reextract.reextract(settings, Wanted(), diff=True, accept=True).changed == 0
    assert not list(settings.data.glob(".tmp-*"))


def test_nothing_of_another_year_is_read(settings):
    with pytest.raises(MisuseError, match="year or region"):
        reextract.reextract(settings, Wanted(year=2030), diff=True, accept=False)
