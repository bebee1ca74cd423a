"""Headings broken over many lines above rows of a place and its figures, known by what the rows' sums prove.

年度投资计划 前三季度 / 投资计划 / 1-7月 / 完成投资: a break is inside a heading or between two, and a line alone may
head a group. Of all ways the one is taken by which every row is filled, each cell is at home under its heading, and a
share is that of a plan and a result before it; where two do as well (a line that groups counts for none), none is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, product

from extraction.grids.cells import Grid, GridCell, lines, split
from extraction.grids.columns import Column, column
from extraction.grids.fitting import content, figure, misfit
from extraction.records import Interval
from extraction.sought import sought

_GAP = sought(r"\s+")
_ROW = sought(r"\s*[^\d\s|。;,:]{1,12}(?:\s+(?:-?\d[\d,]*(?:\.\d+)?\s?%?|[-/])){3,16}\s*")
_NO_HEAD = sought(r"[。;|]|单位:")
_GROUPS = sought(r"[^\s]{4,24}(?:情况|进度|项目|工程)")
_WHEN = r"(?:(?:19|20)\d\d年)?(?:\d{1,2}(?:-\d{1,2})?月[份底末]?|[前第]?[一二三四]+季度|上半年|全年|年度|累计)"
_UNFINISHED = sought(rf".*{_WHEN}$|[(].*|[^(]*[)].*|(?:占|完成|其中|计划)")
_WHOLE = sought(r"[^()]*(?:\([^()]*\)[^()]*)*")
_DEEPEST, _LONGEST, _MOST = 10, 24, 8  # lines of headings, characters of one, breaks that may be either
_FEWEST, _NARROWEST = 3, 4


def proved(text: str) -> Iterator[Grid]:
    """Every such table."""
    found = lines(text)
    begin = 0
    for is_row, run in groupby(found, key=lambda line: _ROW.fullmatch(text, *line) is not None):
        size = len(list(run))
        if is_row and size >= _FEWEST and begin and (grid := _grid(text, found, begin, begin + size)) is not None:
            yield grid
        begin += size


def _grid(text: str, found: Sequence[Interval], begin: int, stop: int) -> Grid | None:
    rows = [_fields(text, line) for line in found[begin:stop]]
    wide, count = Counter(map(len, rows)).most_common(1)[0]
    top = _top(text, found, begin)
    if wide < _NARROWEST or count < _FEWEST or max(map(len, rows)) > wide or top < 0 or begin - top < 3:
        return None
    heads = [[c.of(text) for c in _fields(text, line)] for line in found[top:begin]]
    whole = [[c.of(text) for c in row] for row in rows if len(row) == wide]
    ways = {way: (cost, sum(map(len, way))) for way in _ways(heads, wide) if (cost := _cost(way, whole)) is not None}
    least = min(ways.values(), default=(0, 0))
    best = [way for way, cost in ways.items() if cost == least]
    if len(best) != 1:
        return None
    return Grid(found[top][0], found[stop - 1][1], rows, ragged=True, headings=[[head] for head in best[0]])


def _fields(text: str, line: Interval) -> list[GridCell]:
    return [c for c in split(text, *line, _GAP) if c.of(text)]


def _top(text: str, found: Sequence[Interval], begin: int) -> int:
    """The line whose first heading says whose the rows are; -1 where none above does."""
    for i in range(begin - 1, max(begin - 1 - _DEEPEST, -1), -1):
        line = text[found[i][0] : found[i][1]]
        if _NO_HEAD.search(line) or len(line) > 4 * _LONGEST:
            return -1
        if column([line.split()[0] if line.split() else ""]).role == "owner":
            return i
    return -1


def _ways(lines_of: Sequence[Sequence[str]], wide: int) -> Iterator[tuple[str, ...]]:
    """Every list of so many headings that the lines may be, with or without one line alone that heads a group."""
    alone = [i for i, line in enumerate(lines_of[1:-1], 1) if len(line) == 1 and _GROUPS.fullmatch(line[0])]
    for dropped in (-1, *alone):
        kept = [line for i, line in enumerate(lines_of) if i != dropped and line]
        if len(kept) - 1 > _MOST:
            continue
        for joins in product((False, True), repeat=len(kept) - 1):
            if sum(map(len, kept)) - sum(joins) == wide:
                yield _laid(kept, joins)


def _laid(kept: Sequence[Sequence[str]], joins: Sequence[bool]) -> tuple[str, ...]:
    out = list(kept[0])
    for line, inside in zip(kept[1:], joins, strict=True):
        if inside:
            out[-1] += line[0]
        out += line[inside:]
    return tuple(out)


def _cost(heads: tuple[str, ...], rows: Sequence[Sequence[str]]) -> int | None:
    """What it costs to lay the rows under the headings; None where these are none or nothing proves them."""
    if len(set(heads)) < len(heads) or any(len(h) > _LONGEST or _UNFINISHED.fullmatch(h) for h in heads):
        return None
    if any(_WHOLE.fullmatch(h) is None for h in heads):
        return None
    columns = [column([h]) for h in heads]
    if any(c.role in ("other", "name", "serial") for c in columns) or not _is_proved(columns, rows):
        return None
    return sum(misfit(c, content(p), p) for row in rows for c, p in zip(columns, row, strict=True))


def _is_proved(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the last share is, in every row, that of a result to a plan, each headed so."""
    shares = [i for i, c in enumerate(columns) if c.role == "ratio"]
    plans = [i for i, c in enumerate(columns) if c.role == "target"]
    told = [i for i, c in enumerate(columns) if c.role == "actual"]
    return bool(shares) and any(
        all(_makes(row[plan], row[done], row[shares[-1]]) for row in rows) for plan in plans for done in told
    )


def _makes(whole: str, part: str, share: str) -> bool:
    plan, done, rate = figure(whole), figure(part), figure(share)
    if not plan or done is None or rate is None:
        return False
    return abs(done / plan * 100 - rate) < Decimal("0.6")
