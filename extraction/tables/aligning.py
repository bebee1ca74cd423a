"""Rows that have fewer cells than the table has columns: each cell to the column that its content fits."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import content, contents, figure, misfit, skip
from extraction.sought import sought
from extraction.tables.cells import empty
from extraction.tables.periods import is_part
from extraction.tables.rates_in_percent import is_rate_in_percent, rate_in_percent
from extraction.tables.shares import Aligned, adds_up, may_be_share, one_lost, plan_with_share, with_own_share
from extraction.tables.shares_left_out import shares_left_out

_FIGURES, _COUNTED = ("number", "amount", "percent"), ("number", "amount")
_WORDED = ("remark", "flag", "aside")
_BORNE = {"growth": 1, "name": 2, "owner": 2}  # what a cell at its place may cost
_FAR = 12  # times beyond what a column's whole rows hold
_PLAN = 3  # what it costs to leave a plan empty
_IMPOSSIBLE, _LOOSE = 10**6, 40


class Held(NamedTuple):
    """What the whole rows hold under a column: kinds of cells, and from which to which figure."""

    kinds: frozenset[str]
    low: Decimal | None
    high: Decimal | None


Seen = dict[int, Held]


def align(
    text: str, row: Sequence[GridCell], columns: Sequence[Column], marked: bool = False, seen: Seen | None = None
) -> Aligned | None:
    """The row's cells, one per column; None where that cannot be told.

    `marked` says that the table's shares carry their %, so that a bare number is none; `seen` what whole rows hold.
    """
    if len(row) == len(columns):
        return list(row)
    if len(row) > len(columns):
        return list(row[: len(columns)]) if not any(c.of(text) for c in row[len(columns) :]) else None
    if len(row) < 2:
        return None
    if (proved := one_lost(text, row, columns)) is not None:
        return proved
    if (rated := shares_left_out(text, row, columns)) is not None:
        return rated
    if is_rate_in_percent(text, row, columns):
        return rate_in_percent(text, row, columns)
    kinds = contents([c.of(text) for c in row])
    if (bare := _without_remark(text, row, kinds, columns, seen or {})) is not None:
        return bare
    early, late = (_least(text, row, kinds, columns, seen or {}, prefer) for prefer in (True, False))
    if early is None or late is None:
        return None
    early, late = (with_own_share(text, _rate_told(text, way, columns), columns) for way in (early, late))
    places = [i for i, c in enumerate(columns) if c.role in ("target", "actual")]
    planned = plan_with_share(text, early, late, columns)
    if planned is not None:
        return planned
    if worded := _only_words_apart(text, early, late, places):
        return worded
    if any(_differ(text, early[i], late[i]) for i in places):
        falling = [_falls(text, way, columns) for way in (early, late)]
        if any(falling) and not all(falling):
            return late if falling[0] else early
        return _with_early_date(text, early, late, columns)
    doubtful = any(may_be_share(text, early, columns, i, marked) for i in places)
    return None if doubtful or not adds_up(text, early, columns) else early


def like_siblings(
    text: str, rows: Sequence[Sequence[GridCell]], laid: Sequence[Aligned | None]
) -> list[Aligned | None]:
    """临江县 … 33500, —, —: a row that its dashes keep from being laid lies as all the rows of its width lie."""
    lost: dict[int, set[int]] = {}
    counts: dict[int, int] = {}
    for row, way in zip(rows, laid, strict=True):
        if way is not None and len(row) == len(way) - 1:
            lost.setdefault(len(row), set()).add(next(i for i, cell in enumerate(way) if cell is None))
            counts[len(row)] = counts.get(len(row), 0) + 1
    out = list(laid)
    for n, (row, way) in enumerate(zip(rows, laid, strict=True)):
        dashed = any(EMPTY.fullmatch(c.of(text)) for c in row)
        if way is None and dashed and counts.get(len(row), 0) >= _SIBLINGS and len(lost[len(row)]) == 1:
            (at,) = lost[len(row)]
            out[n] = [*row[:at], None, *row[at:]]
    return out


_SIBLINGS = 2  # rows that lie alike say how the others lie


def _without_remark(
    text: str, row: Sequence[GridCell], kinds: list[str], columns: Sequence[Column], seen: Seen
) -> Aligned | None:
    """The row where all that it lost are the remarks behind its figures, which are at home as they stand."""
    if any(c.role not in _WORDED for c in columns[len(row) :]):
        return None
    for i, (kind, column) in enumerate(zip(kinds, columns, strict=False)):
        if _misfit(text, row, i, kinds, column) > _BORNE.get(column.role, 0) or _unseen(
            kind, row[i].of(text), seen.get(i)
        ):
            return None
    way: Aligned = [*row, *[None] * (len(columns) - len(row))]
    return way if adds_up(text, way, columns) else None


def _rate_told(text: str, way: Aligned, columns: Sequence[Column]) -> Aligned:
    """绿化率, 40%, 41.3% under 目标, 完成, 完成率 with one cell lost: of a rate its own is told, and no share of it."""
    out = list(way)
    named = "".join(c.of(text) for c, k in zip(way, columns, strict=True) if c and k.role == "name")
    for i in range(len(columns) - 2):
        if [c.role for c in columns[i : i + 3]] != ["target", "actual", "ratio"]:
            continue
        held = [c for c in out[i : i + 3] if c is not None]
        if len(held) == 2 and all(content(c.of(text)) == "percent" for c in held) and sought(r"率|比").search(named):
            out[i : i + 3] = [*held, None]
    return out


def _differ(text: str, one: GridCell | None, other: GridCell | None) -> bool:
    """Whether the two are not the same cell; a dash and a cell that was lost say the same."""
    return one is not other and not (empty(text, one) and empty(text, other))


def _only_words_apart(text: str, early: Aligned, late: Aligned, places: Sequence[int]) -> Aligned | None:
    """年终核算 below one of several months: wherever words stand, no figure stands there."""
    apart = [i for i in places if early[i] is not late[i]]
    cells = [c for i in apart for c in (early[i], late[i]) if c is not None]
    if not cells or any(sought(r"\d").search(c.of(text)) for c in cells):
        return None
    return [None if i in apart else cell for i, cell in enumerate(early)]


def _falls(text: str, way: Aligned, columns: Sequence[Column]) -> bool:
    """Whether a later date would have less than an earlier one, so that the cells cannot lie so: 60个, 31个, 45个."""
    dated = [i for i in places_of(columns, "actual") if is_part(columns[i])]
    told = [(columns[i], v) for i in dated if (c := way[i]) is not None and (v := figure(c.of(text))) is not None]
    return any(
        b < a and one.label == other.label and one.header != other.header for (one, a), (other, b) in pairwise(told)
    )


def _with_early_date(text: str, early: Aligned, late: Aligned, columns: Sequence[Column]) -> Aligned | None:
    """Of 10月, 11月, 12月 one is lost: the newest figure is the same, and the earlier date asks less of it."""
    apart = [i for i in range(len(columns)) if early[i] is not late[i]]
    dated = all(columns[i].role == "actual" and is_part(columns[i]) for i in apart)
    dated = dated and sum(early[i] is not None for i in places_of(columns, "actual")) > 1
    last = [next((way[i] for i in reversed(apart) if way[i] is not None), None) for way in (early, late)]
    return early if dated and last[0] is last[1] and last[0] is not None else None


def places_of(columns: Sequence[Column], role: str) -> list[int]:
    """Where the columns of the role stand."""
    return [i for i, c in enumerate(columns) if c.role == role]


def kinds_seen(text: str, rows: Sequence[Sequence[GridCell]], columns: Sequence[Column]) -> Seen:
    """What the whole rows hold under each column that has figures in them."""
    whole = [[c.of(text) for c in row] for row in rows if len(row) == len(columns)]
    found = {i: _held([row[i] for row in whole]) for i in range(len(columns))}
    return {i: held for i, held in found.items() if held.kinds & set(_FIGURES)}


def _held(pieces: Sequence[str]) -> Held:
    kinds = [content(p) for p in pieces]
    values = sorted(v for p, kind in zip(pieces, kinds, strict=True) if kind in _COUNTED and (v := figure(p)))
    low, high = (values[0], values[-1]) if len(values) > 1 else (None, None)
    return Held(frozenset(kinds) - {"empty"}, low, high)


def _unseen(kind: str, piece: str, held: Held | None) -> int:
    """A per cent under a column of 150公里, 24座 is strange, and so is a text, or 31900 under 12, 40, 7."""
    if held is None or kind not in (*_FIGURES, "promise"):
        return 0
    if kind not in held.kinds:
        return 3 if kind != "amount" or "promise" not in held.kinds else 0
    value = figure(piece) if kind in _COUNTED else None
    if value is None or held.low is None or held.high is None:
        return 0
    return 3 if value > _FAR * held.high or value * _FAR < held.low else 0


def _least(
    text: str, row: Sequence[GridCell], kinds: list[str], columns: Sequence[Column], seen: Seen, prefer: bool
) -> Aligned | None:
    """The cheapest way; of two as cheap the earlier or the later columns, as preferred."""
    n, m = len(row), len(columns)
    cost = [[_IMPOSSIBLE] * (m + 1) for _ in range(n + 1)]
    taken = [[False] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0
    for j in range(1, m + 1):
        cost[0][j] = cost[0][j - 1] + _skip(columns[j - 1], seen.get(j - 1))
    for i in range(1, n + 1):
        for j in range(i, m + 1):
            take = (
                cost[i - 1][j - 1]
                + _misfit(text, row, i - 1, kinds, columns[j - 1])
                + _unseen(kinds[i - 1], row[i - 1].of(text), seen.get(j - 1))
            )
            leave = cost[i][j - 1] + _skip(columns[j - 1], seen.get(j - 1))
            taken[i][j] = take <= leave if prefer else take < leave
            cost[i][j] = min(take, leave)
    if cost[n][m] >= _LOOSE:
        return None
    out: Aligned = [None] * m
    i = n
    for j in range(m, 0, -1):
        if i and taken[i][j]:
            out[j - 1] = row[i - 1]
            i -= 1
    return out


def _skip(column: Column, held: Held | None) -> int:
    """What it costs to leave the column empty: as much as a plan, where nothing but bare figures is below it."""
    alike = held is not None and held.kinds <= {"number", "amount"} and column.role in ("aside", "other")
    return max(skip(column), _PLAN) if alike else skip(column)


def _misfit(text: str, row: Sequence[GridCell], i: int, kinds: list[str], column: Column) -> int:
    kind = kinds[i]
    if column.role == "serial" and i > 1:
        return 9
    return misfit(column, kind, row[i].of(text))
