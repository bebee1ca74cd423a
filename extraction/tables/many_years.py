"""Columns that plan for several years: 三年任务, 2021-2023年 over 计划 | 完成 | 比例, 累计 beside 2022年.

What shall be done in three years is not behind because half of it is done in the middle of one. Such a plan is due at
the end of its last year where the heading names a later one; else nothing can be said of its pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extraction.grids.columns import Column
from extraction.grids.leaves import without_unit
from extraction.records import Indicator
from extraction.sought import sought
from extraction.tables.groups import Group
from extraction.tables.rows import Named, Sheet

_RANGE = sought(r"(?<!\d)(20\d\d)年?\s?[-—~至到]\s?((?:20)?\d\d)年(?!\d)")
_YEARS = sought(
    r"(?<![第\d])[两二三四五六]年(?!级|制)(?:累计|总|计划|任务|目标|行动|攻坚|改造|建设|合计|规划|滚动|期)|十[三四五六]五(?:规划|期间|累计|目标|任务|计划)"
)
_ALL = sought(r"(?:历年)?(?:累计|合计|总计|总体|总任务|总量)(?:情况)?")
_THIS = sought(r"年度|今年|本年|当年|全年|(?<!\d)20\d\d年(?!\d)")
_MEASURE = sought(r"(?:计划|目标|任务|完成|实际|比例|占比|率|进度|[数量值%()的])+")

_UNKNOWN = 0.5


def spans_of(columns: Sequence[Column], caption: str) -> dict[int, int | None]:
    """The columns whose figures are of several years, each with the last of these where a heading names it."""
    measured = [i for i, c in enumerate(columns) if c.role in ("target", "actual", "ratio")]
    own = [i for i in measured if _THIS.search(_RANGE.sub("", columns[i].header))]
    range_above = _RANGE.search(caption)
    many_above = range_above is not None or _YEARS.search(caption) is not None
    out: dict[int, int | None] = {}
    for i in measured:
        header = columns[i].header
        named = _RANGE.search(header)
        if named is not None and _last(named[1], named[2]) > int(named[1]):
            out[i] = _last(named[1], named[2])
        elif i not in own and (_YEARS.search(header) or (own and _headed_all(columns[i]))):
            out[i] = _last(range_above[1], range_above[2]) if range_above else None
    if not out and not own and many_above and any("累计" in columns[i].header for i in measured):
        out = {i: _last(range_above[1], range_above[2]) if range_above else None for i in measured}
    return out


def _last(first: str, last: str) -> int:
    return int(last) if len(last) == 4 else int(first[:2] + last)


def _headed_all(this: Column) -> bool:
    """Whether the heading above says 累计 and no more, or begins a plan so: 累计 over 计划, 累计计划."""
    led = _ALL.match(this.header)
    if led is None:
        return False
    return this.role == "target" or bool(this.label and _ALL.fullmatch(without_unit(this.label)))


def over_years(sheet: Sheet, row: Named, group: Group, indicators: Sequence[Indicator]) -> list[Indicator]:
    """The row's indicators; those that are planned for several years are held against no year's pace."""
    spans, year = sheet.spans, sheet.report.year
    if not spans or year is None:
        return list(indicators)
    out = []
    for i in indicators:
        index = _column_of(i, row, group)
        if index not in spans:
            out.append(i)
            continue
        last = spans[index]
        later = last is not None and last > year
        due = date(last, 12, 31) if last is not None and later else None
        out.append(replace(i, due=due, confidence=i.confidence if later else _UNKNOWN))
    return out


def _column_of(indicator: Indicator, row: Named, group: Group) -> int:
    """Where the plan stands; without one, where the share or the figure does."""
    start = indicator.target.start if indicator.target is not None else None
    if start is None:
        start = next((c.start for c in indicator.claims), -1)
    places = (*group.targets, *group.ratios, *group.actuals)
    return next((i for i in places if (c := row.cells[i]) is not None and c.start <= start < c.end), -1)
