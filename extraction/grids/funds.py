"""The money of a self-assessment form: what the year's budget allows, and what of it was spent.

    项目资金(万元) | 年初预算数 | 全年预算数(A) | 全年执行数(B) | 分值 | 执行率(B/A) | 得分
    年度资金总额 | 300 | 320 | 304 | 10 | 95% | 9.5

In any shape: rows, one cell a line, cells lost. Only the first row is read, the sum of those behind it (其中:财政拨款);
the budget of the year's start gives way to the year's. Where cells were lost, the rate says which figures are which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from extraction.grids.cells import EMPTY, Grid, GridCell
from extraction.grids.fitting import content, figure
from extraction.sought import sought

_MARK = r"(?:\([A-Z](?:/[A-Z])?\)|\([亿万]?元\)|\(%\))*"
_HEADS = (
    ("first", rf"年初预算(?:安排)?(?:数|额|金额)?{_MARK}"),
    ("plan", rf"(?:全年|年度|本年|当年|调整后?(?:的)?)*预算(?:安排)?(?:数|额|金额){_MARK}"),
    ("done", rf"(?:全年|年度|本年|当年|实际|预算)*(?:执行|支出)(?:数|额|金额){_MARK}"),
    ("weight", rf"分值(?:\(\d{{1,3}}分?\))?|权重{_MARK}"),
    ("rate", rf"(?:预算)?执行率{_MARK}"),
    ("score", r"(?:自评)?得分"),
)
_CELL = sought(r"[^\s|](?:[^\n\t|]*?[^\s|])??(?=\s|\||$)")
_UNIT = sought(r"\(([亿万]?元)\)|单位:?([亿万]?元)")
_NUMBER = sought(r"-?\d[\d,]*(?:\.\d+)?\s?(?:%|[亿万]?元)?")
_TOTAL = sought(r"(?:年度|项目)*(?:资金|预算)(?:总额|合计|总计|总数)")
_NEAR = 160  # characters from the headings' middle to their ends, and to the row
_LABELS, _ABOVE = 3, 4  # texts between the headings and the figures, and before the headings
_ERROR = 1  # of a hundred, in which a rate is rounded


class _Row(NamedTuple):
    """The figures of the first row with what names them; `rate` is None where it was lost."""

    label: GridCell
    plan: GridCell
    done: GridCell
    rate: GridCell | None


def funds(text: str) -> Iterator[Grid]:
    """The money of every form in the text."""
    if "执行率" not in text and "执行数" not in text:
        return
    at = 0
    while (match := sought(r"(?:全年|预算)?(?:执行|支出)(?:数|额|金额)").search(text, at)) is not None:
        at = match.end()
        low = max(0, match.start() - 2 * _NEAR)
        start = max(low, text.rfind("\n", low, max(0, match.start() - _NEAR)) + 1)
        cells = [GridCell(*m.span()) for m in _CELL.finditer(text, start, min(len(text), at + 2 * _NEAR))]
        if (grid := funds_of(text, cells)) is not None:
            at = max(at, grid.end)
            yield grid


def funds_of(text: str, cells: Sequence[GridCell]) -> Grid | None:
    """The money in these cells, of which the empty ones are left out; None where there is none."""
    pieces = [sought(r"\s").sub("", c.of(text)) for c in cells]
    roles = [_role(p) for p in pieces]
    for begin, role in enumerate(roles):
        stop = next((i for i in range(begin, len(roles)) if not roles[i]), len(roles))
        if not role or (begin and roles[begin - 1]) or not {"plan", "done"} <= set(roles[begin:stop]):
            continue
        row = _row(text, cells, pieces, roles[begin:stop], stop)
        unit = next((u for p in pieces[begin:stop] + pieces[max(0, begin - _ABOVE) : begin] if (u := _unit(p))), "")
        scored = bool({"weight", "score"} & set(roles[begin:stop]))
        if row is not None and (scored or _TOTAL.fullmatch(row.label.of(text))):
            return _grid(row, cells[begin].start, unit)
    return None


def _role(piece: str) -> str:
    return next((name for name, pattern in _HEADS if sought(pattern).fullmatch(piece)), "")


def _unit(piece: str) -> str:
    match = _UNIT.search(piece)
    return match[1] or match[2] if match else ""


def _row(text: str, cells: Sequence[GridCell], pieces: Sequence[str], heads: Sequence[str], begin: int) -> _Row | None:
    """The first row below the headings, each figure under its own."""
    first = next((i for i in range(begin, min(len(pieces), begin + _LABELS + 1)) if _is_value(pieces[i])), begin)
    stop = first
    while stop < len(pieces) and stop - first < len(heads) and _is_value(pieces[stop]):
        stop += 1
    if first == begin or len(set(heads)) < len(heads):
        return None
    ways = {
        (way["plan"], way["done"], way.get("rate"))
        for kept in combinations(heads, stop - first)
        if {"plan", "done"} <= set(kept)
        and _holds(pieces, way := dict(zip(kept, range(first, stop), strict=True)), heads)
    }
    if len(ways) != 1:
        return None
    plan, done, rate = ways.pop()
    said = cells[first - 1].of(text).rstrip(":")
    label = GridCell(cells[first - 1].start, cells[first - 1].start + len(said))
    return _Row(label, cells[plan], cells[done], cells[rate] if rate is not None else None)


def _is_value(piece: str) -> bool:
    return _NUMBER.fullmatch(piece) is not None or EMPTY.fullmatch(piece) is not None


def _holds(pieces: Sequence[str], way: dict[str, int], heads: Sequence[str]) -> bool:
    """Whether the figures may lie so: the rate is that of what was spent, and where it was lost no other cell was."""
    plan, done = (figure(pieces[way[k]]) for k in ("plan", "done"))
    if plan is None or done is None or not plan or any(content(pieces[way[k]]) == "percent" for k in ("plan", "done")):
        return False
    rate = figure(pieces[way["rate"]]) if "rate" in way else None
    if rate is None:
        return len(way) == len(heads)
    return abs(done / plan * 100 - rate) <= _ERROR


def _grid(row: _Row, start: int, unit: str) -> Grid:
    """A table of one row, whose headings say what was budgeted and what was spent."""
    of_unit = f"({unit})" if unit else ""
    headings = [["项目"], [f"全年预算数{of_unit}"], [f"全年执行数{of_unit}"], ["执行率"]]
    last = row.rate or GridCell(row.done.end, row.done.end)
    return Grid(start, last.end, [[row.label, row.plan, row.done, last]], headings=headings)
