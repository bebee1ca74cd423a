"""A bare share of the plan as it stood in an earlier month: 6月末完成年度计划的52% in a report to September.

Nothing but the share is kept of it, and it would be held against today's pace. What was on time then is not said to be
behind now; what was behind even then stays told.
"""

from __future__ import annotations

from extraction.promises.figures import own_cutoff
from extraction.promises.links import Link
from extraction.records import Report
from extraction.sought import sought

_UP_TO = sought(r"截[至止]|[到至]|(?:20\d\d年)?1-\d|[上前]")  # and not 6月份开工
_NEAR = 30  # characters before its clause
_SLACK = 0.5  # points short of the pace that are still on time


def was_on_time(text: str, entry: Link, report: Report) -> bool:
    """Whether all that the link has is a share of an earlier month, which was on time then and would be behind now."""
    if entry.actual is not None or not entry.shares or report.cutoff is None:
        return False
    share = entry.shares[-1].reading
    told = share.period
    if told is None or not share.clause_start - _NEAR <= told.start < share.start or not _UP_TO.match(text, told.start):
        return False
    then = own_cutoff(share, report)
    if then is None or then.year != report.cutoff.year or then.month >= report.cutoff.month:
        return False
    value = float(share.value) + _SLACK
    return then.month / 12 * 100 <= value < report.cutoff.month / 12 * 100
