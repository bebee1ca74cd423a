"""What ops.run says was done: the newest visit to everything, the checks of each quarter, and since when there are any.

A run that ended counts, also with problems: what could not be had then is tried by the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb

WATCH, SOME, QUARTERLY = "watch", "watch some", "quarterly"


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that came to its end."""

    started_at: datetime
    ended_at: datetime


def newest_watch(con: duckdb.DuckDBPyConnection, now: datetime) -> Ended | None:
    """The newest run over all sources that ended. One from the future tells of nothing but a wrong clock."""
    row = con.execute(
        "select started_at, ended_at from ops.run"
        " where flow = ? and outcome in ('completed', 'problems') and ended_at <= ? order by started_at desc limit 1",
        [WATCH, now],
    ).fetchone()
    return Ended(*row) if row else None


def checked_quarters(con: duckdb.DuckDBPyConnection) -> dict[tuple[int, str], datetime]:
    """When each quarter was last checked to the end."""
    rows = con.execute(
        "select note, max(started_at) from ops.run where flow = ? and outcome = 'completed' group by note", [QUARTERLY]
    ).fetchall()
    named = ((note.split(), at) for note, at in rows if note)
    return {(int(year), period): at for (year, period), at in named}


def first_run(con: duckdb.DuckDBPyConnection) -> datetime | None:
    """When the first run of all began."""
    (at,) = con.execute("select min(started_at) from ops.run").fetchall()[0]
    return at  # type: ignore[no-any-return]
