"""Numbered rows with pipes between their cells, where headings and cells break over lines.

`序号 | 任务 | 责任单位 |` over `进展情况 | 完成状态 |`: the headings end where the first number leads a line, and have
as many pipes as every row. A row begins with the number that follows and ends with the line that closes its last cell,
whatever breaks in between; where one row has more or fewer, no table is seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.grids.cells import Grid, GridCell, lines, split
from extraction.records import Interval
from extraction.sought import sought

_PIPE = re.compile(r"\|")
_FIRST = sought(r"\s{0,4}(?:序\s{0,2}号|编号|序)\s*\|")
_ROW = sought(r"\s{0,4}(\d{1,3})\s*\|")
_FEWEST, _WIDEST = 4, 16  # pipes of a row
_DEEPEST, _LONGEST = 8, 40  # lines of the headings, and of a row
_FURTHEST = 3  # numbers from one row to the next


def broken_pipes(text: str) -> Iterator[Grid]:
    """Every such table of which anything is broken."""
    if "|" not in text:
        return
    found = lines(text)
    index = 0
    while index < len(found):
        rows, stop = _table(text, found, index)
        if rows:
            yield Grid(found[index][0], found[stop - 1][1], rows)
        index = stop if rows else index + 1


def _table(text: str, found: Sequence[Interval], index: int) -> tuple[list[list[GridCell]], int]:
    """The rows from this line on, headings first, and where they end; none where the line heads no such table."""
    if _FIRST.match(text, found[index][0]) is None:
        return [], index
    last = min(index + _DEEPEST, len(found) - 1)
    begin = next((i for i in range(index + 1, last + 1) if _ROW.match(text, *found[i])), 0)
    wide = text.count("|", found[index][0], found[begin - 1][1]) if begin else 0
    if not _FEWEST <= wide <= _WIDEST or not _closes(text, found[begin - 1]):
        return [], index
    spans, stop, number = [(found[index][0], found[begin - 1][1])], begin, 0
    while stop < len(found) and (led := _ROW.match(text, *found[stop])) is not None:
        if not number < int(led[1]) <= number + _FURTHEST and number:
            break
        end = _row_end(text, found, stop, wide, int(led[1]) + 1)
        if not end:
            return [], index
        spans.append((found[stop][0], found[end - 1][1]))
        number, stop = int(led[1]), end
    follows = stop < len(found) and "|" in text[found[stop][0] : found[stop][1]]
    if follows or len(spans) < 3 or stop - index == len(spans):
        return [], index
    return [split(text, *span, _PIPE)[:-1] for span in spans], stop


def _row_end(text: str, found: Sequence[Interval], begin: int, wide: int, following: int) -> int:
    """The line behind the row's last; 0 where it has another number of pipes, or the next row begins before it ends."""
    held = 0
    for i in range(begin, min(begin + _LONGEST, len(found))):
        led = _ROW.match(text, *found[i])
        if led is not None and int(led[1]) == following:
            return 0
        held += text.count("|", *found[i])
        if held >= wide:
            return i + 1 if held == wide and _closes(text, found[i]) else 0
    return 0


def _closes(text: str, line: Interval) -> bool:
    return text[line[0] : line[1]].rstrip().endswith("|")
