"""A clock that jumps and a machine whose time zone changes: no run is skipped, nothing is told twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from flows import history, keeping
from flows.pipeline import RunResult
from flows.settings import Settings
from warehouse import load, runs

pytestmark = pytest.mark.integration
DAY = timedelta(days=1)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves the machine to another time zone."""

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def ran(con: duckdb.DuckDBPyConnection, name: str, began: datetime) -> None:
    load.record_run(con, name, runs.WATCH, began, began + timedelta(minutes=3), "completed")


def test_a_run_that_the_clock_put_into_the_future_is_no_reason_to_skip(sample: Settings) -> None:
    now = datetime.now(UTC)
    with keeping.writer(sample) as con:
        ran(con, "by a clock that was ahead", now + 300 * DAY)
    assert history.done_already(sample, now - timedelta(hours=1)) is None
    with keeping.writer(sample) as con:
        ran(con, "once it was right", now - timedelta(minutes=10))
    assert "nothing is left to do" in (history.done_already(sample, now - timedelta(hours=1)) or "")
    newest, _ = history.silence(sample, now)
    assert newest is not None
    assert newest.started_at < now


def test_a_clock_that_was_behind_delays_no_quarter(sample: Settings) -> None:
    with keeping.writer(sample) as con:
        ran(con, "by a clock of 1970", datetime(1970, 1, 2, tzinfo=UTC))
        ran(con, "once it was right", datetime.now(UTC) - 400 * DAY)
    due = history.quarters_to_catch_up(sample)
    assert 0 < len(due) < 12  # those of a year or so, not of half a century


def test_another_time_zone_is_no_other_day(
    sample: Settings, zone: Callable[[str], None], run_plain: Callable[..., RunResult]
) -> None:
    zone("Pacific/Honolulu")
    first = run_plain(sample, ["yunting-kjj"])
    said = history.done_already(sample, datetime.now(UTC) - timedelta(hours=1))
    day = sample.model_copy(update={"today": None}).now_date()
    zone("Pacific/Kiritimati")
    assert (
        sample.model_copy(update={"today": None}).now_date() == day == (datetime.now(UTC) + timedelta(hours=8)).date()
    )
    assert history.done_already(sample, datetime.now(UTC) - timedelta(hours=1)) == said
    second = run_plain(sample, ["yunting-kjj"])
    assert first.total("new") == first.total("listed") > 0
    assert [second.total(count) for count in ("new", "told", "resolved")] == [0, 0, 0]
    assert first.messages > second.messages == 0
