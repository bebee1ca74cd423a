"""The sum of what is told period by period (pairing/periods_told.py), or the total beside it, answers a promise."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.pairing.periods_told import Run, is_growing, is_of, opens_step, total_of
from extraction.pairing.sums import add
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_VERB = 2  # characters of a verb, which alone names nothing


def sum_periods(scope: Scope, entry: Link, answering: set[int], told: Sequence[Run]) -> None:
    """Answer the promise by the sum of what is told period by period, where that is sure or proved, in place."""
    promise = entry.promise
    if promise is None or promise.kind != "cumulative" or promise.measure != "amount" or entry.parts:
        return
    for one in told:
        run = one.figures
        if not (
            _is_the_share(entry, promise, run) if entry.shares else one.sure and _answers(scope, entry, promise, run)
        ):
            continue
        if any(id(r) in answering and r is not entry.actual for r in run) or (one.plain and _is_beyond(promise, run)):
            continue
        if run[0].part and run[0].sentence == promise.reading.sentence and total_of(run) == promise.reading.base:
            continue  # 新增床位500张,其中一季度100张、二季度400张: how the plan is spread
        if total := _told_total(scope, run):
            entry.actual, entry.refusal, entry.refused = total, None, None
            entry.reason = "the sum that the text gives of its periods"
        elif (so_far := _told_up_to_then(scope, run)) is None:
            entry.actual = run[0]
            add(entry, run, "the sum of what its periods gave")
        elif entry.actual in run:
            entry.actual, entry.reason = so_far, "what was done in all, beside what single periods gave"
        return


def _is_the_share(entry: Link, promise: Promise, run: Sequence[Reading]) -> bool:
    """一季度3.2亿元,二季度4.1亿元,三季度3.6亿元,占年度计划15亿元的72.7%: the stated share is that of the sum."""
    plan = promise.target.value * promise.target.magnitude
    if entry.actual not in run or not plan or len(entry.shares) != 1:
        return False
    return abs(total_of(run) / plan * 100 - entry.shares[0].reading.value) <= Decimal("0.1")


def _answers(scope: Scope, entry: Link, promise: Promise, run: Sequence[Reading]) -> bool:
    if run[0].start <= promise.reading.start:  # 一季度开工12个,二季度开工9个,全年计划开工36个
        return entry.actual in run and run[0].sentence == promise.reading.sentence
    if entry.actual is not None:
        older = _STANDS.search(entry.actual.lead) is not None and entry.actual.base > total_of(run)  # 累计达到136家
        if not older:
            return entry.actual in run or entry.actual in _sums(scope, run)
    between = (p for p in scope.promises if promise.reading.start < p.reading.start < run[0].start)
    alone = not any(p.target.noun == promise.target.noun for p in between) or _is_called(run, promise)
    near = run[0].sentence - promise.reading.sentence <= 1 or promise.reading.heading
    same = run[0].quantity.noun == promise.target.noun
    return same and alone and near and is_of(run[0], promise.name, promise.reading.owner)


def _is_called(run: Sequence[Reading], promise: Promise) -> bool:
    """新建公厕90座、改造公厕60座: whose figures they are their own name tells."""
    called = names.folded(promise.name)
    return len(called) > _VERB and all(names.folded(r.own) == called for r in run)


def _is_beyond(promise: Promise, run: Sequence[Reading]) -> bool:
    """Counts that grow from one bare quarter to the next, and are too many together, are each all up to then."""
    plan = promise.target.value * promise.target.magnitude
    return is_growing(run) and total_of(run) * 5 > plan * 6


_STANDS = sought(r"(?:达到?|突破|超过?|有|增至)\s?$")  # 目前累计达到136家: all years' together
_TOTAL = sought(r"(?:合计|共计|总计|累计|总共|^[,、;\s]*共)[^,。;、\d]{0,8}$")


def _sums(scope: Scope, run: Sequence[Reading]) -> list[Reading]:
    """What the text around the run tells in its unit as a sum."""
    return [
        r
        for r in scope.found
        if r not in run
        and r.voice == "report"
        and r.quantity.noun == run[0].quantity.noun
        and not (r.bracket or r.part)
        and run[0].sentence - 1 <= r.sentence <= run[-1].sentence + 1
        and r.owner == run[0].owner
        and not r.stock
        and not _STANDS.search(r.lead)
        and (_TOTAL.search(r.lead) or _is_from_january(r))
    ]


def _is_from_january(r: Reading) -> bool:
    p = r.period
    return p is not None and p.start >= r.clause_start and p.first_month == 1 and not opens_step(r.lead)


def _told_total(scope: Scope, run: Sequence[Reading]) -> Reading | None:
    return next((r for r in _sums(scope, run) if r.base == total_of(run)), None)


def _told_up_to_then(scope: Scope, run: Sequence[Reading]) -> Reading | None:
    """1-9月累计完成34.6公里: all of it so far, beside what single periods gave."""
    most = max(r.base for r in run)
    return next((r for r in _sums(scope, run) if r.base >= most), None)
