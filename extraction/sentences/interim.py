"""A goal for the share done by a half-year or a month.

“确保不低于40%、力争45%以上”的上半年任务; 距“上半年确保完成45%”的目标.
"""

from __future__ import annotations

import re

from extraction.sentences.readings import Reading
from extraction.sought import sought

_MONTH_END = r"(?:\d{1,2}|十?[一二三四五六七八九]|十)月[底末]"
_NODE = sought(
    rf"其中[,:]?\s?(?:上半年|半年|[一二三]季度|前[二三]季度|{_MONTH_END})(?:末|底)?(?:应|要|须|需|计划)[\u4e00-\u9fff]{{0,6}}$"
)


def is_node(r: Reading, before: list[Reading]) -> bool:
    """出清企业15户,其中一季度应出清3户: the year's goal by an earlier date."""
    last = before[-1] if before else None
    if last is None or last.quantity.noun != r.quantity.noun or last.base <= r.base or last.sentence != r.sentence:
        return False
    return _NODE.search(r.clause_lead.lstrip(",、")) is not None


_SPAN = rf"(?:上半年|半年|一季度|前?[一二三]季度|{_MONTH_END}|序时|年度|全年|阶段性?|节点)(?:末|底)?"
_BEHIND = re.compile(rf"[^,。;\n]{{0,20}}?的?({_SPAN}(?:目标任务|目标|任务|计划|要求))")
_AHEAD = sought(
    rf"(?:上半年|半年|一季度|前?[一二三]季度|{_MONTH_END})(?:末|底|前)?[^,。;\d]{{0,6}}(?:确保|力争|应|要|需)[^,。;\d]{{0,4}}$"
)
_COMPARED = sought(
    r"(?:低于|高于|(?:超额|提前)+完成|[未没][有能]?(?:达到?|完成|实现)|(?<![未没能])(?:达到?|实现|满足)了?(?=[“\"])|超过|[越跨]过|超出|快于|慢于|落后于?|距离?|[较比与])[^,。;\d]{0,6}"
    rf"(?:上半年|半年|[一二三]季度|前三季度|{_MONTH_END})[^,。;\d]{{0,10}}$"
)
_GOAL = re.compile(  # 距省要求的6月底前支出进度达50%|以上还有差距
    r"[^,。;\n]{0,20}?[”\"]?的?(?:目标|要求|任务|(?<=的)[\u4e00-\u9fff]{0,2}线)|(?:及?以上)?(?:还|仍|尚)?(?:存在|有)[^,。;\d]{0,4}差距"
)
_NODE_AT = rf"(?:上半年|半年|[一二三]季度|前三季度|{_MONTH_END})(?:末|底)?"
_DRAWN = r"(?:划定|设定|定下|划出|明确|确定|提出|下达|安排)的"
_LINES = sought(  # 年中划定的底线是“守住42%: set for the share that the sentence before tells
    rf"(?:{_NODE_AT}[^,。;\d]{{0,6}}{_DRAWN}|{_DRAWN}{_NODE_AT}的?|{_DRAWN}(?=[\d一二两三]+[条道](?:进度|投资|支付|节点)?底?线))"
    r"(?:进度|阶段性?|节点|支付|投资|[\d一二两三]+[条个道项])*(?:底?线|目标|要求|任务|节点)(?:分别)?[是为:]\s?[“\"]?[\u4e00-\u9fff]{0,5}"
)
_TIER = sought(r"\s?(?:以上)?[、,和及]\s?(?:力争|争取|冲刺|奋斗|挑战|确保|守住)(?:达到|完成|实现)?\s?$")


def is_interim(text: str, r: Reading, before: list[Reading]) -> bool:
    """Gives the goal the words of its date, and the name of the share that it is set for."""
    last = before[-1] if before else None
    if last is not None and last.interim and last.voice == "promise" and _TIER.fullmatch(r.lead):
        r.own, r.subject, r.measure = "", last.subject, last.measure
        return True
    if set_apart(r):
        return _of_the_share(r, before, apart=1)
    if _COMPARED.search(r.clause_lead[-32:]) and _GOAL.match(text[r.quantity.end : r.quantity.end + 28]):
        return _of_the_share(r, before)
    if not sought(r"确保|力争|不低于|奋斗|保底|达到|应|要|需(?!氧|求)").search(r.lead):
        return False
    after = text[r.quantity.end : r.quantity.end + 28]
    if not r.own and (match := _BEHIND.match(after)):
        r.tail = r.tail + match[1]
        _of_completion(r)
        return True
    if _AHEAD.search(r.clause_lead[-24:]) is None or _GOAL.match(after) is None:
        return False
    return _of_the_share(r, before)


def set_apart(r: Reading) -> bool:
    """Whether it is a line drawn for the share that the sentence before it tells."""
    return _LINES.search(r.clause_lead[-48:]) is not None


def _of_completion(r: Reading) -> None:
    """上半年完成率不低于50%、力争达到55%的阶段性目标: the share done of what was named before, in place."""
    if "完成率" in r.clause_lead:
        r.measure, r.subject = "completion", r.subject.removesuffix("完成率") + "完成率"


_PROGRESS = sought(r"[\u4e00-\u9fff]{2,8}(?:进度|率)(?=(?:已|仅)?(?:达到?|为)?$)")


def share_name(share: Reading) -> str:
    """支出进度 of 支出进度61.2%: the share by the words that say what it is."""
    said = _PROGRESS.search(share.lead)
    return said.group() if said else share.name


def _of_the_share(r: Reading, before: list[Reading], apart: int = 0) -> bool:
    """Takes the name of the share before it, of which it is the goal; at most so many sentences away."""
    share = next((b for b in reversed(before) if b.voice == "claim" and r.sentence - b.sentence <= apart), None)
    if share is not None:
        r.own, r.subject = "", share_name(share)
    return share is not None
