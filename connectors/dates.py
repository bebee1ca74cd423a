"""Calendar dates as pages write them."""

from __future__ import annotations

import re
from datetime import date

DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?")
# the day in a TRS file name: t20250221_3912345.shtml
_STAMP = re.compile(r"(?<![A-Za-z0-9])[tTP](?:0?)((?:19|20)\d{2})(\d{2})(\d{2})(?=[_\d])")


def date_in(text: str) -> date | None:
    """The first date of the text (`2025-02-21`, `2017/9/9 13:23`, `2025年02月21日`); None if there is no real one."""
    return next(filter(None, (_real(match.groups()) for match in DATE.finditer(text))), None)


def date_in_stamp(name: str) -> date | None:
    """The day in a TRS file name, None if there is none."""
    match = _STAMP.search(name)
    return _real(match.groups()) if match else None


def _real(parts: tuple[str | None, ...]) -> date | None:
    year, month, day = (int(part or 0) for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None
