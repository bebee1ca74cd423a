"""Goals told only at the end, answers in the items before: 下一步,确保完成接待游客6200万人次的年度目标."""

from __future__ import annotations

from collections.abc import Sequence

from extraction import names, stages, stocks, wording
from extraction.links import Link, Scope
from extraction.naming import same_measure
from extraction.outline_headings import NEXT_STEPS
from extraction.readings import Reading
from extraction.targets import Promise

_ALIKE = 0.8


def tell_elsewhere(scopes: Sequence[Scope]) -> None:
    """Give every task whose next steps promise what the tasks before it report, in place."""
    told: list[Reading] = []
    read = 0  # scopes whose figures are told so far: none is looked at where nothing looks ahead
    for index, scope in enumerate(scopes):
        if any(_looks_ahead(scope, p) for p in scope.promises):
            told += [r for s in scopes[read:index] for r in s.found if _reports(r) and not _promised(s, r)]
            scope.elsewhere, read = list(told), index


def answer_outlooks(scope: Scope, links: Sequence[Link]) -> None:
    """Answer the goals of the next steps that their own task does not, in place; where two figures could, none does."""
    for entry in links:
        promise = entry.promise
        if promise is None or entry.actual is not None or entry.shares or not _looks_ahead(scope, promise):
            continue
        fitting = [r for r in scope.elsewhere if _answers(promise, r)]
        if fitting and len({r.base for r in fitting}) == 1:
            entry.actual, entry.refusal = fitting[0], None
            entry.reason = "told before the goal, in another task"


def _looks_ahead(scope: Scope, promise: Promise) -> bool:
    """Under a heading of next steps, or in a sentence that turns to them."""
    if promise.reading.outlook or any(NEXT_STEPS.match(title) for title in (*scope.item.above, scope.item.title)):
        return True
    sentence = scope.item.sentences[promise.reading.sentence]
    return wording.PLANNED_NEXT.search(scope.text, sentence.start, promise.reading.start) is not None


def _reports(r: Reading) -> bool:
    return r.voice == "report" and not (r.bracket or r.part or r.heading)


def _promised(scope: Scope, r: Reading) -> bool:
    return any(same_measure(p, r) and names.likeness(p.name, r.name) >= _ALIKE for p in scope.promises)


def _answers(promise: Promise, r: Reading) -> bool:
    return (
        same_measure(promise, r)
        and r.owner == promise.reading.owner
        and names.likeness(promise.name, r.name) >= _ALIKE
        and not (names.conflict(promise.name, r.name) or stages.clash(promise, r) or stocks.stands(promise, r))
    )
