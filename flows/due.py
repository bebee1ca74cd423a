"""What is due, from what was done and the day it is: quarters that nobody checked, runs that came too late, silence.

Pure: the clock is an argument. Times are zone-aware, days are days in Asia/Shanghai.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from alerting.calendar import QUARTERS, due_on, quarter_before
from flows.settings import CLOCK
from warehouse.runs import Ended

TOLD_FOR = timedelta(days=731)
QUARTER_NAMES = tuple(QUARTERS)


def missed_quarters(
    checked: Mapping[tuple[int, str], datetime], first_run: datetime | None, today: date, due_days: int
) -> list[tuple[int, str]]:
    """The quarters whose deadline has gone by without a check after it, the oldest first.

    A deadline before the first run was nobody's to watch over: what begins today tells nothing of last year. What is
    older than two years is told to nobody: a first run of 1970 had a clock that was wrong.
    """
    if first_run is None:
        return []
    began = max(day_of(first_run), today - TOLD_FOR)
    return [
        quarter
        for quarter in quarters(began, today)
        if began <= due_on(*quarter, due_days) < today and not _is_checked(checked.get(quarter), quarter, due_days)
    ]


def quarters(since: date, until: date) -> Iterator[tuple[int, str]]:
    """Every quarter from the one that was over before `since` to the one that was over before `until`."""
    year, period = quarter_before(since - timedelta(days=366))  # deadlines may be a year after their quarter
    last = quarter_before(until)
    while (year, QUARTER_NAMES.index(period)) <= (last[0], QUARTER_NAMES.index(last[1])):
        yield year, period
        at = QUARTER_NAMES.index(period) + 1
        year, period = (year, QUARTER_NAMES[at]) if at < len(QUARTER_NAMES) else (year + 1, QUARTER_NAMES[0])


def is_done_already(scheduled_at: datetime, newest: Ended | None) -> bool:
    """Whether a run that was to begin at `scheduled_at` comes after one that began later than that, and ended."""
    return newest is not None and newest.started_at > scheduled_at


def silent_since(newest: Ended | None, first_run: datetime | None, now: datetime, limit: timedelta) -> datetime | None:
    """Since when no daily run ended, where that is too long; None where all is well or nothing ever ran."""
    since = newest.ended_at if newest else first_run
    return since if since is not None and now - since > limit else None


def check_day(today: date, scheduled_at: datetime) -> date:
    """The day that a check is of: it belongs to the quarter it was made for, however late it comes."""
    return min(today, day_of(scheduled_at))


def day_of(moment: datetime) -> date:
    """The day in China."""
    return moment.astimezone(CLOCK).date()


def _is_checked(at: datetime | None, quarter: tuple[int, str], due_days: int) -> bool:
    return at is not None and day_of(at) > due_on(*quarter, due_days)
