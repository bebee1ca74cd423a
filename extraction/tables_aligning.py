"""Rows that have fewer cells than the table has columns: each cell to the column that its content fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.grids_cells import EMPTY, NUMBER, GridCell
from extraction.tables_columns import MEASURED, Column
from extraction.tables_fitting import content, contents, misfit, skip

Aligned = list[GridCell | None]
Seen = dict[int, set[str]]
_FIGURES = ("number", "amount", "percent")
_IMPOSSIBLE, _LOOSE = 10**6, 40
_LARGEST_SHARE = 300  # per cent
_ROUNDED = Decimal("1.5")  # points by which sources err


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
    kinds = contents([c.of(text) for c in row])
    early, late = (_least(text, row, kinds, columns, seen or {}, prefer) for prefer in (True, False))
    if early is None or late is None:
        return None
    places = [i for i, c in enumerate(columns) if c.role in ("target", "actual")]
    early = _plan_with_share(early, late, columns)
    if early is late:
        return early
    if any(early[i] is not late[i] for i in places):
        return None
    doubtful = any(_may_be_share(text, early, columns, i, marked) for i in places)
    return None if doubtful or not _adds_up(text, early, columns) else early


def _plan_with_share(early: Aligned, late: Aligned, columns: Sequence[Column]) -> Aligned:
    """10所, 75% under 计划, 完成, 完成率: a share needs its plan, so the result was left out."""
    apart = [i for i in range(len(columns)) if early[i] is not late[i]]
    if [columns[i].role for i in apart] != ["target", "actual"] or apart[1] != apart[0] + 1:
        return early
    after = apart[1] + 1
    shared = after < len(columns) and columns[after].role == "ratio" and early[after] is not None
    return next(way for way in (early, late) if way[apart[0]] is not None) if shared else early


def kinds_seen(text: str, rows: Sequence[Sequence[GridCell]], columns: Sequence[Column]) -> Seen:
    """Which kinds of figures the whole rows hold under each column, where at least two do."""
    whole = [row for row in rows if len(row) == len(columns)]
    kinds = [[content(c.of(text)) for c in row] for row in whole]
    found = {i: {k[i] for k in kinds} & set(_FIGURES) for i in range(len(columns))}
    return {i: held for i, held in found.items() if held and len(whole) > 1}


def _unseen(kind: str, held: set[str] | None) -> int:
    """A per cent under a column of 150公里, 24座 is strange."""
    return 3 if held is not None and kind in _FIGURES and kind not in held else 0


def _adds_up(text: str, row: Aligned, columns: Sequence[Column]) -> bool:
    """Whether a short row's shares are those of its figures, and no figure has slipped into the names."""
    if any(
        c and k.role in ("name", "owner") and NUMBER.fullmatch(c.of(text)) for c, k in zip(row, columns, strict=True)
    ):
        return False
    if all(c is not None for c, k in zip(row, columns, strict=True) if k.role in MEASURED):
        return True  # nothing measured is missing: what contradicts itself is the source's own sum
    plan = done = None
    for cell, column in zip(row, columns, strict=True):
        if column.role == "target":
            plan, done = cell, None
        elif column.role == "actual" and (done is None or cell is not None):
            done = cell
        elif column.role == "ratio" and cell and any(c and NUMBER.fullmatch(c.of(text)) for c in (plan, done)):
            values = [_decimal(c.of(text)) if c else None for c in (plan, done, cell)]
            if None in values or not _is_share_of(values):
                return False
    return True


def _decimal(piece: str) -> Decimal | None:
    match = re.match(r"-?[\d,]+(?:\.\d+)?", piece)
    return Decimal(match.group().replace(",", "")) if match and match.group().strip(",-") else None


def _is_share_of(values: Sequence[Decimal | None]) -> bool:
    plan, done, share = values
    return bool(plan) and done is not None and share is not None and abs(done / (plan or 1) * 100 - share) < _ROUNDED


def shares_marked(text: str, rows: Sequence[Sequence[GridCell]], columns: Sequence[Column]) -> bool:
    """Whether the whole rows' shares carry their %."""
    places = [i for i, c in enumerate(columns) if c.role == "ratio"]
    pieces = [row[i].of(text) for row in rows if len(row) == len(columns) for i in places]
    filled = [p for p in pieces if not EMPTY.fullmatch(p)]
    return bool(filled) and all("%" in p for p in filled)


def _may_be_share(text: str, row: Aligned, columns: Sequence[Column], index: int, marked: bool) -> bool:
    """1200, 37.5 under 计划, 完成, 完成率 with one cell lost: the second may be the result or the share."""
    cell = row[index]
    following = columns[index + 1] if index + 1 < len(columns) else None
    if (
        cell is None
        or columns[index].role != "actual"
        or following is None
        or following.role != "ratio"
        or row[index + 1]
    ):
        return False
    if marked and "%" not in cell.of(text):
        return False
    named = "".join(c.of(text) for c, k in zip(row, columns, strict=True) if c and k.role == "name")
    if re.search(r"率|比重|占比|增速", columns[index].label + named) or not NUMBER.fullmatch(cell.of(text)):
        return False
    return Decimal(re.sub(r"[^\d.]", "", cell.of(text))) <= _LARGEST_SHARE


def _least(
    text: str, row: Sequence[GridCell], kinds: list[str], columns: Sequence[Column], seen: Seen, prefer: bool
) -> Aligned | None:
    """The cheapest way; of two as cheap the earlier or the later columns, as preferred."""
    n, m = len(row), len(columns)
    cost = [[_IMPOSSIBLE] * (m + 1) for _ in range(n + 1)]
    taken = [[False] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0
    for j in range(1, m + 1):
        cost[0][j] = cost[0][j - 1] + skip(columns[j - 1])
    for i in range(1, n + 1):
        for j in range(i, m + 1):
            take = (
                cost[i - 1][j - 1]
                + _misfit(text, row, i - 1, kinds, columns[j - 1])
                + _unseen(kinds[i - 1], seen.get(j - 1))
            )
            leave = cost[i][j - 1] + skip(columns[j - 1])
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


def _misfit(text: str, row: Sequence[GridCell], i: int, kinds: list[str], column: Column) -> int:
    kind = kinds[i]
    if column.role == "serial" and i > 1:
        return 9
    return misfit(column, kind, row[i].of(text))
