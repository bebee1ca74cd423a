"""What was done so far, and the year's goal that is built on it, are told one after the other.

要在前三季度到位资金36亿元的基础上,确保全年到位资金52亿元
reads as 前三季度到位资金36亿元,确保全年到位资金52亿元
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_SO_FAR = r"(?:今年)?(?:前[一二三四五六七八九十]{1,2}个?(?:季度|月)|上半年|1\s?[-—~至到]\s?\d{1,2}月份?|一季度)"
_GROUND = sought(
    rf"(?:(?<=[,。;:、\n])|(?<=[\u3000 ])|^)(?P<lead>[^,。;:、\d\n\u3000 ]{{0,6}}?(?:要|将|须)?在)(?={_SO_FAR})"
    rf"{_SO_FAR},?[\u4e00-\u9fff“”]{{2,20}}\d[\d.,]{{0,9}}[万亿]{{0,2}}(?:{units.AMOUNTS})(?P<ground>的?基础上)"
    r"(?=,(?:要|将|再)?(?:确保|力争|争取|努力|全力)[^,。;\d]{0,4}(?:全年|年内|年底))"
)


def on_the_ground_of(text: str) -> Iterator[Edit]:
    """The edits that take out what joins the two."""
    for match in _GROUND.finditer(text) if "基础上" in text else ():
        yield *match.span("lead"), ""
        yield *match.span("ground"), ""
