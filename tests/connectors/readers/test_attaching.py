from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from connectors.errors import FetchError
from connectors.readers import read
from connectors.readers.attaching import Attached, with_files
from connectors.response import Response
from connectors.sites.beside import fetch_beside
from extraction.document import Document, File
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE, docx_of, xlsx_of

PAGE_URL = "http://kjj.yunhe.example/zwdc/202610/t20261019_1.shtml"
COVER = (
    f"<html><head><title>{TITLE}</title></head><body><div id='zoom'><p>各县区：现将有关情况通报如下，请认真抓好落实。</p>"
    "<p>云河市科学技术局</p><p>2026年10月12日</p><p>附件：{}</p></div>{}</body></html>"
)
LINK = "<a href='./P020261019.xlsx'>重点任务完成情况表</a>"
SHEET = xlsx_of([[TITLE], HEADER, *ROWS])


def page(link: str = LINK, around: str = "", url: str = PAGE_URL) -> Document:
    return read(COVER.format(link, around).encode(), "text/html", url)


def site(files: Mapping[str, bytes | FetchError]) -> Callable[[str], Response]:
    def fetch(url: str) -> Response:
        found = files.get(url) or FetchError(url, "the server answered 404", 404)
        if isinstance(found, FetchError):
            raise found
        return Response(url, 200, found, {}, "application/octet-stream")

    return fetch


def joined(document: Document, files: Mapping[str, bytes | FetchError]) -> tuple[Document, tuple[Attached, ...]]:
    return with_files(document, site(files), lambda content: hashlib.sha256(content).hexdigest())


def at(name: str) -> str:
    return f"http://kjj.yunhe.example/zwdc/202610/{name}"


def test_the_figures_of_a_cover_page_are_in_its_attachment() -> None:
    document, attached = joined(page(), {at("P020261019.xlsx"): SHEET})
    assert [(one.file.name, one.state, one.sha256) for one in attached] == [
        ("重点任务完成情况表.xlsx", "read", hashlib.sha256(SHEET).hexdigest())
    ]
    extraction = extract(document)
    assert (extraction.report.title, extraction.report.year, extraction.report.period) == (TITLE, 2026, "Q3")
    assert str(extraction.report.signed_on) == "2026-10-12"
    assert extraction.report.issuer == "云河市科学技术局"
    found = [
        (i.name, i.actual.text, extraction.place_of_indicator(i))
        for t in extraction.tasks
        for i in t.indicators
        if i.actual
    ]
    assert found == [
        ("农村户厕改造", "1560户", "附件“重点任务完成情况表.xlsx” 工作表“Sheet1”D3"),
        ("绿道建设", "66公里", "附件“重点任务完成情况表.xlsx” 工作表“Sheet1”D4"),
    ]
    assert extraction.place_of(extraction.text.index("各县区")) is None
    assert extraction.findings == ()


def test_a_page_without_files_is_itself() -> None:
    document = page("无")
    assert joined(document, {}) == (document, ())


FILES = [
    ("<a href='a.docx'>附件1.任务清单</a>", "", [("a.docx", "附件1.任务清单.docx")]),
    (
        "<a href='/f/down.jsp?id=7&amp;filename=%E8%A1%A8.xls'>点击下载</a>",
        "",
        [("/f/down.jsp?id=7&filename=%E8%A1%A8.xls", "表.xls")],
    ),
    ("<a href='/f/down?id=7'>完成情况表.pdf（1.2MB）</a>", "", [("/f/down?id=7", "完成情况表.pdf（1.2MB）")]),
    ("<a href='%E8%A1%A8.XLSX'>附件</a><a href='%E8%A1%A8.XLSX'>下载</a>", "", [("%E8%A1%A8.XLSX", "表.XLSX")]),
    ("<iframe src='/pdfjs/viewer.html?file=/u/a.pdf'></iframe>", "", [("/u/a.pdf", "a.pdf")]),
    ("<embed src='b.pdf'>", "", [("b.pdf", "b.pdf")]),
    ("", "<div><p>附件：<a href='/f/c.zip'>全部表格</a></p></div>", [("/f/c.zip", "全部表格.zip")]),
    ("", "<div><a href='W020261019.ofd'>通报</a></div>", [("W020261019.ofd", "通报.ofd")]),
    ("", "<div class='nav'><a href='/help/手册.pdf'>使用手册</a></div>", []),
    (
        "<a href='b.shtml'>另一页</a><a href='javascript:x(1)'>表.xls</a><a href='#a.doc'>表.doc</a><a href='http://['>a.doc</a>",
        "",
        [],
    ),
    ("".join(f"<a href='{n}.doc'>{n}</a>" for n in range(30)), "", [(f"{n}.doc", f"{n}.doc") for n in range(20)]),
]


@pytest.mark.parametrize(("inside", "around", "files"), FILES)
def test_which_files_a_page_is_published_with(inside: str, around: str, files: list[tuple[str, str]]) -> None:
    base = "http://kjj.yunhe.example"
    wanted = [File(base + url if url.startswith("/") else at(url), name) for url, name in files]
    assert list(page(inside, around).files) == wanted


def test_a_page_may_set_another_base() -> None:
    html = COVER.format("<a href='file/1.xlsx'>完成情况表</a>", "").replace("<head>", "<head><base href='/static/'>")
    (file,) = read(html.encode(), "text/html", PAGE_URL).files
    assert file.url == "http://kjj.yunhe.example/static/file/1.xlsx"


def test_a_page_that_only_shows_a_pdf_is_no_empty_page() -> None:
    html = (
        "<html><head><title>通报</title></head><body><div id='zoom'><iframe src='a.pdf'></iframe></div></body></html>"
    )
    document = read(html.encode(), "text/html", PAGE_URL)
    assert [file.name for file in document.files] == ["a.pdf"]


def test_what_became_of_each_file() -> None:
    links = "".join(f"<a href='{name}'>{name}</a>" for name in ("a.docx", "b.pdf", "c.rar", "d.doc", "e.docx"))
    files = {
        at("a.docx"): docx_of(SENTENCE),
        at("b.pdf"): FetchError(at("b.pdf"), "no answer in time", retryable=True),
        at("c.rar"): b"Rar!\x1a\x07",
        at("e.docx"): docx_of(SENTENCE),
    }
    document, attached = joined(page(links), files)
    assert [one.state for one in attached] == ["read", "waiting", "unread", "missing", "copy"]
    assert [one.sha256 is None for one in attached] == [False, True, False, True, False]
    assert document.text.count(SENTENCE) == 1
    assert [f.kind for f in document.findings] == ["attachment_unread"] * 3
    for finding, name in zip(document.findings, ("b.pdf", "c.rar", "d.doc"), strict=True):
        assert document.text[finding.start : finding.end] == name
        assert name in finding.message


def test_bytes_are_kept_before_anything_is_read_from_them() -> None:
    kept: list[bytes] = []

    def keep(content: bytes) -> str:
        kept.append(content)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        with_files(page(), site({at("P020261019.xlsx"): b"no workbook"}), keep)
    assert kept == [b"no workbook"]


def test_files_beside_a_saved_page_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "secret.docx").write_bytes(docx_of("机密"))
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "表.xlsx").write_bytes(SHEET)
    (folder / "link.docx").symlink_to(tmp_path / "secret.docx")
    links = [
        "<a href='%E8%A1%A8.xlsx'>表</a>", "<a href='../secret.docx'>甲</a>", "<a href='link.docx'>乙</a>",
        f"<a href='{(tmp_path / 'secret.docx').as_uri()}'>丙</a>", "<a href='http://a.example/a.docx'>丁</a>",
        "<a href='gone.docx'>戊</a>",
    ]  # fmt: skip
    url = (folder / "page.html").as_uri()
    document, attached = with_files(page("".join(links), url=url), fetch_beside(url), lambda _: "0")
    assert [one.state for one in attached] == ["read", "missing", "missing", "missing", "missing"]
    assert "机密" not in document.text
    assert "1560户" in document.text
