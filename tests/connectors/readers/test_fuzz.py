"""Whatever the bytes: a Document, or an error of ours that names the address. `make fuzz` runs it for long."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from connectors.errors import ConnectorError
from connectors.readers import read
from extraction.document import Document

_SAMPLE = Path(__file__).parents[3] / "sample"
_URLS = st.sampled_from(
    (
        "http://a.example/x.shtml",
        "http://a.example/x.pdf",
        "http://a.example/%ff",
        "stdin",
        "file:///报告.docx",
        "http://a.example/a.xls?x=1#y",
    )
)
_TYPES = st.sampled_from(
    ("text/html", "text/plain", "text/html; charset=gb2312", "application/pdf", "application/octet-stream", "", "；")
)
_ENCODINGS = st.sampled_from((None, "utf-8", "gbk", "gb2312", "big5", "utf-16-le", "ascii"))
_BEGINNINGS = st.sampled_from(
    (b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG", b"\xff\xd8\xff", b"GIF89a", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf\x27\x1c",
     b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"<html><body>", b"<?xml version='1.0'?>", b"{\\rtf1", b"<!--", b"")
)  # fmt: skip
_MARKUP = st.sampled_from(
    ("<p>", "</p>", "<div id=zoom>", "<div class='TRS_Editor'>", "</div>", "<table>", "<tr>", "<td>", "<td rowspan=99999999 colspan=-1>", "<th colspan=x>", "</table>",
     "<br>", "<span>", "<!--", "-->", "<script>", "</script>", "<style>", "<a href='x'>", "<meta name=ArticleTitle content='", "'>", "&#xD800;", "&#0;", "&nbsp;",
     "&#99999999999;", "<![CDATA[", "]]>", "<html>", "<body>", "<h1>", "<ul><li>", "<svg>", "<title>", "<p style='display:none'>", "<frameset>", "<pre>", "一、新增企业5家。", "索引号：")
)  # fmt: skip


@cache
def _pages() -> tuple[bytes, ...]:
    return tuple(page.read_bytes() for page in sorted(_SAMPLE.rglob("*.shtml")))


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    """A page of the sample with a few places lost, doubled or overwritten."""
    content = draw(st.sampled_from(_pages()))
    for _ in range(draw(st.integers(1, 5))):
        low = draw(st.integers(0, len(content)))
        high = min(len(content), low + draw(st.sampled_from((0, 1, 3, 30, 300, 3000))))
        piece = draw(st.sampled_from((b"", content[low:high] * 2, content[low:high][::-1], b"\0", b"\xff"))) + draw(
            st.binary(max_size=6)
        )
        content = content[:low] + piece + content[high:]
    return content


def _markup() -> st.SearchStrategy[bytes]:
    """Tags in any order, unclosed, nested deep, with attributes that make no sense."""
    runs = st.tuples(_MARKUP, st.integers(1, 300)).map(lambda run: run[0] * run[1])
    pieces = st.lists(
        st.one_of(_MARKUP, runs, st.text(st.characters(exclude_categories=("Cs",)), max_size=20)), max_size=12
    )
    encodings = st.sampled_from(("utf-8", "gb18030", "utf-16"))
    return st.tuples(pieces.map("".join), encodings).map(lambda pair: pair[0].encode(pair[1]))


def _bytes() -> st.SearchStrategy[bytes]:
    plain = st.tuples(_BEGINNINGS, st.binary(max_size=400)).map(b"".join)
    return st.one_of(plain, _damaged(), _markup())


@given(_bytes(), _TYPES, _URLS, _ENCODINGS)
@example(b"", "text/html", "stdin", None)
@example(b"<div>" * 3000 + b"x", "text/html", "stdin", None)
def test_bytes_are_a_document_or_an_error_of_ours(
    content: bytes, media_type: str, url: str, encoding: str | None
) -> None:
    begun = time.process_time()
    outcome = _outcome(content, media_type, url, encoding)
    assert time.process_time() - begun < 3 + 0.002 * len(content)
    assert is_sound(outcome) if isinstance(outcome, Document) else url in str(outcome)


def _outcome(content: bytes, media_type: str, url: str, encoding: str | None) -> Document | ConnectorError:
    try:
        return read(content, media_type, url, encoding=encoding)
    except ConnectorError as error:
        return error


def is_sound(document: Document) -> bool:
    """Blocks apart and in order, every cell inside its table, all of it inside the text."""
    size = len(document.text)
    ends = [0, *(block.end for block in document.blocks)]
    apart = all(end <= block.start <= block.end <= size for end, block in zip(ends, document.blocks, strict=False))
    cells = all(t.start <= c.start <= c.end <= t.end for t in document.tables for c in t.cells)
    return apart and cells and all(0 <= t.start <= t.end <= size for t in document.tables)
