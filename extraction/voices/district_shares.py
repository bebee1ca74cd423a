"""A list of districts with how much of its plan each has done: 完成年度任务进度依次为:滨江街道31.2%、新港镇22.4%.

The words before the list say that its shares are of plans, in brackets or not, and of what.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said

_HEAD = sought(
    r"完成(?:年度|全年|年|目标)*(?:任务|目标|计划)?(?:的)?(?:比例|进度|百分比|情况|率)"
    r"[^,。;:%]{0,14}(?:[是为:]|排名|靠前|靠后)"
)
_THING = sought(r"[^,。;:\d]{0,30}$")
_EACH = sought(
    r"^.*?(?:各|全)(?:[\u4e00-\u9fff]{0,4}?(?:街道|乡镇|镇街|街镇|[镇区县旗市州]|单位|地))(?:\([^()]*\))?(?:的)?|^.*?情况看"
)
_BARE = sought(
    r"[、,;:和及\s]*(?:其中|[前后]?[\d一二两三四五]位[的]?)?(?:分别|依次)?[是为达仅]?:?"
)  # nothing but the district
_BY_GROWTH = sought(r"按(?:增[速幅]|同比|增长)")
_REACH = 240  # characters back to the words before the list


def share_of_district(p: Place) -> Said | None:
    """城镇新增就业完成进度前三位是湖滨区(_72.4%)、…;后三位是修河县(47.1%)."""
    if p.r.owner is None or p.r.quantity.noun != "%" or p.r.measure == "growth" or p.r.own:
        return None
    return _share(p) if _BARE.fullmatch(p.r.lead.replace(p.r.owner, "")) else None


def _share(p: Place) -> Said | None:
    low = max(0, p.r.start - _REACH)
    start = max(low, *(p.s.text.rfind(mark, low, p.r.start) + 1 for mark in "\n。"))
    head = next(iter(_HEAD.finditer(p.s.text, start, p.r.start)), None)
    if head is None:
        return None
    if _BY_GROWTH.match(p.s.text, max(start, p.s.text.rfind(";", start, p.r.start) + 1)):
        return CONTEXT  # 按增速排序,甲县3.6%,乙县0.8%
    said = _THING.search(p.s.text[start : head.start()])
    thing = sought(r"(?:任务|目标|计划)$|^按.*").sub("", _EACH.sub("", said.group())) if said else ""
    return Said("claim", own=thing, subject=thing or p.s.main or p.s.topic, measure="completion")
