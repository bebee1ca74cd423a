"""Several goals told at once behind the figures that they are of, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.list_labels import EACH
from extraction.sentences.readings import Reading
from extraction.sought import sought

_BARE_GOALS = sought(
    r"[,;]?\s?(?:\d项(?:指标|增速|增幅)?的?)?(?:全年|年度|年初)?(?:预期)?(?:增速|增长)?目标(?:任务)?(?:分别|依次)为?\s?"
)
_ALL_ABOVE = sought(r",?\s?(?:均|都|全部)已?(?:[高低优快好]于|超过|超出|达到|完成了?)\s?")  # ,均高于8%、9%的预期目标


def goals_by_position(found: Sequence[Reading]) -> None:
    """分别增长8.5%、10.4%(计划8%、9%): as many goals in the bracket as numbers of their unit before it.

    甲区完成412户,乙区完成298户(任务分别为400户、380户): each is its figure's owner's. Or in a clause of their own.
    """
    for index, first in enumerate(found):
        bracket, clause = first.bracket, _BARE_GOALS.fullmatch(first.clause_lead) is not None
        clause = clause or (_ALL_ABOVE.fullmatch(first.clause_lead) is not None and first.tail.startswith(("、", "和")))
        if not (bracket or clause) or first.voice != "promise" or (index and bracket and found[index - 1].bracket):
            continue
        goals = [r for r in found[index:] if r.bracket == bracket and r.clause_start == first.clause_start]
        before = [r for r in found[:index] if r.sentence == first.sentence and not r.bracket and r.voice == "report"]
        run = [r for r in before if r.clause_start == before[-1].clause_start] if before else []
        if len(run) < len(goals) and EACH.search(first.lead):  # A增长8.1%,B增长9.2%(目标分别为8%、8.5%)
            run = [r for r in before if r.quantity.noun in {g.quantity.noun for g in goals}][-len(goals) :]
        told, planned = ([r.quantity.noun for r in side] for side in (run, goals))
        alike = told == planned or {*told, *planned} == {first.quantity.noun}
        if len(goals) < 2 or any(g.voice != "promise" for g in goals):
            continue
        bare = all(sought(r"[、,和及与\s]*").fullmatch(goal.lead) for goal in goals[1:])  # no 力争420户
        if len(run) == len(goals) and alike:
            for goal, figure in zip(goals, run, strict=True):
                goal.behind, goal.own, goal.subject, goal.measure = figure, "", figure.name, figure.measure
                goal.owner = (figure.owner if bare else None) or goal.owner
        elif alike and bare and len({r.owner for r in run}) > 1:
            for goal in goals:
                goal.voice = "context"
