"""Records of labelled lines: 项目名称:…, 年度目标:…, 进展情况:…, and the same labels again for the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.grids_cells import Grid, GridCell, lines, trim
from extraction.tables_columns import column

_LABEL = re.compile(r"\s*(?:\d{1,3}[.、]\s?|[(][^()]{1,4}[)]\s?)?([^\s:。;,\d][^:。;,]{1,13}):")
_TOLD = ("target", "ratio")

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
