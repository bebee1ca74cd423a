"""A data folder with one report, as an older program read it: without its result."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from connectors.readers import read
from extraction.reading import extract
from flows.settings import Settings
from warehouse import archive
from warehouse.bulk import load_many
from warehouse.load import register_source
from warehouse.records import Revision
from warehouse.rows import Incoming
from warehouse.store import open_writer

NOW = datetime(2021, 10, 20, tzinfo=UTC)
REPORT = """岚桥市科学技术局2031年前三季度目标任务进展情况
一、创新平台（第7条）。新建市级创新平台24家。
前三季度，新建市级创新平台16家。
"""
URL = "https://kjj.example/q3.txt"


def filled(settings: Settings) -> None:
    """Archive and load it."""
    settings.data.mkdir(parents=True)
    content = REPORT.encode()
    extraction = extract(read(content, "text/plain", URL))
    task = replace(extraction.tasks[0], indicators=(replace(extraction.tasks[0].indicators[0], actual=None),))
    revision = Revision("lanqiao-kjj", URL, archive.store(settings.archive, content), NOW, "text/plain", "进展情况")
    with open_writer(settings.warehouse) as con:
        register_source(con, "lanqiao-kjj", "岚桥市科学技术局", "岚桥市", "https://kjj.example/", "trs")
        load_many(con, [Incoming(revision, replace(extraction, tasks=(task,)), "0")], run_id="r", known_at=NOW)


def readings(settings: Settings) -> tuple[int, list[tuple[str, str | None]]]:
    """How many readings there are, and how the newest one's indicators stand."""
    with open_writer(settings.warehouse) as con:
        statuses = con.execute("select status, actual_text from mart.progress").fetchall()
        return con.execute("select count(*) from core.report").fetchall()[0][0], statuses
