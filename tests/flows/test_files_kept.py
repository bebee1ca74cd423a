"""Pages with attachments through the whole job: archived before they are read, awaited, changed, and read again."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb
import pytest
from pytest_httpserver import HTTPServer

from connectors.errors import UnreadableDocument
from connectors.http import Client
from connectors.source import Source
from flows import keeping, reextract, telling, visiting
from flows.keeping import Outcome
from flows.pipeline import _known
from flows.problems import MisuseError, Problem
from flows.reextract import Wanted
from flows.settings import Settings
from tests.connectors.readers.making import HEADER, ROWS, TITLE, xlsx_of
from tests.connectors.readers.test_attaching import COVER, LINK
from warehouse import archive, load


def reread(settings: Settings, *sources: str) -> tuple[int, int, tuple[Problem, ...]]:
    done = reextract.reextract(settings, Wanted(sources), diff=False, accept=True)
    return done.read, done.changed, done.problems


Visit = Callable[[], Outcome]
Ask = Callable[[str], list[tuple[Any, ...]]]
ROW = f"<a href='./202610/t20261019_1.shtml'>{TITLE}</a><span>2026-10-19</span>"
LIST = f"<html><body><ul><li>{ROW}</li></ul></body></html>"
SOURCE = Source.model_validate(
    {
        "id": "yunhe-kjj",
        "bureau": "云河市科学技术局",
        "region": "云河市",
        "family": "trs",
        "url": "http://kjj.yunhe.example/zwdc/",
        "delay_s": 0.0,
    }
)
PLACE = "附件“重点任务完成情况表.xlsx” 工作表“Sheet1”D4"


def sheet(done: str) -> bytes:
    return xlsx_of([[TITLE], HEADER, ROWS[0], [2, "绿道建设", "120公里", done, "55%"]])


class Bureau:
    """A list, a cover page and an attachment, each as it is set."""

    def __init__(self, server: HTTPServer) -> None:
        self.server = server

    def publish(self, page: str, file: bytes | int) -> None:
        self.server.clear()
        self.server.clear_log()
        self.server.expect_request("/robots.txt").respond_with_data("", status=404)
        self.server.expect_request("/zwdc/").respond_with_data(LIST, content_type="text/html; charset=utf-8")
        cover = self.server.expect_request("/zwdc/202610/t20261019_1.shtml")
        cover.respond_with_data(page, content_type="text/html; charset=utf-8")
        attached = self.server.expect_request("/zwdc/202610/P020261019.xlsx")
        attached.respond_with_data("", status=file) if isinstance(file, int) else attached.respond_with_data(file)

    def requests(self) -> list[str]:
        """What was asked of it since the last publication."""
        names = [request.path.rpartition("/")[2] or "list" for request, _ in self.server.log]
        return [name for name in names if name != "robots.txt"]


@pytest.fixture
def bureau(httpserver: HTTPServer) -> Bureau:
    return Bureau(httpserver)


@pytest.fixture
def settings(httpserver: HTTPServer, tmp_path: Path) -> Settings:
    hosts = {"kjj.yunhe.example": f"127.0.0.1:{httpserver.port}"}
    given = {"data": tmp_path, "today": "2026-11-26", "hosts": hosts, "sources": tmp_path, "recheck_hours": 0}
    return Settings.model_validate(given)


@pytest.fixture
def visit(settings: Settings, con: duckdb.DuckDBPyConnection) -> Visit:
    """A visit as a run makes it: read, then kept."""

    def once() -> Outcome:
        load.register_source(con, SOURCE.id, SOURCE.bureau, SOURCE.region, SOURCE.url, SOURCE.family)
        with visiting.client(settings) as http:
            brought = visiting.visit(SOURCE, _known(con, SOURCE.id), settings, http)
        return keeping.keep(SOURCE, brought, settings, uuid4().hex)

    return once


@pytest.fixture
def ask(con: duckdb.DuckDBPyConnection) -> Ask:
    return lambda sql: con.execute(sql).fetchall()


def test_a_cover_page_with_its_figures_in_the_attachment(
    settings: Settings, bureau: Bureau, visit: Visit, ask: Ask, con: duckdb.DuckDBPyConnection
) -> None:
    content = sheet("66公里")
    bureau.publish(COVER.format(LINK, ""), content)
    result = visit()
    assert (result.problems, result.new) == ((), 1)
    assert telling.tell(con, [SOURCE.id], settings, "a run").told == {SOURCE.id: 1}
    lagging = ask("select name, actual_text, place from mart.progress where status = 'lagging'")
    assert lagging == [("绿道建设", "66公里", PLACE)]
    mail = ask("select text, html, payload from ops.outbox")[0]
    assert all("工作表“Sheet1”D4" in str(part) for part in mail)
    ((sha256, state),) = ask("select sha256, state from mart.attachments")
    assert archive.fetch(settings.archive, str(sha256)) == content
    assert state == "read"
    assert ask("select distinct place from mart.ledger where text = '66公里'") == [(PLACE,)]


def test_nothing_new_fetches_no_attachment_again(settings: Settings, bureau: Bureau, visit: Visit, ask: Ask) -> None:
    for expected in (["list", "t20261019_1.shtml", "P020261019.xlsx"], ["list", "t20261019_1.shtml"]):
        bureau.publish(COVER.format(LINK, ""), sheet("66公里"))
        visit()
        assert bureau.requests() == expected


def test_an_attachment_that_is_away_is_awaited(settings: Settings, bureau: Bureau, visit: Visit, ask: Ask) -> None:
    page = COVER.format(LINK, "")
    for new in (1, 0):
        bureau.publish(page, 503)
        result = visit()
        assert result.new == new
        assert len(result.problems) == 1
        assert "P020261019.xlsx: the server answered 503" in str(result.problems[0])
    assert ask("select name, state from mart.attachments") == [("重点任务完成情况表.xlsx", "waiting")]
    assert ask("select count(*) from mart.review_queue where finding_kind = 'attachment_unread'") == [(1,)]
    bureau.publish(page, sheet("66公里"))
    result = visit()
    assert (result.problems, result.new) == ((), 1)
    assert ask("select place from mart.progress where name = '绿道建设'") == [(PLACE,)]
    bureau.publish(page, sheet("66公里"))
    assert visit().new == 0


def test_one_that_is_gone_or_not_read_is_told_once(settings: Settings, bureau: Bureau, visit: Visit, ask: Ask) -> None:
    for problems in (1, 0):
        bureau.publish(COVER.format(LINK, ""), 404)
        assert len(visit().problems) == problems
        assert ask("select state from mart.attachments") == [("missing",)]


def test_a_changed_page_says_what_changed(
    settings: Settings, bureau: Bureau, visit: Visit, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "duban")
    bureau.publish(COVER.format(LINK, ""), sheet("66公里"))
    visit()
    assert "changed" not in caplog.text
    bureau.publish(COVER.format(LINK, "<p>更正。</p>"), sheet("99公里"))
    visit()
    assert f"yunhe-kjj: changed: {TITLE}: 绿道建设, actual 66公里 -> 99公里" in caplog.text
    assert ask("select name, what, before, after from mart.changes") == [("绿道建设", "actual", "66公里", "99公里")]


def test_bytes_are_archived_before_they_are_read(
    settings: Settings, bureau: Bureau, visit: Visit, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.publish(COVER.format(LINK, ""), b"PK no workbook")
    visit()
    ((sha256, state),) = ask("select sha256, state from mart.attachments")
    assert archive.fetch(settings.archive, str(sha256)) == b"PK no workbook"
    assert state in ("read", "unread")


def test_the_archive_is_read_again_without_the_network(
    settings: Settings, bureau: Bureau, visit: Visit, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.publish(COVER.format(LINK, ""), sheet("66公里"))
    with monkeypatch.context() as patch:  # a machine that cannot read workbooks
        patch.setattr("connectors.readers._READERS", {})
        visit()
    assert ask("select name from mart.progress") == []
    bureau.server.clear()

    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(reextract, "writer", keeping.writer)
    monkeypatch.setattr(reextract, "publish_copy", lambda _: None)
    monkeypatch.setattr(Client, "get", no_network)
    monkeypatch.setattr(visiting, "client", no_network)
    assert reread(settings) == (1, 1, ())
    assert ask("select place from mart.progress where name = '绿道建设'") == [(PLACE,)]
    assert ask("select state from mart.attachments") == [("read",)]
    assert reread(settings, "yunhe-kjj") == (1, 0, ())
    with pytest.raises(MisuseError, match="nothing is archived of yunhe-gone"):
        reread(settings, "yunhe-gone")


def test_a_file_missing_from_the_archive_is_a_problem_of_its_own(
    settings: Settings, bureau: Bureau, visit: Visit, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.publish(COVER.format(LINK, ""), sheet("66公里"))
    visit()
    ((sha256,),) = ask("select sha256 from mart.attachments")
    archive.place(settings.archive, str(sha256)).unlink()
    monkeypatch.setattr(reextract, "writer", keeping.writer)
    read, changed, problems = reread(settings)
    assert (read, changed, len(problems)) == (1, 0, 1)
    assert "yunhe-kjj" in str(problems[0])


LISTED = "<a href='./202610/P020261019001.xlsx'>2026年前三季度重点任务完成情况表</a><span>2026-10-19</span>"


def test_a_listed_file_that_no_reader_takes_is_told_once_and_read_when_one_does(
    settings: Settings, bureau: Bureau, visit: Visit, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = sheet("66公里")

    def publish() -> None:
        bureau.server.clear()
        for path, data in (
            ("/zwdc/", f"<html><body><ul><li>{LISTED}</li></ul></body></html>"),
            ("/zwdc/202610/P020261019001.xlsx", content),
        ):
            bureau.server.expect_request(path).respond_with_data(data, content_type="text/html; charset=utf-8")
        bureau.server.expect_request("/robots.txt").respond_with_data("", status=404)

    with monkeypatch.context() as patch:  # a machine that cannot read workbooks
        patch.setattr("connectors.readers._READERS", {})
        patch.setattr("connectors.readers.is_refused", lambda kind: kind == "xlsx")
        patch.setattr("connectors.readers.refuse", lambda kind, url: UnreadableDocument(url, "is not read here"))
        for problems in (1, 0):
            publish()
            outcome = visit()
            assert (outcome.new, len(outcome.problems)) == (0, problems)
    assert ask("select source_id, listed_title, sha256 from mart.unread") == [
        ("yunhe-kjj", "2026年前三季度重点任务完成情况表", hashlib.sha256(content).hexdigest())
    ]
    assert ask("select * from mart.reports") == []
    monkeypatch.setattr(reextract, "writer", keeping.writer)
    monkeypatch.setattr(reextract, "publish_copy", lambda _: None)
    assert reread(settings) == (1, 1, ())
    assert ask("select place from mart.progress where name = '绿道建设'") == [("工作表“Sheet1”D4",)]
    assert ask("select * from mart.unread") == []
    assert reread(settings) == (1, 0, ())


def test_a_newer_file_that_is_not_read_hides_no_report(
    settings: Settings, bureau: Bureau, visit: Visit, ask: Ask
) -> None:
    bureau.publish(COVER.format(LINK, ""), sheet("66公里"))
    visit()
    before = ask("select * from mart.progress")
    bureau.publish("Rar!\x1a\x07", sheet("66公里"))
    assert len(visit().problems) == 1
    assert ask("select * from mart.progress") == before != []
    assert ask("select count(*) from mart.unread") == [(1,)]
