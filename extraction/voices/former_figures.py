"""Figures that only tell what another was held against, or cleared of.

增长3.6%,由一季度的_-2.7%转正,仍低于目标5.4个百分点      what it was before: the distance is of what it is now
剔除上年体制划转因素_1.8亿元后,同口径增长9%             how much was left out
占年初预算5.9亿元的78%,超平均进度9.8个百分点,超收_0.7亿元 how much more than the pace came in
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_SPAN = (
    r"(?:今年|本年|年内)?(?:[一二三四]季度|上半年|前[一二三两]季度|上季度|上个?月|前\d{1,2}个?月|1[-至—~]\d{1,2}月"
    r"|\d{1,2}月|年初|开局)(?:份|末|底|时)?"
)
_FROM = sought(
    rf"(?:由|从|自|较|比|与)[^,。;:、()\d]{{0,6}}?{_SPAN}(?:相比)?的(?:增[长速幅]|下降|降幅|负增长)?(?:为|是)?\s?$"
)
_TURNED = sought(
    r"\s?[,]?[^,。;:()\d]{0,8}?(?:转正|转负|转为|转降|转增|回升|回落|回暖|反弹|好转|改善|企稳|收窄|扩大|提[高升速]|加快|放缓|趋缓|上升|下降"
    r"|下滑|增加|减少|降低|走[高低])"
)


@only_with(_TURNED)
def turned_from(p: Place) -> Said | None:
    """增速由上半年的_2.4%回升: what it was by an earlier month of the year, beside what it is."""
    if p.r.quantity.noun != "%" or p.r.bracket or _FROM.search(p.sentence_lead[-32:]) is None:
        return None
    if _TURNED.match(p.s.text, p.r.quantity.end) is None:
        return None
    p.r.settled = True
    return CONTEXT


_CLEARED = sought(r"(?:剔除|扣除|还原|不考虑|不计)[^,。;:()\d]{1,20}(?:因素|影响|部分|基数)(?:影响)?(?:约|的|为)*\s?$")


@only_with(sought(r"剔除|扣除|还原|不考虑|不计"))
def left_out(p: Place) -> Said | None:
    """剔除上年体制划转因素_1.8亿元后: what was taken off before two years were compared."""
    if p.r.quantity.noun != "元" or _CLEARED.search(p.sentence_lead[-40:]) is None:
        return None
    p.r.settled = True
    return CONTEXT


_BEYOND_PACE = sought(r"[,、]\s?(?:超收|多收|少收|短收|歉收)(?:了|约|近)?\s?")


@only_with(_BEYOND_PACE)
def beyond_the_pace(p: Place) -> Said | None:
    """超平均进度9.8个百分点,超收_0.7亿元: how much more than the pace came in, behind how many points that is."""
    last, r = p.last, p.r
    if r.quantity.noun != "元" or last is None or _BEYOND_PACE.fullmatch(r.lead) is None:
        return None
    return CONTEXT if last.sentence == r.sentence and last.quantity.noun == "个百分点" else None
