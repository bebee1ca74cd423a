"""A goal for the share done by a half-year or a month.

“确保不低于40%、力争45%以上”的上半年任务; 距“上半年确保完成45%”的目标.
"""

from __future__ import annotations

import re

from extraction.sentences.readings import Reading
from extraction.sought import sought

_NODE = sought(
    r"其中[,:]?\s?(?:上半年|半年|[一二三]季度|前[二三]季度|\d{1,2}月[底末])(?:末|底)?(?:应|要|须|需|计划)[\u4e00-\u9fff]{0,6}$"
)


def is_node(r: Reading, before: list[Reading]) -> bool:
    """出清企业15户,其中一季度应出清3户: the year's goal by an earlier date."""
    last = before[-1] if before else None
    if last is None or last.quantity.noun != r.quantity.noun or last.base <= r.base or last.sentence != r.sentence:
        return False
    return _NODE.search(r.clause_lead.lstrip(",、")) is not None


_SPAN = r"(?:上半年|半年|一季度|前?[一二三]季度|\d{1,2}月[底末]|序时|年度|全年|阶段性?|节点)(?:末|底)?"
_BEHIND = re.compile(rf"[^,。;\n]{{0,20}}?的?({_SPAN}(?:目标任务|目标|任务|计划|要求))")
_AHEAD = sought(
    r"(?:上半年|半年|一季度|前?[一二三]季度|\d{1,2}月[底末])(?:末|底|前)?[^,。;\d]{0,6}(?:确保|力争|应|要|需)[^,。;\d]{0,4}$"
)
_COMPARED = sought(
    r"(?:低于|高于|(?:超额|提前)+完成|[未没][有能]?(?:达到?|完成|实现)|(?<![未没能])(?:达到?|实现|满足)了?(?=[“\"])|超过|[越跨]过|超出|快于|慢于|落后于?|距离?|[较比与])[^,。;\d]{0,6}"
    r"(?:上半年|半年|[一二三]季度|前三季度|\d{1,2}月[底末])[^,。;\d]{0,10}$"
)
_GOAL = re.compile(  # 距省要求的6月底前支出进度达50%|以上还有差距
    r"[^,。;\n]{0,20}?[”\"]?的?(?:目标|要求|任务|(?<=的)线)|(?:及?以上)?(?:还|仍|尚)?(?:存在|有)[^,。;\d]{0,4}差距"
)


def is_interim(text: str, r: Reading, before: list[Reading]) -> bool:
    """Gives the goal the words of its date, and the name of the share that it is set for."""
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


def _of_completion(r: Reading) -> None:
    """上半年完成率不低于50%、力争达到55%的阶段性目标: the share done of what was named before, in place."""
    if "完成率" in r.clause_lead:
        r.measure, r.subject = "completion", r.subject.removesuffix("完成率") + "完成率"


_PROGRESS = sought(r"[\u4e00-\u9fff]{2,8}(?:进度|率)(?=(?:已|仅)?(?:达到?|为)?$)")


def share_name(share: Reading) -> str:
    """支出进度 of 支出进度61.2%: the share by the words that say what it is."""
    said = _PROGRESS.search(share.lead)
    return said.group() if said else share.name


def _of_the_share(r: Reading, before: list[Reading]) -> bool:
    """Takes the name of the share before it, of which it is the goal."""
    share = next((b for b in reversed(before) if b.voice == "claim" and b.sentence == r.sentence), None)
    if share is not None:
        r.own, r.subject = "", share_name(share)
    return share is not None
