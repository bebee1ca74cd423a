"""A damaged text made whole for reading, and what was read put back on its own characters.

完成14⏎8.6亿元, 已建成1 046张, 佔62.6%,,比上年, 政zhèng府fǔ: what a page put into a sentence is cut out of it.
Cuts only take away, so every place of the mended text is a place of the text; `Cuts` knows both ways.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from extraction.breaks import hard_breaks
from extraction.document import Block, Cell, Document, Table
from extraction.folding import fold
from extraction.records import Actual, Claim, Extraction, Finding, Indicator, Interval, Quantity, Target, Task

_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]+")
_DOUBLED = re.compile(r"(?<=,),+(?![,\d])|(?<=、)、+|(?<=。)。+")
# 1 046张: a blank for a thousands comma, where the number can be no row of columns: words before it, a unit behind it
_GAPPED = re.compile(r"(?<=[\u4e00-\u9fff:])(?P<gap>\d{1,3}(?: \d{3}){1,3})(?=(?:\.\d{1,4})?\s?[\u4e00-\u9fff])")
_TONED = re.compile("(?<=[\u4e00-\u9fff])[(]?[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)]?")
_SYLLABLE = re.compile("(?<=[\u4e00-\u9fff])[(]?[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)]?(?![A-Za-z])")
_ENOUGH = 8  # syllables with tone marks; fewer are a lesson, not a layer over the page


class Cuts:
    """The intervals taken out of a text: from places of the mended text to those of the text, and back."""

    def __init__(self, text: str, cuts: Iterable[Interval]) -> None:
        self.raw = text
        self.cuts = list(_joined(sorted(cuts)))
        lost = list(accumulate((high - low for low, high in self.cuts), initial=0))
        self._lost = lost
        self._at = [low - gone for (low, _), gone in zip(self.cuts, lost, strict=False)]  # of each cut, mended

    def mended(self) -> str:
        kept, position = [], 0
        for low, high in self.cuts:
            kept.append(self.raw[position:low])
            position = high
        return "".join(kept) + self.raw[position:]

    def origin(self, position: int) -> int:
        """Where the character at this place of the mended text stands in the text."""
        return position + self._lost[bisect_right(self._at, position)]

    def span(self, start: int, end: int) -> Interval:
        """The interval of the text whose characters these are, with the cuts between them."""
        return self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(start)

    def place(self, position: int) -> int:
        """Where this place of the text is in the mended text."""
        index = bisect_left(self.cuts, (position + 1,)) - 1
        if index < 0:
            return position
        low, high = self.cuts[index]
        return min(position, low) - self._lost[index] if position < high else position - self._lost[index + 1]


def _joined(cuts: list[Interval]) -> Iterator[Interval]:
    current: Interval | None = None
    for low, high in cuts:
        if current and low <= current[1]:
            current = (current[0], max(current[1], high))
        else:
            if current:
                yield current
            current = (low, high)
    if current:
        yield current


def mend(document: Document) -> tuple[Document, Cuts | None]:
    """The document without what tears its sentences, and the cuts; the document itself where nothing does."""
    found = list(_cuts(document))
    if not found:
        return document, None
    cuts = Cuts(document.text, found)
    blocks = tuple(Block(b.kind, cuts.place(b.start), cuts.place(b.end)) for b in document.blocks)
    tables = tuple(_table(table, cuts) for table in document.tables)
    return Document(cuts.mended(), blocks, tables, document.metadata), cuts


def _table(table: Table, cuts: Cuts) -> Table:
    cells = tuple(
        Cell(c.row, c.column, cuts.place(c.start), cuts.place(c.end), c.row_span, c.column_span) for c in table.cells
    )
    return Table(cuts.place(table.start), cuts.place(table.end), cells)


def _cuts(document: Document) -> Iterator[Interval]:
    text = fold(document.text)
    for pattern in (_UNSEEN, _DOUBLED):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _GAPPED.finditer(text):
        yield from ((at, at + 1) for at in range(*match.span("gap")) if text[at] == " ")
    if len(_TONED.findall(text[:20000])) >= _ENOUGH:
        yield from (match.span() for match in _SYLLABLE.finditer(text))
    tables = [(table.start, table.end) for table in document.tables]
    for low, high in hard_breaks(text):
        if not any(start < high and low < end for start, end in tables):
            yield low, high


def restore(extraction: Extraction, cuts: Cuts) -> Extraction:
    """What was read of the mended text, said of the text: every span holds the characters that stand there."""
    back = _Back(cuts)
    return Extraction(
        extraction.report,
        cuts.raw,
        tuple(back.task(t) for t in extraction.tasks),
        tuple(back.quantity(q) for q in extraction.quantities),
        tuple(back.finding(f) for f in extraction.findings),
    )


class _Back:
    def __init__(self, cuts: Cuts) -> None:
        self._cuts = cuts

    def task(self, task: Task) -> Task:
        start, end = self._cuts.span(task.start, task.end)
        return replace(task, start=start, end=end, indicators=tuple(self.indicator(i) for i in task.indicators))

    def indicator(self, indicator: Indicator) -> Indicator:
        return replace(
            indicator,
            target=self.target(indicator.target) if indicator.target else None,
            actual=self.actual(indicator.actual) if indicator.actual else None,
            claims=tuple(self.claim(c) for c in indicator.claims),
        )

    def target(self, target: Target) -> Target:
        places = tuple(self._cuts.span(*place) for place in target.derived_from)
        if target.start is None or target.end is None:
            return replace(target, derived_from=places)
        start, end = self._cuts.span(target.start, target.end)
        return replace(target, start=start, end=end, text=self._cuts.raw[start:end], derived_from=places)

    def actual(self, actual: Actual) -> Actual:
        start, end = self._cuts.span(actual.start, actual.end)
        parts = tuple(self._cuts.span(*part) for part in actual.parts)
        return replace(actual, start=start, end=end, text=self._cuts.raw[start:end], parts=parts)

    def claim(self, claim: Claim) -> Claim:
        start, end = self._cuts.span(claim.start, claim.end)
        return replace(claim, start=start, end=end, text=self._cuts.raw[start:end])

    def quantity(self, quantity: Quantity) -> Quantity:
        start, end = self._cuts.span(quantity.start, quantity.end)
        return replace(quantity, start=start, end=end, text=self._cuts.raw[start:end])

    def finding(self, finding: Finding) -> Finding:
        start, end = self._cuts.span(finding.start, finding.end)
        return replace(finding, start=start, end=end)
