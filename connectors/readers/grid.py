"""A data table as a grid: which text stands in which row and column, merged cells once, at their top left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

# a table whose one cell holds most of a long text is a page's layout
_LAYOUT_CHARS = 1000
_LAYOUT_SHARE = 0.6
_MAX_SPAN = 200


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell; `row` and `column` are those of its top left corner, counted from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by row, then column."""

    rows: int
    columns: int
    cells: tuple[GridCell, ...]


def is_grid(table: Tag) -> bool:
    """Whether a table holds data (rows and columns of short texts) and not the layout of a page."""
    rows = [_cells(row) for row in _rows(table)]
    if len(rows) < 2 or max(map(len, rows)) < 2 or table.find("table") is not None:
        return False
    return not is_layout([len(cell.get_text()) for row in rows for cell in row])


def is_layout(lengths: Sequence[int]) -> bool:
    """Whether cells of so many characters are a page's layout rather than data."""
    return max(lengths, default=0) >= _LAYOUT_CHARS and max(lengths) >= sum(lengths) * _LAYOUT_SHARE


def cells_of(table: Tag, line_of: Callable[[Tag], str]) -> Grid:
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


def _rows(table: Tag) -> Iterator[Tag]:
    for child in table.find_all(["tr", "thead", "tbody", "tfoot"], recursive=False):
        if child.name == "tr":
            yield child
        else:
            yield from child.find_all("tr", recursive=False)


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))


def _span(cell: Tag, name: str) -> int:
    """A span as written; 0 (to the end of the table) stays 0, nonsense is 1."""
    value = str(cell.get(name, "1")).strip()
    return min(int(value), _MAX_SPAN) if value.isascii() and value.isdigit() else 1
