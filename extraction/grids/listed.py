"""Rows whose cells commas part: 项目,计划数,完成数 above 农村改厕,5600,4380, or with 、 between them.

A line of prose has commas too. So the first line must be nothing but headings, a plan's and its answer's (or a
share's) among them, and every row below it must have as many cells and figures where the headings ask for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.grids.cells import EMPTY, NUMBERED, Grid, GridCell, lines, split
from extraction.grids.columns import MEASURED, column
from extraction.numbers import units
from extraction.records import Interval
from extraction.sought import sought

_SEPARATORS = tuple((mark, re.compile(mark)) for mark in ",、;")
_NARROWEST, _LONGEST, _LONGEST_HEAD = 3, 240, 24
_PROSE = sought(r"[。|\t]")
_TOLD = ({"target", "actual"}, {"target", "ratio"})


def listed(text: str) -> Iterator[Grid]:
    """Every line of headings between commas with the rows below it."""
    found = lines(text)
    index = 0
    while index < len(found) - 1:
        rows = _rows(text, found, index)
        if len(rows) > 2:
            yield Grid(found[index][0], found[index + len(rows) - 1][1], rows, ragged=True)
        index += max(len(rows), 1)


def _rows(text: str, found: tuple[Interval, ...], index: int) -> list[list[GridCell]]:
    """The headings and their rows; empty where the line heads none."""
    low, high = found[index]
    if high - low > _LONGEST or _PROSE.search(text, low, high):
        return []
    for mark, separator in _SEPARATORS:
        commas = text.count(mark, low, high)
        if commas < _NARROWEST - 1 or text.count(mark, *found[index + 1]) != commas:
            continue
        heads = _cells(text, found[index], separator)
        if not _are_heads([c.of(text) for c in heads]):
            continue
        rows = [heads]
        for line in found[index + 1 :]:
            if text.count(mark, *line) != commas or _PROSE.search(text, *line):
                break
            row = _cells(text, line, separator)
            if not any(NUMBERED.match(p) for c in row[1:] if (p := c.of(text))):
                break
            rows.append(row)
        return rows
    return []


def _cells(text: str, line: Interval, separator: re.Pattern[str]) -> list[GridCell]:
    """The cells of the line without the quotation marks around them."""
    return [_unquoted(text, cell) for cell in split(text, *line, separator)]


def _unquoted(text: str, cell: GridCell) -> GridCell:
    quoted = cell.end - cell.start > 1 and text[cell.start] == text[cell.end - 1] == '"'
    return GridCell(cell.start + 1, cell.end - 1) if quoted else cell


_FIGURE = sought(rf"\d[\d.]*\s?[万亿]?(?:%|{units.AMOUNTS})?$")  # 年目标430亿元 heads nothing


def _are_heads(pieces: list[str]) -> bool:
    """Whether the pieces head columns: what is planned and what is told, or a place and shares; no figure."""
    if any(len(p) > _LONGEST_HEAD or EMPTY.fullmatch(p) or _FIGURE.search(p) for p in pieces):
        return False
    roles = [column([p]).role for p in pieces]
    told = any(wanted <= set(roles) for wanted in _TOLD) or (roles[0] == "owner" and "ratio" in roles)
    return told and roles[0] not in MEASURED and sum(role != "other" for role in roles) * 2 > len(roles)
