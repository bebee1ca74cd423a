"""Silences at their borders: the last day counts, and what a person ended holds no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest

from flows.alert_lines import step_line
from warehouse.records import Silence
from warehouse.silences import add_silence, end_silence, silences
from warehouse.store import connect_memory

LAST = date(2026, 12, 31)
MADE = datetime(2026, 11, 26, 20, tzinfo=UTC)


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect_memory() as made:
        yield made


def test_a_silence_holds_to_the_end_of_its_last_day_or_until_it_is_ended(con: duckdb.DuckDBPyConnection) -> None:
    silence = Silence("s1", (("bureau", "*科技*"), ("rule", "claim")), "王", "正在核实", LAST, MADE)
    for _ in range(2):
        add_silence(con, silence)
    assert silences(con, LAST) == [silence]
    assert silences(con, LAST + timedelta(days=1)) == []
    end_silence(con, "s1", "王", MADE)
    assert silences(con, LAST) == []


def test_times_are_those_of_china() -> None:
    row = dict.fromkeys(("severity", "cause", "assessment_id", "run_id", "actor"))
    said = step_line(row | {"known_at": MADE, "state": "firing", "reason": "first", "period": "Q3"})
    assert said.startswith("  2026-11-27 04:00  firing")
