"""What ops.run says was done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import duckdb

from warehouse import load, runs

DAY = timedelta(days=1)
NOON = datetime(2026, 11, 26, 4, tzinfo=UTC)


def ran(con: duckdb.DuckDBPyConnection, flow: str, at: datetime, outcome: str = "completed", note: str = "") -> None:
    load.record_run(con, f"{flow} {at} {note}", flow, at, at + timedelta(minutes=5), outcome, note or None)


def test_the_newest_run_and_the_checks(con: duckdb.DuckDBPyConnection) -> None:
    assert (runs.newest_watch(con, NOON), runs.checked_quarters(con), runs.first_run(con)) == (None, {}, None)
    ran(con, runs.WATCH, NOON - 2 * DAY)
    ran(con, runs.WATCH, NOON - DAY, "problems", "yunting-kjj: away")
    ran(con, runs.SOME, NOON - DAY / 2)  # a few sources are not the day's work
    ran(con, runs.WATCH, NOON + DAY)  # written when the clock was wrong
    ran(con, runs.QUARTERLY, NOON - DAY, note="2026 Q3")
    ran(con, runs.QUARTERLY, NOON - 2 * DAY, note="2026 Q3")
    newest = runs.newest_watch(con, NOON)
    assert newest is not None
    assert newest.started_at == NOON - DAY
    assert runs.checked_quarters(con) == {(2026, "Q3"): NOON - DAY}
    assert runs.first_run(con) == NOON - 2 * DAY
