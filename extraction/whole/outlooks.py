"""Goals told only at the end, answers in the items before: 下一步,确保完成接待游客6200万人次的年度目标."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.answers.same_measure import same_measure
from extraction.outline.headings import NEXT_STEPS
from extraction.promises import stages, stocks, targets
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_ALIKE = 0.8
_LOOKED_BACK = 240  # characters of its sentence before a goal of a list
_YEARLY = sought(r"(?:确保|力争|努力|奋力|实现|完成|达到)?(?:全年|年底|今年|年度目标|年初目标|全年目标)")
_OTHER_YEAR = sought(r"明年|来年|20\d\d年")
_THOUGHT = sought(r"预计|预测|有望|可望|谋划|储备|争取新开工")


def promise_the_rest(scopes: Sequence[Scope], year: int | None) -> None:
    """四季度安排: 确保全年产值达到200亿元、增长8%以上,投资突破55亿元: what is listed and was told before, in place."""
    told: list[Reading] = []
    for scope in scopes:
        if any(NEXT_STEPS.search(title) for title in (*scope.item.above, scope.item.title)):
            fresh = [p for r in _listed(scope) if (p := _promised_of(r, told, year)) is not None]
            scope.promises[:] = sorted([*scope.promises, *fresh], key=lambda p: p.reading.start)
        elif scope.found:
            told += [r for r in scope.found if _reports(r)]


def _listed(scope: Scope) -> list[Reading]:
    """The numbers of the sentences that speak of the whole year."""
    out: list[Reading] = []
    for r in scope.found:
        lead = scope.text[max(scope.item.sentences[r.sentence].start, r.start - _LOOKED_BACK) : r.start]
        told = r.voice in ("report", "forecast") and r.quantity.unit and not r.bracket
        if told and _YEARLY.search(lead) and not _THOUGHT.search(lead) and not _OTHER_YEAR.search(lead):
            out.append(r)
    return out


def _promised_of(r: Reading, told: Sequence[Reading], year: int | None) -> Promise | None:
    """The number as a promise, where what it promises was told."""
    voice, r.voice, r.outlook = r.voice, "promise", True
    made = targets.promise(r, year)
    if any(_answers(made, other) for other in told):
        r.cued = True
        return made
    r.voice, r.outlook = voice, False
    return None


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
    if promise.reading.outlook or any(NEXT_STEPS.search(title) for title in (*scope.item.above, scope.item.title)):
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
