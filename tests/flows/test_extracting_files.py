"""`duban extract` on files and on pages with files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from connectors.readers import read
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE, docx_of, xls_of, xlsx_of, zip_of
from tests.connectors.readers.making_pdf import pdf_of, table, text
from tests.connectors.readers.test_attaching import COVER, LINK, SHEET
from tests.connectors.readers.test_ofd import ofd_of, words
from tests.flows.conftest import Duban

TABLE = [[str(value) for value in row] for row in [HEADER, *ROWS]]
OFD = "".join(words(value, 20 + 38 * c, 40 + 8 * r) for r, row in enumerate(TABLE) for c, value in enumerate(row))


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("报告.docx", docx_of(TITLE, rows=TABLE), "表1第3行"),
        ("报告.xlsx", xlsx_of([[TITLE], *TABLE]), "工作表“Sheet1”D4"),
        ("报告.et", xls_of([[TITLE], *TABLE]), "工作表“Sheet1”D4"),
        ("报告.pdf", pdf_of(text(TITLE, centred=True), table(TABLE)), "第1页"),
        ("报告.ofd", ofd_of(words(TITLE, 40, 20) + OFD), "第1页"),
        ("报告.zip", zip_of({"表.docx": docx_of(TITLE, rows=TABLE)}), "附件“表.docx” 表1第3行"),
    ],
)
def test_every_kind_is_read_with_its_places(name: str, content: bytes, place: str) -> None:
    extraction = extract(read(content, "", f"file:///{name}"))
    indicators = [indicator for task in extraction.tasks for indicator in task.indicators]
    assert [(i.name, i.actual and i.actual.text, extraction.place_of_indicator(i)) for i in indicators][1] == (
        "绿道建设", "66公里", place,
    )  # fmt: skip
    assert [indicator.name for indicator in indicators] == ["农村户厕改造", "绿道建设"]


def test_places_reach_a_program(tmp_path: Path, duban: Duban) -> None:
    (tmp_path / "报告.zip").write_bytes(zip_of({"表.xlsx": xlsx_of([[TITLE], *TABLE])}))
    shown = duban("extract", "报告.zip", "--json")
    assert (shown.returncode, shown.stderr) == (0, "")
    said = json.loads(shown.stdout)
    (indicator,) = (i for task in said["tasks"] for i in task["indicators"] if i["name"] == "绿道建设")
    assert (indicator["status"], indicator["place"]) == ("lagging", "附件“表.xlsx” 工作表“Sheet1”D4")
    assert indicator["place"] in {quantity["place"] for quantity in said["quantities"]}


def test_places_are_shown_on_a_terminal_and_on_the_page(tmp_path: Path, duban: Duban) -> None:
    (tmp_path / "报告.docx").write_bytes(docx_of(TITLE, rows=TABLE))
    assert "位置  表1第3行" in duban("extract", "报告.docx").stdout
    page = tmp_path / "page.html"
    assert duban("extract", "报告.docx", "--html", str(page)).returncode == 0
    assert "表1第3行" in page.read_text(encoding="utf-8")


def test_a_saved_page_with_its_attachment_beside_it(tmp_path: Path, duban: Duban) -> None:
    (tmp_path / "page.html").write_text(COVER.format(LINK, ""), encoding="utf-8")
    alone = duban("extract", "page.html")
    assert alone.returncode == 0
    assert "0 indicators" in alone.stdout
    assert "attachment_unread" in alone.stdout
    assert len(alone.stderr.splitlines()) == 1
    (tmp_path / "P020261019.xlsx").write_bytes(SHEET)
    shown = duban("extract", "page.html")
    assert shown.stderr == ""
    assert "位置  附件“重点任务完成情况表.xlsx” 工作表“Sheet1”D4" in shown.stdout


def test_a_page_of_a_site_with_its_attachment(httpserver: HTTPServer, duban: Duban) -> None:
    other = "<a href='http://other.example/b.docx'>另一处.docx</a>"
    httpserver.expect_request("/t1.shtml").respond_with_data(
        COVER.format(LINK + other, ""), content_type="text/html; charset=utf-8"
    )
    httpserver.expect_request("/P020261019.xlsx").respond_with_data(SHEET)
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    hosts = f'{{"kjj.yunhe.example": "127.0.0.1:{httpserver.port}"}}'
    shown = duban("extract", "http://kjj.yunhe.example/t1.shtml", DUBAN_HOSTS=hosts)
    assert "工作表“Sheet1”D4" in shown.stdout
    assert (
        shown.stderr
        == "duban: http://other.example/b.docx: is on another host than its page; read it from its own address\n"
    )


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", docx_of(SENTENCE)[:-9]])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, duban: Duban, content: bytes) -> None:
    (tmp_path / "报告.docx").write_bytes(content)
    shown = duban("extract", "报告.docx")
    assert shown.returncode == 1
    assert len(shown.stderr.splitlines()) == 1
    assert ";" in shown.stderr
