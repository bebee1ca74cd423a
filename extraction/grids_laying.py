"""Cells laid under headings row by row, where nothing marks the rows: the way that fits best.

Every cell earns where it is at home under its column and costs where it is not; a column left empty costs a little, a
section's title between two rows too. One pass over the cells finds the best way; the table ends where going on costs
more than it earns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extraction.sought import sought
from extraction.tables_columns import Column, unit_in
from extraction.tables_fitting import misfit, skip

_REWARD, _SECTION = 2, 4
_SECTION_MARK = sought(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|其中:?$)")
_TITLE = re.compile(r"(?:19|20)\d\d年|表\d*$|.{12,}(?:情况|进展|进度)$|^\(.*\)$|:|。")
FIGURES = ("number", "share", "amount", "percent")


@dataclass(slots=True)
class Layout:
    """Headings with the columns they make, and how the cells below them fall into rows."""

    headings: list[list[str]]
    columns: list[Column]
    begin: int  # of the body, in the run
    plain: bool
    score: float = 0.0
    rows: list[list[int]] | None = None


def header_score(parts: list[list[str]], columns: list[Column]) -> float:
    score = 0.0
    for heading, this in zip(parts, columns, strict=True):
        score += _REWARD if this.role != "other" or this.unit else -_REWARD
        score -= 3 * bool(_TITLE.search("".join(heading)) and (":" in heading[0] or not unit_in("".join(heading))))
    return score - _REWARD * (len(parts) - len({tuple(p) for p in parts}))


def lay(layout: Layout, pieces: list[str], kinds: list[str], stop: int) -> None:
    """The cheapest way of rows; the table ends where going on costs more than it earns."""
    columns, width = layout.columns, len(layout.columns)
    skips = [0]
    for this in columns:
        skips.append(skips[-1] + skip(this))
    ends = [(0.0, -1)]  # after each cell: the best score with the row ended there, and its last column
    table: list[list[tuple[float, int]]] = []  # per cell and column: score, column of the cell before (-1: a new row)
    header = header_score(layout.headings, columns)
    heads = {part for parts in layout.headings for part in parts}
    for i in range(layout.begin, min(stop, len(pieces))):
        line: list[tuple[float, int]] = []
        fresh = ends[-1][0]
        running, source = float("-inf"), -1
        reward = -_REWARD if pieces[i] in heads else _REWARD  # a heading is no cell
        for j in range(width):
            if j and table and table[-1][j - 1][0] + skips[j] > running:
                running, source = table[-1][j - 1][0] + skips[j], j - 1
            earned = reward - misfit(columns[j], kinds[i], pieces[i])
            new, on = fresh - skips[j], running - skips[j]
            line.append((on + earned, source) if on > new else (new + earned, -1))
        cost = 0 if _SECTION_MARK.search(pieces[i]) and kinds[i] not in FIGURES else _SECTION
        line.append((fresh + _REWARD - cost - 0.5, -1))  # a section's title
        table.append(line)
        closed = [(score - (skips[-1] - skips[j + 1]), j) for j, (score, _) in enumerate(line[:-1])]
        ends.append(max(*closed, (line[-1][0], width), key=lambda e: e[0]))
    last = max(range(len(ends)), key=lambda i: (ends[i][0], i))
    layout.score = header + ends[last][0]
    layout.rows = _walk(layout.begin, table[:last], ends, width)


def _walk(
    begin: int, table: list[list[tuple[float, int]]], ends: list[tuple[float, int]], width: int
) -> list[list[int]]:
    """The rows of the best way, from its end back."""
    rows: list[list[int]] = []
    i = len(table)
    while i:
        row, j = list[int](), ends[i][1]
        while True:
            i -= 1
            row.append(begin + i)
            source = table[i][j][1]
            if source < 0 or j == width:
                break
            j = source
        rows.append(row[::-1])
    return rows[::-1]
