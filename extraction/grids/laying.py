"""Cells laid under headings row by row, where nothing marks the rows: the way that fits best.

Every cell earns where it is at home under its column and costs where it is not; a column left empty costs a little, a
section's title between two rows too. One pass over the cells finds the best way; the table ends where going on costs
more than it earns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extraction.grids.columns import Column, unit_in
from extraction.grids.fitting import Asks, Shows, asks, cost, is_place, shows, skip
from extraction.sought import sought

_REWARD, _SECTION = 2, 4
_LONGEST_TITLE = 40  # characters
_SECTION_MARK = sought(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|其中:?$)")
_TITLE = re.compile(r"(?:19|20)\d\d年|表\d*$|.{12,}(?:情况|进展|进度)$|^\(.*\)$|:|。")
_NOWHERE = float("-inf")
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


def _is_title(piece: str) -> bool:
    """二、民生保障 between two rows; a sentence is no title."""
    return len(piece) <= _LONGEST_TITLE and _SECTION_MARK.search(piece) is not None


class Fits:
    """What it costs to lay each piece of a run under a column, worked out once for all columns that ask the same."""

    def __init__(self, pieces: list[str], kinds: list[str]) -> None:
        self.pieces, self.kinds = pieces, kinds
        self.titles = [kind not in FIGURES and _is_title(p) for p, kind in zip(pieces, kinds, strict=True)]
        self._shown: list[Shows] = []
        self._costs: dict[Asks, list[int]] = {}

    def under(self, column: Column, stop: int) -> list[int]:
        """The cost of every piece up to `stop`."""
        asked = asks(column)
        known = self._costs.setdefault(asked, [])
        while len(self._shown) < stop:
            at = len(self._shown)
            self._shown.append(shows(self.kinds[at], self.pieces[at]))
        known += [cost(asked, shown) for shown in self._shown[len(known) : stop]]
        return known

    def serials(self, begin: int, stop: int, width: int) -> list[int]:
        """Where the lines stand that number the rows, 1, 2, 3 ..., each with a name behind it, a row apart."""
        found: list[int] = []
        for i in range(begin, stop - 1):
            if found and i - found[-1] > width:
                break
            near = i - found[-1] < width - 3 if found else i > begin
            if self.pieces[i] == str(len(found) + 1) and not near and self._names(i + 1):
                found.append(i)
        return found if len(found) > 2 else []

    def _names(self, i: int) -> bool:
        """Whether the piece may be what a numbered row is about; an office is rather who came third."""
        told = self.kinds[i] in ("text", "promise", "story") or is_place(self.pieces[i])
        return told or (self.kinds[i] == "body" and "".join(self.kinds[i + 1 : i + 2]) == "amount")  # 卫生院, 6所


def header_score(parts: list[list[str]], columns: list[Column]) -> float:
    """How well the headings head columns: each that says what it is for counts, a title or one said twice does not."""
    score = sum(
        _heading_score(tuple(heading), this.role, this.unit) for heading, this in zip(parts, columns, strict=True)
    )
    grouped = sum(len(heading) > 1 for heading in parts)  # repeated headings are explained, not only borne
    return score + grouped - _REWARD * (len(parts) - len({tuple(p) for p in parts}))


@lru_cache(maxsize=4096)
def _heading_score(heading: tuple[str, ...], role: str, unit: str) -> float:
    whole = "".join(heading)
    if not whole:
        return -1  # a heading that was left out explains nothing
    title = bool(_TITLE.search(whole)) and (":" in heading[0] or not unit_in(whole))
    return (_REWARD if role != "other" or unit else -_REWARD) - 3 * title


def lay(layout: Layout, fits: Fits, stop: int, beaten: float = float("-inf")) -> None:
    """The cheapest way of rows; the table ends where going on costs more than it earns.

    No rows are found, and no time is lost, where none can score more than `beaten`.
    """
    columns, width, stop = layout.columns, len(layout.columns), min(stop, len(fits.pieces))
    skips = [0]
    for this in columns:
        skips.append(skips[-1] + skip(this))
    costs = [fits.under(this, stop) for this in columns]
    if columns[0].role == "serial" and (numbers := fits.serials(layout.begin, stop, width)):
        costs = [costs[0], *(_without(each, numbers) for each in costs[1:])]
    ends = [(0.0, -1)]  # after each cell: the best score with the row ended there, and its last column
    table: list[list[tuple[float, int]]] = []  # per cell and column: score, column of the cell before (-1: a new row)
    header = header_score(layout.headings, columns)
    heads = {part for parts in layout.headings for part in parts}
    highest = 0.0
    above = [(_NOWHERE, -1)] * width  # the line before
    for i in range(layout.begin, stop):
        line: list[tuple[float, int]] = []
        fresh = ends[-1][0]
        running, source = _NOWHERE, -1
        reward = -_REWARD if fits.pieces[i] in heads else _REWARD  # a heading is no cell
        for j in range(width):
            if j and above[j - 1][0] + skips[j] > running:
                running, source = above[j - 1][0] + skips[j], j - 1
            earned = reward - costs[j][i]
            new, on = fresh - skips[j], running - skips[j]
            line.append((on + earned, source) if on > new else (new + earned, -1))
        closed = max((score - (skips[-1] - skips[j + 1]), -j) for j, (score, _) in enumerate(line))
        title = fresh + _REWARD - 0.5 - (0 if fits.titles[i] else _SECTION)  # a section's title
        above = line
        table.append([*line, (title, -1)])
        ends.append((title, width) if title > closed[0] else (closed[0], -closed[1]))
        highest = max(highest, ends[-1][0])
        reachable = max(max(line)[0], ends[-1][0]) + _REWARD * (stop - i - 1)
        if header + max(highest, reachable) <= beaten:
            return
    last = max(range(len(ends)), key=lambda i: (ends[i][0], i))
    layout.score = header + ends[last][0]
    layout.rows = _walk(layout.begin, table[:last], ends, width)


def _without(costs: list[int], numbers: list[int]) -> list[int]:
    """The costs of a column where the row's own number is at home under no other than the first."""
    dear = costs.copy()
    for i in numbers:
        dear[i] += 9
    return dear


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
