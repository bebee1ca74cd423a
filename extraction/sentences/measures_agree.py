"""Goal and answer in per cent measure the same, whichever of the two says what.

居民消费价格涨幅目标3.5%以内。目前实际2.6%。      (the goal is a growth: so is its nameless answer)
外贸进出口总额预期目标6.9%;1-9月增长8.5%。      (the answer is a growth: so was the goal of what is no rate)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.when import after_when

_ANSWERS = sought(
    r"[,、;\s]*(?:现|已|均|实际|实绩|完成|控制)*(?:为|是|达到?|完成|在|至|到)?(?:了|约|近)?\s?"
)  # 目前实际_2.6%
_A_RATE = sought(r"率|占|比例|比重|(?:比|度|面|数|水平)$")


def agree(found: Sequence[Reading]) -> None:
    """Give the one the measure of the other, in place."""
    _growths_in_brackets(found)
    in_per_cent = [r for r in found if r.quantity.noun == "%" and not r.bracket and r.voice not in ("base", "peer")]
    for goal, told in _with_what_follows(in_per_cent):
        if goal.voice != "promise" or told.voice not in ("report", "claim") or not _near(goal, told):
            continue
        if goal.measure != told.measure and told.measure in ("percent", "completion") and _nameless(told):
            if goal.measure == "growth" or (goal.measure == "percent" and abs(goal.value - told.value) <= 15):
                told.measure, told.voice, told.subject = goal.measure, "report", goal.name
        elif goal.measure == "percent" and told.measure == "growth" and not _is_rate(goal):
            named = names.likeness(goal.name, told.own) >= 0.8 if len(names.folded(told.own)) >= 2 else True
            goal.measure = "growth" if named and goal.name else goal.measure


_GROWTH_NAMED = sought(r"(?:增速|增幅|涨幅|增长率)$")


def _growths_in_brackets(found: Sequence[Reading]) -> None:
    """税收增速(目标6%):_7.4%: the goal in the bracket is a growth where its answer is one, in place."""
    for goal, told in pairwise(r for r in found if r.quantity.noun == "%"):
        apart = not goal.bracket or told.bracket or goal.sentence != told.sentence
        if apart or (goal.voice, goal.measure) != ("promise", "percent") or told.measure != "growth":
            continue
        if _GROWTH_NAMED.search(goal.name) and names.folded(told.own) in ("", names.folded(goal.name)):
            goal.measure = "growth"


def _with_what_follows(found: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Each number with the next; a goal with second tiers behind it (确保7%,奋斗9%) with the one behind them."""
    for index, (goal, told) in enumerate(pairwise(found)):
        while goal.voice == told.voice == "promise" and told.sentence == goal.sentence and index + 2 < len(found):
            index, told = index + 1, found[index + 2]
        yield goal, told


def _is_rate(r: Reading) -> bool:
    return _A_RATE.search(r.name) is not None or sought(r"率|占|比例|比重").search(r.lead) is not None


def _near(goal: Reading, told: Reading) -> bool:
    return told.sentence - goal.sentence <= 1 and told.point == goal.point


def _nameless(r: Reading) -> bool:
    return not r.part and _ANSWERS.fullmatch(after_when(r.clause_lead)) is not None
