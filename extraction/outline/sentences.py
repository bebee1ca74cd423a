"""Sentences of a line: up to 。；！？, and each of 一是/二是."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extraction.outline.lines import LONGEST, POINT
from extraction.records import Interval

END = re.compile(r"[。;!?\n.](?:(?<=[。;!?])[。;!?]*[”\")]?|(?<=\n)|(?<=[\u4e00-\u9fff%)”]\.)(?![\d.]))")
_RUN_INTO = re.compile(r"%(?<=\d%)(?=\d[\d.]*[\u4e00-\u9fff])")  # 完成98.2%3月底前: the full stop is lost


def sentences(text: str, start: int, end: int, *, joined: bool = False) -> Iterator[Interval]:
    """Sentences of a line; 一是/二是 begin a new one even after a comma."""
    ends = (m.end() for m in END.finditer(text, start, end) if not (joined and m.group() == "\n"))
    run_into = (m.end() for m in _RUN_INTO.finditer(text, start, end))
    cuts = sorted({*ends, *run_into, *(m.start() for m in POINT.finditer(text, start, end)), start, end})
    for low, high in pairwise(cuts):
        while low < high and text[low].isspace():
            low += 1
        if low < high:
            yield from _bounded(text, low, high)


def _bounded(text: str, low: int, high: int) -> Iterator[Interval]:
    """The sentence, or its pieces where it has no end: each up to the last comma within the bound."""
    while high - low > LONGEST:
        after = max(text.rfind(mark, low + LONGEST // 2, low + LONGEST) for mark in ",、 ") + 1
        cut = after or low + LONGEST
        yield low, cut
        low = cut
    yield low, high
