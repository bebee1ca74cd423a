"""The growth that a clause sets right behind a goal is its second goal.

    年度目标26亿元,增长7%。1-9月完成19.1亿元,增长3.4%

It has no word of its own that promises. Nothing is told before it in its sentence, and what is told behind it is an
amount in the goal's unit, with a growth of its own right behind: both figures are told in the order of both goals.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought

_GROWS = sought(r",\s?(?:[较比](?:上年|去年)(?:同期)?|同比)?(?:增长|增幅)(?:达到?|约|不低于)?\s?")


def promise_growth_beside(text: str, found: Sequence[Reading]) -> None:
    """Give such growths the voice of a promise, in place."""
    for index, (goal, growth) in enumerate(pairwise(found)):
        if goal.measure == "growth" and goal.voice == "promise":
            return  # a growth was promised before: 增长4%. 目标18亿元,增长6%
        if _is_goal(goal) and growth.voice == "report" and _is_beside(text, goal, growth):
            first = index == 0 or found[index - 1].sentence != goal.sentence
            if first and _both_told(text, goal, found[index + 2 : index + 4]):
                growth.voice, growth.cued = "promise", True


def _is_goal(r: Reading) -> bool:
    return r.voice == "promise" and r.cued and r.measure == "amount" and not (r.bracket or r.part or r.interim)


def _is_beside(text: str, amount: Reading, growth: Reading) -> bool:
    plain = growth.measure == "growth" and not growth.bracket and not growth.own
    return plain and _GROWS.fullmatch(text, amount.quantity.end, growth.start) is not None


def _both_told(text: str, goal: Reading, behind: Sequence[Reading]) -> bool:
    """Whether an amount of the goal's unit comes next, with its growth right behind."""
    if len(behind) < 2:
        return False
    told, grown = behind
    alike = told.voice == grown.voice == "report" and told.quantity.noun == goal.quantity.noun
    return (
        alike
        and 0 <= told.sentence - goal.sentence <= 1
        and told.own in ("", goal.name)
        and _is_beside(text, told, grown)
    )
