"""What was done, as the warehouse says: whether a run comes after its work was done, which quarters nobody checked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flows.due import is_done_already, missed_quarters, silent_since
from flows.keeping import writer
from flows.settings import CLOCK, Settings
from warehouse import runs
from warehouse.runs import Ended


def done_already(settings: Settings, scheduled_at: datetime) -> str | None:
    """Why a run that was to begin at `scheduled_at` has nothing left to do; None where it has."""
    if not settings.warehouse.exists():
        return None
    with writer(settings) as con:
        newest = runs.newest_watch(con, datetime.now(UTC))
    if newest is None or not is_done_already(scheduled_at, newest):
        return None
    return (
        f"it was due on {_minute(scheduled_at)}, and the run that began on {_minute(newest.started_at)} did its work: "
        "nothing is left to do"
    )


def quarters_to_catch_up(settings: Settings) -> list[str]:
    """The quarters whose deadline went by without a check, as `quarterly` takes them, the oldest first."""
    with writer(settings) as con:
        checked, first = runs.checked_quarters(con), runs.first_run(con)
    missed = missed_quarters(checked, first, settings.now_date(), settings.report_due_days)
    return [f"{year}{period}" for year, period in missed]


def silence(settings: Settings, now: datetime) -> tuple[Ended | None, datetime | None]:
    """The newest run over all sources, and since when there should have been another, where that is too long ago."""
    if not settings.warehouse.exists():
        return None, None
    with writer(settings) as con:
        newest, first = runs.newest_watch(con, now), runs.first_run(con)
    return newest, silent_since(newest, first, now, timedelta(hours=settings.silence_h))


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone(CLOCK):%Y-%m-%d %H:%M}"
