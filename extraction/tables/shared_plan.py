"""One plan in a row whose groups of columns each tell their own figure and share of it.

县区 | 年度任务 | 宫颈癌检查: 人数, 完成率 | 乳腺癌检查: 人数, 完成率
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extraction.records import Indicator, Target

_ROUNDED = Decimal("0.006")  # half of the last digit of 83.8 %, and a little


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
