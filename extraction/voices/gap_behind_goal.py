"""A goal in brackets between a name and its distance: 地区生产总值低于年度目标(6%)3.7个百分点.

The words before the distance name it; the figure itself stands elsewhere, and the sum says which it is.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_HELD = sought(
    r"(?:^|[,;:、。])\s?(?P<name>[^,;:、。()\d]{2,24}?)(?P<rate>增速|增幅|涨幅)?(?:仍|还|均|分别|依次)?(?:同)?"
    r"(?:低于|高于|落后于?|慢于|快于|不及|高出|超出|超过|[比较与距])(?:[国省市县旗区]定?|[国省市县旗区]?下达|年度|全年|年初|预期|既定|考核|确定|控制|省控|市控)*的?"
    r"(?:目标任务|任务目标|目标|任务|计划|预期)(?:值|数)?$"
)
_APART = sought(r"(?:以上|左右|以内)?\)\s?(?:还|尚|仍)?(?:[低高多少慢快差]|相差|尚差)?(?:了|约|近)?\d[\d.]*个?百分点")
_STATE = sought(r"(?:率|比重|占比|比例|系数)$")


def name_by_distance(text: str, r: Reading, before_bracket: str) -> bool:
    """Give the goal the name that its distance is told of, and its measure, in place; False where it has a figure."""
    if r.quantity.noun != "%" or _APART.match(text, r.quantity.end) is None:
        return False
    said = _HELD.search(before_bracket)
    if said is None or len(names.folded(said["name"])) < 2:
        return False
    r.own = r.subject = said["name"]
    grows = said["rate"] or not _STATE.search(said["name"])
    r.measure, r.cued = "growth" if grows else "percent", True
    return True
