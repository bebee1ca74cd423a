"""Work in bounded portions, so that time grows with the length of a text and no faster, whatever stands in it.

Inside a sentence and inside a task every number is held against every other. What is longer than anybody writes is
therefore read in pieces: a sentence without end at its commas, a task of hundreds of numbers by its sentences, a text
of many reports' length by its headings. The bounds lie far above what reports need, and change nothing in them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.document import Cell, Document, Table
from extraction.outline.items import Item
from extraction.records import Interval

_MOST_NUMBERS, _MOST_SENTENCES = 200, 1000  # of a task
_SECTION_CHARS = 40_000
_BEGINS = re.compile(r"\n(?=[ \t]{0,8}(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章编部]))")


def portions(item: Item, starts: Sequence[int]) -> Iterator[Item]:
    """The task, or its sentences in runs of bounded work; `starts` are the places of the text's numbers, in order."""
    if (
        len(item.sentences) <= _MOST_SENTENCES
        and bisect_left(starts, item.end) - bisect_left(starts, item.start) <= _MOST_NUMBERS
    ):
        yield item
        return
    runs: list[list[int]] = [[]]
    numbers = 0
    for index, sentence in enumerate(item.sentences):
        fresh = bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start)
        if runs[-1] and (numbers + fresh > _MOST_NUMBERS or len(runs[-1]) >= _MOST_SENTENCES):
            runs.append([])
            numbers = 0
        runs[-1].append(index)
        numbers += fresh
    if len(runs) == 1:
        yield item
        return
    for run in runs:
        part = [item.sentences[index] for index in run]
        start = item.start if run is runs[0] else part[0].start
        yield replace(item, start=start, end=item.end if run is runs[-1] else part[-1].end, sentences=part)


def sections(document: Document) -> list[Interval]:
    """The text in stretches that end where a part of it does; no table is cut. One stretch for a usual report."""
    text, size = document.text, len(document.text)
    cuts = [0]
    while size - cuts[-1] > _SECTION_CHARS:
        cuts.append(_outside(document.tables, cuts[-1], _cut(text, cuts[-1] + _SECTION_CHARS // 2)))
    return [(low, high) for low, high in zip(cuts, [*cuts[1:], size], strict=True) if low < high]


def _cut(text: str, low: int) -> int:
    """The next part's beginning in the window, else the last line's, the last sentence's, or its end."""
    high = low + _SECTION_CHARS // 2
    if heading := _BEGINS.search(text, low, high):
        return heading.end()
    at = max(text.rfind("\n", low, high), text.rfind("。", low, high))
    return at + 1 if at >= low else high


def _outside(tables: Sequence[Table], begun: int, cut: int) -> int:
    index = bisect_left(tables, cut, key=lambda table: table.end)
    inside = tables[index] if index < len(tables) and tables[index].start < cut < tables[index].end else None
    if inside is None:
        return cut
    return inside.start if inside.start > begun else inside.end


def part_of(document: Document, low: int, high: int) -> Document:
    """The stretch as a document of its own."""
    tables = tuple(_moved(table, low) for table in document.tables if low <= table.start and table.end <= high)
    return Document(document.text[low:high], (), tables, document.metadata)


def _moved(table: Table, low: int) -> Table:
    cells = tuple(Cell(c.row, c.column, c.start - low, c.end - low, c.row_span, c.column_span) for c in table.cells)
    return Table(table.start - low, table.end - low, cells)
