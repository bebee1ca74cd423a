"""The outbox as its sender sees it: what is due, what was claimed, sent, failed or given up, and what starts anew.

Rows are only added. A message that was claimed and of which nothing more is known was perhaps sent by a process that
died: it is due again, under the same name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Literal

import duckdb

from warehouse.records import OutboxMessage
from warehouse.transaction import transaction

Outcome = Literal["delivered", "failed", "dead"]
# so many attempts of an older message a newer one to the same recipient waits for: about a quarter of an hour
PATIENCE = 3
_MESSAGE = tuple(field.name for field in fields(OutboxMessage))


@dataclass(frozen=True, slots=True)
class Due:
    """A message to be sent now; `failures` and `first_at` are of its attempts so far."""

    message: OutboxMessage
    failures: int
    first_at: datetime | None
    follows: str | None  # the message before it in its thread


@dataclass(frozen=True, slots=True)
class Attempt:
    """How an attempt ended."""

    message_id: str
    at: datetime
    outcome: Outcome
    reason: str | None = None
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A message of the outbox that was not delivered."""

    message_id: str
    channel: str
    recipient: str
    subject: str
    created_at: datetime
    failures: int
    last_at: datetime | None
    next_at: datetime | None
    reason: str | None


_LETTER = tuple(field.name for field in fields(Letter))


def due(con: duckdb.DuckDBPyConnection, at: datetime, limit: int, *, early: bool = False) -> list[Due]:
    """What is to be sent at this time, the oldest first; `early`: also what waits for its next attempt.

    A withdrawal must not overtake what it withdraws: a recipient's newer messages wait for an older one's first
    attempts (`PATIENCE`); after those they no longer wait, and the older one goes with them, before them.
    """
    names = ", ".join(f"outbox.{name}" for name in _MESSAGE)
    found = con.execute(
        f"""
        with waiting as (
            select *, next_at is null or next_at <= ? or ? as has_come
            from mart.deliveries
            where state = 'waiting' and channel not in (select unnest(?::varchar[]))
        ),
        ordered as (
            select
                *,
                coalesce(bool_or(not has_come and failures < {PATIENCE}) over older, false) as is_held,
                coalesce(bool_or(has_come) over newer, false) and failures >= {PATIENCE} as is_before_another
            from waiting
            window
                older as (
                    partition by channel, recipient order by created_at, message_id
                    rows between unbounded preceding and 1 preceding
                ),
                newer as (
                    partition by channel, recipient order by created_at, message_id
                    rows between 1 following and unbounded following
                )
        )
        select {names}, failures, first_at, follows
        from ordered inner join ops.outbox using (message_id)
        where (has_come or is_before_another) and not is_held
        order by outbox.created_at, outbox.message_id
        limit ?
        """,
        [at, early, list(disabled(con)), limit],
    ).fetchall()
    return [Due(OutboxMessage(*row[:-3]), *row[-3:]) for row in found]


def claim(con: duckdb.DuckDBPyConnection, message_ids: Sequence[str], at: datetime) -> None:
    """Say that these are being sent now."""
    _add(con, [(message_id, at, "claimed", None, None) for message_id in message_ids])


def record(con: duckdb.DuckDBPyConnection, attempts: Sequence[Attempt]) -> None:
    """Say how attempts ended."""
    _add(con, [(one.message_id, one.at, one.outcome, one.reason, one.next_at) for one in attempts])


def letters(con: duckdb.DuckDBPyConnection, state: Literal["waiting", "dead"]) -> list[Letter]:
    """The messages that wait, or that nobody tries any more, the oldest first."""
    found = con.execute(
        f"select {', '.join(_LETTER)} from mart.deliveries where state = ? order by created_at, message_id", [state]
    )
    return [Letter(*row) for row in found.fetchall()]


def replay(con: duckdb.DuckDBPyConnection, message_ids: Sequence[str], at: datetime) -> list[Letter]:
    """Have dead messages tried anew (all, where none is named; a beginning of a name will do), as the same messages."""
    wished = [
        letter
        for letter in letters(con, "dead")
        if not message_ids or any(letter.message_id.startswith(name) for name in message_ids)
    ]
    _add(con, [(letter.message_id, at, "replayed", None, None) for letter in wished])
    return wished


def disabled(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The channels that want no more messages, and why."""
    found = con.execute(
        "select channel, arg_max(reason, known_at) from ops.channel_event group by channel"
        " having arg_max(state, known_at) = 'disabled' order by channel"
    )
    return dict(found.fetchall())


def set_channel(
    con: duckdb.DuckDBPyConnection, channel: str, state: Literal["disabled", "enabled"], at: datetime, reason: str
) -> None:
    """Disable a channel, or enable it again."""
    con.execute("insert into ops.channel_event values (?, ?, ?, ?)", [channel, at, state, reason])


def _add(con: duckdb.DuckDBPyConnection, rows: list[tuple[str, datetime, str, str | None, datetime | None]]) -> None:
    if rows:
        with transaction(con):
            con.executemany(
                "insert into ops.delivery (message_id, attempted_at, outcome, reason, next_at) values (?, ?, ?, ?, ?)",
                rows,
            )
