"""Tables in every shape they reach us: marked-up cells, rows with pipes, tabs, blanks or nothing
between their cells, one cell per line.

A Grid is rows of cells that point into the text; merged cells stand in every place they cover. Header rows are not yet
told from data rows here (extraction.tables.tasks does), except where the flat shapes give them away.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

from extraction.document import Table
from extraction.grids.broken_pipes import broken_pipes
from extraction.grids.cells import WIDEST, Grid, GridCell
from extraction.grids.form_parts import form_parts
from extraction.grids.funds import funds
from extraction.grids.glued import glued
from extraction.grids.labelled import labelled
from extraction.grids.listed import listed
from extraction.grids.paired import paired
from extraction.grids.piped import piped
from extraction.grids.proved import proved
from extraction.grids.spaced import spaced
from extraction.grids.stacked import stacked
from extraction.grids.tabbed import tabbed
from extraction.grids.turned import turned_lines
from extraction.grids.units_handed_on import hand_on_units
from extraction.records import Interval
from extraction.sought import sought

_HIGHEST = 5000  # rows of a marked-up table
_ADDRESSED = sought(
    r"\s*(?:各[\u4e00-\u9fff(].*(?::|(?<![率表况度名览报计务)])$)|各[县旗市区乡镇街道办园直属有关相单位部门,、()]{1,30}$"
    r"|现将.*(?:如下|下:):?)\s*$"
)
_ABOVE = 200  # characters in which a table's title and unit stand


def grids(text: str, tables: Sequence[Table], masked: Sequence[Interval]) -> list[Grid]:
    """Every table of the folded text, in order; `masked` is page furniture."""
    found = [part for table in tables if table.cells for part in form_parts(text, _marked_up(table))]
    taken = sorted((g.start, g.end) for g in found)
    money = list(funds(text))
    elsewhere = sorted([*masked, *((grid.start, grid.end) for grid in money)])
    in_lines = (broken_pipes, piped, tabbed, turned_lines, listed, spaced, proved, glued, labelled, paired)
    for shape in (money, *(read(text) for read in in_lines), stacked(text, elsewhere)):
        for grid in list(shape):
            if not _overlaps(taken, grid):
                found.append(grid)
                insort(taken, (grid.start, grid.end))
    for grid in found:
        grid.caption = _caption(text, grid.start)
    in_order = sorted(found, key=lambda g: g.start)
    hand_on_units(text, in_order)
    return in_order


def _overlaps(taken: list[Interval], grid: Grid) -> bool:
    """Whether a table found before (they never overlap each other) stands in the way."""
    index = bisect_right(taken, (grid.start, grid.start))
    before = index > 0 and taken[index - 1][1] > grid.start
    return before or (index < len(taken) and taken[index][0] < grid.end)


def _caption(text: str, start: int) -> str:
    """The three lines above the table: its title and `单位:万元`; whom it is sent to counts for none."""
    begin = text.rfind("\n", 0, start) + 1  # the rim of pipes is no line above
    above = text[max(0, begin - _ABOVE) : begin].rstrip("\n").split("\n")
    return "\n".join([line for line in above if not _ADDRESSED.match(line)][-3:])


def _marked_up(table: Table) -> Grid:
    height = min(max(c.row + c.row_span for c in table.cells), _HIGHEST)
    width = min(max(c.column + c.column_span for c in table.cells), WIDEST)
    blank = GridCell(table.start, table.start)
    rows = [[blank] * width for _ in range(height)]
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.row_span, height)):
            for column in range(cell.column, min(cell.column + cell.column_span, width)):
                rows[row][column] = GridCell(cell.start, cell.end)
    return Grid(table.start, table.end, rows)
