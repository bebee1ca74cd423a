"""The decision about everything that a run looked at, written down together with its messages, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import duckdb

from alerting.life import LAGGING
from alerting.telling import State, Telling
from alerting.telling import tell as decide
from flows.alert_rules import Office, office_of, set_clock
from flows.messages import message_of
from flows.settings import Settings
from warehouse import alerts
from warehouse.findings import findings
from warehouse.identity import joined
from warehouse.progress import progress
from warehouse.records import OutboxMessage, Told
from warehouse.silences import silences

_SOURCES = "select source_id, bureau, region from core.v_source"


@dataclass(frozen=True, slots=True)
class Said:
    """What a run tells: lags and their ends by source, findings of other rules, and in how many messages."""

    told: dict[str, int] = field(default_factory=dict)
    resolved: dict[str, int] = field(default_factory=dict)
    found: int = 0
    messages: int = 0


def tell(con: duckdb.DuckDBPyConnection, source_ids: Sequence[str], settings: Settings, run_id: str) -> Said:
    """Decide about these sources and write it down. Twice in a row it says nothing the second time."""
    at = datetime.now(UTC)
    decision = decided(con, source_ids, settings, office_of(settings), at)
    messages = [message_of(bundle, settings) for bundle in decision.bundles]
    alerts.record(con, decision.steps, messages, run_id, at, named(decision, messages))
    return said(decision, len(messages))


def decided(
    con: duckdb.DuckDBPyConnection, source_ids: Sequence[str], settings: Settings, office: Office, at: datetime
) -> Telling:
    """The decision on what the warehouse holds now; nothing is written but the clock's settings."""
    set_clock(con, office.rules, settings)
    return decide(
        state_of(con, source_ids, office, settings), office.rules, office.routes, today=settings.now_date(), at=at
    )


def state_of(con: duckdb.DuckDBPyConnection, source_ids: Sequence[str], office: Office, settings: Settings) -> State:
    """What the views find and what is known already, of these sources."""
    chosen = set(source_ids)
    waiting = con.execute(
        "select source_id, count(*) from mart.review_queue where is_newest and is_open group by source_id"
    ).fetchall()
    return State(
        findings=findings(con, sorted({*LAGGING, *office.rules.on()}), source_ids),
        alerts=alerts.alerts(con, source_ids),
        told=alerts.told(con, source_ids),
        rows=[row for row in progress(con, latest=False) if row.source_id in chosen],
        silences=silences(con, settings.now_date()),
        in_review=dict(waiting),
        joined=joined(con),
        sources={source_id: (bureau, region) for source_id, bureau, region in con.execute(_SOURCES).fetchall()},
    )


def named(decision: Telling, messages: Sequence[OutboxMessage]) -> list[Told]:
    """What everybody knows by these messages, each row under its message's id."""
    ids = {(message.channel, message.recipient): message.message_id for message in messages}
    return [replace(one, message_id=ids[to]) for to, rows in decision.told.items() for one in rows]


def said(decision: Telling, messages: int) -> Said:
    """Each alert once, however many people were told of it."""
    parts = [part for bundle in decision.bundles for part in bundle.parts]
    told = {(part.source_id, one.alert_id) for part in parts for one in part.decision.tell}
    ended = {(part.source_id, one.alert_id) for part in parts for one in part.decision.resolved}
    others = {one.alert_id for part in parts for one in (*part.decision.found, *part.decision.ended)}
    return Said(
        dict(Counter(source for source, _ in told)),
        dict(Counter(source for source, _ in ended)),
        len(others),
        messages,
    )
