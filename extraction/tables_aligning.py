"""Rows that have fewer cells than the table has columns: each cell to the column that its content fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction import units
from extraction.grids_cells import EMPTY, NUMBER, GridCell
from extraction.tables_columns import Column, is_unit

Aligned = list[GridCell | None]
_IMPOSSIBLE, _LOOSE = 10**6, 40
_LARGEST_SHARE = 300  # per cent
_ROUNDED = Decimal("1.5")  # points by which sources err
_AMOUNT = re.compile(
    r"(?:约|近|超|≥|≤|>|<|不低于|不少于|不超过|达到?"
    r"|增长)?-?\d[\d,]*(?:\.\d+)?\s?[^\s\d,。;:]{1,6}(?:\([^()]*\))?(?:以上|以内|左右|以下)?"
)
_PERCENT = re.compile(r"(?:约|近|≥|≤|不低于|不超过)?-?\d[\d.,]*\s?%(?:\([^()]*\)|以上|以内|左右)?")
_MISFIT: dict[str, dict[str, int]] = {
    "target": {"number": 0, "amount": 0, "percent": 1, "text": 3, "unit": 9, "flag": 9},
    "actual": {"number": 0, "amount": 0, "percent": 1, "text": 2, "unit": 9, "flag": 9},
    "ratio": {"number": 3, "amount": 6, "percent": 0, "text": 5, "unit": 9, "flag": 9},
    "rate": {"number": 3, "amount": 6, "percent": 0, "text": 5, "unit": 9, "flag": 9},
    "growth": {"number": 1, "amount": 6, "percent": 0, "text": 5, "unit": 9, "flag": 9},
    "unit": {"number": 9, "amount": 9, "percent": 9, "text": 6, "unit": 0, "flag": 9},
    "flag": {"number": 9, "amount": 9, "percent": 9, "text": 2, "unit": 9, "flag": 0},
    "remark": {"number": 7, "amount": 5, "percent": 6, "text": 0, "unit": 3, "flag": 3},
    "name": {"number": 8, "amount": 5, "percent": 9, "text": 0, "unit": 4, "flag": 6},
}
_WORDS = {"number": 7, "amount": 6, "percent": 7, "text": 0, "unit": 3, "flag": 4}


def align(text: str, row: Sequence[GridCell], columns: Sequence[Column], marked: bool = False) -> Aligned | None:
    """The row's cells, one per column; None where that cannot be told.

    `marked` says that the table's shares carry their %, so that a bare number is none.
    """
    if len(row) == len(columns):
        return list(row)
    if len(row) > len(columns):
        return list(row[: len(columns)]) if not any(c.of(text) for c in row[len(columns) :]) else None
    if len(row) < 2:
        return None
    kinds = [_content(text, c) for c in row]
    early, late = (_least(text, row, kinds, columns, prefer) for prefer in (True, False))
    if early is None or late is None:
        return None
    places = [i for i, c in enumerate(columns) if c.role in ("target", "actual")]
    if any(early[i] is not late[i] for i in places):
        return None
    doubtful = any(_may_be_share(text, early, columns, i, marked) for i in places)
    return None if doubtful or not _adds_up(text, early, columns) else early


def _adds_up(text: str, row: Aligned, columns: Sequence[Column]) -> bool:
    """Whether a short row's shares are those of its figures, and no figure has slipped into the names."""
    if any(
        c and k.role in ("name", "owner") and NUMBER.fullmatch(c.of(text)) for c, k in zip(row, columns, strict=True)
    ):
        return False
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
    text: str, row: Sequence[GridCell], kinds: list[str], columns: Sequence[Column], prefer: bool
) -> Aligned | None:
    """The cheapest way; of two as cheap the earlier or the later columns, as preferred."""
    n, m = len(row), len(columns)
    cost = [[_IMPOSSIBLE] * (m + 1) for _ in range(n + 1)]
    taken = [[False] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0
    for j in range(1, m + 1):
        cost[0][j] = cost[0][j - 1] + _skip(columns[j - 1])
    for i in range(1, n + 1):
        for j in range(i, m + 1):
            take = cost[i - 1][j - 1] + _misfit(text, row, i - 1, kinds, columns[j - 1])
            leave = cost[i][j - 1] + _skip(columns[j - 1])
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


def _skip(column: Column) -> int:
    return 3 if column.role in ("target", "actual", "name") else 1


def _content(text: str, cell: GridCell) -> str:
    piece = cell.of(text)
    if NUMBER.fullmatch(piece):
        return "percent" if "%" in piece else "number"
    if is_unit(piece) or piece in units.ALL:
        return "unit"
    if EMPTY.fullmatch(piece):
        return "empty"
    if piece in ("是", "否", "√", "×", "达序", "未达序", "正常", "滞后"):
        return "flag"
    return "percent" if _PERCENT.fullmatch(piece) else "amount" if _AMOUNT.fullmatch(piece) else "text"


def _misfit(text: str, row: Sequence[GridCell], i: int, kinds: list[str], column: Column) -> int:
    kind = kinds[i]
    if kind == "empty":
        return 0
    if column.role == "serial":
        return 0 if re.fullmatch(r"\d{1,3}", row[i].of(text)) and i <= 1 else 9
    if column.role in ("ratio", "rate") and kind == "number" and _is_share(text, row, i):
        return 0
    return _MISFIT.get(column.role, _WORDS)[kind]


def _is_share(text: str, row: Sequence[GridCell], i: int) -> bool:
    """Whether the cell is the share that the two before it make: 27800, 52242, 187.9."""
    if i < 2:
        return False
    try:
        plan, done, share = (Decimal(row[k].of(text).replace(",", "").rstrip("%")) for k in (i - 2, i - 1, i))
    except ArithmeticError:
        return False
    return plan != 0 and abs(done / plan * 100 - share) < max(Decimal("0.06"), share / 100)
