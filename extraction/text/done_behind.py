"""A plan right behind which, without a comma, stands what was done of it reads as a plan and its account.

老旧小区改造(38个)已完工31个,停车泊位建设(3000个)已建成1890个      reads as 老旧小区改造(任务38个)已完工31个,…
东片12公里完工10公里                                       reads as 东片12公里,已完工10公里
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.numbers.numerals import arabic_value
from extraction.records import Edit
from extraction.sought import sought
from extraction.text.goals_before_verbs import listed

_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?"
_PLAN = rf"(?P<plan>{_NUMBER})\s?(?P<times>[万亿]{{0,2}})(?P<unit>{units.AMOUNTS})"
_DONE = rf"(?P<done>{_NUMBER})\s?(?P=times)(?P=unit)"
_IN_BRACKET = sought(
    rf"(?<=[\u4e00-\u9fff”])\((?P<at>){_PLAN}\)(?:目前|现|已|累计|实际|仅|只)+"
    rf"(?:完工|完成|建成|竣工|改造|交付|投用|新建|新增|开工|发放|培训|到位|整治|治理)(?:了|约)?{_DONE}"
)
_BARE = sought(
    r"(?:(?<=[,;:、。\n])|^)(?!其中|已|目前|累计)[\u4e00-\u9fff“”]{2,12}?(?<!完成)(?<!任务)(?<!计划)"
    rf"{_PLAN}(?P<at>)(?=(?:完工|建成|竣工|完成){_DONE})"
)
_MAY_BE_BARE = re.compile(
    r"[\d.,]\s?[^\d,。;:()\n]{1,12}\d?(?:完工|建成|竣工|完成)\d"
)  # what each of these holds, sought first
_BEYOND = Decimal("1.5")  # times the number in the bracket, beyond which it is none of what was done


def done_behind(text: str) -> Iterator[Edit]:
    """The edits that write the plan as one."""
    lists = {item.start("plan") for item in listed(text)}  # written by text/goals_before_verbs.py
    for match in _IN_BRACKET.finditer(text) if ")" in text else ():
        if match.start("plan") not in lists and arabic_value(match["done"]) <= arabic_value(match["plan"]) * _BEYOND:
            yield *match.span("at"), "任务"
    for match in _BARE.finditer(text) if _MAY_BE_BARE.search(text) else ():
        if arabic_value(match["done"]) <= arabic_value(match["plan"]):
            yield *match.span("at"), ",已"
