"""Where a table's headings end and its rows begin; a table whose plan and result are rows is turned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extraction.grids.cells import WIDEST, Grid, GridCell
from extraction.grids.columns import MEASURED, Column, column
from extraction.grids.dotted import parted_by_dots
from extraction.grids.labelled import labels_of
from extraction.grids.leaves import leaf_role, parted, things_again
from extraction.grids.levels_and_growths import columns_under, levels_under
from extraction.grids.parts_told import parts_in_place
from extraction.grids.turning import turned
from extraction.sought import sought
from extraction.tables.depth import depth_of

Row = list[GridCell]
_DEEPEST = 4
_NUMBERING = re.compile(r"[甲乙丙丁戊A-Z]|栏次|\d{1,2}(?:=.*)?|")


@dataclass(slots=True)
class Body:
    """A table read: its columns and its rows of data. `above` is the text of title rows."""

    columns: list[Column]
    rows: list[Row]
    above: str = ""


def body(text: str, grid: Grid) -> Body | None:
    """The table's columns and data rows; None where its first rows are no headings."""
    if grid.headings:
        return Body(columns_under(grid.headings), grid.rows)
    titles = 0
    while titles < len(grid.rows) and len({c.of(text) for c in grid.rows[titles]} - {""}) <= 1:
        titles += 1
    rows = grid.rows[titles:]
    above = ["".join(dict.fromkeys(c.of(text) for c in row)) for row in grid.rows[: min(titles, _DEEPEST)]]
    heads, cells = labels_of(text, rows)
    if heads:
        return Body([column(parts) for parts in heads], cells, "\n".join(above))
    if len(rows) > 2 and (anew := turned(text, rows[:1], rows[1:])):
        return Body(*anew, "\n".join(above))
    depth = depth_of(text, rows)
    if not depth or len(rows) <= depth or max(len(row) for row in rows[:depth]) > WIDEST:
        return None
    data = [row for row in rows[depth:] if not _repeated(text, row, rows[:depth])]
    if anew := turned(text, rows[:depth], data):
        return Body(*anew, "\n".join(above))
    found = _columns(text, rows[:depth])
    return Body(found, data, "\n".join(above))


def _repeated(text: str, row: Row, header: list[Row]) -> bool:
    """The headings once more, on the next page, or the numbers of the columns."""
    pieces = [c.of(text) for c in row]
    if any(pieces == [c.of(text) for c in head] for head in header):
        return True
    numbers = [int(p.split("=")[0]) for p in pieces if sought(r"\d{1,2}(?:=.*)?").fullmatch(p)]
    counted = len(numbers) > 2 and all(b - a == 1 for a, b in pairwise(numbers))
    return counted and all(_NUMBERING.fullmatch(p) for p in pieces)


def _columns(text: str, header: list[Row]) -> list[Column]:
    width = max(len(r) for r in header)
    if len(header) == 2 and _measures_over_things(text, header):
        header = header[::-1]
    filled = [_filled(text, row, width, last=row is header[-1]) for row in header]
    if len(filled) == 1 and sum("·" in piece for piece in filled[0]) > 1:
        return columns_under(parted_by_dots(filled[0]))
    if told := levels_under([[row[i] for row in filled] for i in range(width)]):
        return told
    if len(filled) == 2 and (laid := parts_in_place(*filled)):
        return columns_under(laid)
    if len(filled) == 2 and things_again([leaf for leaf in filled[1] if leaf]):
        filled.reverse()  # 改厕, 修渠, 改厕, 修渠 below 任务, 完成
    return columns_under([[row[i] for row in filled] for i in range(width)])


def _measures_over_things(text: str, header: list[Row]) -> bool:
    """任务, 完成, 任务, 完成 with merged cells below them that name the things: 厕改, 危改."""
    above, below = ([c.of(text) for c in row] for row in header)
    lead = next((i for i, p in enumerate(above) if leaf_role(p) == "target"), 0)
    groups = parted(above[lead:]) if lead and "" not in above else []
    things = [p for p in below[lead:] if p]
    named = not any(leaf_role(p) in MEASURED for p in things) and not any(below[:lead])
    return bool(groups) and len(things) == len(groups) and named


def _filled(text: str, row: Row, width: int, last: bool) -> list[str]:
    """The headings of a row, each group heading over all the columns it covers."""
    pieces = [c.of(text) for c in row] + [""] * (width - len(row))
    if last:
        return pieces
    for i in range(1, width):
        if not pieces[i] and pieces[i - 1] and i >= 2:
            pieces[i] = pieces[i - 1]
        elif not pieces[i] and i == 1 and "" in pieces[2:]:
            pieces[i] = pieces[0] if column([pieces[0]]).role in MEASURED else ""
    return pieces
