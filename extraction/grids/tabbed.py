"""Rows of cells with a tab between any two, empty cells among them: what copying a table from a page leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.grids.cells import NUMBER, Grid, GridCell, lines, split
from extraction.grids.columns import column
from extraction.grids.grouped import heads_merged
from extraction.grids.shifted import indented
from extraction.records import Interval
from extraction.sought import sought

_TAB = re.compile(r"\t")
_SECTION = sought(r"\s*[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]{2,16}\s*")  # a title between the rows
_NARROW = 4
_FILLED = 0.6  # of the rows must be as wide as the widest


def tabbed(text: str) -> Iterator[Grid]:
    """Every run of lines with tabs whose rows are alike."""
    if "\t" not in text:
        return
    run: list[Interval] = []
    for line in lines(text):
        if "\t" in text[line[0] : line[1]]:
            run.append(line)
        elif not run or not _SECTION.fullmatch(text, *line):
            yield from _grid(text, run)
            run = []
    yield from _grid(text, run)


def _grid(text: str, run: list[Interval]) -> Iterator[Grid]:
    rows = [split(text, *line, _TAB) for line in run]
    if len(rows) < 2:
        return
    width = max(len(row) for row in rows)
    if width < 3 or (sum(len(row) == width for row in rows) < _FILLED * len(rows) and not _headed(text, rows, width)):
        return
    heads = heads_merged(text, rows)
    kept = rows[2:] if heads else indented(text, rows)
    yield Grid(run[0][0], run[-1][1], kept, any(len(row) != width for row in kept), headings=heads or None)


def _headed(text: str, rows: list[list[GridCell]], width: int) -> bool:
    """Whether headings of a plan and what came of it lead rows that lost cells."""
    pieces = [c.of(text) for c in rows[0]]
    roles = {column([p]).role for p in pieces}
    whole = len(pieces) == width > _NARROW and all(pieces)
    return whole and not any(map(NUMBER.fullmatch, pieces)) and "target" in roles and bool(roles & {"actual", "ratio"})
