"""Months told one by one behind the period: 1-8月发放3.2万张,9月发放0.9万张, asked for as of the end of September.

What is asked for decides: only where every telling of the period goes on so, up to the month that is asked for, do the
figures reach that far. A month that is planned (9月计划发放) ends no such row.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.report.period import PeriodMention
from extraction.sought import sought

_STOP = sought(r"[。\n]")
_MONTH = sought(
    r"[,、;(\s]\s?(?P<month>\d{1,2})月份?(?:又|再|新|共|已|另|单月|当月)*(?P<did>[^,。;:、()\d]{0,6}?)了?(?:约|近)?(?=\d)"
)
_AHEAD = sought(r"计划|拟|将|预计|力争|确保|目标|任务|安排|争取|应|需|再有|还|底|末|前|以来|累计")


def reached(body: str, told: Sequence[PeriodMention], month: int, asked: int) -> bool:
    """Whether the months after the period, told one by one wherever it is told, reach the one that is asked for."""
    ends = [m for m in told if m.last_month == month]
    return month < asked and bool(ends) and all(_goes_on(body, m, asked) for m in ends)


def _goes_on(body: str, mention: PeriodMention, asked: int) -> bool:
    stop = _STOP.search(body, mention.end, mention.end + 120)
    end, last = stop.start() if stop else min(len(body), mention.end + 120), mention.last_month
    for match in _MONTH.finditer(body, mention.end, end):
        if int(match["month"]) != last + 1 or _AHEAD.search(match["did"]):
            break
        last += 1
    return last == asked
