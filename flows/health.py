"""Whether a source is well after a visit: its history gets a row, and a source that broke or recovered is told."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb

from alerting.broken import Watched, broken_message, decide_source
from connectors.health import Trouble, lacking
from connectors.source import Source
from flows.alert_rules import office_of
from flows.messages import manner
from flows.settings import Settings
from flows.visiting import Visit
from warehouse import alerts, health
from warehouse.records import Finding, SourceCheck


def check(
    con: duckdb.DuckDBPyConnection, source: Source, brought: Visit, settings: Settings, run_id: str
) -> tuple[Trouble | None, int]:
    """The source's trouble, and how many messages were written about it."""
    trouble = brought.trouble or lacking(source, health.lacking(con, source.id, source.required))
    kind, detail = (trouble.kind, trouble.detail) if trouble else (None, None)
    history = health.checks(con, source.id)
    step = decide_source(kind, history)
    told = step in ("first", "recovered")
    watched = Watched(source.id, source.bureau, source.region, source.url)
    at = brought.visited_at
    messages = [
        broken_message(
            watched,
            step,
            kind,
            detail,
            history,
            channel=channel,
            recipient=recipient,
            at=at,
            language=manner(settings, channel)[0],
        )
        for channel, recipient in (_readers(source, settings) if told else ())
    ]
    alerts.record(con, [], messages, run_id, datetime.now(UTC))
    row = SourceCheck(source.id, run_id, at, kind, detail, brought.listed, brought.newest_on, step, told)
    health.record_check(con, row)
    return trouble, len(messages)


def _readers(source: Source, settings: Settings) -> list[tuple[str, str]]:
    """Whom the rule `broken` names for this source; nobody where it is off."""
    office, today = office_of(settings), settings.now_date()
    found = Finding("broken", source.id, source.id, source.bureau, source.region, today.year, "M01", today, "raised")
    return sorted(office.routes.recipients(found)) if office.rules.rules.broken.enabled else []
