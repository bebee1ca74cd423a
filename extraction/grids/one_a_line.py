"""Cells on lines of their own, each closed by a pipe, where an empty last cell may share its line with the row's end.

`是 |` over `||` over `22 |`: the second pipe closes the row, as it does behind no cell that holds something. Whether
`||` is one empty cell or two is known by which of them makes every row as wide as the headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.grids.cells import HEADER, GridCell, split
from extraction.grids.columns import MEASURED, column
from extraction.grids.fitting import content, is_place, misfit
from extraction.records import Interval
from extraction.sought import sought

_PIPE = re.compile(r"\|")
_NOTHING = sought(r"\s*\|\s*\|\s*")
_SERIAL = sought(r"\d{1,4}(?:-\d{1,3})?")  # 7, 3-12 of the third part


def one_a_line(text: str, run: Sequence[Interval]) -> list[GridCell]:
    """The cells of the run, in order."""
    cells = _cells(text, run[0][0], run[-1][1])
    if not any(_NOTHING.fullmatch(text, *line) for line in run) or _are_rows(text, cells):
        return cells
    closing = [cell for line in run for cell in _of_line(text, line)]
    return closing if _are_rows(text, closing) else cells


def headings_of(text: str, cells: Sequence[GridCell]) -> int:
    """How many of the cells are headings: up to a row's number or place, else to what reads like none."""
    width = next((i for i, c in enumerate(cells) if _SERIAL.fullmatch(c.of(text))), 0)
    if width > 1:
        return width - (width > 2 and is_place(cells[width - 1].of(text)))
    return next((i for i in range(2, len(cells)) if not HEADER.search(cells[i].of(text))), len(cells))


_NARROWEST, _WIDEST, _FEWEST = 3, 16, 3  # columns, and rows with that of the headings
_BORNE = 0.7  # what a cell costs on the mean where the rows fit
_FIGURES = ("number", "amount", "percent", "empty", "promise", "story")


def fitted_width(text: str, cells: Sequence[GridCell]) -> int:
    """How wide the rows are by which every cell lies best under its heading; 0 where nothing numbers and nothing fits.

    固定资产投资 may head a column or name the first row: only the cells behind it tell.
    """
    pieces = [c.of(text) for c in cells]
    kinds = [content(p) for p in pieces]
    heads = next((i for i, kind in enumerate(kinds) if kind in _FIGURES), 0)
    ways = []
    for width in range(_NARROWEST, min(heads, _WIDEST) + 1):
        if len(cells) % width or len(cells) < _FEWEST * width:
            continue
        columns = [column([p]) for p in pieces[:width]]
        if sum(c.role in MEASURED for c in columns) < 2:
            continue
        costs = (misfit(columns[i % width], kinds[i], pieces[i]) for i in range(width, len(cells)))
        ways.append((sum(costs) / (len(cells) - width), width))
    cost, width = min(ways, default=(_BORNE + 1, 0))
    return width if cost <= _BORNE else 0


def _cells(text: str, start: int, end: int) -> list[GridCell]:
    cells = split(text, start, end, _PIPE)
    return cells if cells[-1].of(text) else cells[:-1]


def _of_line(text: str, line: Interval) -> list[GridCell]:
    return [GridCell(line[0], line[0])] if _NOTHING.fullmatch(text, *line) else _cells(text, *line)


def _are_rows(text: str, cells: Sequence[GridCell]) -> bool:
    """Whether the cells are rows as wide as the headings, each led by the number that follows that of the row above."""
    width = headings_of(text, cells)
    if width < 3 or len(cells) % width or len(cells) < 3 * width:
        return False
    led = [cells[i].of(text) for i in range(width, len(cells), width)]
    if not any(map(_SERIAL.fullmatch, led)):
        return all(led)
    return all(map(_SERIAL.fullmatch, led)) and all(_order(a) < _order(b) for a, b in pairwise(led))


def _order(serial: str) -> tuple[int, ...]:
    return tuple(map(int, serial.split("-")))
