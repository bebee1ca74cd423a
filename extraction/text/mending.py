"""A damaged text made whole for reading, and what was read put back on its own characters.

完成14⏎8.6亿元, 已建成1 046张, 佔62.6%,,比上年, 政zhèng府fǔ: what a page put into a sentence is cut out of it.
Numbers in Chinese are written in digits. `Cuts` knows which place of the text each place of the mended text was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Protocol

from extraction.document import Block, Cell, Document, Table
from extraction.numbers import units
from extraction.numbers.digits import in_digits
from extraction.records import Actual, Claim, Edit, Extraction, Finding, Indicator, Interval, Quantity, Target, Task
from extraction.sought import sought
from extraction.text.blanks_around import blanks_around, months_apart
from extraction.text.breaks import hard_breaks
from extraction.text.digits_apart import digits_apart
from extraction.text.emphasis import bold_marks
from extraction.text.forms import forms
from extraction.text.labelled_names import labelled_names
from extraction.text.lost_digits import remains
from extraction.text.otherwise import written_otherwise
from extraction.text.spaced_figures import spaced_figures
from extraction.text.thousands import commas_in_thousands
from extraction.words.folding import fold

_MARKS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_UNSEEN = re.compile(f"[{_MARKS}]+")
_DOUBLED = sought(r"(?<=,),+(?![,\d])|(?<=、)、+|(?<=。)。+")
_PARTED = re.compile(r" \d(?<=\d \d)")  # what both of the next two hold
# 1 046张: a blank for a thousands comma, where the number can be no row of columns: words before it, a unit behind it
_GAPPED = sought(
    r"(?:(?<=[\u4e00-\u9fff:])\d{1,3}(?: \d{3}){1,3}|(?<=[\u4e00-\u9fff]\n)\d{1,3}(?: \d{3}){2,3})"
    r"(?=(?:\.\d{1,4})?\s?[\u4e00-\u9fff])"
)
# 管网7 4.5公里: a blank in a number, where a whole one cannot stand beside a decimal one
_SPLIT = re.compile(r"(?<=[\u4e00-\u9fff])\d{1,3}(?P<gap> )\d{1,3}\.\d{1,4}(?=\s?[\u4e00-\u9fff%])")
# 6月底新增31 8个: a blank in a number of a sentence, whose first part would count nothing
_TORN = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![第期号])\d{1,3}(?P<gap> )\d{1,3}"
    rf"(?=\s?[万亿]?(?:{units.AMOUNTS})(?:[,。;、)\n]|$))"
)
# 下达10.1 7亿元: a blank behind the first decimal, where what stands before it would count nothing
_TORN_DECIMAL = re.compile(
    rf"(?<=[\u4e00-\u9fff])\d{{1,4}}\.\d(?P<gap> )\d{{1,2}}(?=\s?(?:%|[万亿]?(?:{units.AMOUNTS}))[,。;、)])"
)
# 完成10. 65%: a blank behind the point, where no item begins
_POINTED = re.compile(r"(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ))\d{1,4}\.(?P<gap> )\d{1,4}(?=\s?(?:%|[万亿]))")
# 名 称, 合 计: two characters spread over a cell of their own
_SPREAD = re.compile(r"(?<=\n)[\u4e00-\u9fff](?P<gap>[ ]{1,4})[\u4e00-\u9fff](?=\n)")
# 1,⏎850: a number broken behind its thousands comma, in lines that hold nothing else
_BROKEN = re.compile(r"(?<=\n)\d{1,3},(?P<gap>\n)(?=\d{3}(?:\.\d+)?\n)")
# 工作任务⏎|⏎: a cell whose pipe stands on a line of its own
_PIPED_APART = re.compile(r"(?<=[^\n|\s])(?P<gap>[ \t]{0,4}\n[ \t]{0,4})(?=\|[ \t]{0,4}(?:\n|\Z))")
_PIPES = 6  # such lines make a table
_CLAUSES = 200  # characters of its line in which a sentence shows itself by its marks
_TONED = sought("(?<=[\u4e00-\u9fff])[(]?[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)]?")
_TONE = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_SYLLABLE = sought("(?<=[\u4e00-\u9fff])[(]?[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)]?(?![A-Za-z])")
_ENOUGH = 8  # syllables with tone marks; fewer are a lesson, not a layer over the page


class Cuts:
    """What was taken out of a text, or written otherwise in it: from places of the mended text to the text, and back.

    An edit is (start, end, what stands there instead); of edits that overlap the first stays.
    """

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self.raw = text
        self.edits = list(_apart(edits))
        grown = [len(new) - (high - low) for low, high, new in self.edits]
        self._lead = list(accumulate(grown, initial=0))  # how far the mended text is ahead, before each edit
        self._at = [low + ahead for (low, _, _), ahead in zip(self.edits, self._lead, strict=False)]

    def mended(self) -> str:
        kept, position = [], 0
        for low, high, new in self.edits:
            kept += [self.raw[position:low], new]
            position = high
        return "".join(kept) + self.raw[position:]

    def character(self, position: int) -> Interval:
        """The interval of the text that the character at this place of the mended text was."""
        index = bisect_right(self._at, position) - 1
        if index >= 0 and position < self._at[index] + len(self.edits[index][2]):
            return self.edits[index][0], self.edits[index][1]
        start = position - self._lead[index + 1]
        return start, start + 1

    def span(self, start: int, end: int) -> Interval:
        """The interval of the text whose characters these are, with the cuts between them."""
        low, high = self.character(start), self.character(max(start, end - 1))
        return low[0], high[1] if end > start else low[0]

    def place(self, position: int) -> int:
        """Where this place of the text is in the mended text."""
        index = bisect_right(self.edits, (position, len(self.raw) + 1, "")) - 1
        if index < 0:
            return position
        inside = position < self.edits[index][1]
        return self._at[index] if inside else position + self._lead[index + 1]


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in order; cuts that touch are one, and nothing is written over a cut."""
    current: Edit | None = None
    for low, high, new in sorted(edits):
        if current is None or low > current[1] or (low == current[1] and (new or current[2])):
            if current:
                yield current
            current = (low, high, new)
        elif not new and not current[2]:
            current = (current[0], max(current[1], high), "")
    if current:
        yield current


def mend(document: Document) -> tuple[Document, Cuts | None]:
    """The document without what tears its sentences, and the cuts; the document itself where nothing does."""
    return _mended(document, list(_edits(document)))


def unsounded(document: Document) -> tuple[Document, Cuts | None]:
    """The document without a layer of syllables, 計(jì)劃(huà): before all else, as any word may be torn by one."""
    if _TONE.search(document.text) is None:
        return document, None
    text = fold(document.text)
    if len(_TONED.findall(text[:20000])) < _ENOUGH:
        return document, None
    return _mended(document, [(*match.span(), "") for match in _SYLLABLE.finditer(text)])


def thousands_joined(document: Document) -> tuple[Document, Cuts | None]:
    """The document with its thousands joined, 1,050盏 as 1050盏, before what knows numbers by their digits."""
    return _mended(document, list(commas_in_thousands(fold(document.text))))


def figures_closed(document: Document) -> tuple[Document, Cuts | None]:
    """The document without the blanks that its page sets around every figure."""
    return _mended(document, [(low, high, "") for low, high in spaced_figures(fold(document.text))])


def _mended(document: Document, found: Sequence[Edit]) -> tuple[Document, Cuts | None]:
    if not found:
        return document, None
    cuts = Cuts(document.text, found)
    blocks = tuple(Block(b.kind, cuts.place(b.start), cuts.place(b.end)) for b in document.blocks)
    tables = tuple(_table(table, cuts) for table in document.tables)
    own_end = None if document.own_end is None else cuts.place(document.own_end)
    return Document(cuts.mended(), blocks, tables, document.metadata, own_end=own_end), cuts


def _table(table: Table, cuts: Cuts) -> Table:
    cells = tuple(
        Cell(c.row, c.column, cuts.place(c.start), cuts.place(c.end), c.row_span, c.column_span) for c in table.cells
    )
    return Table(cuts.place(table.start), cuts.place(table.end), cells)


def _edits(document: Document) -> Iterator[Edit]:
    text = fold(document.text)
    yield from ((low, high, "") for low, high in _cuts(document, text))
    yield from in_digits(text)
    tables = document.tables
    for edit in written_otherwise(text):
        if not any(t.start < edit[1] and edit[0] < t.end for t in tables):
            yield edit


def _cuts(document: Document, text: str) -> Iterator[Interval]:
    if any(mark in text for mark in _MARKS):
        yield from (match.span() for match in _UNSEEN.finditer(text))
    if any(mark in text for mark in (",,", "、、", "。。")):
        yield from (match.span() for match in _DOUBLED.finditer(text))
    if _PARTED.search(text):
        yield from _parted(text)
    if ". " in text:
        yield from (match.span("gap") for match in _POINTED.finditer(text))
    yield from (match.span("gap") for match in _SPREAD.finditer(text))
    if text.count("\n|\n") >= _PIPES:
        yield from (match.span("gap") for match in _PIPED_APART.finditer(text))
    if ",\n" in text:
        yield from (match.span("gap") for match in _BROKEN.finditer(text))
    tables = [(table.start, table.end) for table in document.tables]
    for low, high in (
        *bold_marks(text),
        *forms(text),
        *labelled_names(text),
        *blanks_around(text),
        *months_apart(text),
        *remains(text),
        *hard_breaks(text),
    ):
        if not any(start < high and low < end for start, end in tables):
            yield low, high


def _parted(text: str) -> Iterator[Interval]:
    """The blanks inside numbers."""
    for match in _GAPPED.finditer(text):
        yield from ((at, at + 1) for at in range(*match.span()) if text[at] == " ")
    yield from (match.span("gap") for match in _TORN_DECIMAL.finditer(text))
    for match in (*_SPLIT.finditer(text), *_TORN.finditer(text)):
        low = max(0, match.start() - _CLAUSES)
        before = text[max(low, text.rfind("\n", low, match.start()) + 1) : match.start()]
        if any(mark in before for mark in ",;。"):
            yield match.span("gap")
    yield from digits_apart(text)


class Places(Protocol):
    """What knows where the characters of a text that was read stand in the text that was given."""

    raw: str

    def span(self, start: int, end: int) -> Interval: ...


def restore(extraction: Extraction, cuts: Places) -> Extraction:
    """What was read of the mended text, said of the text: every span holds the characters that stand there."""
    back = _Back(cuts)
    return Extraction(
        extraction.report,
        cuts.raw,
        tuple(back.task(t) for t in extraction.tasks),
        tuple(back.quantity(q) for q in extraction.quantities),
        tuple(back.finding(f) for f in extraction.findings),
    )


_WORD = re.compile(r"\w")
_TOLD_BEHIND = 300  # characters behind its thing in which the words of a claim stand


class _Back:
    def __init__(self, cuts: Places) -> None:
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
        if not _WORD.search(self._cuts.raw, start, end):  # words told nearer than they stand: text/first_and_last.py
            words = claim.text.removeprefix("均")
            stands = self._cuts.raw.find(words, end, end + _TOLD_BEHIND)
            start, end = (stands, stands + len(words)) if stands >= 0 else (start, end)
        return replace(claim, start=start, end=end, text=self._cuts.raw[start:end])

    def quantity(self, quantity: Quantity) -> Quantity:
        start, end = self._cuts.span(quantity.start, quantity.end)
        return replace(quantity, start=start, end=end, text=self._cuts.raw[start:end])

    def finding(self, finding: Finding) -> Finding:
        start, end = self._cuts.span(finding.start, finding.end)
        return replace(finding, start=start, end=end)
