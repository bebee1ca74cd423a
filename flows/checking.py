"""The quarter's check without Prefect: who has not reported as far as can be seen, and what lags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

import duckdb

from alerting.calendar import due_on, period_end, position, quarter_before
from connectors.source import Source
from flows.keeping import writer
from flows.pipeline import prepare
from flows.problems import MisuseError, Problem
from flows.settings import Settings
from flows.telling import tell
from warehouse import load, runs
from warehouse.progress import progress
from warehouse.records import Progress

# 2024Q2 and 2024Q4 are what people call the half-year and the year
PERIOD = re.compile(r"^(\d{4})-?(Q1|H1|Q2|Q3|FY|Q4)$", re.I)
ALIASES = {"Q2": "H1", "Q4": "FY"}


@dataclass(frozen=True, slots=True)
class Reporter:
    """A source that should report, with the newest period on record; not readable: nothing is said of it."""

    source_id: str
    newest: tuple[int, str] | None
    is_readable: bool


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
    """Look at every enabled source, and decide as a run does: what an earlier one did not live to tell is told here."""
    year, period = period_of(period_text, settings.now_date())
    started_at, run_id = settings.now(), uuid4().hex
    plan = prepare(settings)
    with writer(settings) as con:
        written = tell(con, [source.id for source in plan.sources], settings, run_id).messages
        reporters = [_reporter(con, source) for source in plan.sources]
        deadline = _deadline(con, year, period)
        behind = progress(con, year=year, period=period, latest=False, lagging=True)
        load.record_run(con, run_id, runs.QUARTERLY, started_at, datetime.now(UTC), "completed", f"{year} {period}")
    reported, missing, unreadable = _grouped(reporters, year, period)
    return QuarterResult(
        year=year,
        period=period,
        deadline=deadline or due_on(year, period, settings.report_due_days),
        reported=reported,
        missing=missing,
        unreadable=unreadable,
        lagging=tuple(behind),
        messages=written,
        problems=plan.problems,
    )


def _deadline(con: duckdb.DuckDBPyConnection, year: int, period: str) -> date | None:
    """The day by which the last of the sources was to report; None for a quarter that is not over, or long gone."""
    (found,) = con.execute(
        "select max(due_on) from core.v_due where quarter_end = ?", [period_end(year, period)]
    ).fetchall()
    deadline: date | None = found[0]
    return deadline


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
    return Reporter(source.id, newest, is_readable)


def _grouped(reporters: Sequence[Reporter], year: int, period: str) -> tuple[tuple[str, ...], ...]:
    """The sources that reported, that did not, and whose list could not be read."""
    groups: tuple[list[str], ...] = ([], [], [])
    for one in reporters:
        has = one.newest is not None and position(*one.newest) >= position(year, period)
        groups[0 if has else 1 if one.is_readable else 2].append(one.source_id)
    return tuple(tuple(group) for group in groups)
