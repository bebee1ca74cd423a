"""A PDF as a document: its paragraphs and ruled tables in reading order, without what a page repeats."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from typing import Any

from connectors.errors import UnreadableDocument
from connectors.readers import ocr
from connectors.readers.page_text import PageText
from connectors.readers.pdf_chars import LOCK, Sheet, sheets
from connectors.readers.pdf_lines import Line, furniture, lines_of
from connectors.readers.pdf_tables import RuledTable, gone_on, tables_of
from connectors.readers.pdf_text import Scanned, add_paragraphs, tell_doubts
from extraction.document import Document

MOST_PAGES = 500
_MOST_CHARS = 2_000_000
_SCAN = "see whether the bureau publishes its text as well, or type the figures off"
_REMEDY = "fetch it anew; if it stays so, ask the bureau for the file"
_PASSWORD = "ask the bureau for the file without a password"
Piece = Line | RuledTable


def read_pdf(content: bytes, url: str) -> Document:
    """The document of a PDF. Raises UnreadableDocument: damaged, protected, or nothing but pictures of pages."""
    with LOCK:
        pages = _pages(content, url)
    if all(page.is_picture or not page.chars for page in pages):
        if any(page.is_picture for page in pages):
            remedy = _SCAN if ocr.is_installed() else ocr.INSTALL
            raise UnreadableDocument(url, "is a scan: pictures of pages without text", remedy)
        raise UnreadableDocument(url, "has no text", _SCAN)
    return _document(pages, _tables(content, pages))


def _pages(content: bytes, url: str) -> list[Sheet]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > MOST_PAGES:
                raise UnreadableDocument(url, f"has {len(document)} pages, at most {MOST_PAGES} are read", _REMEDY)
            found, size = [], 0
            for page in sheets(document):
                found.append(page)
                size += len(page.chars)
                if size > _MOST_CHARS:
                    raise UnreadableDocument(url, "is a PDF of millions of characters", _REMEDY)
            return found
    except UnreadableDocument:
        raise
    except Exception as error:  # whatever a damaged file does to PDFium's helpers
        said = " ".join(str(error).split())
        if "password" in said.lower() or "security" in said.lower():
            raise UnreadableDocument(url, "is a PDF that asks for a password", _PASSWORD) from error
        raise UnreadableDocument(url, f"is a damaged PDF ({said[:120]})", _REMEDY) from error


def _tables(content: bytes, pages: Sequence[Sheet]) -> dict[int, list[RuledTable]]:
    """Page -> its tables. Where pdfplumber cannot follow a page, its tables are lines of text like the others."""
    ruled = [page for page in pages if page.is_ruled and page.chars]
    if not ruled:
        return {}
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it complains of every font
    found: dict[int, list[RuledTable]] = {}
    try:
        with pdfplumber.open(io.BytesIO(content)) as plumber:
            for page in ruled:
                found[page.number] = _tables_or_none(plumber, page)
    except Exception:  # pdfminer raises whatever a damaged file does to it; PDFium has read the text
        return found
    return found


def _tables_or_none(plumber: Any, page: Sheet) -> list[RuledTable]:
    try:
        return tables_of(plumber, page)
    except Exception:  # as above; the other pages may be sound
        return []


def _document(pages: Sequence[Sheet], tables: dict[int, list[RuledTable]]) -> Document:
    lines = [_free_lines(page, tables.get(page.number, [])) for page in pages]
    dropped = furniture(pages, lines)
    text, width = PageText(), min(page.width for page in pages)
    scanned = Scanned({page.number: page.doubt for page in pages if page.doubt is not None})
    run: list[Line] = []
    for piece in _merged(_pieces(pages, lines, tables, dropped)):
        if isinstance(piece, Line):
            run.append(piece)
            continue
        add_paragraphs(text, run, width, scanned)
        run = []
        rows = piece.pages
        text.add_table(piece.grid, lambda row, _, rows=rows: f"第{rows[row]}页")  # type: ignore[misc]
    add_paragraphs(text, run, width, scanned)
    tell_doubts(text, scanned)
    if unread := [page.number for page in pages if page.is_picture]:
        named = "、".join(map(str, unread[:10])) + ("等" if len(unread) > 10 else "")
        text.add_finding("page_unread", f"PDF第{named}页是图片，其中的文字没有读到")
    return text.document({})


def _free_lines(page: Sheet, tables: Sequence[RuledTable]) -> list[Line]:
    """The lines outside the page's tables."""
    taken = frozenset().union(*(table.chars for table in tables))
    return lines_of([char for index, char in enumerate(page.chars) if index not in taken], page.number)


def _pieces(
    pages: Sequence[Sheet],
    lines: Sequence[Sequence[Line]],
    tables: dict[int, list[RuledTable]],
    dropped: set[tuple[int, float]],
) -> Iterator[Piece]:
    for page, own in zip(pages, lines, strict=True):
        placed: list[tuple[float, Piece]] = [
            (line.top, line) for line in own if (page.number, line.bottom) not in dropped
        ]
        placed += [(table.box[3], table) for table in tables.get(page.number, [])]
        yield from (piece for _, piece in sorted(placed, key=lambda item: -item[0]))


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with a table that goes on at the top of the next page as one."""
    waiting: RuledTable | None = None
    for piece in pieces:
        longer = gone_on(waiting, piece) if waiting is not None and isinstance(piece, RuledTable) else None
        if longer is not None:
            waiting = longer
            continue
        if waiting is not None:
            yield waiting
        waiting = piece if isinstance(piece, RuledTable) else None
        if waiting is None:
            yield piece
    if waiting is not None:
        yield waiting
