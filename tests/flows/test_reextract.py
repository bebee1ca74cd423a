"""The archive read again: what it changes is shown first, and what is accepted stands beside what was known."""

from __future__ import annotations

import pytest

from flows import reextract
from flows.artifacts import progress
from flows.problems import MisuseError
from flows.reextract import Wanted
from flows.settings import Settings
from tests.flows.older import URL, filled, readings

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """The folder, and no copy that is published."""
    monkeypatch.setattr(reextract, "publish_copy", lambda settings: None)
    settings = Settings(data=tmp_path / "data", sources=tmp_path)
    filled(settings)
    return settings


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

    monkeypatch.setattr(reextract, "read_batch", no_reading)
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


@pytest.mark.parametrize(
    ("done", "total", "took_s", "said"),
    [
        (1, 4, 10.0, "1 of 4, about 30 s left"),
        (2, 80, 12.0, "2 of 80, about 8 min left"),
        (1, 81, 180.0, "1 of 81, about 4.0 h left"),
        (80, 80, 900.0, "80 of 80"),
    ],
)
def test_the_time_left(done, total, took_s, said):
    assert progress(done, total, took_s) == said
