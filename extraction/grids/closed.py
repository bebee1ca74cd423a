"""One cell per line, each closed by a pipe, empty ones too: the headings stand somewhere below the form's own fields.

Every row has as many lines as there are headings from its name on; before its name merged cells leave empty lines, or
none, and an empty line may end it. The width and the place of the headings are those by which the rows fit best. What
stands before them (the form's own fields, `||||` for merged cells) and behind the last row belongs to no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extraction.grids.cells import Grid, GridCell
from extraction.grids.columns import MEASURED, Column, column
from extraction.grids.fitting import content, misfit
from extraction.records import Interval
from extraction.sought import sought

_NARROWEST, _WIDEST, _LONGEST_HEAD = 5, 16, 24
_BORNE = 0.4  # what a cell costs on the mean where a row fits
_JUDGED = 3  # rows by which the headings are found
_REST = 2  # rows' worth of cells behind the only row found
_ASTRAY = 3  # lines beyond where a row ought to begin: empty cells that end rows
_SUM = sought(r"(?:合\s?计|总\s?计|总\s?分|小\s?计|得分合计)")
_SCORE = sought(r"(?:分值|权重|(?:自评)?得分)(?:\([^()]*\))?")
_NAMES = sought(r"[二三四]级指标|(?:绩效)?指标(?:名称|内容)")
_LED = sought(r"[\u4e00-\u9fff]{2,8}(?:\(\d{1,3}分\))?")  # 绩效指标(90分), above the headings


class _Found(NamedTuple):
    """Headings with what a cell of the rows below them costs on the mean."""

    cost: float
    begin: int
    columns: list[Column]


def closed(text: str, run: Sequence[Interval]) -> Grid | None:
    """The table in the run; None where a line holds two cells, or nothing says where the headings are."""
    cells = _cells(text, run)
    pieces = [c.of(text) for c in cells]
    found = _headings(pieces)
    if found is None:
        return None
    begin, columns = found.begin, found.columns
    width, lead = len(columns), _lead(columns)
    rows = [*_rows(pieces, begin + width, columns)]
    behind = [p for p in pieces[rows[-1] + width - lead :] if p]
    if len(rows) == 1 and len(behind) >= _REST * width:
        return None  # rows that lack their merged cells lie under the headings otherwise (grids/stacked.py)
    laid = [[*_led(cells, i, lead), *cells[i : i + width - lead]] for i in rows]
    first = begin - (begin > 0 and _LED.fullmatch(pieces[begin - 1]) is not None)
    end = cells[_end(pieces, rows[-1] + width - lead) - 1].end
    return Grid(cells[first].start, end, [cells[begin : begin + width], *laid])


def _led(cells: Sequence[GridCell], name: int, lead: int) -> list[GridCell]:
    """The cells before a row's name; they are the last of what stands there."""
    return list(cells[name - lead : name])


def scored(text: str, run: Sequence[Interval]) -> bool:
    """Whether every line is a cell at the most, and some head what each indicator is worth and what it got."""
    pieces = [text[low:high].strip().rstrip("|").rstrip() for low, high in run]
    return (
        not any("|" in p for p in pieces) and any(map(_SCORE.fullmatch, pieces)) and any(map(_NAMES.fullmatch, pieces))
    )


def _cells(text: str, run: Sequence[Interval]) -> list[GridCell]:
    """The lines' cells, of `|||` as many as it has pipes; empty where two that hold something share a line."""
    out: list[GridCell] = []
    for low, high in run:
        piece = text[low:high].strip()
        held = piece.rstrip("|").rstrip()
        if "|" in held or held == piece or (held and piece.count("|") > 1):
            return []
        start = low + text[low:high].index(piece)
        out += [GridCell(start, start + len(held))] if held else [GridCell(start, start)] * len(piece)
    return out


def _end(pieces: Sequence[str], stop: int) -> int:
    """Where the table ends, with the sums below its rows: 合计, 90, 87."""
    while stop < len(pieces) and (content(pieces[stop]) in ("number", "empty") or _SUM.fullmatch(pieces[stop])):
        stop += 1
    return stop


def _headings(pieces: Sequence[str]) -> _Found | None:
    """The headings below which the first rows fit best; of those that fit as well the most."""
    best: _Found | None = None
    for begin in range(len(pieces) - 2 * _NARROWEST):
        for width in range(_NARROWEST, min(_WIDEST, _heads_from(pieces, begin)) + 1):
            columns = [column([p]) for p in pieces[begin : begin + width]]
            if not _is_head(columns) or _heads_on(pieces[begin + width]):
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


def _heads_on(piece: str) -> bool:
    """Whether the next cell heads a column still: 得分, 偏差原因."""
    return bool(piece) and len(piece) <= _LONGEST_HEAD and column([piece]).role in (*MEASURED, "aside", "remark")


def _is_head(columns: Sequence[Column]) -> bool:
    """Whether they name the rows and say what was planned of them, in which unit, and what was done."""
    roles = [c.role for c in columns]
    once = roles.count("target") == roles.count("actual") == 1 and len({c.header for c in columns}) == len(columns)
    scored = any(_SCORE.fullmatch(c.header) for c in columns)
    named = {"name", "owner"} & set(roles) != set()
    named = named and roles[-1] not in ("name", "category")  # the first row's
    return once and named and (scored or bool({"unit", "sign"} & set(roles))) and _in_order(roles)


def _in_order(roles: Sequence[str]) -> bool:
    """Whether what names the rows stands before all that is measured, and nothing unknown among them."""
    first = next(i for i, role in enumerate(roles) if role in MEASURED)
    return any(role in ("name", "owner") for role in roles[:first]) and "other" not in roles


def _lead(columns: Sequence[Column]) -> int:
    """How many columns stand before the rows' names, which merged cells and lost ones leave empty or out."""
    return next(i for i, c in enumerate(columns) if c.role in ("name", "owner"))


def _fit(pieces: Sequence[str], begin: int, columns: Sequence[Column]) -> float:
    """What a cell of the first rows costs on the mean."""
    width = len(columns) - _lead(columns)
    costs = [_cost(pieces[i : i + width], columns) for i in islice(_rows(pieces, begin, columns), _JUDGED)]
    return sum(costs) / len(costs) if costs else float("inf")


def _rows(pieces: Sequence[str], begin: int, columns: Sequence[Column]) -> Iterator[int]:
    """Where the rows' names stand, up to the sum of all or the first row that does not fit."""
    lead = _lead(columns)
    width, near = len(columns) - lead, begin + lead
    while True:
        at = _nearest(pieces, near - lead, near, near + _ASTRAY, columns)
        if at is None:
            at = _nearest(pieces, near - lead, near, near + len(columns) + _ASTRAY, columns, _BORNE)
        if at is None:
            return
        yield at
        near = at + width + lead


def _nearest(
    pieces: Sequence[str], low: int, near: int, high: int, columns: Sequence[Column], borne: float = 2 * _BORNE
) -> int | None:
    """Where the row fits best, before the sum of all: of places as good the one nearest to where it ought to be."""
    width = len(columns) - _lead(columns)
    summed = next((i for i in range(low, min(high + 1, len(pieces))) if _SUM.fullmatch(pieces[i])), high + 1)
    places = range(max(low, 0), min(summed, len(pieces) - width + 1))
    costs = {i: _cost(pieces[i : i + width], columns) for i in places}
    best = min(places, key=lambda i: (costs[i], abs(i - near)), default=None)
    return best if best is not None and costs[best] <= borne else None


def _cost(row: Sequence[str], columns: Sequence[Column]) -> float:
    """What a cell of the row costs on the mean, from its name on; without a name or anything planned or done, or with a
    figure where none belongs, it fits nowhere. 及时 may be planned and done.
    """
    behind = columns[_lead(columns) :]
    kinds = [content(p) for p in row]
    worded = {k for c, k in zip(behind, kinds, strict=True) if c.role in ("target", "actual")} == {"text"}
    costs = [
        0 if worded and c.role in ("target", "actual") else misfit(c, k, p)
        for c, k, p in zip(behind, kinds, row, strict=True)
    ]
    apart = any(cost > 8 and c.role in ("sign", "unit") for c, cost in zip(behind, costs, strict=True))
    told = any(p and c.role in ("target", "actual") for c, p in zip(behind, row, strict=True))
    return sum(costs) / len(costs) if row[0] and told and not apart else float("inf")
