"""A plan set in one part of a report and told in another with its share: the name and the sum say they belong together.

土地出让收入预算24亿元. ... 土地出让收入完成13.2亿元,为年预算的55%.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.indicators import claims_count
from extraction.records import Actual, Claim, Indicator, Target, Task
from extraction.sought import sought
from extraction.words import names

_GOAL = sought(r"(?<=..)(?:年初|年度|全年)?(?:预算|目标|任务|计划)$")
_CAME = sought(r"(?<=..)(?:实际)?(?:到账|到位)(?:资金|额)?$")  # 实际利用外资到账1.76亿美元
_DECIMALS = sought(r"\.(\d{1,6})")
_Key = tuple[str, str | None, str]
_Place = tuple[int, int]  # task, indicator
_Share = tuple[_Place, Indicator, Actual, Claim]
_TELLING = 3  # digits of a plan that a sum is no chance with


def with_their_plans(tasks: list[Task]) -> list[Task]:
    """The tasks in which such a figure stands at its plan, and no longer by itself."""
    every = list(_open_plans(tasks))
    open_ones = _by_name(tasks, every)
    moved: dict[_Place, Indicator] = {}
    gone: set[_Place] = set()
    told_shares = list(_shares(tasks)) if every else []
    by_sum = _by_sum(tasks, every, told_shares)
    for place, told, actual, share in told_shares:
        at = open_ones.get(_key(told, actual.noun)) or by_sum.get(place)
        plan = tasks[at[0]].indicators[at[1]] if at is not None and at not in moved else None
        if at is None or plan is None or plan.target is None or not _is_share(actual, plan.target, share):
            continue
        reason = "the share that the source states elsewhere is this figure's of this plan"
        alike = told.name.endswith(plan.name[-2:])  # 确保完成全年投资141.6亿元: what is told says of what
        name = plan.name if place in by_sum and not alike else told.name
        moved[at] = replace(plan, name=name, actual=actual, claims=told.claims, reason=reason, confidence=0.9)
        gone.add(place)
    for at, place in _of_owners(tasks) if every else ():
        plan, told = tasks[at[0]].indicators[at[1]], tasks[place[0]].indicators[place[1]]
        reason = "the share that the source states elsewhere is this owner's"
        moved[at] = replace(plan, claims=told.claims, refusal=None, reason=reason, confidence=0.8)
        gone.add(place)
    return [_changed(t, task, moved, gone) for t, task in enumerate(tasks)] if moved else tasks


def _by_sum(tasks: list[Task], open_ones: Sequence[_Place], told: Sequence[_Share]) -> dict[_Place, _Place]:
    """二、完成10个村,占计划的3.0%: of the only plan that comes to it, wherever it is set; a first step gives way."""
    found: dict[_Place, list[_Share]] = {}
    for each in told:
        place, indicator, actual, share = each
        fitting = [
            at for at in open_ones if at != place and _fits(tasks[at[0]].indicators[at[1]], indicator, actual, share)
        ]
        if len(fitting) == 1 and _DECIMALS.search(share.text):
            found.setdefault(fitting[0], []).append(each)
    out: dict[_Place, _Place] = {}
    for at, shares in found.items():
        ended = [s for s in shares if names.stage(s[1].name) is None] or shares
        if len(ended) == 1:
            out[ended[0][0]] = at
    return out


def _fits(plan: Indicator, told: Indicator, actual: Actual, share: Claim) -> bool:
    target = plan.target
    alike = target is not None and target.noun == actual.noun and plan.owner == told.owner
    digits = len(target.value.normalize().as_tuple().digits) if target is not None else 0
    return alike and digits >= _TELLING and target is not None and _is_share(actual, target, share)


_INVESTED = "投资"


def _of_owners(tasks: list[Task]) -> Iterator[tuple[_Place, _Place]]:
    """东县计划投资6.7亿元. ... 投资完成率89%(东县85%): an owner's only plan of investment, and its only share."""
    plans: dict[str, list[_Place]] = {}
    told: dict[str, list[_Place]] = {}
    for t, task in enumerate(tasks):
        for i, each in enumerate(task.indicators):
            if each.owner is None or _INVESTED not in each.name or each.actual is not None:
                continue
            shared = any(c.completion is not None for c in each.claims)
            if each.target is None and shared:
                told.setdefault(each.owner, []).append((t, i))
            elif each.target is not None and each.target.noun == "元" and not claims_count(each.claims):
                plans.setdefault(each.owner, []).append((t, i))
    for owner, found in plans.items():
        if len(found) == len(told.get(owner, ())) == 1 and found[0][0] < told[owner][0][0]:
            yield found[0], told[owner][0]


def _open_plans(tasks: list[Task]) -> Iterator[_Place]:
    """Where the plans stand that nothing answers."""
    for t, task in enumerate(tasks):
        for i, plan in enumerate(task.indicators):
            if plan.target is None or plan.actual is not None or plan.refusal is not None:
                continue
            if not claims_count(plan.claims):
                yield t, i


def _by_name(tasks: list[Task], open_ones: Sequence[_Place]) -> dict[_Key, _Place]:
    """The open plans by their names; a name that is planned twice is nobody's."""
    planned = Counter(_key(i, i.target.noun) for task in tasks for i in task.indicators if i.target is not None)
    found: dict[_Key, _Place] = {}
    for place in open_ones:
        plan = tasks[place[0]].indicators[place[1]]
        key = _key(plan, plan.target.noun if plan.target is not None else "")
        if planned[key] == 1:
            found[key] = place
    return found


def _shares(tasks: list[Task]) -> Iterator[_Share]:
    """The figures of which nothing but a share of the plan is told."""
    for t, task in enumerate(tasks):
        for i, told in enumerate(task.indicators):
            claim = next((c for c in told.claims if c.completion is not None), None)
            if told.target is None and told.actual is not None and claim is not None:
                yield (t, i), told, told.actual, claim


def _key(indicator: Indicator, noun: str) -> _Key:
    named = _CAME.sub("", indicator.name)
    folded = indicator.folded if named == indicator.name else names.folded(named)
    return _GOAL.sub("", folded), indicator.owner, noun


def _is_share(actual: Actual, target: Target, share: Claim) -> bool:
    plan = target.value * target.magnitude
    stated = share.completion or Decimal(0)
    written = _DECIMALS.search(share.text)
    slack = Decimal("0.006").scaleb(-len(written[1]) if written else 0)
    return bool(plan) and abs(actual.value * actual.magnitude / plan - stated) <= slack


def _changed(t: int, task: Task, moved: dict[_Place, Indicator], gone: set[_Place]) -> Task:
    kept = tuple(moved.get((t, i), told) for i, told in enumerate(task.indicators) if (t, i) not in gone)
    return task if kept == task.indicators else replace(task, indicators=kept)
