"""Records of labelled lines: 项目名称:…, 年度目标:…, 进展情况:…, and the same labels again for the next.

Also rows whose cells say themselves what they are, with blanks between them: 新增床位 目标200张 完成165张.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.grids.cells import Grid, GridCell, lines, split, trim
from extraction.grids.columns import column
from extraction.records import Interval
from extraction.sought import sought

_LABEL = re.compile(
    r"\s*(?:\d{1,3}[.、]\s?|[(][^()]{1,4}[)]\s?)?((?:\d{1,2}(?:-\d{1,2})?月(?=[^:。;,]{0,6}(?:完成|实绩|实际|进展|执行)))?[^\s:。;,\d][^:。;,]{1,13}):"
)
_TOLD = ("target", "ratio")
_SAID = sought(r"([\u4e00-\u9fff]{2,6})(?:(:)\s?|(?=\s?-?\d))")  # 目标260人, 目标:新建260处
_ALONE = sought(r"[\u4e00-\u9fff]{2,6}")
_GAP, _SHARE = sought(r"\s+"), sought(r"\d{1,3}(?:\.\d+)?%")
_LONGEST, _FEWEST = 120, 3  # characters of a line of fields, and fields

Labelled = tuple[str, GridCell]


def labelled(text: str) -> Iterator[Grid]:
    """Every run of lines whose labels come round again in the same order."""
    run: list[Labelled] = []
    for low, high in lines(text):
        match = _LABEL.match(text, low, high)
        if match is None:
            yield from _grid(run)
            run = []
        else:
            run.append((match[1], trim(text, match.end(), high)))
    yield from _grid(run)
    yield from _said(text)


def _said(text: str) -> Iterator[Grid]:
    """Every run of lines whose fields, but the first, begin alike from line to line."""
    run: list[Interval] = []
    kept: list[list[GridCell]] = []
    for line in (*lines(text), (0, 0)):
        row = _fields(text, *line)
        if row and (not kept or len(row) == len(kept[0])) and labels_of(text, [kept[0] if kept else row, row])[0]:
            run.append(line)
            kept.append(row)
            continue
        if len(kept) > 1:
            heads, rows = labels_of(text, kept)
            yield Grid(run[0][0], run[-1][1], rows, headings=heads)
        again = row and labels_of(text, [row, row])[0]
        run, kept = ([line], [row]) if again else ([], [])


def _fields(text: str, low: int, high: int) -> list[GridCell]:
    """The fields of a short line that blanks part; none where there are not three of them."""
    if high - low > _LONGEST or len(text[low:high].split()) < _FEWEST:
        return []
    if sought(r"[|\t。;]").search(text, low, high):
        return []
    fields: list[GridCell] = []
    for cell in split(text, low, high, _GAP):
        last = fields[-1].of(text) if len(fields) > 1 else ""
        if cell.of(text)[:1].isdigit() and _ALONE.fullmatch(last) and column([last]).role in ("name", *_TOLD, "actual"):
            fields[-1] = GridCell(fields[-1].start, cell.end)  # 目标任务 45个
        elif cell.end > cell.start:
            fields.append(cell)
    return fields if len(fields) >= _FEWEST else []


def labels_of(text: str, rows: Sequence[Sequence[GridCell]]) -> tuple[list[list[str]], list[list[GridCell]]]:
    """培训 | 目标260人 | 完成171人: what every cell of a column begins with heads it; empty where that is not so.

    With the rows; a label before a colon (目标:新建桥梁6座) is no part of its cell.
    """
    if len(rows) < 2 or len({len(row) for row in rows}) > 1 or len(rows[0]) < 3:
        return [], []
    columns = [[_SAID.match(row[i].of(text)) for row in rows] for i in range(len(rows[0]))]
    words = [{m[1] if m else "" for m in column_of} for column_of in columns]
    if all(_SHARE.fullmatch(row[-1].of(text)) for row in rows):
        words[-1] = {"完成率"}  # 东城镇 任务120户 完成66户 55%
    if any(len(found) > 1 or "" in found for found in words[1:]):
        return [], []
    first = words[0] if len(words[0]) == 1 and "" not in words[0] else {"项目名称"}
    heads = [[word] for found in (first, *words[1:]) for word in found]
    roles = {column(parts).role for parts in heads}
    if "target" not in roles or not roles & {"actual", "ratio"}:
        return [], []
    ends = [[m.end() if m and m[2] and len(words[i]) == 1 else 0 for m in found] for i, found in enumerate(columns)]
    cells = [[trim(text, c.start + ends[i][n], c.end) for i, c in enumerate(row)] for n, row in enumerate(rows)]
    return heads, cells


def _grid(run: list[Labelled]) -> Iterator[Grid]:
    if not run:
        return
    labels = [label for label, _ in run]
    starts = [i for i, label in enumerate(labels) if label == labels[0]]
    records = [run[a:b] for a, b in zip(starts, [*starts[1:], len(run)], strict=True)]
    if len(records) < 2:
        return
    order = max(([label for label, _ in record] for record in records), key=len)
    roles = {column([label]).role for label in order}
    if len(order) < 2 or len(set(order)) < len(order) or not roles & set(_TOLD) or "actual" not in roles:
        return
    rows = [_row(order, record) for record in records]
    if all(row is not None for row in rows):
        start, end = run[0][1].start - len(labels[0]) - 1, run[-1][1].end
        yield Grid(start, end, [row for row in rows if row], headings=[[label] for label in order])


def _row(order: list[str], record: list[Labelled]) -> list[GridCell] | None:
    """The record's values in the order of the labels; an empty cell where one is missing; None if others are there."""
    given = dict(record)
    if len(given) < len(record) or not set(given) <= set(order):
        return None
    blank = GridCell(record[0][1].start, record[0][1].start)
    return [given.get(label, blank) for label in order]
