"""What single periods gave, told in one bracket behind the plan, reads as told behind it.

农村公路350公里(一季度完成60公里,二季度完成120公里,三季度完成95公里)    reads as …350公里,一季度完成60公里,…

Where they come to the whole plan, the bracket says how it is spread over the year, and tells of nothing done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.numbers.numerals import arabic_value
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?"
_PERIOD = r"(?:[上下]半年|第?[一二三四]季度|\d{1,2}(?:月份?)?-\d{1,2}月份?|[春夏秋冬]季)"
_DID = r"(?:已|共|累计|实际|又|再)*(?!计划|应|拟|将|需)[\u4e00-\u9fff]{2,6}"
_UNIT = rf"(?P<times>[万亿]{{0,2}})(?P<unit>{units.AMOUNTS})"
_SPREAD = sought(
    rf"(?P<plan>{_NUMBER})\s?{_UNIT}(?P<open>\()(?P<told>{_PERIOD}{_DID}{_NUMBER}(?P=times)(?P=unit)"
    rf"(?:[,、;]{_PERIOD}{_DID}{_NUMBER}(?P=times)(?P=unit)){{1,4}})(?P<close>\))"
)
_OPENS = re.compile(rf"\({_PERIOD}")  # what each such bracket begins with, sought first
_EACH = sought(rf"(?:[\u4e00-\u9fff])(?P<much>{_NUMBER})(?=[万亿]{{0,2}}(?:{units.AMOUNTS}))")


def periods_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that open such brackets."""
    for match in _SPREAD.finditer(text) if _OPENS.search(text) else ():
        told = sum((arabic_value(each["much"]) for each in _EACH.finditer(match["told"])), Decimal(0))
        if told < arabic_value(match["plan"]):
            yield *match.span("open"), ","
            yield *match.span("close"), ""
