"""Alerts and the outbox: the steps of each alert's life, messages written with the decision, every attempt to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

import duckdb

from warehouse.inserting import insert_rows
from warehouse.records import Alert, OutboxMessage, Told, Transition
from warehouse.transaction import transaction

_ALERT = tuple(field.name for field in fields(Alert))
_MESSAGE = tuple(field.name for field in fields(OutboxMessage))
# the number of a step is its place among its alert's
_STEP = tuple(field.name for field in fields(Transition) if field.name != "step_no")
_TOLD_COLUMNS = tuple({"at": "told_at"}.get(field.name, field.name) for field in fields(Told))
_TOLD = tuple(field.name for field in fields(Told))


def alerts(con: duckdb.DuckDBPyConnection, source_ids: Sequence[str] | None = None) -> list[Alert]:
    """The present state of every alert of these sources; of all, where none are named."""
    chosen, given = ("", []) if source_ids is None else (" where list_contains(?, source_id)", [list(source_ids)])
    found = con.execute(f"select {', '.join(_ALERT)} from mart.alerts{chosen} order by year, alert_id", given)
    return [Alert(*row) for row in found.fetchall()]


def told(con: duckdb.DuckDBPyConnection, source_ids: Sequence[str] | None = None) -> list[Told]:
    """What every recipient was last told of every alert of these sources."""
    chosen, given = ("", []) if source_ids is None else (" where list_contains(?, source_id)", [list(source_ids)])
    found = con.execute(
        f"select {', '.join(_TOLD_COLUMNS)} from ops.told{chosen}"
        " qualify row_number()"
        " over (partition by channel, recipient, alert_id order by told_at desc, step_no desc) = 1",
        given,
    )
    return [Told(*row) for row in found.fetchall()]


def record(
    con: duckdb.DuckDBPyConnection,
    transitions: Sequence[Transition],
    messages: Sequence[OutboxMessage],
    run_id: str,
    at: datetime,
    told: Sequence[Told] = (),
) -> None:
    """Write what was decided and what it tells, together or not at all; what is there already is not added again."""
    with transaction(con):
        _add_steps(con, transitions, run_id, at)
        _add_messages(con, messages, run_id)
        _add_told(con, told, run_id)


def _add_steps(con: duckdb.DuckDBPyConnection, steps: Sequence[Transition], run_id: str, at: datetime) -> None:
    """Each behind its alert's newest; a step that is the newest already is not added again."""
    newest = con.execute(
        f"select {', '.join(_STEP)} from ops.alert_event where list_contains(?, alert_id)"
        " qualify row_number() over (partition by alert_id order by event_no desc) = 1",
        [[step.alert_id for step in steps]],
    )
    known = set(newest.fetchall())
    rows = [row for step in steps if (row := tuple(getattr(step, name) for name in _STEP)) not in known]
    number = "(select coalesce(max(event_no), 0) from ops.alert_event) + row_no as event_no"
    insert_rows(con, "ops.alert_event", _STEP, rows, f"{number}, ? as run_id, ? as known_at", [run_id, at])


def _add_told(con: duckdb.DuckDBPyConnection, told: Sequence[Told], run_id: str) -> None:
    """One row for each message and alert."""
    known = set(
        con.execute(
            "select message_id, alert_id from ops.told where list_contains(?, message_id)",
            [list({one.message_id for one in told})],
        ).fetchall()
    )
    rows = [_told_row(one) for one in told if (one.message_id, one.alert_id) not in known]
    insert_rows(con, "ops.told", _TOLD_COLUMNS, rows, "? as run_id", [run_id])


def _told_row(one: Told) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in _TOLD)


def _add_messages(con: duckdb.DuckDBPyConnection, messages: Sequence[OutboxMessage], run_id: str) -> None:
    known = con.execute(
        "select message_id from ops.outbox where list_contains(?, message_id)",
        [[message.message_id for message in messages]],
    )
    there = {message_id for (message_id,) in known.fetchall()}
    new = {message.message_id: message for message in messages if message.message_id not in there}
    rows = [tuple(getattr(message, name) for name in _MESSAGE) for message in new.values()]
    insert_rows(con, "ops.outbox", _MESSAGE, rows, "? as run_id", [run_id])
