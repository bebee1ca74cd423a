"""Points of one line of which each begins right behind the last one's figure, are read a line each.

1.新建公园12个已建成9个2.改造道路30公里已完成18公里3.…
(1)改造危房180户,已完工131户(2)新建蓄水池90口,已建成40口

Only what goes on with the next number begins a point; so a figure (9个2.5公里) or a reference does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FIRST = sought(r"(?:(?<=\n)|^)[ \t]*(?P<mark>1[.、]|\(1\)|一、|\(一\)|①)(?=[\u4e00-\u9fff“])")
_ENDS = sought(
    rf"\d[\d.,]*(?:%|[万亿]?(?:{units.AMOUNTS}))(?:[万亿]?)(?=(?P<mark>\d{{1,2}}[.、]|\(\d{{1,2}}\)|[一二三四五六七八九十]、"
    rf"|\([一二三四五六七八九十]\)|[{_CIRCLED}])[\u4e00-\u9fff“])"
)
_MOST = 20  # points of one line


def points_touching(text: str) -> Iterator[Edit]:
    """The edits that begin a line with each such point."""
    for first in _FIRST.finditer(text):
        line = text.find("\n", first.end())
        stop = line if line >= 0 else len(text)
        number = 2
        for end in _ENDS.finditer(text, first.end(), stop):
            if number <= _MOST and end["mark"] == _marked(first["mark"], number):
                yield end.end(), end.end(), "。\n"
                number += 1


def _marked(first: str, number: int) -> str:
    """The mark of the point with this number, of the same kind as the first; empty where there is none."""
    if first == "①":
        return _CIRCLED[number - 1]
    if "一" in first:
        return first.replace("一", _NUMERALS[number - 1]) if number <= len(_NUMERALS) else ""
    return first.replace("1", str(number))
