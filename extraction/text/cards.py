"""Cards, as a page drawn for phones shows them: a marked line names a thing, the short lines below it tell of it.

▍规上工业增加值            规上工业增加值:
↑8.4% | 全市第9     reads as   增长8.4%,全市第9,
年度预期:增长8%            年度预期增长8%

Only where three cards at least have one mark. An arrow before a percentage is a verb there; a bar, and a blank before
a goal, part as a comma does; 11.4亿元/20亿元 alone in a line is the figure and its goal where it is the smaller one,
and 全年60个 beside the figure of a part of the year is a goal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought
from extraction.text.works_in_fields import works_in_fields

_MARKS = "\u2580-\u259f\u25a0-\u25ff\u2600-\u27bf\u2b1b-\u2b55\U0001f300-\U0001faff┃丨"
_HEAD = rf"(?P<mark>[{_MARKS}])\ufe0f?[ ]?(?P<name>[^\n,。;:!?|{_MARKS}]{{2,26}})"
_BODY = rf"[^\n。;{_MARKS}【][^\n。;{_MARKS}]{{0,48}}"
_NO_ITEM = r"(?!\(?[一二三四五六七八九十]{1,3}[、)]|\d\.[^\d])"
_CARD = re.compile(rf"^[ ]?{_HEAD}(?P<ends>[ ]?\n)(?P<body>{_BODY}(?:\n{_NO_ITEM}{_BODY}){{0,2}})$", re.MULTILINE)
_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?"
_ARROW = re.compile(r"(?P<arrow>[↑↓⬆⬇▲▼])\ufe0f?[ ]?(?=\d[\d.]{0,7}[ ]?(?:%|个百分点))")
_BAR = re.compile(r"[ ]?[|丨][ ]?")
_BLANK = sought(r"(?<=[\u4e00-\u9fff%)]) (?=(?:年度|全年|年初)?(?:预期|目标|任务|计划)[^\n,;]{0,8}\d)")
_OF = re.compile(
    rf"^(?P<done>{_NUMBER})(?P<unit>[万亿]{{0,2}}(?:{units.AMOUNTS}))"
    rf"(?P<stroke>[ ]?/[ ]?)(?P<plan>{_NUMBER})(?P=unit)$",
    re.MULTILINE,
)
_YEAR = sought(r"(?:^|(?<=[\n|,、 丨]))(?P<year>全年|年度)(?=\d)")
_COLON = sought(r"(?:年度|全年|年初)(?:预期|目标|任务|计划)(?:目标|任务|值|数)?(?P<colon>:[ ]?)(?=[^\n,:;]{0,8}\d)")
_SO_FAR = sought(r"(?:上半年|前[一二三1-3]季度|[一1]季度|\d-\d{1,2}月|截至|目前|已)[^\n|,丨]{0,8}\d")


def cards(text: str) -> Iterator[Edit]:
    """The edits that write each card as a label and what is told behind it."""
    works = {low for low, _, _ in works_in_fields(text)}  # 本年计划:3亿元 below its name: a task with a goal
    told = [card for card in _CARD.finditer(text) if any(c.isdigit() for c in card["body"])]
    found = [card for card in told if card.start() not in works]
    marks = Counter(card["mark"] for card in found)
    for card in found:
        if marks[card["mark"]] > 2:
            yield card.start(), card.start("name"), ""
            yield *card.span("ends"), ":"
            yield from _lines(text, *card.span("body"))


def _lines(text: str, start: int, end: int) -> Iterator[Edit]:
    """What is told in the lines of one card, in the words of a sentence."""
    body = text[start:end]
    yield from ((start + i, start + i + 1, ",") for i, c in enumerate(body) if c == "\n")
    for bar in _BAR.finditer(body):
        yield start + bar.start(), start + bar.end(), ","
    for arrow in _ARROW.finditer(body):
        blank = sought(r"[^|丨] $").search(body, 0, arrow.start()) is not None
        verb = "增长" if arrow["arrow"] in "↑⬆▲" else "下降"
        yield start + arrow.start() - blank, start + arrow.end(), "," * blank + verb
    for pair in _OF.finditer(body):
        if _value(pair["done"]) <= _value(pair["plan"]):
            yield start + pair.start(), start + pair.start(), "完成"
            yield start + pair.start("stroke"), start + pair.end("stroke"), ",年度目标"
    yield from ((start + gap.start(), start + gap.end(), ",") for gap in _BLANK.finditer(body))
    for goal in _COLON.finditer(body):
        yield start + goal.start("colon"), start + goal.end("colon"), ""
    if _SO_FAR.search(body):
        for year in _YEAR.finditer(body):
            yield start + year.end(), start + year.end(), "目标"


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
