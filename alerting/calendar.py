"""Reporting periods: their order, their ends, their Chinese names, and when a report on one is due.

A period is Q1, H1, Q3, FY or M01 to M12; its figures run from January to its last month. All else is a ValueError.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from alerting.speech import language

QUARTERS = {"Q1": 3, "H1": 6, "Q3": 9, "FY": 12}
MONTHS = {f"M{month:02d}": month for month in range(1, 13)}
LAST_MONTH = {**QUARTERS, **MONTHS}
_ENGLISH = {"Q1": "Q1", "H1": "H1", "Q3": "Q3", "FY": "the year"}
LABELS = {"Q1": "一季度", "H1": "上半年", "Q3": "三季度", "FY": "全年"}


def is_period(period: str | None) -> bool:
    """Whether this is the name of a period."""
    return period in LAST_MONTH


def last_month(period: str) -> int:
    """The last month of a period, 1 to 12: the order of the periods in a year. Raises ValueError."""
    if period not in LAST_MONTH:
        raise ValueError(f"no period is named {period!r}; periods are Q1, H1, Q3, FY and M01 to M12")
    return LAST_MONTH[period]


def position(year: int, period: str) -> tuple[int, int]:
    """Where a period stands among all periods of all years; Q3 and M09 stand at the same place."""
    return year, last_month(period)


def period_end(year: int, period: str) -> date:
    """The last day that a period covers."""
    month = last_month(period)
    return date(year, month, calendar.monthrange(year, month)[1])


def quarter_before(day: date) -> tuple[int, str]:
    """The newest quarter that was over before `day`: any day of January belongs to the year before."""
    ended = [period for period in QUARTERS if period_end(day.year, period) < day]
    return (day.year, ended[-1]) if ended else (day.year - 1, "FY")


def due_on(year: int, period: str, days: int) -> date:
    """The last day on which a report on a period is in time, `days` days after the period's end."""
    return period_end(year, period) + timedelta(days=days)


def label(year: int, period: str) -> str:
    """The period as a report's title names it: 2026年三季度, 2026年上半年, 2026年1-7月; in English Q3 2026."""
    if language() == "en":
        return f"{_ENGLISH.get(period) or _english_months(period)} {year}"
    return f"{year}年{LABELS.get(period) or _months(period)}"


def month_label(year: int, period: str) -> str:
    """The last month of a period: 2026年11月; in English November 2026."""
    month = last_month(period)
    return f"{calendar.month_name[month]} {year}" if language() == "en" else f"{year}年{month}月"


def span_label(year: int, period: str) -> str:
    """The months that a period's figures cover, in words: 2026年前三季度 for Q3, else as `label`."""
    if period != "Q3":
        return label(year, period)
    return f"the first three quarters of {year}" if language() == "en" else f"{year}年前三季度"


def chinese_date(day: date) -> str:
    """2026年9月30日; in English 30 September 2026."""
    if language() == "en":
        return f"{day.day} {calendar.month_name[day.month]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def _months(period: str) -> str:
    month = last_month(period)
    return f"1-{month}月" if month > 1 else "1月"


def _english_months(period: str) -> str:
    month = calendar.month_abbr[last_month(period)]
    return f"January to {month}" if month != "Jan" else "January"
