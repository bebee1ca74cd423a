"""Digits of one number that a page's markup parted, in a sentence: 新建公园 3 0 个,已建成 1 9 个。

Joined only where no two numbers can stand: behind Chinese characters, before one unit that ends its clause, in a line
that ends as a sentence does; and the first part is one digit alone, or the second begins with a nought.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit, Interval
from extraction.sought import sought

_THERE = sought(r"\d \d")
_LINE = sought(r"(?m)^[^\n|\t]{8,600}[。;!]\s{0,4}$")
_APART = sought(
    r"(?<=[\u4e00-\u9fff])(?<![第表图附件月日年号款条项期])[ ]?(?P<digits>[1-9](?: \d{1,3}){1,5}|[1-9]\d{0,2} 0\d{1,2})"
    rf"(?=[ ]?[万亿]?(?:{units.AMOUNTS})(?:以上|左右)?[,。;、:)!])"
)
_PERCENT = sought(r"(?<=[\u4e00-\u9fff])[ ]?(?P<digits>[1-9] \d(?: ?\. ?\d{1,2})?)(?=[ ]?%[,。;、:)!])")


_POINT_LOST = sought(r"(?<=[\u4e00-\u9fff])(?P<whole>\d{2,3})(?P<lost> )(?=\d{1,2}%[,。;、:)!])")  # 占全年任务的108 3%
_MOST = 400  # per cent that a share or a growth may be


def points_lost(text: str) -> Iterator[Edit]:
    """The decimal points that a page lost in a per cent: 108 3% is 108.3%."""
    for match in _POINT_LOST.finditer(text) if _THERE.search(text) else ():
        if int(match["whole"]) <= _MOST:
            yield *match.span("lost"), "."


_MONTHS_LOST = sought(r"(?<![\d.-])1-(?P<last>1[0-2]|[2-9])(?=[全我本][省市县区州旗镇乡]|累计)")  # 1-9全市


def months_lost(text: str) -> Iterator[Edit]:
    """The 月 that a page lost behind the months up to which it tells: 1-9全市 is 1-9月全市."""
    for match in _MONTHS_LOST.finditer(text):
        yield *match.span("last"), match["last"] + "月"


def digits_apart(text: str) -> Iterator[Interval]:
    """The blanks to be cut out of such numbers."""
    if not _THERE.search(text):
        return
    for line in _LINE.finditer(text):
        for pattern in (_APART, _PERCENT):
            for match in pattern.finditer(text, *line.span()):
                low, high = match.span("digits")
                yield from ((at, at + 1) for at in range(low, high) if text[at] == " ")
