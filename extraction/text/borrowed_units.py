"""A number without its unit right behind another has that one's: 厕所改造3000户,已完成2710; 41微克/立方米(目标42).

What is so much of a plan (产值8200万元,占年任务54,同比增长12) has lost its sign of per cent.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.numbers.numerals import arabic_value
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,2}(?!\d)|\d{1,7}(?:\.\d{1,4})?)"
_ENDS = r"(?=[;。(]|,(?!\d{3}(?!\d))|$)"  # and no comma between thousands: 已安装1,050盏
_UNIT = rf"[万亿]?(?:{units.AMOUNTS})"
_DID = r"(?:完成|建成|竣工|完工|安装|改造|发放|培训|实施|拨付|支出|筛查|检查|接种|救助|安置)"
_UNITLESS = sought(
    rf"(?<![\d.])(?P<plan>{_NUMBER})(?P<unit>{_UNIT})[,、。]?(?:截至目前,?|目前|现)?已?(?:累计)?{_DID}(?P<done>{_NUMBER}){_ENDS}"
)
_DONE = sought(rf"{_DID}{_NUMBER}{_ENDS}")  # what every match needs, sought first
_NONE = sought(  # 年度目标:300万美元;1-9月完成:0;
    rf"(?<![\d.]){_NUMBER}(?P<unit>{_UNIT})[;,、]\s?(?:截至[^,。;:]{{1,8}},?|目前|(?:1-)?\d{{1,2}}月[底末份]?|上半年|[前第]?[一二三四]季度)?"
    r"(?:实际|累计|已)*(?:完成|实现|到位|进度|进展)(?:情况|[值数量])?[:](?P<none>0)(?=[;,。]|\n|$)"
)
_GOAL = sought(
    rf"(?<![\d.])(?P<told>{_NUMBER})(?P<unit>{_UNIT}(?:{units.PER})?|%)"
    rf"\((?:年度|全年|控制|考核)*(?:目标|计划|任务|限值)[值数]?[为是:]?(?P<goal>{_NUMBER})\)"
)
_GOALS = sought(rf"(?:目标|计划|任务|限值)[值数]?[为是:]?{_NUMBER}\)")
_IN_SHARE = sought(  # 产值28.45亿元,占计划数_28.37的100.3%
    rf"(?<![\d.])(?P<told>{_NUMBER})(?P<unit>{_UNIT})[,、]\s?(?:约|已|仅)*占(?:年度|全年|下达)?(?:计划|任务|目标)(?:数|量)?(?P<goal>{_NUMBER})(?=的\d{{1,3}}(?:\.\d{{1,2}})?%)"
)
_OF_PLAN = sought(  # 产值8200万元,占年任务_54,
    r"(?<=[元吨亩个家户])[,、]占(?:本?年度?|全年)(?:目标)?(?:任务|计划|目标)(?:数|量)?的?"
    rf"(?P<share>(?:1[0-4]\d|[1-9]\d?)(?:\.\d{{1,2}})?){_ENDS}"  # 占计划300 may count what was planned
)
_APART = 5  # times that a goal in brackets may be the figure before it, or a part of it
_AT_MOST = 2  # times the plan, beyond which the number is of something else


def borrowed_units(text: str) -> Iterator[Edit]:
    """The folded text with the unit behind such a number."""
    for match in _UNITLESS.finditer(text) if _DONE.search(text) else ():
        plan, done = (arabic_value(match[part]) for part in ("plan", "done"))
        if 0 < done <= _AT_MOST * plan:
            last = match.end("done") - 1
            yield last, last + 1, text[last] + match["unit"]
    for match in _GOAL.finditer(text) if _GOALS.search(text) else ():
        told, goal = (arabic_value(match[part]) for part in ("told", "goal"))
        if told / _APART <= goal <= told * _APART:
            last = match.end("goal") - 1
            yield last, last + 1, text[last] + match["unit"]
    for match in _IN_SHARE.finditer(text) if "占" in text else ():
        last = match.end("goal") - 1
        yield last, last + 1, text[last] + match["unit"]
    for match in _OF_PLAN.finditer(text) if "占" in text else ():
        yield match.end("share") - 1, match.end("share"), match["share"][-1] + "%"
    for match in _NONE.finditer(text) if ":0" in text else ():
        yield match.start("none"), match.end("none"), "0" + match["unit"]
