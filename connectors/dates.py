"""Calendar dates as pages write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?")
# the day in a TRS file name: t20250221_3912345.shtml
_STAMP = re.compile(r"(?<![A-Za-z0-9])[tTP](?:0?)((?:19|20)\d{2})(\d{2})(\d{2})(?=[_\d])")
# the day of an address that is laid out by days: /art/2022/12/14/art_1_2.html
_IN_PATH = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})/")
# lists that set the day apart in large type: 20 above 2026.05, or the other way round
_DAY_FIRST = re.compile(r"(?<![\d.-])(\d{1,2})日?\s+((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})月?(?![\d.-])")
_DAY_LAST = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})月?\s+(\d{1,2})(?![\d:.-])")
_AGO = re.compile(r"(?<!\d)(\d{1,4})\s*(分钟|个?小时|天|日|周|个?星期)(?:之?前)")
_NAMED_DAYS = {"刚刚": 0, "今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2}
_DAYS_IN = {"天": 1, "日": 1, "周": 7, "星期": 7, "个星期": 7}
_WITHOUT_YEAR = re.compile(r"(?<![\d.:/-])(\d{1,2})\s*[-/月]\s*(\d{1,2})日?(?![\d.:/-])")


def date_in(text: str) -> date | None:
    """The first date of the text (`2025-02-21`, `2017/9/9 13:23`, `2025年02月21日`); None if there is no real one."""
    return next(filter(None, (_real(match.groups()) for match in DATE.finditer(text))), None)


def date_in_stamp(name: str) -> date | None:
    """The day in a TRS file name, None if there is none."""
    match = _STAMP.search(name)
    return _real(match.groups()) if match else None


def date_in_path(path: str) -> date | None:
    """The day of an address that is laid out by days (`/art/2022/12/14/`), None if there is none."""
    match = _IN_PATH.search(path)
    return _real(match.groups()) if match else None


def listed_day(text: str, today: date) -> date | None:
    """The day beside a row of a list, which may be told from `today`: 昨天, 3天前, 07-16, or 20 over 2026.05.

    A date without a year is the last such day; none lies later than tomorrow, for clocks differ.
    """
    return date_in(text) or _split_day(text) or _days_ago(text, today) or _last_such_day(text, today)


def _split_day(text: str) -> date | None:
    if match := _DAY_FIRST.search(text):
        return _real((match[2], match[3], match[1]))
    match = _DAY_LAST.search(text)
    return _real(match.groups()) if match else None


def _days_ago(text: str, today: date) -> date | None:
    if match := _AGO.search(text):
        return today - timedelta(days=int(match[1]) * _DAYS_IN.get(match[2], 0))
    return next((today - timedelta(days=days) for name, days in _NAMED_DAYS.items() if name in text), None)


def _last_such_day(text: str, today: date) -> date | None:
    match = _WITHOUT_YEAR.search(text)
    if match is None:
        return None
    years = (today.year, today.year - 1)
    days = (_real((str(year), match[1], match[2])) for year in years)
    return next((day for day in days if day and day <= today + timedelta(days=1)), None)


def _real(parts: Sequence[str | None]) -> date | None:
    year, month, day = (int(part or 0) for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None
