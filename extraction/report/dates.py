"""Dates and small numbers as reports write them, in digits and in Chinese characters.

All patterns are for folded text (`extraction.words.folding`): half-width digits, one dash, `〇` as `零`. Every
repetition has an upper bound, so that matching takes linear time on any input.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from extraction.sought import sought

GAP = r"[ \t]{0,3}"
YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][零九0O][零一二三四五六七八九0-9]{2})"
MONTH = r"(?:1[0-2]|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九](?!十))"
_DIGIT = "[一二三四五六七八九]"
DAY = rf"(?:3[01]|[12][0-9]|0?[1-9](?![0-9])|三十一?|二十{_DIGIT}?|十{_DIGIT}?|{_DIGIT}(?!十))"

DATE = sought(
    rf"(?<![0-9])(?P<year>{YEAR}){GAP}(?:年{GAP}(?P<month>{MONTH}){GAP}月{GAP}(?P<day>{DAY}){GAP}[日号]"
    r"|(?P<mark>[-./])(?P<month_n>1[0-2]|0?[1-9])(?P=mark)(?P<day_n>3[01]|[12][0-9]|0?[1-9])(?![0-9]))"
)
_ONES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"O": 0}


def number(text: str) -> int | None:
    """The value of digits or of a Chinese number up to 99 (`31`, `十二`, `三十一`); None for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _ONES.get(text)
    high, low = _ONES.get(tens, None if tens else 1), _ONES.get(ones, None if ones else 0)
    return None if high is None or low is None else high * 10 + low


def year_number(text: str) -> int:
    """A four-digit year in digits or characters or both (`2013`, `二0一三`); two digits are of this century."""
    digits = "".join(c if c.isascii() and c.isdigit() else str(_ONES.get(c, 0)) for c in text)
    return int(digits) + (2000 if len(digits) == 2 else 0)


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, monthrange(year, month)[1])


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none (31 June)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def matched_date(match: re.Match[str]) -> date | None:
    """The date of a match of DATE."""
    month = number(match["month"] or match["month_n"] or "")
    day = number(match["day"] or match["day_n"] or "")
    return None if month is None or day is None else safe_date(year_number(match["year"]), month, day)


def first_date(text: str) -> date | None:
    """The first whole date (year, month and day) in folded text."""
    return next((found for m in DATE.finditer(text) if (found := matched_date(m)) is not None), None)
