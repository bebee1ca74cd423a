"""Columns that each hold their own quarter's or month's figure: 一季度 12, 二季度 9, 三季度 8, and what they make.

A table of quarters may as well tell the year so far in each. That they are to be added is told by a column that is
their sum, by a share of the plan that only their sum has, or by quarters that fall in half of the rows while no sum is
far beyond its plan. Where they do not begin with the year, they answer nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import figure
from extraction.sought import sought
from extraction.tables.groups import Group
from extraction.tables.proving import is_share

_SUM = sought(
    r"(?:全年|年度|本年|前三季度|1-\d+月)?(?:合计|总计|小计|共计|总数|累计|总量)(?:数|完成|情况)?(?:\([^()]*\))?"
)
_STEP = sought(r"(?:20\d\d年)?第?([一二三四1-4])季度(?:完成|新增|实绩|进度|进展|增加)?[数量]?(?:情况)?(?:\([^()]*\))?")
_HALF = sought(r"(?:20\d\d年)?([上下])半年(?:完成|新增|实绩|进度|进展|增加)?[数量]?(?:情况)?(?:\([^()]*\))?")
_MONTH = sought(r"(?:20\d\d年)?(\d{1,2})月份?(?:完成|新增|实绩|增加)?[数量]?(?:情况)?(?:\([^()]*\))?")
_PACE = sought(r"序时|时序|应完成|同步|节点")
_QUARTERS = "一二三四"
_BEYOND = Decimal("1.2")  # times the plan; what the sum exceeds so far was no sum

Row = Sequence[GridCell]
Values = list[Decimal | None]


def settle_sums(text: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """一季度, 二季度, 三季度, 合计: the last tells where it is in every row the sum of those before it; in place."""
    whole = [row for row in rows if len(row) == len(columns)]
    for index, this in enumerate(columns):
        if index < 2 or this.role not in ("other", "name", "actual") or not _SUM.fullmatch(this.header):
            continue
        held = [_values(text, row) for row in whole]
        begin = next((b for b in range(index - 1) if _makes(columns, held, b, index)), None)
        if begin is None:
            continue
        this.role = "aside" if _number(columns[begin].header) > 1 else "actual"  # 7月, 8月, 9月, 合计
        for part in columns[begin:index]:
            part.role = "aside"


def _makes(columns: Sequence[Column], held: Sequence[Values], begin: int, index: int) -> bool:
    """Whether the columns from there on make the sum, in two rows at least; in one where all are parts of the year."""
    if any(c.role not in ("actual", "other", "target", "name") for c in columns[begin:index]):
        return False
    rows = [([v for v in row[begin:index] if v is not None], row[index]) for row in held]
    told = [(parts, total) for parts, total in rows if total and len(parts) > 1]
    parted = all(_number(c.header) for c in columns[begin:index])
    return len(told) > (0 if parted else 1) and all(sum(parts, Decimal(0)) == total for parts, total in told)


def steps(text: str, columns: Sequence[Column], group: Group, rows: Sequence[Row]) -> list[int]:
    """The group's columns that are to be added, in order; those that cannot make the year so far answer nothing.

    The group loses them; in place.
    """
    numbers = {i: n for i in group.actuals if (n := _number(columns[i].header))}
    if len(numbers) < 2 or len(numbers) < len(group.actuals) or len(group.targets) != 1:
        return []
    places = sorted(numbers, key=lambda i: numbers[i])
    whole = [_values(text, row) for row in rows if len(row) == len(columns)]
    halves = all(_HALF.fullmatch(columns[i].header) for i in places)  # 下半年完成 is never the year's
    if not halves and not _rates_say(whole, group, places) and not _they_fall(whole, group, places):
        return []
    if [numbers[i] for i in places] == list(range(1, len(places) + 1)):
        return places
    group.actuals = []
    return []


def set_pace_aside(text: str, columns: Sequence[Column], rows: Sequence[Row], cutoff: date | None) -> None:
    """全年任务 8, 序时任务 6 in September: the year's plan by the pace promises nothing of its own; in place."""
    plans = [i for i, c in enumerate(columns) if c.role == "target"]
    due = [i for i in plans if _PACE.search(columns[i].header)]
    if cutoff is None or len(plans) - len(due) != 1 or not due:
        return
    year = next(i for i in plans if i not in due)
    whole = [_values(text, row) for row in rows if len(row) == len(columns)]
    told = [(a, b) for i in due for row in whole if (a := row[year]) and (b := row[i]) is not None]
    if told and all(abs(a * cutoff.month / 12 - b) <= max(Decimal(1), a / 100) for a, b in told):
        for i, this in enumerate(columns):
            if i in due or (this.role in ("ratio", "rate") and _PACE.search(this.header)):
                this.role = "aside"


def _number(header: str) -> int:
    """Which quarter or month of the year the column is headed by; 0 for none."""
    if match := _STEP.fullmatch(header):
        return int(match[1]) if match[1].isdigit() else _QUARTERS.index(match[1]) + 1
    if match := _HALF.fullmatch(header):
        return "上下".index(match[1]) + 1
    match = _MONTH.fullmatch(header)
    return int(match[1]) if match else 0


def _rates_say(rows: Sequence[Values], group: Group, places: Sequence[int]) -> bool:
    """Whether the shares are of the sums, in every row, and not of the last figures."""
    if len(group.ratios) != 1:
        return False
    plan, rate = group.targets[0], group.ratios[0]
    told = [(w, r, _filled(row, places)) for row in rows if (w := row[plan]) and (r := row[rate]) is not None]
    told = [(w, r, parts) for w, r, parts in told if len(parts) > 1]
    sums = [is_share(w, sum(parts, Decimal(0)), r) for w, r, parts in told]
    return bool(sums) and all(sums) and not all(is_share(w, parts[-1], r) for w, r, parts in told)


def _they_fall(rows: Sequence[Values], group: Group, places: Sequence[int]) -> bool:
    """Whether figures fall in half of the rows, and the sums are none beyond their plans."""
    told = [(w, parts) for row in rows if (w := row[group.targets[0]]) and len(parts := _filled(row, places)) > 1]
    falling = sum(any(b < a for a, b in pairwise(parts)) for _, parts in told)
    if not falling or falling * 2 < len(told):
        return False
    return all(sum(parts, Decimal(0)) <= _BEYOND * w for w, parts in told)


def _filled(row: Values, places: Sequence[int]) -> list[Decimal]:
    return [v for i in places if (v := row[i]) is not None]


def _values(text: str, row: Row) -> Values:
    """The figures of the row; none where the cell is empty or says words."""
    pieces = [c.of(text) for c in row]
    return [None if EMPTY.fullmatch(p) or len(p) > 12 else figure(p) for p in pieces]
