"""Growths behind as many bare amounts, told of the growths that the sentence before promised, in their order.

城镇、农村居民人均可支配收入分别增长8%、10%。1-9月为25310元、9860元,增长8.2%、9.4%。
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_IS = sought(  # what may stand before the first of the amounts: when they were counted, and no name
    r"(?:[0-9一二三四五六七八九十]{1,2}(?:-|至|到)\d{1,2}月份?|前?[一二三四]季度|[上下]半年|全年|今年|20\d\d年|\d{1,2}月[末底]"
    r"|截[至止]|目前|累计|已|分别|依次|实际|完成|实现|达到?|为|是|[,\s])*"
)
_AND = sought(r"\s?[、和与及]\s?")
_ROSE = sought(
    r"[,、]?\s?(?:同比|[较比](?:上年|去年)(?:同期)?)?(?:分别|依次)?(?:名义|实际)?(?:增长|增速|提高|上涨|增)(?:分别)?(?:为|达)?\s?"
)


def name_growths_in_order(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Name such amounts and growths by the goals of their places, in place."""
    for index, first in enumerate(found):
        if first.measure != "growth" or first.voice != "report" or first.bracket or first.own:
            continue
        run = _joined(text, found, index)
        amounts = list(found[max(0, index - len(run)) : index])
        goals = _goals(found[: index - len(amounts)], first.sentence - 1)
        if not 1 < len(run) == len(amounts) == len(goals):
            continue
        if _are_bare(text, item.sentences[first.sentence].start, amounts) and _ROSE.fullmatch(
            text, amounts[-1].quantity.end, first.start
        ):
            for goal, amount, growth in zip(goals, amounts, run, strict=True):
                amount.own = amount.subject = growth.own = growth.subject = goal.name


def _joined(text: str, found: Sequence[Reading], index: int) -> list[Reading]:
    """The growths that stand side by side from here on."""
    run = [found[index]]
    for r in found[index + 1 :]:
        if r.measure != "growth" or _AND.fullmatch(text, run[-1].quantity.end, r.start) is None:
            break
        run.append(r)
    return run


def _goals(before: Sequence[Reading], sentence: int) -> list[Reading]:
    """The goals of the sentence before, where they are growths of things with names of their own, and nothing else."""
    goals = [r for r in before if r.sentence == sentence and not r.bracket]
    promised = all(r.voice == "promise" and r.measure == "growth" and len(names.folded(r.name)) > 1 for r in goals)
    return goals if promised and len({r.name for r in goals}) == len(goals) else []


def _are_bare(text: str, start: int, amounts: Sequence[Reading]) -> bool:
    """Whether they open their sentence, side by side in one unit, and nothing names them."""
    if _IS.fullmatch(text, start, amounts[0].start) is None or any(r.measure != "amount" for r in amounts):
        return False
    beside = all(_AND.fullmatch(text, a.quantity.end, b.start) is not None for a, b in pairwise(amounts))
    return beside and len({r.quantity.noun for r in amounts}) == 1
