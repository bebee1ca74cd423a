"""The flow that checks a quarter after its end: who has not reported, what lags.

It is keyed by the period and may run any number of times: a bureau is named once for each period it is missing in.
"""

from __future__ import annotations

import asyncio
from datetime import datetime

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows import checking, naming, observing, server_events
from flows.artifacts import leave_text, quarter_markdown
from flows.checking import QuarterResult, period_of
from flows.due import check_day
from flows.settings import Settings, load_settings

observing.observe()
server_events.hurry()


@task(name="check", task_run_name="check {period}", cache_policy=NO_CACHE)
def check(period: str) -> QuarterResult:
    """Look at every source's newest report, and write to the outbox whose report is missing."""
    return checking.check(load_settings(), period)


def quarter_of(period: str | None, settings: Settings, scheduled_at: datetime) -> str:
    """The quarter to check: the one given, else the one that had ended last when this run was due, not when it came."""
    day = settings.today or check_day(settings.now_date(), scheduled_at)
    year, name = period_of(period, day)
    return f"{year}{name}"


@flow(name="quarterly", flow_run_name=naming.quarterly_run)
async def quarterly(period: str | None = None) -> QuarterResult:
    """Check a quarter (2026Q3, 2026H1, 2026FY ...), or the one that ended last. Sending is the flow `deliver`."""
    naming.refuse_endless()
    future = check.submit(quarter_of(period, load_settings(), naming.due_at()))
    await asyncio.to_thread(future.wait)
    result = future.result()
    await leave_text("quarter", quarter_markdown(result), "The quarter / 季度核查")
    return result
