"""One cell per line: a run of short lines that begins with headings and goes on with numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.grids_cells import EMPTY, FIGURE, HEADER, NUMBERED, Grid, GridCell, has_words, lines, trim
from extraction.records import Interval

_SENTENCE = re.compile(r"[。;|]|[一二三四五六七八九十]、|\t")
_ABOVE = re.compile(
    r"[::]|>>|(?:情况|表|清单|进度|进展|通报|一览|公示|统计|完成数|汇总)(?:\([^()]*\))?$|^\(.*\)$|^附件"
    r"|\d{4}-\d{1,2}-\d{1,2}"
)
_TITLE = re.compile(r"(?=.{14})(?:19|20)\d\d年|.(?:19|20)\d\d年")
_LONGEST, _FEWEST = 60, 8
_NO_ROW = re.compile(r"^(?:是|否|已|正|偏|滞|完成|正常|未|不)")


def stacked(text: str, masked: Sequence[Interval]) -> Iterator[Grid]:
    """Every run of short lines that holds a table; `masked` is page furniture, which belongs to none."""
    run: list[GridCell] = []
    hidden = iter(sorted(masked))
    mask = next(hidden, None)
    for low, high in lines(text):
        cell = trim(text, low, high)
        while mask is not None and mask[1] <= cell.start:
            mask = next(hidden, None)
        piece = cell.of(text)
        if not piece:
            continue
        if (mask is not None and mask[0] <= cell.start) or len(piece) > _LONGEST or _SENTENCE.search(piece):
            yield from _grid(text, run)
            run = []
        else:
            run.append(cell)
    yield from _grid(text, run)


def _grid(text: str, run: list[GridCell]) -> Iterator[Grid]:
    if len(run) < _FEWEST:
        return
    cells = run[_begin(text, run) :]
    cells = _without_tail(text, cells)
    pieces = [c.of(text) for c in cells]
    first = next((i for i, piece in enumerate(pieces) if FIGURE.fullmatch(piece)), None)
    if first is None or first < 2 or sum(bool(FIGURE.fullmatch(p)) for p in pieces) < 3:
        return
    if sum(has_words(p) for p in pieces[:first]) < 2:
        return
    rows = _by_serial(pieces, cells) if pieces[0] in ("序号", "编号") else _by_words(text, cells, pieces, first)
    if len(rows) > 1:
        yield Grid(cells[0].start, cells[-1].end, rows, ragged=True)


def _begin(text: str, run: list[GridCell]) -> int:
    """Where the headings begin: behind the last title line above the first number."""
    pieces = [c.of(text) for c in run]
    serial = next((i for i, p in enumerate(pieces) if p in ("序号", "编号")), None)
    if serial is not None:
        return serial
    first = next((i for i, p in enumerate(pieces) if FIGURE.fullmatch(p)), len(run))
    above = [
        i for i in range(first) if _ABOVE.search(pieces[i]) and not re.fullmatch(r".{1,4}(?:进度|情况|进展)", pieces[i])
    ]
    above = [
        i
        for i in above
        if i + 2 < first and not (len(pieces[i]) <= 10 and i and has_words(pieces[i - 1]) and i - 1 not in above)
    ]
    return above[-1] + 1 if above else 0


def _without_tail(text: str, cells: list[GridCell]) -> list[GridCell]:
    """Notes and signatures below the last row belong to no cell."""
    end = len(cells)
    while end and re.search(r"[::]", cells[end - 1].of(text)):
        end -= 1
    return cells[:end]


def _by_words(text: str, cells: list[GridCell], pieces: list[str], first: int) -> list[list[GridCell]]:
    """Each word that follows numbers begins a row."""
    head = _head(pieces, first)
    rows, current, counted = [cells[:head]], list[GridCell](), False
    for cell, piece in zip(cells[head:], pieces[head:], strict=True):
        wordy = not NUMBERED.match(piece) and not EMPTY.fullmatch(piece)
        if wordy and counted and len(piece) >= 2 and not _NO_ROW.search(piece):
            rows.append(current)
            current, counted = [], False
        current.append(cell)
        counted = counted or not wordy
    return [*rows, current] if current else rows


def _head(pieces: list[str], first: int) -> int:
    """How many headings there are: all words above the first number but those that label its row."""
    label = pieces[first - 1]
    again = next((i for i in range(first, len(pieces)) if pieces[i] == label), None)
    if again is not None:
        labels = 1
        while not NUMBERED.match(pieces[again - labels]) and not EMPTY.fullmatch(pieces[again - labels]):
            labels += 1
        return max(first - labels, 2)
    head = first - 1
    while head > 2 and not HEADER.search(pieces[head - 1]) and head > first - 3:
        head -= 1
    return head


def _by_serial(pieces: list[str], cells: list[GridCell]) -> list[list[GridCell]]:
    """序号 leads the header: every next serial number begins a row."""
    starts: list[int] = []
    expected: int | None = None
    for i, piece in enumerate(pieces):
        if i >= 2 and re.fullmatch(r"\d{1,3}", piece) and (expected is None or int(piece) == expected):
            starts.append(i)
            expected = int(piece) + 1
    if not starts:
        return []
    edges = [*starts, len(cells)]
    return [cells[: starts[0]], *(cells[a:b] for a, b in pairwise(edges))]
