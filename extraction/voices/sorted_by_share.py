"""Counts of those that are so far with a plan of their own: 9个乡镇完成年度任务75%以上, 完成任务75%以上的9个.

The bound sorts them into classes; how far any of them is, it does not say, nor how far they are together. Neither the
count nor the bound tells of a plan: read as a share, 50%以下 of three towns would be an alarm for the whole county.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_OPENS = sought(  # nothing before the count says what was done: not 改造小区48个完成年度任务的80%以上
    r"(?:[\u4e00-\u9fff]{0,4}[省市县区州镇乡旗])?(?:截至目前|截至\d{1,2}月[底末]|目前|现|其中|还|另外?|仍|已|共|就|只|仅)*有?\s?"
)
_OF_ITS_PLAN = (
    r"(?:均|都|已|累计|仅|只)*(?:完成|达到|实现)(?:了)?(?:年度|全年)?"
    r"[^,。;\d%]{0,12}?(?:任务|计划|目标)[^,。;\d%]{0,4}?"
)
_BOUND = sought(
    rf"[^,。;\d]{{0,10}}?{_OF_ITS_PLAN}"
    r"(?:(?:不[足到满]|超过|[低高]于|未到)\s?\d[\d.]*%|\d[\d.]*%(?:及|或|\([^()]{1,4}\))?以[上下内])"
)
_HOW_FAR = sought(rf"[^,。;\d]{{0,10}}?{_OF_ITS_PLAN}(?:不[足到满]|超过|[低高]于|未到)?\s?")
_THEIR_RATE = sought(  # 3个县区投资降幅超过10%: of each, and a rate of its own
    r"\s?(?:县市区|县区|区县|市县|乡镇|镇街|街道|地市|园区|单位|部门)(?:的)?[^,。;\d]{1,12}(?:超过|[低高]于|不[足到]|未达到?)\s?"
)
_COUNTED = ("个", "家", "项", "件", "镇", "乡", "县", "区", "市", "街道", "户", "所", "座", "处")
_DONE_OF_PLAN = sought(rf"(?:^|[,、;:。中]){_OF_ITS_PLAN}(?:的)?(?:超过|[低高]于|不[足到满])?\s?$")
_THOSE = r"(?:(?:及|或)?以[上下内])?的(?:有|为|共)?\s?"
_OF_THEM, _COUNT_BEHIND = sought(_THOSE), sought(rf"{_THOSE}\d{{1,4}}\s?(?:个|家|项|件|户|所|座|处)")


@only_with(sought(r"%(?:及|或|\()?[^,。;]{0,4}以|不[足到满]|超过|[低高]于|未到|%的"))
def sorted_by_share(p: Place) -> Said | None:
    """_9个乡镇完成年度任务_75%以上; 完成任务_75%以上的_9个: neither the count nor its bound is of a plan."""
    r, last, text = p.r, p.last, p.s.text
    if r.quantity.noun == "%":
        if last is not None and _are_sorted(text, last.quantity.noun, last.clause_lead, last.quantity.end):
            return CONTEXT if _HOW_FAR.fullmatch(text, last.quantity.end, r.start) else None
        if last is not None and _have_their_rate(
            text, last.quantity.noun, last.clause_lead, last.quantity.end, r.start
        ):
            return CONTEXT
        told = _COUNT_BEHIND.match(text, r.quantity.end) is not None and _DONE_OF_PLAN.search(p.clause_lead) is not None
        return CONTEXT if told else None
    if last is not None and last.quantity.noun == "%" and last.voice == "context" and _OF_THEM.fullmatch(r.lead):
        return CONTEXT if _DONE_OF_PLAN.search(last.clause_lead) else None
    return CONTEXT if _are_sorted(text, r.quantity.noun, p.clause_lead, r.quantity.end) else None


def _are_sorted(text: str, noun: str, lead: str, end: int) -> bool:
    """Whether the number counts those of whom a bound tells how far they are, each with its own plan."""
    return noun in _COUNTED and _OPENS.fullmatch(lead) is not None and _BOUND.match(text, end) is not None


def _have_their_rate(text: str, noun: str, lead: str, end: int, start: int) -> bool:
    """二是3个县区投资降幅超过10%: a bound of a rate that each of so many places has for itself."""
    opens = _OPENS.fullmatch(lead.split("是")[-1]) is not None
    return noun in _COUNTED and opens and _THEIR_RATE.fullmatch(text, end, start) is not None
