"""How the first so many and the last so many of a list stand, told behind it, is told right behind each of the two.

机耕路9公里、泵站3座、公厕12座,上述三项中前两项已完成,后一项推进迟缓
    reads as 机耕路9公里、泵站3座均已完成;计划公厕12座,推进迟缓

Only where the two counts come to all that are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers.numerals import small_count
from extraction.records import Edit
from extraction.sought import sought

_COUNT = r"[\d一二两三四五六七八九十]{1,2}"
_THINGS = r"(?:重点|民生|目标|年度)?(?:任务|工作|事项|项目|指标|实事|工程)?"
_HOW = r"[^,。;:、\d\n]{2,16}"
_TOLD = sought(
    rf"(?P<lead>[,。;]?(?:上述|以上|这)?(?:(?P<all>{_COUNT})[项件个]{_THINGS})?(?:之?[中里])?,?(?:其中,?)?"
    rf"前(?P<first>{_COUNT})[项件个]{_THINGS})(?P<how>{_HOW})(?P<then>[,;]后(?P<last>{_COUNT})[项件个]{_THINGS})(?={_HOW}(?:[。;\n]|\Z))"
)
_MEMBER = r"[^,。;:、\d\n]{2,20}\d[\d.]*[万亿]{0,2}[^,。;:、\d\n()]{1,6}"
_LIST = re.compile(rf"{_MEMBER}(?:、{_MEMBER})+$")
_FAR = 240  # characters of the list
_ALL = ("均", "都", "全部")


def first_and_last(text: str) -> Iterator[Edit]:
    """The edits that write it so."""
    for told in _TOLD.finditer(text) if "前" in text and "后" in text else ():
        begin = max(0, told.start() - _FAR)
        listed = _LIST.search(text[begin : told.start()])
        if listed is None:
            continue
        marks = [begin + listed.start() + mark.start() for mark in re.finditer("、", listed.group())]
        first, last = small_count(told["first"]), small_count(told["last"])
        counted = small_count(told["all"]) if told["all"] else first + last
        if first + last != len(marks) + 1 or counted != len(marks) + 1 or not first:
            continue
        how = told["how"] if told["how"].startswith(_ALL) or first == 1 else "均" + told["how"]
        yield marks[first - 1], marks[first - 1] + 1, how + ";计划"
        yield (
            told.start(),
            told.end(),
            "均" if last > 1 and not text.startswith(_ALL, told.end()) else "" if last > 1 else ",",
        )
