from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from connectors.errors import FetchError, ListingChanged
from connectors.health import lacking, newest_day, stale, trouble_of
from connectors.sites.listing import Listed
from connectors.source import Source

MakeSource = Callable[..., Source]
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("limit", "newest_on", "said"),
    [
        (None, None, None),
        (None, date(2001, 1, 1), None),
        (5, date(2026, 11, 21), None),
        (5, date(2026, 11, 27), None),
        (5, date(2026, 11, 20), "is 6 days old, at most 5 expected; see whether"),
        (5, None, "has no date, at most 5 expected"),
    ],
)
def test_stale(limit: int | None, newest_on: date | None, said: str | None, make_source: MakeSource) -> None:
    found = stale(make_source(max_age_days=limit), newest_on, TODAY)
    assert (found is None) == (said is None)
    if found and said:
        assert found.kind == "stale"
        assert said in found.detail


def test_the_newest_day_is_that_of_a_dated_row() -> None:
    rows = [Listed("a", "a"), Listed("b", "b", date(2026, 1, 2)), Listed("c", "c", date(2026, 1, 1))]
    assert newest_day(rows) == date(2026, 1, 2)
    assert newest_day(rows[:1]) is None


def test_lacking_names_what_is_missing(make_source: MakeSource) -> None:
    assert lacking(make_source(), []) is None
    found = lacking(make_source(), ["index_number", "issuer"])
    assert found is not None
    assert "has no index_number, issuer" in found.detail


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (FetchError("http://a/", "no answer", retryable=True), "unreachable"),
        (FetchError("http://a/", "the server answered 412", 412), "refused"),
        (ListingChanged("a", "http://a/", "0 rows"), "changed"),
        (OSError("no route"), "unreachable"),
    ],
)
def test_kinds_of_trouble(error: BaseException, kind: str) -> None:
    found = trouble_of(error)
    assert found.kind == kind
    assert found.detail == " ".join(str(error).split())
