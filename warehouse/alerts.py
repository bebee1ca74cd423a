"""Alerts and the outbox: the steps of each alert's life, messages written with the decision, every attempt to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

import duckdb

from warehouse.records import Alert, OutboxMessage, Transition
from warehouse.transaction import transaction

_ALERT = tuple(field.name for field in fields(Alert))
_MESSAGE = tuple(field.name for field in fields(OutboxMessage))
# the number of a step is its place among its alert's
_STEP = tuple(field.name for field in fields(Transition) if field.name != "step_no")


def alerts(con: duckdb.DuckDBPyConnection, source_id: str) -> list[Alert]:
    """The present state of every alert of the source."""
    found = con.execute(
        f"select {', '.join(_ALERT)} from mart.alerts where source_id = ? order by year, alert_id", [source_id]
    )
    return [Alert(*row) for row in found.fetchall()]


def record(
    con: duckdb.DuckDBPyConnection,
    transitions: Sequence[Transition],
    messages: Sequence[OutboxMessage],
    run_id: str,
    at: datetime,
) -> None:
    """Write what was decided and what it tells, together or not at all; what is there already is not added again."""
    with transaction(con):
        for transition in transitions:
            _add_step(con, transition, run_id, at)
        for message in messages:
            _add_message(con, message, run_id)


def _add_step(con: duckdb.DuckDBPyConnection, step: Transition, run_id: str, at: datetime) -> None:
    values = [getattr(step, name) for name in _STEP]
    newest = con.execute(
        f"select {', '.join(_STEP)} from ops.alert_event where alert_id = ? order by event_no desc limit 1",
        [step.alert_id],
    ).fetchone()
    if newest == tuple(values):
        return
    con.execute(
        f"insert into ops.alert_event (event_no, {', '.join(_STEP)}, run_id, known_at)"
        f" select coalesce(max(event_no), 0) + 1, {', '.join('?' * len(_STEP))}, ?, ? from ops.alert_event",
        [*values, run_id, at],
    )


def _add_message(con: duckdb.DuckDBPyConnection, message: OutboxMessage, run_id: str) -> None:
    con.execute(
        f"insert into ops.outbox ({', '.join(_MESSAGE)}, run_id)"
        f" values ({', '.join('?' * len(_MESSAGE))}, ?) on conflict do nothing",
        [*(getattr(message, name) for name in _MESSAGE), run_id],
    )
