"""Silences: rows that are only added; one that a person ended, or whose last day is over, holds no more."""

from __future__ import annotations

import json
from datetime import date, datetime

import duckdb

from warehouse.records import Silence


def add_silence(con: duckdb.DuckDBPyConnection, silence: Silence) -> None:
    """Keep it; one of the same name is not added again."""
    con.execute(
        "insert into ops.silence select ?, ?, ?, ?, ?, ? where not exists"
        " (select 1 from ops.silence where silence_id = ?)",
        [
            silence.silence_id, json.dumps(dict(silence.matcher), ensure_ascii=False), silence.author, silence.reason,
            silence.until, silence.made_at, silence.silence_id,
        ],
    )  # fmt: skip


def end_silence(con: duckdb.DuckDBPyConnection, silence_id: str, author: str, at: datetime) -> None:
    """It holds no more from now on."""
    con.execute("insert into ops.silence_end values (?, ?, ?)", [silence_id, author, at])


def silences(con: duckdb.DuckDBPyConnection, today: date) -> list[Silence]:
    """Those that hold on this day, the oldest first."""
    found = con.execute(
        "select silence_id, matcher, author, reason, until, made_at from ops.silence where until >= ?"
        " and silence_id not in (select silence_id from ops.silence_end) order by made_at, silence_id",
        [today],
    )
    return [
        Silence(silence_id, tuple(sorted(json.loads(matcher).items())), author, reason, until, made_at)
        for silence_id, matcher, author, reason, until, made_at in found.fetchall()
    ]
