"""A past in the warehouse: a run that comes too late, quarters to catch up, a silence that is told once, an overlap."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest

from flows import checking, history, keeping, pipeline, sending, silence, visiting, watch
from flows.settings import Settings
from warehouse import load, runs
from warehouse.lock import write_lock

pytestmark = pytest.mark.integration  # whole visits, seconds each

HOUR = timedelta(hours=1)


@pytest.fixture
def past(sample: Settings, con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The sample's settings over a warehouse in memory, which everything that is tested here opens."""
    for module in (checking, history, pipeline, sending, silence):
        monkeypatch.setattr(module, "writer", lambda settings: nullcontext(con))
    sample.warehouse.parent.mkdir()
    sample.warehouse.touch()
    return sample


def ran(con: duckdb.DuckDBPyConnection, started_at: datetime) -> None:
    load.record_run(con, f"{started_at}", runs.WATCH, started_at, started_at + HOUR / 4, "completed")


def test_nothing_is_said_where_nothing_ever_ran(sample: Settings) -> None:
    now = datetime.now(UTC)
    assert history.done_already(sample, now) is None
    assert silence.tell_silence(sample, now) == 0
    assert not sample.warehouse.exists()


def test_a_past_decides(past: Settings, con: duckdb.DuckDBPyConnection) -> None:
    now = datetime.now(UTC)
    began = now - 30 * HOUR
    ran(con, began)
    assert "nothing is left to do" in (history.done_already(past, began - HOUR) or "")
    assert history.done_already(past, now) is None
    assert silence.tell_silence(past, began + 26 * HOUR) == 0
    assert [silence.tell_silence(past, now + day * 24 * HOUR) for day in range(3)] == [1, 1, 1]
    assert sending.send_pending(past).sent == 1  # one silence is one message, however often it is found
    assert len(list(past.mail.glob("*.eml"))) == 1


def test_a_quarter_that_nobody_ran_is_checked_once(past: Settings, con: duckdb.DuckDBPyConnection) -> None:
    settings = past.model_copy(update={"today": date(2027, 2, 2)})
    ran(con, datetime(2026, 11, 20, tzinfo=UTC))
    assert history.quarters_to_catch_up(settings) == ["2026FY"]  # of which January's reports are
    checking.check(settings, "2026FY")
    assert history.quarters_to_catch_up(settings) == []


def test_two_runs_that_overlap_load_and_tell_once(past: Settings) -> None:
    """Both looked before either wrote: what the second brings is known by then."""
    (source,), known = (plan := pipeline.prepare(past, ["yunting-mzj"])).sources, plan.known["yunting-mzj"]
    with visiting.client(past) as http:
        both = [visiting.visit(source, known, past, http) for _ in range(2)]
    first, second = (keeping.keep(source, brought, past, f"run {number}") for number, brought in enumerate(both))
    assert first.new > 0
    assert second.new == 0
    told = [
        pipeline.finish(past, pipeline.RunResult(f"run {n}", (one,)), datetime.now(UTC))
        for n, one in enumerate((first, second))
    ]
    assert [result.total("told") > 0 for result in told] == [True, False]


def test_quarters_that_cannot_be_looked_up_do_not_undo_a_run(sample: Settings) -> None:
    settings = sample.model_copy(update={"writer_wait_s": 0})
    sample.warehouse.parent.mkdir()
    with write_lock(sample.warehouse, wait_s=0):
        checked, (failed,) = asyncio.run(watch._caught_up(settings))
    assert checked == ()
    assert "is held by" in failed.message
