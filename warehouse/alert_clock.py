"""What the alerts of the clock go by: today, the days of the settings, and China's holidays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import duckdb

from warehouse.transaction import transaction

SpecialDays = Mapping[date, tuple[bool, str]]


def set_today(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """The day that counts as today on this connection."""
    con.execute("set variable duban_today = $today", {"today": today})


def set_days(con: duckdb.DuckDBPyConnection, days: Mapping[tuple[str, str], int]) -> None:
    """The numbers of days by name and source ('' is every other source), in the place of those that were there."""
    wanted = {(*key, value) for key, value in days.items()}
    if set(con.execute("select name, source_id, value from ops.alert_setting").fetchall()) == wanted:
        return
    with transaction(con):
        con.execute("delete from ops.alert_setting")
        con.executemany("insert into ops.alert_setting values (?, ?, ?)", sorted(wanted))


def set_special_days(con: duckdb.DuckDBPyConnection, days: SpecialDays) -> None:
    """Holidays and worked weekends: (whether offices work, the holiday's name) by day; later word replaces earlier."""
    known = dict(con.execute("select day, is_working from ops.special_day").fetchall())
    rows = [(day, *said) for day, said in days.items() if known.get(day) != said[0]]
    if rows:  # hundreds the first time: in one statement, as each of its own takes milliseconds
        con.execute(
            "insert or replace into ops.special_day"
            " select unnest(?::date[]), unnest(?::boolean[]), unnest(?::varchar[])",
            [list(column) for column in zip(*rows, strict=True)],
        )
