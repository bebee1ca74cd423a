"""The figure of a goal that only a distance names, told in another task: 低于年度目标(6%)3.7个百分点 is of 增长2.3%.

The goal and its distance make the figure, and its name says that it is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.words import names

_ALIKE = 0.8
_NEAR = 3  # characters between the goal and its distance: the bracket's end and a word


def tell_distant(scopes: Sequence[Scope]) -> None:
    """Give every task with such goals the figures that they and their distances make, in place."""
    for scope in scopes:
        for promise, apart in _goals(scope):
            made = {promise.reading.value + apart, promise.reading.value - apart}
            told = [r for other in scopes if other is not scope for r in other.found if r.value in made]
            scope.elsewhere += [r for r in told if _is_of(promise, r)]


def answer_distant(scope: Scope, links: Sequence[Link]) -> None:
    """Answer such goals, in place, where no figure of their own task does."""
    for promise, apart in _goals(scope):
        entry = next((e for e in links if e.promise is promise and e.actual is None and not e.shares), None)
        made = {promise.reading.value + apart, promise.reading.value - apart}
        fitting = [r for r in scope.elsewhere if r.value in made and _is_of(promise, r)]
        if entry is not None and fitting and len({r.value for r in fitting}) == 1:
            entry.actual, entry.refusal = fitting[0], None
            entry.reason = "the goal and the stated gap make this figure"


def _goals(scope: Scope) -> list[tuple[Promise, Decimal]]:
    """The goals in brackets with a distance in points right behind them."""
    bracketed = [p for p in scope.promises if p.reading.bracket and p.reading.quantity.noun == "%"]
    if not bracketed:
        return []
    behind = {id(goal): gap for goal, gap in pairwise(scope.found)}
    out = []
    for promise in bracketed:
        goal = promise.reading
        gap = behind.get(id(goal))
        if gap is None or gap.quantity.noun != "个百分点" or gap.start - goal.quantity.end > _NEAR:
            continue
        out.append((promise, gap.value))
    return out


def _is_of(promise: Promise, r: Reading) -> bool:
    told = r.voice == "report" and r.measure == promise.measure and not (r.bracket or r.part or r.owner)
    same = told and names.likeness(promise.name, r.name) >= _ALIKE
    return same and names.conflict(promise.name, r.name) is None
