"""What is due, as plain sums: missed quarters, late runs, silence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from flows.due import check_day, is_done_already, missed_quarters, quarters, silent_since
from warehouse.runs import Ended

DUE_DAYS = 30
HOUR = timedelta(hours=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def missed(checked: dict[tuple[int, str], str], first: str | None, today: str) -> list[tuple[int, str]]:
    checks = {quarter: at(moment) for quarter, moment in checked.items()}
    return missed_quarters(checks, at(first) if first else None, date.fromisoformat(today), DUE_DAYS)


@pytest.mark.parametrize(
    ("first", "today", "expected"),
    [
        (None, "2026-11-26", []),  # nothing ever ran: nobody missed anything
        ("2026-11-01", "2026-11-26", []),  # the deadline (30 October) was before there was anybody
        ("2026-10-30", "2026-10-30", []),  # the last day is still in time
        ("2026-10-30", "2026-10-31", [(2026, "Q3")]),
        ("2026-03-01", "2026-11-26", [(2026, "Q1"), (2026, "H1"), (2026, "Q3")]),
        ("2026-12-01", "2027-01-15", []),  # the year's report is due on 30 January
        ("2026-12-01", "2027-01-31", [(2026, "FY")]),
        (  # a clock that was wrong
            "1970-01-02",
            "2026-11-26",
            [(2024, "FY"), *((year, name) for year in (2025, 2026) for name in ("Q1", "H1", "Q3", "FY"))][:8],
        ),
        ("2025-12-01", "2027-02-01", [(2025, "FY"), (2026, "Q1"), (2026, "H1"), (2026, "Q3"), (2026, "FY")]),
    ],
)
def test_a_quarter_that_nobody_checked(first: str | None, today: str, expected: list[tuple[int, str]]) -> None:
    assert missed({}, first, today) == expected


def test_a_check_before_the_deadline_says_nothing_of_who_is_late() -> None:
    early, late = {(2026, "Q3"): "2026-10-30T10:00"}, {(2026, "Q3"): "2026-10-30T16:30"}  # the 31st in China
    assert missed(early, "2026-09-01", "2026-11-02") == [(2026, "Q3")]
    assert missed(late, "2026-09-01", "2026-11-02") == []


def test_the_quarters_between_two_days() -> None:
    found = list(quarters(date(2026, 1, 1), date(2026, 4, 1)))
    assert found[0] == (2024, "Q3")
    assert found[-2:] == [(2025, "FY"), (2026, "Q1")]
    assert len(found) == len(set(found)) == 7


def test_a_run_that_comes_after_its_work_was_done() -> None:
    due = at("2026-11-26T07:30")
    later = Ended(due + HOUR, due + 2 * HOUR)
    earlier = Ended(due - HOUR, due + HOUR)  # it overlaps: what came out since is still to be seen
    assert is_done_already(due, later)
    assert not is_done_already(due, earlier)
    assert not is_done_already(due, None)


def test_silence_is_counted_from_the_end_of_the_last_run() -> None:
    ended = at("2026-11-25T08:00")
    newest, limit = Ended(ended - HOUR, ended), timedelta(hours=26)
    assert silent_since(newest, None, ended + 26 * HOUR, limit) is None
    assert silent_since(newest, None, ended + 26 * HOUR + timedelta(seconds=1), limit) == ended
    assert silent_since(None, ended, ended + 27 * HOUR, limit) == ended  # the first run never ended
    assert silent_since(None, None, ended, limit) is None


def test_a_check_that_comes_late_is_of_the_quarter_it_was_made_for() -> None:
    assert check_day(date(2027, 1, 2), at("2026-12-28T01:00")) == date(2026, 12, 28)
    assert check_day(date(2026, 12, 28), at("2026-12-28T01:00")) == date(2026, 12, 28)
    assert check_day(date(2026, 12, 28), at("2026-12-28T17:00")) == date(2026, 12, 28)  # a clock that was set back
