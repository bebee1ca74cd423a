"""The quarter's check without Prefect: who has not reported as far as can be seen, and what lags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

import duckdb

from alerting.calendar import due_on, position, quarter_before
from alerting.overdue import Reporter, overdue, overdue_digest
from connectors.source import Source
from flows.keeping import judge, writer
from flows.messages import recipients
from flows.pipeline import prepare
from flows.problems import MisuseError, Problem
from flows.settings import Settings
from warehouse import alerts, load, runs
from warehouse.progress import progress
from warehouse.records import OutboxMessage, Progress

# 2024Q2 and 2024Q4 are what people call the half-year and the year
PERIOD = re.compile(r"^(\d{4})-?(Q1|H1|Q2|Q3|FY|Q4)$", re.I)
ALIASES = {"Q2": "H1", "Q4": "FY"}


@dataclass(frozen=True, slots=True)
class QuarterResult:
    """What the check found: `missing` reports of bureaus whose list could be read, rows that lag, messages written."""

    year: int
    period: str
    deadline: date
    reported: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    lagging: tuple[Progress, ...] = ()
    messages: int = 0
    problems: tuple[Problem, ...] = ()


def period_of(text: str | None, today: date) -> tuple[int, str]:
    """Year and period of `2026Q3`; of the quarter that ended last where nothing is given. Raises MisuseError."""
    if text is None:
        return quarter_before(today)
    found = PERIOD.match(text.strip())
    if not found:
        raise MisuseError(f"no quarter is called {text!r}; write 2026Q1, 2026H1, 2026Q3 or 2026FY")
    name = found[2].upper()
    return int(found[1]), ALIASES.get(name, name)


def check(settings: Settings, period_text: str | None) -> QuarterResult:
    """Look at every enabled source; messages on missing reports go to the outbox, each bureau once for each period.

    Whatever an earlier run loaded and did not live to tell is decided here too.
    """
    year, period = period_of(period_text, settings.now_date())
    started_at, run_id = settings.now(), uuid4().hex
    plan = prepare(settings)
    with writer(settings) as con:
        written = sum(judge(con, source, settings, run_id)[2] for source in plan.sources)
        reporters = [_reporter(con, source) for source in plan.sources]
        messages = _messages(con, reporters, settings, year, period)
        alerts.record(con, [], messages, run_id, datetime.now(UTC))
        behind = progress(con, year=year, period=period, latest=False, lagging=True)
        load.record_run(con, run_id, runs.QUARTERLY, started_at, datetime.now(UTC), "completed", f"{year} {period}")
    reported, missing, unreadable = _grouped(reporters, year, period)
    return QuarterResult(
        year=year,
        period=period,
        deadline=due_on(year, period, settings.report_due_days),
        reported=reported,
        missing=missing,
        unreadable=unreadable,
        lagging=tuple(behind),
        messages=written + len(messages),
        problems=plan.problems,
    )


def _reporter(con: duckdb.DuckDBPyConnection, source: Source) -> Reporter:
    """What the warehouse knows of a source's reports and of the last visit to its list."""
    row = con.execute(
        "select newest_year, newest_period, last_good_visit_at, last_error, is_broken from mart.source_health"
        " where source_id = ?",
        [source.id],
    ).fetchone()
    year, period, good_visit_at, error, is_broken = row or (None, None, None, None, False)
    newest = (year, period) if year and period else None
    is_readable = bool(good_visit_at) and not error and not is_broken
    return Reporter(source.id, source.bureau, source.region, newest, source.url, is_readable)


def _messages(
    con: duckdb.DuckDBPyConnection, reporters: Sequence[Reporter], settings: Settings, year: int, period: str
) -> list[OutboxMessage]:
    """One message for each recipient on the bureaus that no message named for this period yet."""
    found = overdue(
        reporters,
        year=year,
        period=period,
        deadline=due_on(year, period, settings.report_due_days),
        today=settings.now_date(),
        told=told_missing(con, year, period),
    )
    if found is None:
        return []
    at = datetime.now(UTC)
    return [overdue_digest(found, channel=name, recipient=to, at=at) for name, to in recipients(settings)]


def told_missing(con: duckdb.DuckDBPyConnection, year: int, period: str) -> set[str]:
    """The sources that a message already named as missing for this period."""
    rows = con.execute(
        """
        select distinct unnest(from_json(payload -> '$.missing[*].source_id', '["varchar"]'))
        from ops.outbox
        where payload ->> '$.type' = 'duban.overdue'
            and payload ->> '$.year' = ?::varchar
            and payload ->> '$.period' = ?
        """,
        [year, period],
    ).fetchall()
    return {source_id for (source_id,) in rows}


def _grouped(reporters: Sequence[Reporter], year: int, period: str) -> tuple[tuple[str, ...], ...]:
    """The sources that reported, that did not, and whose list could not be read."""
    groups: tuple[list[str], ...] = ([], [], [])
    for one in reporters:
        has = one.newest is not None and position(*one.newest) >= position(year, period)
        groups[0 if has else 1 if one.is_readable else 2].append(one.source_id)
    return tuple(tuple(group) for group in groups)
