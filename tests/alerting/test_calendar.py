from datetime import date

import pytest

from alerting.calendar import chinese_date, due_on, is_period, label, period_end, position, quarter_before, span_label


def test_periods_of_a_year_stand_in_order() -> None:
    periods = ["M01", "M02", "Q1", "M04", "M05", "H1", "M07", "M08", "Q3", "M10", "M11", "FY"]
    places = [position(2026, period) for period in periods]
    assert places == sorted(set(places))
    assert position(2025, "FY") < position(2026, "M01")


@pytest.mark.parametrize(("quarter", "month"), [("Q1", "M03"), ("H1", "M06"), ("Q3", "M09"), ("FY", "M12")])
def test_a_quarter_stands_with_its_last_month(quarter: str, month: str) -> None:
    assert position(2026, quarter) == position(2026, month)


@pytest.mark.parametrize("name", ["", "Q2", "M13", "M1", "2026"])
def test_other_names_are_no_periods(name: str) -> None:
    assert not is_period(name)
    with pytest.raises(ValueError, match="no period is named"):
        position(2026, name)


@pytest.mark.parametrize(
    ("period", "end"),
    [("Q1", date(2028, 3, 31)), ("H1", date(2028, 6, 30)), ("FY", date(2028, 12, 31)), ("M02", date(2028, 2, 29))],
)
def test_a_period_ends_on_its_last_day(period: str, end: date) -> None:
    assert period_end(2028, period) == end


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), (2025, "FY")),
        (date(2026, 1, 31), (2025, "FY")),
        (date(2026, 3, 31), (2025, "FY")),
        (date(2026, 4, 1), (2026, "Q1")),
        (date(2026, 7, 15), (2026, "H1")),
        (date(2026, 11, 2), (2026, "Q3")),
        (date(2026, 12, 31), (2026, "Q3")),
    ],
)
def test_a_date_looks_back_at_the_last_quarter_that_is_over(day: date, quarter: tuple[int, str]) -> None:
    assert quarter_before(day) == quarter


def test_a_report_is_due_some_days_after_the_end() -> None:
    assert due_on(2026, "Q3", 31) == date(2026, 10, 31)
    assert due_on(2025, "FY", 45) == date(2026, 2, 14)


@pytest.mark.parametrize(
    ("period", "words", "span"),
    [
        ("Q1", "2026年一季度", "2026年一季度"),
        ("H1", "2026年上半年", "2026年上半年"),
        ("Q3", "2026年三季度", "2026年前三季度"),
        ("FY", "2026年全年", "2026年全年"),
        ("M01", "2026年1月", "2026年1月"),
        ("M07", "2026年1-7月", "2026年1-7月"),
    ],
)
def test_periods_have_chinese_names(period: str, words: str, span: str) -> None:
    assert label(2026, period) == words
    assert span_label(2026, period) == span


def test_dates_are_written_as_in_letters() -> None:
    assert chinese_date(date(2026, 9, 3)) == "2026年9月3日"
