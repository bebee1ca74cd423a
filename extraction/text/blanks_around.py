"""Blanks that a page's markup left around a number in a sentence: 新增 7069张 公办养老床位,为计划的101%.

Such a line is prose, and every blank in it stands beside a number with its unit; a row of cells has others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Interval
from extraction.sought import sought

_THERE = re.compile(r"\d[^\s\d]{1,6} [\u4e00-\u9fff“]|[\u4e00-\u9fff] \d")
_LINE = re.compile(r"(?m)^[ ]{0,8}(?P<line>[^\n|\t]{8,400}[。;!])[ ]{0,8}$")
_AROUND = re.compile(
    r"(?:(?<=[\u4e00-\u9fff])(?P<before> ))?(?<![\d.,])\d[\d,]*(?:\.\d+)?(?P<in_it> )?[万亿]?(?P<apart> )?"
    rf"(?:{units.AMOUNTS})(?P<behind> )(?=[\u4e00-\u9fff“]{{2}})"
)
_GAPS = ("before", "in_it", "apart", "behind")
_BESIDE = re.compile(  # 占年采伐限额 6.2 万立方米的 30.2%
    rf"(?<=[\u4e00-\u9fff])(?P<before> )\d[\d,]*(?:\.\d+)?(?:(?P<apart> )(?=[万亿]?(?:{units.AMOUNTS})|%))?"
    rf"|(?<=\d)(?P<alone> )(?=[万亿]?(?:{units.AMOUNTS})|%)"
)
_NUMBER_OF_ITEM = re.compile(r"[(]?(?:[\d一二三四五六七八九十]{1,3}|[①-⒛㈠-㈩])[.、)]{0,2} ")


_MONTHS = sought(r"(?<![\d.,-])(?P<first>\d{1,2})(?:(?P<before> )-|-(?= ))(?P<behind> )?(?P<last>\d{1,2})月")
_LAST = 12


def months_apart(text: str) -> Iterator[Interval]:
    """1- 8月完成: the blanks inside of a span of months."""
    for span in _MONTHS.finditer(text) if "- " in text or " -" in text else ():
        if int(span["first"]) < int(span["last"]) <= _LAST:
            yield from (span.span(gap) for gap in ("before", "behind") if span[gap])


def blanks_around(text: str) -> Iterator[Interval]:
    """The blanks to be cut out of the folded text."""
    if _THERE.search(text) is None:
        return
    for line in _LINE.finditer(text):
        piece = line["line"]
        blanks = piece.count(" ")
        if not blanks or "," not in piece:
            continue
        start, end = line.span("line")
        blanks -= _NUMBER_OF_ITEM.match(piece) is not None
        around = [m.span(g) for m in _AROUND.finditer(text, start, end) for g in _GAPS if m[g]]
        beside = [m.span(g) for m in _BESIDE.finditer(text, start, end) for g in ("before", "apart", "alone") if m[g]]
        gaps = sorted({*around, *beside})
        if len(gaps) == blanks:
            yield from gaps
