"""Figures of single periods that may or may not add up answer nothing.

    上半年建成290个,8月建成170个                        what July gave nobody says, and the half-year is not all
    一季度供应300亩,二季度供应450亩,三季度供应460亩    each quarter's own, or all up to its end
    一季度发放8100万元、4月发放2600万元、二季度发放7900万元    one within another
    7月完成180批次、8月完成160批次、9月完成210批次      what came before July nobody says; enough for the pace is enough

Where they add up with certainty, `pairing/period_sums.py` has added them before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extraction.pairing.periods_side_by_side import all_steps
from extraction.pairing.periods_told import Step, same_doing
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought

_VERB = 2  # characters of the verb at the end of what was done
_NEAR = 24  # numbers on each side of one among which the other periods are told
_TOO_MUCH = Decimal("1.2")  # times the plan that a sum may reach, before its addends are each all up to then


def doubt_periods(scope: Scope, links: Sequence[Link]) -> None:
    """Take a figure of one period from its promise where later ones stand beside it, or earlier ones, in place."""
    steps = all_steps(scope.text, scope.found)
    for entry in links if steps else ():
        _doubt(scope, entry, steps)


def _doubt(scope: Scope, entry: Link, steps: Mapping[int, Step]) -> None:
    promise, actual = entry.promise, entry.actual
    if promise is None or actual is None or entry.shares or promise.kind != "cumulative":
        return
    told = steps.get(id(actual))
    if told is None or told.family != "months":
        return
    beside = list(_beside(scope.found, actual, told, steps))
    ends = max([told.last, *(step.last for step in beside if _is_added(entry, step))])
    stale = any(step.last > ends if entry.parts else step.first > ends for step in beside)
    late = told.first == told.last and _is_behind(scope, entry, promise) and _is_late(scope.text, entry, told, beside)
    sum_of_all = sum((step.reading.base for step in beside), actual.base)
    in_part = told.plain and not entry.parts and any(step.last < told.first for step in beside)
    plan = promise.target.value * promise.target.magnitude
    if stale or late or (in_part and sum_of_all <= plan * _TOO_MUCH):
        entry.actual, entry.refused, entry.refusal = None, actual, refusals.UNSURE
        entry.reason = "what single periods gave, of which nobody knows the sum"


_EARLIER = sought(r"\d月|季度|年初|[上半]年")  # 3月进场,4月铺设12公里: nothing was done before


def _is_late(text: str, entry: Link, told: Step, beside: Sequence[Step]) -> bool:
    """Whether the sum is of single months of which none is the year's first, and nothing tells of those before."""
    months = [told, *(step for step in beside if _is_added(entry, step))]
    if min(step.first for step in months) == 1 or any(step.first < step.last for step in months):
        return False
    first = min(step.reading.start for step in months)
    return len(_EARLIER.findall(text, max(0, text.rfind("。", 0, first), text.rfind("|", 0, first)), first)) <= 1


def _is_behind(scope: Scope, entry: Link, promise: Promise) -> bool:
    """Whether a sum of periods that leaves out the year's first months is less than what is due by now."""
    plan, actual = promise.target.value * promise.target.magnitude, entry.actual
    if entry.total is None or actual is None:
        return False
    return entry.total * actual.quantity.magnitude * _MONTHS < plan * (scope.cutoff_month or _MONTHS)


_MONTHS = 12  # of a year


def _is_added(entry: Link, step: Step) -> bool:
    return (step.reading.start, step.reading.quantity.end) in entry.parts


def _beside(found: Sequence[Reading], actual: Reading, told: Step, steps: Mapping[int, Step]) -> Iterator[Step]:
    """The other periods that are told of the same thing, in its sentence or one next to it."""
    at = index_of(found, actual.start)
    for r in found[max(0, at - _NEAR) : at + _NEAR + 1]:
        near = abs(r.sentence - actual.sentence) <= 1 and r.point == actual.point and r.owner == actual.owner
        if r is actual or not near or r.voice != "report" or r.part or r.quantity.noun != actual.quantity.noun:
            continue
        step = steps.get(id(r))
        if step is None or step.family != told.family:
            continue
        verb = told.did[-_VERB:] == step.did[-_VERB:] != ""  # 上半年因资金未到位仅完成2.1亿元,三季度单季完成5.8亿元
        if verb or same_doing(told.did, step.did):
            yield step
