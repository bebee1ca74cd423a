"""The ruled tables of a PDF's page: pdfplumber finds the rules, the characters in their cells are PDFium's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from connectors.readers.grid import Grid, GridCell, is_layout
from connectors.readers.pdf_chars import Char, Sheet
from connectors.readers.pdf_lines import joined, lines_of
from connectors.readers.spacing import tidy

_SAME = 3.0  # points; edges that are nearer are one
_MOST_CELLS = 5000  # of a page
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on a page: where it stands, where its columns end, its cells, and the characters that it took."""

    box: Box
    edges: tuple[float, ...]
    grid: Grid
    pages: tuple[int, ...]  # the page of each row
    chars: frozenset[int]  # places in the page's characters


def tables_of(plumber: Any, sheet: Sheet) -> list[RuledTable]:
    """The data tables of a page, from the top; none where its rules make no table."""
    page = plumber.pages[sheet.number - 1]
    try:
        found = [[_box(cell, page) for cell in table.cells] for table in page.find_tables()]
    finally:
        page.close()
    tables = (_table(sheet, cells) for cells in found if 1 < len(cells) <= _MOST_CELLS)
    return sorted((table for table in tables if table), key=lambda table: -table.box[3])


def _box(cell: tuple[float, float, float, float], page: Any) -> Box:
    """From pdfplumber's coordinates, which count from the top, to those of the page as it is shown."""
    left, top, right, bottom = cell
    low_left, low_top = page.bbox[0], page.bbox[1]
    return left - low_left, page.height - (bottom - low_top), right - low_left, page.height - (top - low_top)


def _table(sheet: Sheet, cells: Sequence[Box]) -> RuledTable | None:
    columns = _edges([x for left, _, right, _ in cells for x in (left, right)])
    rows = _edges([-y for _, bottom, _, top in cells for y in (bottom, top)])
    if len(columns) < 3 or len(rows) < 3:
        return None
    placed, taken = [], set()
    for (left, bottom, right, top), inside in zip(cells, _inside(sheet.chars, cells), strict=True):
        first, last = _place(columns, left), _place(columns, right)
        upper, lower = _place(rows, -top), _place(rows, -bottom)
        lines = lines_of([sheet.chars[index] for index in inside], sheet.number)
        text = tidy(joined([line.text for line in lines]))
        placed.append(GridCell(upper, first, text, max(1, lower - upper), max(1, last - first)))
        taken.update(inside)
    if is_layout([len(cell.text) for cell in placed]) or not taken:
        return None
    ordered = tuple(sorted(placed, key=lambda cell: (cell.row, cell.column)))
    grid = Grid(len(rows) - 1, len(columns) - 1, ordered)
    box = (columns[0], -rows[-1], columns[-1], -rows[0])
    return RuledTable(box, tuple(columns), grid, (sheet.number,) * grid.rows, frozenset(taken))


def _edges(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SAME:
            kept.append(place)
    return kept


def _place(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))


def _inside(chars: Sequence[Char], cells: Sequence[Box]) -> list[list[int]]:
    """The places of the characters whose middle is in each cell; each character is in one cell at most."""
    found: list[list[int]] = [[] for _ in cells]
    for index, char in enumerate(chars):
        x, y = char.middle
        for number, (left, bottom, right, top) in enumerate(cells):
            if left <= x <= right and bottom <= y <= top:
                found[number].append(index)
                break
    return found


def gone_on(table: RuledTable, following: RuledTable) -> RuledTable | None:
    """The table with the rows of the next page, if these are the same columns; a heading said again is left out."""
    if following.pages[0] != table.pages[-1] + 1 or len(table.edges) != len(following.edges):
        return None
    widths = zip(table.edges, following.edges, strict=True)
    if any(abs((a - table.edges[0]) - (b - following.edges[0])) > _SAME * 2 for a, b in widths):
        return None
    said_again = _said_again(table.grid, following.grid)
    moved = tuple(
        GridCell(c.row - said_again + table.grid.rows, c.column, c.text, c.row_span, c.column_span)
        for c in following.grid.cells
        if c.row >= said_again
    )
    grid = Grid(table.grid.rows + following.grid.rows - said_again, table.grid.columns, (*table.grid.cells, *moved))
    pages = (*table.pages, *following.pages[said_again:])
    return RuledTable(table.box, table.edges, grid, pages, frozenset())


def _said_again(grid: Grid, following: Grid) -> int:
    """How many rows of the next page's table are the heading of the table."""
    first, second = list(_rows(grid)), list(_rows(following))
    count = 0
    while count < min(len(first), len(second) - 1, 4) and first[count] == second[count] and any(first[count]):
        count += 1
    return count


def _rows(grid: Grid) -> Iterator[list[tuple[int, str]]]:
    for row in range(min(grid.rows, 5)):
        yield [(cell.column, "".join(cell.text.split())) for cell in grid.cells if cell.row == row]
