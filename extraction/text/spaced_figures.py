"""Blanks around every figure of a page: 截至 9 月底,新增就业 5347 人,占年度目标的 82.3 %。

Word processors and web editors set figures apart from the words around them, on a whole page at once. The blanks
part nothing there and are taken out before all other rules. What holds columns is left as it is: a line or a cell in
which a blank parts two words or two numbers, one that counts several things without a mark between them, and whatever
stands on a page that sets most of its figures close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Interval
from extraction.sought import sought

_HAN = r"\u4e00-\u9fff"
_APART = re.compile(rf"(?<=[{_HAN}]) (?=\d)|(?<=\d) (?=[{_HAN}])")
_CLOSE = re.compile(rf"(?<=[{_HAN}])(?=\d)|(?<=\d)(?=[{_HAN}])")
_CELL = re.compile(r"[^\n|\t]+")
_MARKED = re.compile(r"[,。;:、(!?]")
_NUMBER = re.compile(r"\d[\d.,]*")
_NUMBERED = re.compile(r"(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)]?[.、)]?|[①-⒛])[ ](?=[^\d年月日])")
# a blank that sets a figure apart: beside words, a unit or a mark of per cent, or beside a Latin name that holds one
_SETTING = re.compile(rf"(?<=[{_HAN}”)]) (?=[-+<>≤≥]?\d)|(?<=\d) (?=[{_HAN}%‰℃“(])|(?<=[%‰℃]) (?=[{_HAN}])")
_NAMING = re.compile(rf"(?<=[{_HAN}]) (?=[A-Za-z])|(?<=[A-Za-z]) (?=[{_HAN}])|(?<=[A-Za-z\d]) (?=[A-Za-z])")
_COUNTED = sought(rf"\d ?(?:%|‰|℃|[年月日]|[万亿]|(?:{units.AMOUNTS}))")
_ROW = re.compile(r"\d [\d-]|\d {2,}\S|\S {2,}\d")
_MANY = 6  # contacts of words and figures; fewer show no habit
_MOSTLY = 3  # so many apart for one that is close


def spaced_figures(text: str) -> Iterator[Interval]:
    """The blanks of the folded text that are no more than a habit of its page."""
    if len(_APART.findall(text)) < _MANY:
        return
    cells = [match.span() for match in _CELL.finditer(text)]
    sentences = [(low, high) for low, high in cells if _MARKED.search(text, low, high)]
    apart = sum(len(_APART.findall(text, low, high)) for low, high in sentences if not _ROW.search(text, low, high))
    close = sum(len(_CLOSE.findall(text, low, high)) for low, high in sentences)
    if apart < _MANY or apart < close * _MOSTLY:
        return
    for low, high in cells:
        yield from _blanks(text, low, high)


def _blanks(text: str, low: int, high: int) -> Iterator[Interval]:
    """The blanks of the cell, or none where one of them parts columns."""
    while low < high and text[low] == " ":
        low += 1
    while low < high and text[high - 1] == " ":
        high -= 1
    if (number := _NUMBERED.match(text, low, high)) is not None:
        low = number.end()
    if _ROW.search(text, low, high):
        return
    settings = [match.span() for match in _SETTING.finditer(text, low, high)]
    namings = sum(1 for _ in _NAMING.finditer(text, low, high))
    if not settings or text.count(" ", low, high) > len(settings) + namings:
        return
    if not _MARKED.search(text, low, high) and not _one_thing(text[low:high]):
        return
    yield from settings


def _one_thing(cell: str) -> bool:
    """Whether a cell without marks counts one thing: 新增养老床位 260 张, no row of 4200 人 3617 人."""
    dated = re.sub(r"(?:(?:\d{4} ?年 ?)?\d{1,2} ?月(?: ?\d{1,2} ?日)?|\d{4} ?年)", "", cell)
    numbers = len(_NUMBER.findall(dated))
    return numbers <= 1 or numbers == len(_COUNTED.findall(dated)) == 1
