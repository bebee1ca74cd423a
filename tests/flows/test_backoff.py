from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flows.backoff import FIRST, LONGEST, PATIENCE, SPREAD, next_attempt

NOW = datetime(2026, 10, 22, 9, 0, tzinfo=UTC)
PASSED = st.timedeltas(min_value=timedelta(0), max_value=PATIENCE - timedelta(seconds=1))


@given(st.text(max_size=9), st.integers(1, 200), PASSED)
def test_a_pause_grows_within_its_bounds_and_is_the_same_whenever_it_is_asked_for(
    message_id: str, failures: int, passed: timedelta
) -> None:
    found = next_attempt(message_id, failures, NOW - passed, NOW, None)
    assert found is not None
    assert FIRST * (1 - SPREAD) <= found - NOW <= LONGEST * (1 + SPREAD)
    assert found == next_attempt(message_id, failures, NOW - passed, NOW, None)


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=30)))
def test_what_the_receiver_asks_for_is_not_undercut(asked: timedelta) -> None:
    found = next_attempt("m", 1, NOW, NOW, asked)
    assert found is not None
    assert found - NOW >= min(asked, PATIENCE)


def test_three_days_are_some_fifteen_attempts_and_then_it_is_given_up() -> None:
    at, failures = NOW, 0
    while (found := next_attempt("m", failures + 1, NOW, at, None)) is not None:
        assert found > at
        at, failures = found, failures + 1
    assert 12 <= failures <= 18
    assert PATIENCE <= at - NOW <= PATIENCE + LONGEST * (1 + SPREAD)


def test_receivers_are_not_asked_by_all_at_once() -> None:
    assert len({next_attempt(f"m{number}", 3, NOW, NOW, None) for number in range(20)}) == 20
