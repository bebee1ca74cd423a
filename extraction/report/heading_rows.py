"""Rows of a table's headings in a report's title or body: what their parts of the year say of its period.

指标 年度目标 一季度 二季度 累计 may be the first line of a page; the last part that is told is how far the sum goes,
as is the last of the months 1月 | 2月 | 3月 | 累计. Of 上半年 | 累计 alone nobody knows how far it goes, and who asks
says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.report.period import PeriodMention, mentions_in
from extraction.sought import sought

_LONGEST = 260  # characters of such a line
_PLAN_HEADING = sought(
    r"(?:年度|全年|当年|今年|(20\d\d)年度?)?(?:目标|任务|计划)(?:任务|数|值|量)?(?:\([^()\s]{1,6}\))?"
)


def is_row_of_headings(title: str) -> bool:
    """指标 年度目标 一季度 二季度 累计: the first line of a table without a title."""
    pieces = title.split()
    return len(pieces) > 3 and any(map(_PLAN_HEADING.fullmatch, pieces))


def year_planned(title: str) -> int | None:
    """指标 2023年实际 2024年目标 1-9月完成: of the years of such a row that which is planned for."""
    planned = [m[1] for piece in title.split() if (m := _PLAN_HEADING.fullmatch(piece)) and m[1]]
    return int(planned[0]) if len(planned) == 1 and is_row_of_headings(title) else None


_SUM_HEADING = sought(r"[ |\t](?:累计|合计|总计)(?:完成)?数?(?:\([^()\n]{1,6}\))?[ ]?(?=[|\t\n ]|$)")


def has_sum_beside(body: str, mention: PeriodMention) -> bool:
    """年度目标 | 上半年 | 累计: the only part of the year that heads a column says not how far the sum goes."""
    if not sought(r"(?!前).*(?:季度|半年)").fullmatch(body, mention.start, mention.end):
        return False
    start, end = body.rfind("\n", 0, mention.start) + 1, body.find("\n", mention.end)
    line = body[start : end if end >= 0 else len(body)]
    alone = line[mention.end - start :][:2].strip(" ")[:1] in ("|", "\t", "累", "合", "总")
    if not alone or len(line) > _LONGEST or _SUM_HEADING.search(line, mention.end - start) is None:
        return False
    return sum(m.governs == "cumulative" for m in mentions_in(line)) == 1


_BETWEEN_HEADINGS = sought(r"份?[ ]{0,3}[|\t ][ ]{0,3}")
_LAST_MONTH = 12  # a row of all twelve is a form for the whole year, however much of it is filled in


def without_row_of_months(body: str, told: Sequence[PeriodMention], asked: int | None) -> list[PeriodMention]:
    """任务数|1月|2月|3月|累计: of such a row only its last month tells, and that only if it is not yet to come."""
    row: list[PeriodMention] = []
    for before, m in pairwise(told):
        if _follows(body, before, m) and (row or before.last_month == 1):
            row = [*(row or [before]), m]
        elif row:
            break
    if not row:
        return list(told)
    last = row[-1].last_month
    ahead = last == _LAST_MONTH or (asked is not None and last > asked)
    return [m for m in told if m not in row or (m is row[-1] and not ahead)]


def _follows(body: str, before: PeriodMention, m: PeriodMention) -> bool:
    single = before.first_month == before.last_month and m.first_month == m.last_month == before.last_month + 1
    return single and _BETWEEN_HEADINGS.fullmatch(body, before.end, m.start) is not None


def ends_row_of_months(body: str, m: PeriodMention) -> bool:
    """Whether the month heads the last column of months, with their sum behind it: 2月 | 3月 | 累计."""
    before = sought(r"(?P<month>\d{1,2})月份?[ ]{0,3}[|\t ][ ]{0,3}$").search(body, max(0, m.start - 10), m.start)
    return (
        before is not None and int(before["month"]) == m.last_month - 1 and _SUM_HEADING.match(body, m.end) is not None
    )
