"""When a page that is known is asked for again: bureaus correct what they published, mostly soon after."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from connectors.sites import Listed
from flows.settings import Settings
from warehouse.records import ListedRow

# a page rests for this share of its age: daily at first, every tenth day after a hundred
_SHARE_OF_AGE = 10
# of a page whose list tells no day
_UNDATED_DAYS = 60


def is_to_recheck(
    item: Listed, row: ListedRow | None, asked_at: datetime | None, settings: Settings, now: datetime
) -> bool:
    """Whether a known page is asked for again; `row` is what the list said of it, `asked_at` when it was had last.

    It is where the list tells something else of it than before, and where it is young enough for a correction and has
    rested long enough.
    """
    if row is not None and (item.title, item.published_on) != (row.title, row.published_on):
        return True
    age = _age(item, settings.now_date())
    if item.published_on is not None and age > timedelta(days=settings.recheck_days):
        return False
    return asked_at is None or now - asked_at >= _rest(age, settings)


def _rest(age: timedelta, settings: Settings) -> timedelta:
    least = timedelta(hours=settings.recheck_hours)
    return max(least, age / _SHARE_OF_AGE) if least else least


def _age(item: Listed, today: date) -> timedelta:
    if item.published_on is None:
        return timedelta(days=_UNDATED_DAYS)
    return today - item.published_on
