"""One cell per line, each closed by a pipe, empty ones too: the headings stand somewhere below the form's own fields.

As no cell is lost, every row has as many lines as there are headings; the width and the place of the headings are those
by which the rows fit best. What stands before them and behind the last row belongs to no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from extraction.grids.cells import Grid, GridCell
from extraction.grids.columns import MEASURED, Column, column
from extraction.grids.fitting import content, misfit
from extraction.records import Interval
from extraction.sought import sought

_NARROWEST, _WIDEST, _LONGEST_HEAD = 5, 16, 24
_BORNE = 0.4  # what a cell costs on the mean where a row fits
_JUDGED = 3  # rows by which the headings are found
_SUM = sought(r"(?:合\s?计|总\s?计|总\s?分|小\s?计|得分合计)")
_LED = sought(r"[\u4e00-\u9fff]{2,8}(?:\(\d{1,3}分\))?")  # 绩效指标(90分), above the headings


class _Found(NamedTuple):
    """Headings with what a cell of the rows below them costs on the mean."""

    cost: float
    begin: int
    columns: list[Column]


def closed(text: str, run: Sequence[Interval]) -> Grid | None:
    """The table in the run; None where each line is not one cell, or nothing says where the headings are."""
    if any(text.count("|", *line) != 1 or not text[: line[1]].rstrip().endswith("|") for line in run):
        return None
    cells = [_cell(text, *line) for line in run]
    pieces = [c.of(text) for c in cells]
    found = _headings(pieces)
    if found is None:
        return None
    width, begin = len(found.columns), found.begin
    rows = _rows(pieces, begin + width, found.columns)
    grid = [cells[begin : begin + width], *(cells[i : i + width] for i in rows)]
    first = begin - (begin > 0 and _LED.fullmatch(pieces[begin - 1]) is not None)
    return Grid(cells[first].start, cells[_end(pieces, rows[-1] + width) - 1].end, grid)


def _end(pieces: Sequence[str], stop: int) -> int:
    """Where the table ends, with the sums below its rows: 合计, 90, 87."""
    while stop < len(pieces) and (content(pieces[stop]) in ("number", "empty") or _SUM.fullmatch(pieces[stop])):
        stop += 1
    return stop


def _cell(text: str, start: int, end: int) -> GridCell:
    """The cell without its pipe and the blanks around it."""
    piece = text[start:end].rstrip()[:-1]
    lead = len(piece) - len(piece.lstrip())
    return GridCell(start + lead, start + max(lead, len(piece.rstrip())))


def _headings(pieces: Sequence[str]) -> _Found | None:
    """The headings below which the first rows fit best; of those that fit as well the most."""
    best: _Found | None = None
    for begin in range(len(pieces) - 2 * _NARROWEST):
        for width in range(_NARROWEST, min(_WIDEST, _heads_from(pieces, begin)) + 1):
            columns = [column([p]) for p in pieces[begin : begin + width]]
            if not _is_head(columns):
                continue
            cost = _fit(pieces, begin + width, columns)
            if cost <= _BORNE and (best is None or (cost, -width) < (best.cost, -len(best.columns))):
                best = _Found(cost, begin, columns)
    return best


def _heads_from(pieces: Sequence[str], begin: int) -> int:
    """How many cells from here on may be headings."""
    stop = begin
    while stop < min(len(pieces), begin + _WIDEST) and pieces[stop] and len(pieces[stop]) <= _LONGEST_HEAD:
        if content(pieces[stop]) in ("number", "percent", "amount", "sign", "empty", "promise", "story", "date"):
            break
        stop += 1
    return stop - begin


def _is_head(columns: Sequence[Column]) -> bool:
    """Whether they name the rows and say what was planned of them, in which unit, and what was done."""
    roles = [c.role for c in columns]
    once = roles.count("target") == roles.count("actual") == 1 and len({c.header for c in columns}) == len(columns)
    return once and {"name", "owner"} & set(roles) != set() and bool({"unit", "sign"} & set(roles)) and _in_order(roles)


def _in_order(roles: Sequence[str]) -> bool:
    """Whether what names the rows stands before all that is measured, and nothing unknown among them."""
    first = next(i for i, role in enumerate(roles) if role in MEASURED)
    return any(role in ("name", "owner") for role in roles[:first]) and "other" not in roles


def _fit(pieces: Sequence[str], begin: int, columns: Sequence[Column]) -> float:
    """What a cell of the first rows costs on the mean."""
    width = len(columns)
    first = islice(_starts(pieces, begin, width), _JUDGED)
    costs = [_cost(pieces[i : i + width], columns) for i in first]
    return sum(costs) / len(costs) if costs else float("inf")


def _starts(pieces: Sequence[str], begin: int, width: int) -> Iterator[int]:
    """Where whole rows may begin, up to the sum of all."""
    whole = range(begin, len(pieces) - width + 1, width)
    return takewhile(lambda i: _SUM.fullmatch(pieces[i]) is None, whole)


def _rows(pieces: Sequence[str], begin: int, columns: Sequence[Column]) -> list[int]:
    """Where the rows begin, up to the first that does not fit."""
    width, out = len(columns), list[int]()
    for i in _starts(pieces, begin, width):
        if out and _cost(pieces[i : i + width], columns) > 2 * _BORNE:
            break
        out.append(i)
    return out


def _cost(row: Sequence[str], columns: Sequence[Column]) -> float:
    """What a cell of the row costs on the mean; without a name or with a figure where none belongs it fits nowhere."""
    named = any(p and c.role in ("name", "owner") for c, p in zip(columns, row, strict=True))
    costs = [misfit(c, content(p), p) for c, p in zip(columns, row, strict=True)]
    apart = any(cost > 8 and c.role in ("sign", "unit") for c, cost in zip(columns, costs, strict=True))
    return sum(costs) / len(costs) if named and not apart else float("inf")
