"""What a line of a plan promises: its indicators, its quarterly nodes and its deadline, as bureaus write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from extraction.document import Document
from extraction.numbers.quantities import scan
from extraction.numbers.units import fits
from extraction.reading import extract
from extraction.records import Indicator, Quantity, Target
from extraction.sought import sought
from extraction.words.folding import fold

Nodes = tuple[Decimal | None, Decimal | None, Decimal | None]
NO_NODES: Nodes = (None, None, None)
_HEAD = "{}年目标任务责任分解方案\n"
_NODE = sought(
    r"(?:其中)?[,，:：;；、]?\s*(?:截至)?(?P<when>前?[一1]季度|1-3月|前?[二2]季度|上半年|1-6月|前?[三3]季度|1-9月)"
    r"(?:末|底)?(?:应|要|须|力争|确保|累计|完成|达到|达|不低于)*(?P<much>\d[\d.]*\s*[^\s,，;；。、()（）\d]{1,4})(?:以上)?"
)
_QUARTERS = ((sought(r"[一1]季|1-3月"), 0), (sought(r"[二2]季|上半年|1-6月|半年"), 1), (sought(r"[三3]季|1-9月"), 2))
_DAY = re.compile(r"(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(?:(\d{1,2})\s*日?)?(?!季)")
_QUARTER_END = {"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}
_EARLY = {"上旬": 10, "中旬": 20}


def promises_of(words: str, year: int) -> list[Indicator]:
    """The indicators that a line of a plan for the year promises, their targets at their places in `words`."""
    head = _HEAD.format(year)
    found = extract(Document.from_text(head + "1." + words))
    before = len(head) + 2
    return [
        _answerless(indicator, before)
        for task in found.tasks
        for indicator in task.indicators
        if indicator.target and (indicator.target.start is None or indicator.target.start >= before)
    ]


def _answerless(indicator: Indicator, before: int) -> Indicator:
    """As a promise alone, counted from the beginning of its line."""
    target = indicator.target
    if target and target.start is not None and target.end is not None:
        target = replace(target, start=target.start - before, end=target.end - before)
    return replace(indicator, target=target, actual=None, claims=(), refusal=None, reason="", confidence=1.0)


def without_nodes(words: str) -> tuple[str, list[tuple[int, str]]]:
    """The line with its quarterly nodes blanked, and these: (quarter 0 to 2, what is to be reached)."""
    nodes: list[tuple[int, str]] = []
    bare = fold(words)
    for found in _NODE.finditer(bare):
        nodes.append((quarter_of(found["when"]) or 0, found["much"]))
        start, end = found.span()
        words = words[:start] + " " * (end - start) + words[end:]
    return words, nodes


def quarter_of(words: str) -> int | None:
    """0, 1 or 2 for the end of March, June or September; None for anything else."""
    return next((number for pattern, number in _QUARTERS if pattern.search(words)), None)


def nodes_of(told: Sequence[tuple[int, str]], target: Target | None) -> Nodes:
    """The shares of the target that the nodes ask for; what is neither a share nor of the target's unit is left out."""
    shares: list[Decimal | None] = [None, None, None]
    for quarter, words in told:
        shares[quarter] = share_of(words, target)
    return shares[0], shares[1], shares[2]


def share_of(words: str, target: Target | None) -> Decimal | None:
    """25% and 155家 of 620家 are a quarter of it; None for anything else, also for a share above the whole."""
    figures = [figure for figure in scan(words.strip()) if figure.value is not None]
    if len(figures) != 1:
        return None
    share = _share(figures[0], target)
    return share if share is not None and 0 <= share <= 1 else None


def _share(figure: Quantity, target: Target | None) -> Decimal | None:
    assert figure.value is not None
    if figure.is_percent:
        return None if target is not None and target.noun == "%" else figure.value / 100
    if target is None or not target.value or not fits(figure.noun, target.noun):
        return None
    magnitude = figure.magnitude if figure.unit else target.magnitude
    return figure.value * magnitude / (target.value * target.magnitude)


def deadline(words: str, year: int) -> date | None:
    """12月底前, 2031年11月, 三季度, 年底前, 2031-12-31: the last day; None for 持续推进 and what names no day."""
    bare = fold(words).strip()
    if found := _DAY.search(bare):
        return _date(int(found[1] or year), int(found[2]), found[3], bare)
    if found := sought(r"第?([一二三四1-4])季度").search(bare):
        return _date(year, _QUARTER_END[found[1]], None, "")
    if sought(r"上半年|年中").search(bare):
        return date(year, 6, 30)
    return date(year, 12, 31) if sought(r"全年|年底|年末|年内|年度").search(bare) else None


def _date(year: int, month: int, day: str | None, words: str) -> date | None:
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    early = next((number for word, number in _EARLY.items() if word in words), last)
    return date(year, month, min(int(day) if day and int(day) else early, last))
