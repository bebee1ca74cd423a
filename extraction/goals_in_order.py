"""Goals that stand together behind the figures that they are for, in the figures' order.

职业培训5.63万人次,其中创业培训8740人,完成5.5万人次、8500人的目标。
按期结案率95.1%,调解成功率63.7%,均超过90%、60%的省定标准。
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.goal_phrases import stands_as_goal
from extraction.readings import Reading


def name_in_order(found: Sequence[Reading]) -> None:
    """Give each goal of such a run the name, the measure and the answer that its place says, in place."""
    for index, first in enumerate(found):
        run = _run(found, index)
        if len(run) < 2 or not stands_as_goal(run[-1].tail):
            continue
        figures = _figures(found[:index], run)
        if not figures:
            continue
        for goal, figure in zip(run, figures, strict=True):
            goal.own, goal.subject, goal.measure, goal.part = "", figure.name, figure.measure, False
            goal.behind, goal.cued = figure, True
            goal.lead = figure.lead if figure.measure == "growth" and figure.value < 0 else first.lead


def _run(found: Sequence[Reading], index: int) -> list[Reading]:
    """The goals of one clause from here on; none where the one before belongs to them."""
    first = found[index]
    if first.heading or not _is_of(first, first) or (index and _is_of(found[index - 1], first)):
        return []
    run = [first]
    for r in found[index + 1 :]:
        if not _is_of(r, first):
            break
        run.append(r)
    return run


def _is_of(r: Reading, first: Reading) -> bool:
    same = r.sentence == first.sentence and r.clause_start == first.clause_start
    return same and r.voice == "promise" and not r.bracket and r.behind is None


def _figures(before: Sequence[Reading], run: Sequence[Reading]) -> list[Reading]:
    """The last figures of the sentence, where they are as many and of the same units in the same order."""
    told = [r for r in before if r.sentence == run[0].sentence and not r.bracket and r.voice != "context"]
    nouns = {r.quantity.noun for r in run}
    told = [r for r in told if r.quantity.noun in nouns and r.voice == "report" and r.own]
    figures = told[-len(run) :]
    fits = [f.quantity.noun for f in figures] == [g.quantity.noun for g in run]
    return figures if fits and len({f.name for f in figures}) == len(run) else []
