"""China's public holidays and the weekends worked for them, as the State Council announces them each year."""

from __future__ import annotations

from datetime import date


def special_days() -> dict[date, tuple[bool, str]]:
    """Every day that does not go by the week: whether offices work, and for which holiday. No year is guessed."""
    from chinese_calendar import constants  # here: only runs that decide need it

    free = {day: (False, str(name)) for day, name in constants.holidays.items()}
    return free | {day: (True, str(name)) for day, name in constants.workdays.items()}
