"""One plan in a row whose groups of columns each tell their own figure and share of it.

县区 | 年度任务 | 宫颈癌检查: 人数, 完成率 | 乳腺癌检查: 人数, 完成率
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column, unit_in
from extraction.records import Indicator, Target
from extraction.sought import sought
from extraction.tables.cells import number
from extraction.tables.groups import Group
from extraction.tables.proving import is_share

_ROUNDED = Decimal("0.006")  # half of the last digit of 83.8 %, and a little
_OF_PLAN = sought(r"完成|任务|计划|目标")
_FEWEST = 2  # rows that prove it


def with_common_plan(
    text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]], found: list[Group]
) -> list[Group]:
    """The groups, each with the one plan of which all their rates are in every row; the plan's column gets its role."""
    told = [g for g in found if g.label and not g.targets and len(g.actuals) == 1 and len(g.ratios) == 1]
    rest = [g for g in found if g not in told]
    if len(told) < 2 or any(g.actuals or g.ratios or g.growths for g in rest):
        return found
    rated = all(_OF_PLAN.search(columns[g.ratios[0]].header) for g in told)
    roles = ("target", "other") if rated else ("target",)
    plans = [i for i, c in enumerate(columns) if c.role in roles and _is_whole(text, columns, rows, i, told)]
    if len(plans) != 1:
        return found
    _in_one_unit(columns, plans[0], told)
    for group in told:
        group.targets, group.each = [plans[0]], True
    return told


def _is_whole(
    text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]], plan: int, told: Sequence[Group]
) -> bool:
    """Whether the column holds the whole of every rate, in rows enough."""
    whole = [row for row in rows if len(row) == len(columns)]
    told_in = [
        (_value(text, row[plan]), _value(text, row[g.actuals[0]]), _value(text, row[g.ratios[0]]))
        for row in whole
        for g in told
    ]
    proved = [is_share(a, b, c) for a, b, c in told_in if a and b is not None and c is not None]
    return len(proved) >= _FEWEST * len(told) and all(proved)


def _value(text: str, cell: GridCell) -> Decimal | None:
    quantity = number(text, cell, "")
    return quantity.base if quantity is not None and quantity.upper is None else None


def _in_one_unit(columns: Sequence[Column], plan: int, told: Sequence[Group]) -> None:
    """目标人群(人), 累计完成(例): the rates say that both count the same; in place."""
    columns[plan].role = "target"
    counted = {unit for g in told if (unit := unit_in(columns[g.actuals[0]].header))}
    if not unit_in(columns[plan].header) and len(counted) == 1:
        columns[plan].unit = counted.pop()
        columns[plan].header += f"({columns[plan].unit})"
    for this in (columns[g.actuals[0]] for g in told):
        this.unit, this.header = "", sought(r"\([^()]*\)").sub("", this.header)


def with_shared_plan(told: list[Indicator]) -> list[Indicator]:
    """The row's indicators; where all the others' shares are of the one plan that nothing answers, it is theirs."""
    plans = [i for i in told if i.target is not None and i.actual is None and not i.claims]
    others = [i for i in told if i.target is None and i.actual is not None and i.stated_completion is not None]
    if len(plans) != 1 or not others or len(others) + 1 != len(told):
        return told
    plan = plans[0]
    assert plan.target is not None
    if not all(_is_of(plan.target, other) for other in others):
        return told
    return [_under(plan, other) for other in others]


def _is_of(target: Target, told: Indicator) -> bool:
    actual, stated = told.actual, told.stated_completion
    if actual is None or stated is None or not target.value or actual.value is None:
        return False
    part = actual.value * actual.magnitude / (target.value * target.magnitude)
    return abs(part - stated) <= _ROUNDED


def _under(plan: Indicator, told: Indicator) -> Indicator:
    return replace(
        told,
        kind=plan.kind,
        direction=plan.direction,
        accrues=plan.accrues,
        tier=plan.tier,
        due=plan.due,
        target=plan.target,
    )
