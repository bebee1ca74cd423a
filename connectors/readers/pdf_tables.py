"""The ruled tables of a PDF's page: pdfplumber finds the rules, the characters in their cells are PDFium's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from connectors.readers.grid import Grid, GridCell, is_layout
from connectors.readers.pdf_chars import Sheet
from connectors.readers.pdf_lines import joined, lines_of
from connectors.readers.placed import Char
from connectors.readers.spacing import tidy

_SAME = 3.0  # points; edges that are nearer are one
_MOST_CELLS = 5000  # of a page
_MOST_WORK = 10_000_000  # cells times characters
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on a page: where it stands, where its columns end, its cells, and the characters that it took."""

    box: Box
    edges: tuple[float, ...]
    grid: Grid
    pages: tuple[int, ...]  # the page of each row
    chars: frozenset[int]  # places in the page's characters
    is_open_above: bool = False  # its first row has no rule above it: it goes on from the page before
    is_open_below: bool = False


def tables_of(plumber: Any, sheet: Sheet) -> list[RuledTable]:
    """The data tables of a page, from the top; none where its rules make no table."""
    page = plumber.pages[sheet.number - 1]
    try:
        ends = _open_ends(page)
        tables = page.find_tables({"explicit_horizontal_lines": ends} if ends else {})
        found = [[_box(cell, page) for cell in table.cells] for table in tables]
        open_at = [_box((0, end, 0, end), page)[1] for end in ends]
    finally:
        page.close()
    read = (_table(sheet, cells, open_at) for cells in found if 1 < len(cells) <= _MOST_CELLS)
    return sorted((table for table in read if table), key=lambda table: -table.box[3])


def _open_ends(page: Any) -> list[float]:
    """Where upright rules end without a level one: a row that is cut by the end of the page."""
    edges = page.edges
    upright = [edge for edge in edges if edge["orientation"] == "v" and edge["bottom"] - edge["top"] > _SAME]
    level = [edge["top"] for edge in edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > _SAME]
    if len(upright) < 3:
        return []
    ends = (min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright))
    return [end for end in ends if not any(abs(end - place) <= _SAME for place in level)]


def _box(cell: tuple[float, float, float, float], page: Any) -> Box:
    """From pdfplumber's coordinates, which count from the top, to those of the page as it is shown."""
    left, top, right, bottom = cell
    low_left, low_top = page.bbox[0], page.bbox[1]
    return left - low_left, page.height - (bottom - low_top), right - low_left, page.height - (top - low_top)


def _table(sheet: Sheet, cells: Sequence[Box], open_at: Sequence[float]) -> RuledTable | None:
    columns = _edges([x for left, _, right, _ in cells for x in (left, right)])
    rows = _edges([-y for _, bottom, _, top in cells for y in (bottom, top)])
    if len(columns) < 3 or len(rows) < 3 or len(cells) * len(sheet.chars) > _MOST_WORK:
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
    above, below = (any(abs(edge - end) <= _SAME for end in open_at) for edge in (box[3], box[1]))
    return RuledTable(box, tuple(columns), grid, (sheet.number,) * grid.rows, frozenset(taken), above, below)


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
    if not following.pages or following.pages[0] != table.pages[-1] + 1 or len(table.edges) != len(following.edges):
        return None
    widths = zip(table.edges, following.edges, strict=True)
    if any(abs((a - table.edges[0]) - (b - following.edges[0])) > _SAME * 2 for a, b in widths):
        return None
    following = _without_rows(following, _said_again(table.grid, following.grid))
    if (table.is_open_below and following.is_open_above) or _is_cut(table.grid, following.grid):
        table, following = _row_joined(table, following)
    rows = table.grid.rows
    moved = tuple(replace(cell, row=cell.row + rows) for cell in following.grid.cells)
    grid = Grid(rows + following.grid.rows, table.grid.columns, (*table.grid.cells, *moved))
    pages = (*table.pages, *following.pages)
    return RuledTable(table.box, table.edges, grid, pages, frozenset(), table.is_open_above, following.is_open_below)


def _without_rows(table: RuledTable, count: int) -> RuledTable:
    """The table without its first rows."""
    cells = tuple(replace(cell, row=cell.row - count) for cell in table.grid.cells if cell.row >= count)
    return replace(table, grid=Grid(table.grid.rows - count, table.grid.columns, cells), pages=table.pages[count:])


def _is_cut(grid: Grid, following: Grid) -> bool:
    """Whether the first row of the next page is the rest of a row: where every row has a number, it alone has none."""
    above, below = _firsts(grid), _firsts(following)
    begun = next((row for row in sorted(above) if above[row].isdigit()), grid.rows)
    numbered = [above.get(row, "").isdigit() for row in range(begun, grid.rows)]
    firsts = [below.get(row, "?") for row in range(following.rows)]
    return len(numbered) > 1 and all(numbered) and firsts[:1] == [""] and all(map(str.isdigit, firsts[1:]))


def _firsts(grid: Grid) -> dict[int, str]:
    """Row -> what stands in its first column; rows that a merged cell covers are left out."""
    return {cell.row: "".join(cell.text.split()) for cell in grid.cells if cell.column == 0 and cell.row_span == 1}


def _row_joined(table: RuledTable, following: RuledTable) -> tuple[RuledTable, RuledTable]:
    """The last row with what stands of it at the top of the next page, and the table there without that."""
    rest = {cell.column: cell.text for cell in following.grid.cells if cell.row == 0}
    last = table.grid.rows - 1
    cells = tuple(
        replace(cell, text=tidy(joined([cell.text, rest.get(cell.column, "")])))
        if cell.row + cell.row_span - 1 == last
        else cell
        for cell in table.grid.cells
    )
    return replace(table, grid=replace(table.grid, cells=cells)), _without_rows(following, 1)


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
