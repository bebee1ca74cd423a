"""Rates and levels told twice: 开工率达到90%,目前91.3%: the first is the goal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.numbers.cut_to import CUT_TO
from extraction.pairing.share_arithmetic import comes_to
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names
from extraction.words.assessors import FINDING, OWN_FINDING

_BOUND = re.compile(r"(?:达到|不低于|不少于|不得低于|提高到|提升到|提升至|提高至)\s?$")
_TOLD = sought(r"已|目前|实际|截至|现|\d月|季度|半年|累计")
_ANSWERED_AT_ONCE = sought(
    r"(?:以上|左右|以内)?,(?:目前|实际|现|[前一二三]{1,2}季度末?|上半年|1-\d{1,2}月|截至[^,]{1,8}?|\d{1,2}月[底末](?=[为达是]))(?:已|实际)?(?:为|达到?|是)?(?=\d)"
)
_FOUND_AT_ONCE = sought(rf"(?:以上|左右|以内)?,{OWN_FINDING}(?:已|仅)?(?:为|达到?|是)?(?=\d)")


def goals_of_rates(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to the bound of a rate that its sentence tells again, in place."""
    rates = [r for r in found if r.quantity.noun == "%" and r.measure in ("percent", "completion") and not r.bracket]
    for index, first in enumerate(rates):
        found_behind = _FOUND_AT_ONCE.match(text, first.quantity.end) is not None and not FINDING.search(
            first.clause_lead
        )
        answered = found_behind or _ANSWERED_AT_ONCE.match(text, first.quantity.end) is not None
        if first.voice not in ("report", "claim") or _TOLD.search(first.clause_lead) or _of_a_plan(first):
            continue
        bounded = _BOUNDED.match(first.tail) is not None and _told_exactly(first, rates[index + 1 :], found)
        if bounded or (
            (answered or _BOUND.search(first.lead)) and _is_told_again(first, rates[index + 1 :], answered, found)
        ):
            first.voice, first.cued, first.measure = "promise", True, "percent"
            # 办结率由95%提升至98%: what it goes up from has the name
            first.own = first.subject = _name(first) or sought(r"(?:提升|提高|增加)$").sub("", first.subject)


_OF_A_PLAN = sought(r"(?:占|完成|为)[^,。;\d]{2,16}的\s?$")


def _of_a_plan(r: Reading) -> bool:
    """占预算安排的79%,一季度为69.7%: a share of the plan, and how large it was in spring, set no goal."""
    return r.voice == "claim" and _OF_A_PLAN.search(r.lead) is not None


_REACHES = sought(r"(?:年底|年末|年内|全年)?(?:应|要|需|拟)?(?:达到|不低于|不少于|[提增][高加]到|控制在)\s?$")
_REACHED = sought(
    r"(?:以上|左右|以内)?,(?:(?:目前|现|截至[^,。;]{1,8},?)(?:已|仅|实际|累计|只)*(?:为|达到?|有|是)|(?:现已|已|实际)达到?)(?:了)?\s?"
)


def goals_of_levels(text: str, found: Sequence[Reading]) -> None:
    """总动力达到52万千瓦,目前为50.9万千瓦: what is to be reached, told at once as it stands, is a promise; in place."""
    for first, second in pairwise(found):
        plain = first.voice == second.voice == "report" and first.measure == second.measure == "amount"
        if not plain or first.bracket or second.bracket or first.quantity.noun != second.quantity.noun:
            continue
        at_once = _REACHED.fullmatch(text, first.quantity.end, second.start) is not None
        if at_once and first.own and _REACHES.search(first.lead) and not _TOLD.search(first.clause_lead):
            first.voice, first.cued = "promise", True


def _is_told_again(first: Reading, rest: Sequence[Reading], answered: bool, found: Sequence[Reading]) -> bool:
    for position, second in enumerate(rest):
        at_once = answered and position == 0 and not (second.own and _name(second))
        again = at_once or names.likeness(_name(first), _name(second)) >= 0.8
        since = _since(first, second, found)
        told = second.voice in ("report", "claim") and (_TOLD.search(since) or (at_once and FINDING.search(since)))
        if again and told and second.sentence == first.sentence:
            return True
    return False


_BOUNDED = sought(r"以[上内下](?![^,。;]{0,3}的)")


def _told_exactly(first: Reading, rest: Sequence[Reading], found: Sequence[Reading]) -> bool:
    """优良天数比例85%以上,PM2.5下降3%,1-9月优良天数比例87.2%: a bound, and the same rate later without one.

    线索办结率98%以上,接收1416条,办结1391条,办结率98.2%: a short name does where the figures before it make the rate.
    """
    name = _name(first)
    for second in rest:
        if second.sentence != first.sentence or second.voice not in ("report", "claim") or _BOUNDED.match(second.tail):
            continue
        again = _name(second)
        if len(again) >= 4 and name.endswith(again[-3:]) and _is_in(again, name):
            return True
        if len(again) == _SHORT and name.endswith(again) and _is_made(second, found):
            return True
    return False


_SHORT = 3  # characters: 办结率


def _is_made(rate: Reading, found: Sequence[Reading]) -> bool:
    at = index_of(found, rate.start)
    parts = found[max(0, at - 2) : at]
    return len(parts) == 2 and parts[0].sentence == rate.sentence and comes_to(rate, parts[1], parts[0])


def _is_in(short: str, name: str) -> bool:
    """重点人群覆盖率 in 重点人群签约服务覆盖率: its characters in their order."""
    left = iter(name)
    return all(character in left for character in short)


def _name(r: Reading) -> str:
    """开工率 of 目前开工率为: what stands before the number without its verbs."""
    words = sought(
        rf"(?:达到?|为|是|不低于|不少于|不得低于|(?:提[高升]|增[加长]?|上升|扩大)[到至]|{CUT_TO}|年[底末]的?|约|仅|、|,)+$"
    ).sub("", r.lead)
    return (
        sought(r"^.*?(?:目前|实际|现|截至[^,]{0,8}|\d{1,2}月(?:底|末|份)?|季度|半年|由|从)")
        .sub("", words)
        .strip("、, ")
    )


def _since(first: Reading, second: Reading, found: Sequence[Reading]) -> str:
    """The words of the readings after the first up to the second."""
    return "".join(r.lead for r in found if first.start < r.start <= second.start)
