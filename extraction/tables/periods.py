"""What a column's heading says of time: a node of the year, a month's own figure, the state at a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.records import Quantity, Report
from extraction.report.dates import month_end
from extraction.report.period import PeriodMention, cutoff_of, period_mentions
from extraction.sought import sought
from extraction.tables.cells import empty

_MONTH_ONLY = sought(r"当月|本月|单月|当季|^(?:20\d\d年)?\d{1,2}月份?(?:当月|完成|实绩|新增|执行)")
_ONE_MONTH = sought(r"(?:20\d\d年)?(?:\d{1,2}月份?|[一二三四1-4]季度)(?:完成|新增|实绩|进度)?(?:数|情况|量)?")
_SUM = re.compile(r"累计|合计|总计|小计")
_YEAR_TO_DATE = sought(r"累计|1-\d+月|截[至止]|年初以来|\d月(?:末|底)")
_NODE = re.compile(
    r"节点|序时|当月|本月|月度|当季|本季|(?<![一二三四1-4年])季度(?=工作|目标|计划|任务|安排)|应完成|阶段"
)
_MONTHS = sought(r"(?:\d{1,2}-)?(\d{1,2})月")
_PARTS = (
    ("上半年", 6),
    ("半年", 6),
    ("前三季度", 9),
    ("三季度", 9),
    ("3季度", 9),
    ("二季度", 6),
    ("2季度", 6),
    ("一季度", 3),
    ("1季度", 3),
)


def due_of(column: Column, report: Report) -> date | None:
    """The deadline of a node of the plan (上半年节点目标, 1-9月计划, 当月计划); None for the year's."""
    if report.year is None or sought(r"全年|年度|年计划").search(column.header):
        return None
    month = None
    if match := _MONTHS.search(column.header):
        month = int(match[1])
    else:
        month = next((m for word, m in _PARTS if word in column.header), None)
    if month is None and _NODE.search(column.header):
        return report.cutoff
    return month_end(report.year, month) if month and month < 12 else None


def is_node(column: Column) -> bool:
    """Whether the column plans for a part of the year only."""
    if sought(r"全年|年度|年计划").search(column.header):
        return False
    return bool(
        _NODE.search(column.header) or _MONTHS.search(column.header) or any(w in column.header for w, _ in _PARTS)
    )


def newest(
    text: str, row: Sequence[GridCell | None], columns: Sequence[Column], places: Sequence[int], report: Report
) -> list[tuple[int, date | None]]:
    """The columns that report, newest first, with their dates; empty cells are left out."""
    filled = [i for i in places if not empty(text, row[i])]
    sums = [i for i in filled if _SUM.search(columns[i].header) and date_of(columns[i], report) is None]
    if sums and sum(bool(_ONE_MONTH.fullmatch(columns[i].header)) for i in places) > 1:
        return [(sums[-1], None)]  # 1月, 2月, 3月, 累计
    if sums and _is_beyond(columns, sums[-1], [i for i in filled if i not in sums], report):
        return [(sums[-1], None)]
    whole = [i for i in filled if not month_only(columns[i])]
    if whole or any(not month_only(columns[i]) for i in places):
        filled = whole
    dated = [(i, date_of(columns[i], report)) for i in filled]
    if len({d for _, d in dated if d}) > 1 or (len(dated) > 1 and all(d for _, d in dated)):
        return sorted(dated, key=lambda entry: (entry[1] or date.min, entry[0]), reverse=True)
    return dated


_SUM_ALONE = sought(r"(?:累计|合计|总计)(?:完成)?(?:数|量)?(?:\([^()]*\))?")
_SINCE_BEGUN = sought(r"总投资|开工|概算|历年|上年")


def _is_beyond(columns: Sequence[Column], place: int, parts: Sequence[int], report: Report) -> bool:
    """一季度 | 累计: what heads no more than a sum goes on to the report's day, where the parts before it end sooner.

    What a project of several years came to since its start is no sum of the year's.
    """
    if not _SUM_ALONE.fullmatch(columns[place].header) or any(_SINCE_BEGUN.search(c.header) for c in columns):
        return False
    ends = [date_of(columns[i], report) for i in parts]
    return bool(ends) and report.cutoff is not None and all(day is not None and day < report.cutoff for day in ends)


def month_only(column: Column) -> bool:
    """Whether the column holds one month's figure, which answers no year's plan: 当月, 9月完成."""
    return bool(_MONTH_ONLY.search(column.header)) and not _YEAR_TO_DATE.search(column.header)


def is_part(column: Column) -> bool:
    """Whether the column is headed by a month or a quarter."""
    return bool(
        _MONTHS.search(column.header) or any(word in column.header for word, _ in _PARTS) or "四季度" in column.header
    )


def is_total(column: Column) -> bool:
    """Whether the heading says that the figure is the year's so far."""
    return bool(_YEAR_TO_DATE.search(column.header) or "前三季度" in column.header or "上半年" in column.header)


@lru_cache(maxsize=256)
def _first_mention(header: str) -> PeriodMention | None:
    """Kept: every row asks it of every column."""
    return next(iter(period_mentions(header)), None)


def date_of(column: Column, report: Report) -> date | None:
    """Up to when the column's heading says that its figures count."""
    mention = _first_mention(column.header)
    return cutoff_of(mention, report.year) if mention and report.year else None


def own_cutoff(text: str, cell: GridCell, quantity: Quantity, report: Report) -> date | None:
    """The period that a cell gives its figure: 3.77(1-8月)."""
    match = sought(r"\s*\(([^()]{2,12})\)").match(text[quantity.end : cell.end])
    mention = next(iter(period_mentions(match[1])), None) if match else None
    return cutoff_of(mention, report.year) if mention and report.year else None


_MONTH_ALONE = sought(r"(?:20\d\d年)?\d{1,2}月份?(?![末底])[\u4e00-\u9fff]{1,6}(?:\([^()]{1,6}\))?")


def settle_months(columns: Sequence[Column]) -> None:
    """11月入库 beside 累计入库: one month's figure is no answer where the year's so far is told; in place."""
    if any(c.role == "actual" and "累计" in c.header for c in columns):
        for this in columns:
            alone = "累计" not in this.header and _MONTH_ALONE.fullmatch(this.header) is not None
            if this.role == "actual" and alone:  # 9月进展(累计) is the year's itself
                this.role = "aside"
