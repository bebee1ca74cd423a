"""A docx as a document: paragraphs and tables as they follow each other, with the numbers that Word counts itself.

Deleted and hidden text, field codes and footnotes are left out; text boxes stand behind the paragraph that holds them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count
from typing import Any

from connectors.errors import UnreadableDocument
from connectors.readers.docx_lists import Lists, W, lists_of
from connectors.readers.grid import Grid, GridCell, is_layout
from connectors.readers.page_text import PageText
from connectors.readers.spacing import SUPERSCRIPTS, tidy
from connectors.readers.zips import refuse_bomb
from extraction.document import Document

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rt", f"{W}pPr", f"{W}rPr", _FALLBACK}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_WIDEST = 100  # columns
_REMEDY = "open it in Word or WPS and save it anew as docx"


def read_docx(content: bytes, url: str) -> Document:
    """The document of a docx. Raises UnreadableDocument where it is damaged or has no text."""
    refuse_bomb(content, url)
    try:
        body, lists = _opened(content)
        document = _Reader(lists).document(body)
    except Exception as error:  # python-docx and lxml raise whatever a damaged package runs into
        raise UnreadableDocument(url, f"is a damaged docx ({_said(error)})", _REMEDY) from error
    if not document.text.strip():
        raise UnreadableDocument(url, "is a docx without text", "see whether it holds pictures of pages: a scan")
    return document


def _opened(content: bytes) -> tuple[Any, Lists]:
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    part = docx.Document(io.BytesIO(content)).part
    kinds = {RELATIONSHIP_TYPE.STYLES: None, RELATIONSHIP_TYPE.NUMBERING: None}
    related = {r.reltype: r.target_part for r in part.rels.values() if r.reltype in kinds and not r.is_external}
    # _element is what python-docx has parsed; its own objects know nothing of counted numbers
    roots = [getattr(related.get(kind), "_element", None) for kind in kinds]
    return part.element.body, lists_of(*roots)


class _Reader:
    def __init__(self, lists: Lists) -> None:
        self.lists, self.text = lists, PageText()
        self.paragraphs, self.tables = count(1), count(1)

    def document(self, body: Any) -> Document:
        self._add_blocks(body)
        return self.text.document({})

    def _add_blocks(self, parent: Any) -> None:
        for element in _blocks(parent):
            if element.tag == f"{W}tbl":
                self._add_table(element)
            else:
                self._add_paragraph(element)

    def _add_paragraph(self, element: Any) -> None:
        lines = self._lines(element)
        place = f"第{next(self.paragraphs)}段"
        kind = "heading" if lines and self.lists.is_heading(element) else "paragraph"
        for line in lines:
            self.text.add_paragraph(kind, line, place)  # type: ignore[arg-type]
        for box in _boxes(element):
            self._add_blocks(box)

    def _lines(self, element: Any) -> list[str]:
        """The paragraph's lines with its number in front; a number without text is none."""
        lines = [line for part in _text(element).split("\n") if (line := tidy(part))]
        label = self.lists.label(element) if lines else ""
        return [label + lines[0], *lines[1:]] if lines else []

    def _add_table(self, element: Any) -> None:
        grid, nested = self._grid(element)
        number = next(self.tables)
        lengths = [len(cell.text) for cell in grid.cells]
        if nested or grid.rows < 2 or grid.columns < 2 or is_layout(lengths):
            for _, _, cell in _placed(element):
                self._add_blocks(cell)
        else:
            self.text.add_table(grid, lambda row, column: f"表{number}第{row + 1}行")

    def _grid(self, element: Any) -> tuple[Grid, bool]:
        """The table's cells, and whether it holds another table."""
        cells: dict[tuple[int, int], GridCell] = {}
        above: dict[int, tuple[int, int]] = {}  # column -> the cell that a merged one goes on from
        rows = nested = 0
        for row, column, cell in _placed(element):
            width, merge = _span(cell), cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue" and column in above
            rows = row + 1
            if goes_on:
                top = cells[above[column]]
                cells[above[column]] = GridCell(top.row, top.column, top.text, row - top.row + 1, top.column_span)
                continue
            nested |= cell.find(f".//{W}tbl") is not None
            cells[row, column] = GridCell(row, column, self._cell_text(cell), 1, width)
            above = {c: place for c, place in above.items() if not column <= c < column + width}
            if merge is not None:
                above[column] = (row, column)
        columns = max((c.column + c.column_span for c in cells.values()), default=0)
        return Grid(rows, columns, tuple(cells[place] for place in sorted(cells))), bool(nested)

    def _cell_text(self, cell: Any) -> str:
        lines = (line for element in _blocks(cell) if element.tag == f"{W}p" for line in self._lines(element))
        return " ".join(lines)


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those inside content controls and the like."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag not in _LEFT_OUT and element.tag not in (f"{W}sdtPr", f"{W}sectPr", f"{W}tcPr"):
            stack.extend(reversed(element))


def _placed(table: Any) -> Iterator[tuple[int, int, Any]]:
    """Row, column and element of every cell, also of those that a merged cell above covers."""
    for number, row in enumerate(_inside(table, f"{W}tr")):
        before = row.find(f"{W}trPr/{W}gridBefore")
        column = _count(before, 0)
        for cell in _inside(row, f"{W}tc"):
            if column >= _WIDEST:
                break
            yield number, column, cell
            column += _span(cell)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _inside(child, tag)


def _span(cell: Any) -> int:
    return min(max(1, _count(cell.find(f"{W}tcPr/{W}gridSpan"), 1)), _WIDEST)


def _count(element: Any | None, otherwise: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if value.isdigit() and len(value) < 4 else otherwise


def _text(paragraph: Any) -> str:
    """What a reader of the paragraph sees, with line breaks as such; text boxes are no part of it."""
    pieces: list[str] = []
    stack = [(child, False) for child in reversed(paragraph)]
    while stack:
        element, is_raised = stack.pop()
        if element.tag == f"{W}t":
            pieces.append(element.text.translate(SUPERSCRIPTS) if is_raised and element.text else element.text or "")
        elif element.tag in _SIGNS:
            pieces.append(_SIGNS[element.tag])
        elif element.tag not in _LEFT_OUT and element.tag != f"{W}txbxContent" and not _is_hidden(element):
            is_raised = is_raised or _is_raised(element)
            stack.extend((child, is_raised) for child in reversed(element))
    return "".join(pieces)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false")


def _is_raised(run: Any) -> bool:
    raised = run.find(f"{W}rPr/{W}vertAlign") if run.tag == f"{W}r" else None
    return raised is not None and raised.get(f"{W}val") == "superscript"


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The contents of the paragraph's text boxes; what is there for old programs only is their copy."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = {ancestor.tag for ancestor in box.iterancestors()}
        if _FALLBACK not in above:
            yield box


def _said(error: Exception) -> str:
    """The first line of a library's own words, short."""
    return " ".join(str(error).split())[:120] or type(error).__name__
