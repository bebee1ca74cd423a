"""Sentences of a line: up to 。；！？, and each of 一是/二是."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extraction.outline.lines import LONGEST, POINT
from extraction.records import Interval

END = re.compile(r"[。;!?\n.](?:(?<=[。;!?])[。;!?]*[”\")]?|(?<=\n)|(?<=[\u4e00-\u9fff%)”]\.)(?![\d.]))")
# 改造市场12个⏎口袋公园完成15个: a line that ends with a whole figure, and what begins the next goes on from none
_WHOLE_FIGURE = re.compile(
    r"\d[万亿]?(?:[家个所座处台辆套条项件名户人亩吨栋口片场元]|公里|平方米|人次|公顷)(?:的(?:目标任务|任务|目标))?\n(?=[\u4e00-\u9fff“]{3})"
    r"(?!的|以[上内下]|左右|[和及与或占为较比增同其不、]|下降|目标|任务|计划|完成率|完成年度)"
)
_RUN_INTO = re.compile(r"%(?<=\d%)(?=\d[\d.]*[\u4e00-\u9fff])")  # 完成98.2%3月底前: the full stop is lost


def sentences(text: str, start: int, end: int, *, joined: bool = False) -> Iterator[Interval]:
    """Sentences of a line; 一是/二是 begin a new one even after a comma."""
    ends = (m.end() for m in END.finditer(text, start, end) if not (joined and m.group() == "\n"))
    whole = (m.end() for m in _WHOLE_FIGURE.finditer(text, start, end)) if joined else ()
    run_into = (m.end() for m in _RUN_INTO.finditer(text, start, end))
    cuts = sorted({*ends, *whole, *run_into, *(m.start() for m in POINT.finditer(text, start, end)), start, end})
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
