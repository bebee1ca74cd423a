"""Rows of one line each whose fields blanks part; also rows whose blanks were lost, where serial numbers lead them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extraction.grids_cells import HEADER, NUMBER, NUMBERED, Grid, GridCell, lines, split
from extraction.quantities import scan
from extraction.records import Interval

_GAP = re.compile(r"\t+|\s{2,}| ")
_WIDE = re.compile(r"\t|\s{2,}")
_LONGEST_HEAD = 240
_HEAD_WORD = re.compile(
    r"序号|编号|(?:任务|项目|指标|工作|事项|工程)(?:名称|内容)|责任单位|牵头单位|(?:年度|全年|工作"
    r"|考核)?(?:目标任务|计划|任务|目标)数?"
    r"|(?:累计|实际|已)?完成(?:情况|数|率|比例)?|计量单位|单位|进度|备注|\d+(?:-\d+)?月(?:累计)?(?:完成)?(?:数|情况)?"
)


def spaced(text: str) -> Iterator[Grid]:
    """Every line of headings with the rows below it."""
    found = list(lines(text))
    index = 0
    while index < len(found):
        grid, index = _below(text, found, index)
        if grid is not None:
            yield grid


def _below(text: str, found: list[Interval], index: int) -> tuple[Grid | None, int]:
    low, high = found[index]
    if high - low > _LONGEST_HEAD or not HEADER.search(text, low, high) or re.search(r"[。;:|]", text[low:high]):
        return None, index + 1
    separator = _WIDE if len(_WIDE.findall(text[low:high].strip())) >= 2 else _GAP
    head = [c for c in split(text, low, high, separator) if c.of(text)]
    if len(head) < 3 or sum(bool(HEADER.search(c.of(text))) for c in head) < 2 or _counts(text, head):
        return _glued(text, found, index) if len(head) == 1 else (None, index + 1)
    rows, stop = [head], index + 1
    while stop < len(found):
        fields = [c for c in split(text, *found[stop], separator) if c.of(text)]
        if not _is_row(text, fields, head, stop - index):
            break
        rows.append(fields)
        stop += 1
    if len(rows) < 2:
        return None, index + 1
    return Grid(low, found[stop - 1][1], rows, ragged=any(len(r) != len(head) for r in rows)), stop


def _counts(text: str, head: list[GridCell]) -> bool:
    """A first line of figures is no heading."""
    return sum(bool(NUMBER.fullmatch(c.of(text))) for c in head) > 0


def _is_row(text: str, fields: list[GridCell], head: list[GridCell], depth: int) -> bool:
    numeric = any(NUMBERED.match(c.of(text)) for c in fields)
    if len(fields) < max(2, len(head) // 2) or any(len(c.of(text)) > 120 for c in fields):
        return False
    return numeric or (depth <= 2 and sum(bool(HEADER.search(c.of(text))) for c in fields) >= 2)


def _glued(text: str, found: list[Interval], index: int) -> tuple[Grid | None, int]:
    """序号任务名称年度计划完成数 above 1农村户厕改造2000户1560户: the units and the serial numbers part the cells."""
    low, high = found[index]
    words = [GridCell(m.start(), m.end()) for m in _HEAD_WORD.finditer(text, low, high)]
    if (
        len(words) < 4
        or sum(c.end - c.start for c in words) != high - low
        or text[low : low + 2] not in ("序号", "编号")
    ):
        return None, index + 1
    rows, stop = [words], index + 1
    while stop < len(found) and text[slice(*found[stop])].startswith(str(stop - index)):
        row = _parted(text, found[stop], len(str(stop - index)), len(words) - 2)
        if row is not None:
            rows.append(row)
        stop += 1
    if len(rows) < 3:
        return None, index + 1
    return Grid(low, found[stop - 1][1], rows), stop


def _parted(text: str, line: Interval, serial: int, fields: int) -> list[GridCell] | None:
    """Serial, name, then exactly as many figures with units as there are columns left."""
    low, high = line
    if text[low + serial : low + serial + 1].isdigit():
        return None
    figures = [q for q in scan(text[low + serial : high]) if q.value is not None]
    tail = figures[-fields:]
    base = low + serial
    joined = all(a.end == b.start for a, b in pairwise(tail))
    if len(tail) < fields or not joined or base + tail[-1].end != high or any(not q.unit for q in tail):
        return None
    name = GridCell(base, base + tail[0].start)
    return [GridCell(low, base), name, *(GridCell(base + q.start, base + q.end) for q in tail)]
