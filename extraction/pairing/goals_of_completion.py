"""A rate of completion that is promised, and the same rate told behind it.

    一、投资完成率达到90%以上          a heading bounds the rate; 截至9月底,投资完成率66% below it tells
    国家集采药品任务量完成率100%       all of it, and below it less
    预算执行率达到92%以上。截至9月底,预算执行率64.5%
    合同完成率不低于90%。目前已执行品种488个,完成率87.3%      the mere word behind what has no plan of its own
    投资完成率51%。市政府要求9月底前投资完成率达到75%      asked for behind what was told
    整改完成率目标100%,目前整改率83.4%      the goal is of a rate of completion, in whatever words the answer is

Such a goal grows through the year. A rate that is told alone stays the bureau's claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_RATE = sought(
    r"(?P<name>[^,;、。:\d]{0,24}?(?:(?:完成|执行|兑现)(?:率|比例|进度)|(?:支出|投资|资金|预算|工程|建设|任务|拨付|支付)进度|支[出付]率))"
    r"(?:的)?(?:年度|全年)?(?P<goal>目标|要求|任务|计划)?(?:值)?(?:分别|均|都|要|应|须|需)?(?P<bound>达到?|不低于|不少于|确保|完成|为|是|要求|:)*\s?$"
)
_CALLED_SO = re.compile("率|比例|进度")  # what the name of a rate holds, sought first
_TOLD = sought(r"已|目前|截至|截止|累计|实际|仅|只|现|\d月|季度|半年|今年以来")
_WHEN = sought(
    r"^(?:[,、;\s]*(?:截[至止到][^,]{1,8},?|目前|现|前?[一二三]季度|上半年|1-\d{1,2}月|实际|已|全[省市县旗区]|\d{1,2}月[底末],?"
    r"|今年以来,?))+"
)
_FRAME = sought(r"任务量?|目标|年度|全年|计划|总体|平均")
_OR_MORE = ("以上", "及以上", "或以上")
_REACH = 2  # sentences behind the goal


def mark_completion_goals(found: Sequence[Reading]) -> None:
    """Give such goals the voice of a promise, and the rates behind them that of a report, in place."""
    rates = [r for r in found if r.quantity.noun == "%" and not r.bracket]
    for index, first in enumerate(rates):
        if first.voice == "promise" and first.interim and (told := _told_before(first, rates[:index], found)):
            told.voice, told.measure, told.own, told.subject = "report", first.measure, "", first.own
        said = _RATE.search(first.lead) if _CALLED_SO.search(first.lead) else None
        if said is None or _TOLD.search(first.clause_lead):
            continue
        name = said["name"].lstrip("的")
        if first.voice == "promise" and first.measure == "percent" and "完成" in name:
            mere = None if _FRAME.search(name) else _mere_answer(first, rates[index + 1 :], found)
            if said["goal"] or mere is not None:
                first.own = first.subject = name
            if mere is not None:
                mere.voice, mere.measure, mere.own, mere.subject = "report", "percent", "", name
        elif first.voice == "claim" and (answer := _answer(first, name, rates[index + 1 :], found)) is not None:
            first.voice, first.cued, first.measure, first.own, first.subject = "promise", True, "completion", name, name
            answer.voice, answer.measure, answer.own, answer.subject = "report", "completion", "", name
            for beside in rates:  # 开工率100%,投资完成率85%以上: what is listed with it
                if beside.heading and beside.sentence == first.sentence and beside.voice == "report":
                    beside.voice, beside.cued = "promise", True


def mark_bracketed(found: Sequence[Reading]) -> None:
    """改造公路200公里,完成率61.5%(123公里): by the sum the first is the plan, and the bracket answers it; in place."""
    for index in range(len(found) - 2):
        of, rate, part = found[index : index + 3]
        near = rate.quantity.noun == "%" and part.bracket and part.start - rate.quantity.end <= 2
        alike = of.quantity.noun == part.quantity.noun and of.measure == part.measure == "amount"
        plain = (
            of.voice in ("report", "promise") and rate.voice in ("claim", "report") and not (of.bracket or rate.bracket)
        )
        if near and alike and plain and of.base and abs(part.base / of.base * 100 - rate.value) <= _OFF:
            of.voice, of.cued = "promise", True
            part.voice, part.cued, part.bracket, part.own, part.subject = "report", True, False, "", of.name
            rate.voice = "context"


_MERELY = sought(r"(?:完成|执行|兑现)?(?:率|比例|进度)$")
_ALL = 100
_OFF = Decimal("0.06")


def _answer(first: Reading, name: str, rest: Sequence[Reading], found: Sequence[Reading]) -> Reading | None:
    """The next rate of that name that something says was told, where the first is bounded or all there is."""
    all_or_heading = first.heading or first.value == _ALL
    if not (_is_bounded(first) or all_or_heading) or _stands_behind_amount(first, found):
        return None
    for r in rest:
        if r.sentence - first.sentence > _REACH or r.point != first.point or r.owner != first.owner:
            return None
        may_tell = r.voice in ("claim", "report") and r.measure in ("completion", "percent")
        said = _RATE.search(r.lead) if may_tell else None
        if said is None or said["goal"]:
            continue
        dated = _TOLD.search(r.clause_lead) is not None or _is_told_in(found, r)
        told = dated or (first.heading and not r.heading)
        again = _WHEN.sub("", said["name"]).removeprefix("月")
        if told and _same(name, again):
            named = len(_MERELY.sub("", again)) >= 2 and r.sentence > first.sentence
            return r if _is_bounded(first) or (dated and named and r.value < first.value) else None
    return None


def _is_told_in(found: Sequence[Reading], r: Reading) -> bool:
    """截至9月底,交办136个,整改104个,整改完成率_76.5%: whether the sentence up to it tells."""
    here = (b for b in found if b.sentence == r.sentence and b.start <= r.start)
    return any(_TOLD.search(b.clause_lead) or b.voice == "report" for b in here)


def _told_before(first: Reading, before: Sequence[Reading], found: Sequence[Reading]) -> Reading | None:
    """投资完成率51%。市政府要求9月底前投资完成率达到75%: the rate of the goal's name in the sentences before it."""
    if first.measure != "completion" or not first.own.endswith("完成率"):
        return None
    alike = [
        r
        for r in before
        if r.voice == "claim" and first.sentence - r.sentence <= _REACH and r.owner == first.owner
        and (said := _RATE.search(r.lead)) is not None and _same(first.own, _WHEN.sub("", said["name"]))
    ]  # fmt: skip
    return alike[0] if len(alike) == 1 and not _stands_behind_amount(alike[0], found) else None


_MERE = sought(r"[,、]?\s?(?:完成率|完成比例)(?:为|达到?|是|仅)?\s?")


def _mere_answer(first: Reading, rest: Sequence[Reading], found: Sequence[Reading]) -> Reading | None:
    """The one rate of completion behind such a goal that has no name, and stands behind no planned thing."""
    merely = [r for r in rest if r.voice == "claim" and _MERE.fullmatch(r.lead)]
    if len(merely) != 1 or not 0 <= merely[0].sentence - first.sentence <= 1 or merely[0].owner != first.owner:
        return None
    between = [r for r in found if first.start < r.start < merely[0].start]
    planned = any(r.voice == "promise" for r in found if r is not first)
    told = [r for r in between if r.voice == "report" and r.measure == "amount"]
    spent = any(r.quantity.noun in units.MONEY for r in told)  # 完成投资3.2亿元,完成率71%: of the investment
    led = told[-1].clause_lead if told else merely[0].clause_lead
    return merely[0] if len(told) <= 1 and not (planned or spent) and _TOLD.search(led) else None


def _is_bounded(r: Reading) -> bool:
    lead = r.lead.rstrip()
    bound = lead.endswith(("达到", "不低于", "不少于", "达")) or r.tail.startswith(_OR_MORE)
    return bound or (r.heading and r.value == 100)


def _stands_behind_amount(first: Reading, found: Sequence[Reading]) -> bool:
    """完成投资6亿元,完成率达到60%: a share of what is told before it."""
    before = (r for r in found if r.sentence == first.sentence and r.start < first.start and r.measure == "amount")
    return any(r.voice in ("report", "promise") for r in before)


def _same(goal: str, told: str) -> bool:
    """Whether the rate told is the one promised: by its own name, or by none."""
    a, b = _FRAME.sub("", goal), _FRAME.sub("", told)
    return b in a or a in b or names.likeness(a, b) >= 0.8
