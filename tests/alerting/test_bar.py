from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerting.bar import Bar, Segment, tenths

SHARES = st.decimals(-1, 3, places=4)


def test_the_pace_is_marked_on_the_bar() -> None:
    bar = Bar(Decimal("0.35"), Decimal("0.75"))
    assert bar.text == "███████░░░░░░░░┃░░░░░"
    assert bar.words == "完成 35.0%，序时进度 75.0%"
    assert bar.segments == (Segment("done", 35), Segment("short", 40), Segment("mark", 0), Segment("rest", 25))


def test_what_is_beyond_the_pace_is_a_part_of_its_own() -> None:
    bar = Bar(Decimal("1.2"), Decimal("0.75"))
    assert bar.segments == (Segment("done", 75), Segment("mark", 0), Segment("over", 25))
    assert bar.words == "完成 120.0%，序时进度 75.0%"


@given(SHARES, SHARES)
def test_the_cells_fill_the_bar(completion: Decimal, pace: Decimal) -> None:
    bar = Bar(completion, pace)
    assert sum(segment.percent for segment in bar.segments) == 100
    assert [segment.part for segment in bar.segments].count("mark") == 1
    assert len(bar.text) == 21


@pytest.mark.parametrize(
    ("number", "shown"), [("40", "40.0"), ("1.95", "2.0"), ("0.04", "0.04"), ("0", "0.0"), ("-0.001", "0.00")]
)
def test_points_have_one_decimal(number: str, shown: str) -> None:
    assert tenths(Decimal(number)) == shown
