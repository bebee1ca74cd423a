"""Tables of two columns: 镇 完成率 above 东山镇 81.2%, or 工作任务(目标) 完成情况, parted by a blank or line break.

Two words with a blank between them are many things, so the second must be headed as a share with nothing but figures
below it, or as an answer with a plan in every first cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.grids.cells import NUMBER, NUMBERED, Grid, GridCell, lines, split, trim
from extraction.grids.columns import column
from extraction.grids.fitting import content
from extraction.records import Interval
from extraction.sought import sought

_GAP = sought(r"\s+")
_NAMES = ("name", "owner", "unit", "department", "category")
_LONGEST_HEAD, _LONGEST = 20, 80
_FEWEST = 2
_PLAN = sought(r"\d\s?(?![年月日.])[\u4e00-\u9fff%]")

Pair = list[GridCell]


def paired(text: str) -> Iterator[Grid]:
    """Every two headings with the pairs of cells below them."""
    found = lines(text)
    index = 0
    while index < len(found) - _FEWEST:
        head, rows, end = _table(text, found, index)
        if rows:
            yield Grid(head[0].start, rows[-1][-1].end, rows, headings=[[c.of(text)] for c in head])
        index = end if rows else index + 1


def _table(text: str, found: Sequence[Interval], index: int) -> tuple[Pair, list[Pair], int]:
    """The headings, their rows and where these end; no rows where the line heads none."""
    low, high = found[index]
    if high - low > 2 * _LONGEST_HEAD:
        return [], [], index
    head, wide = _fields(text, found[index]), 1
    if len(head) == 1:
        head, wide = [*head, *_fields(text, found[index + 1])], 2
    if len(head) != 2 or not (kind := _heads(*(c.of(text) for c in head))):
        return [], [], index
    rows: list[Pair] = []
    at = index + wide
    while at + wide <= len(found):
        pair = [c for line in found[at : at + wide] for c in _fields(text, line)]
        if len(pair) != 2 or not _is_row(kind, *(c.of(text) for c in pair)):
            break
        rows.append(pair)
        at += wide
    return (head, rows, at) if len(rows) > _FEWEST - (wide == 1) else ([], [], index)


def _fields(text: str, line: Interval) -> Pair:
    low, high = line
    if high - low > _LONGEST or sought(r"[|\t。:]").search(text, low, high):
        return []
    return [trim(text, c.start, c.end) for c in split(text, low, high, _GAP) if c.end > c.start]


def _heads(first: str, second: str) -> str:
    """What the second column tells, where the two head a table: a share, or an answer to the plan in the first."""
    if max(len(first), len(second)) > _LONGEST_HEAD or NUMBER.search(first) or column([first]).role not in _NAMES:
        return ""
    role = column([second]).role
    return role if role in ("ratio", "actual") else ""


def _is_row(kind: str, first: str, second: str) -> bool:
    """Whether the two cells are such a row."""
    if kind == "ratio":
        return NUMBER.fullmatch(second) is not None and content(first) in ("text", "body", "story")
    return _PLAN.search(first) is not None and NUMBERED.search(second) is not None and not NUMBERED.match(first)
