"""The data tables of a page: which are no layout, and their cells as a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from connectors.readers.grid import Grid, GridCell, is_layout
from connectors.readers.tree import text_of

_MAX_SPAN = 200


def is_grid(table: _Element) -> bool:
    """Whether a table holds data (rows and columns of short texts) and not the layout of a page."""
    rows = [_cells(row) for row in _rows(table)]
    if len(rows) < 2 or max(map(len, rows)) < 2 or next(table.iterdescendants("table"), None) is not None:
        return False
    return not is_layout([len(text_of(cell)) for row in rows for cell in row])


def cells_of(table: _Element, line_of: Callable[[_Element], str]) -> Grid:
    """The grid of a data table. Spans that reach out of the table are cut off at its end."""
    rows = list(_rows(table))
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row, tag in enumerate(rows):
        column = 0
        for cell in _cells(tag):
            while (row, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan") or len(rows), len(rows) - row)
            width = _span(cell, "colspan") or 1
            taken.update((row + down, column + right) for down in range(height) for right in range(width))
            cells.append(GridCell(row, column, line_of(cell), height, width))
            column += width
    return Grid(len(rows), 1 + max((column for _, column in taken), default=-1), tuple(cells))


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        else:
            yield from child.iterchildren("tr")


def _cells(row: _Element) -> list[_Element]:
    return list(row.iterchildren("td", "th"))


def _span(cell: _Element, name: str) -> int:
    """A span as written; 0 (to the end of the table) stays 0, nonsense is 1."""
    written = cell.get(name)
    if written is None:
        return 1
    value = written.strip()
    return min(int(value), _MAX_SPAN) if value.isascii() and value.isdigit() else 1
