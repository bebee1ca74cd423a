"""到位资金 right behind a goal of money to be brought in is what came of it, and nothing with a name of its own.

    招商引资目标6亿元,到位资金4.8亿元。
    城关镇:年度目标4亿元,已到位资金3.1亿元。      (the goal names nothing but its owner)

What came for works (固定资产投资目标14亿元,到位资金3.1亿元) is no part of them that was carried out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_CAME = sought(
    r"[,;]\s?(?:目前|现|截至[^,。;\d]{0,8}|\d{1,2}-\d{1,2}月,?)?(?:已|累计|实际|共|完成)*到位资金(?:达到?|为|约|近)?\s?"
)
CUE = cue(sought("到位资金"))
_BROUGHT_IN = sought(r"^(?:[\u4e00-\u9fff]{0,8}(?:招商)?引资|(?:争取|引进|到位|利用)[\u4e00-\u9fff]{0,10}资金?|招商)$")
_OWNERS_ALONE = sought(
    r"(?:[\u4e00-\u9fff]{2,12}:)?(?:20\d\d年|全年|年度|今年)?的?(?:目标|任务)(?:任务)?(?:为|是)?\s?$"
)


def mark_money_come(text: str, found: Sequence[Reading]) -> None:
    """Give the figure the name of the goal before it, or the goal that has none the figure's; in place."""
    for goal, came in pairwise(found):
        between = text[goal.quantity.end : came.start]
        told = goal.voice == "promise" and came.voice == "report" and goal.owner == came.owner
        of_money = goal.quantity.noun == came.quantity.noun == "元" and goal.measure == came.measure == "amount"
        if not (told and of_money) or came.bracket or not _CAME.fullmatch(between):
            continue
        if goal.own and _BROUGHT_IN.search(goal.own):
            came.own, came.subject = "", goal.name
        elif not goal.own and _OWNERS_ALONE.fullmatch(goal.clause_lead.strip()):
            goal.subject = goal.subject.removesuffix("到位资金") + "到位资金"
