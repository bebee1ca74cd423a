"""The flow that checks a quarter after its end: who has not reported, what lags.

It is keyed by the period and may run any number of times: a bureau is named once for each period it is missing in.
"""

from __future__ import annotations

import asyncio

from prefect import flow, task
from prefect.artifacts import acreate_markdown_artifact
from prefect.cache_policies import NO_CACHE

from flows import checking
from flows.artifacts import quarter_markdown
from flows.checking import QuarterResult
from flows.settings import load_settings


@task(name="check", cache_policy=NO_CACHE)
def check(period: str | None) -> QuarterResult:
    """Look at every source's newest report, and write to the outbox whose report is missing."""
    return checking.check(load_settings(), period)


@flow(name="quarterly")
async def quarterly(period: str | None = None) -> QuarterResult:
    """Check a quarter (2026Q3, 2026H1, 2026FY ...), or the one that ended last. Sending is the flow `deliver`."""
    future = check.submit(period)
    await asyncio.to_thread(future.wait)
    result = future.result()
    await acreate_markdown_artifact(quarter_markdown(result), key="quarter", description="The quarter / 季度核查")
    return result
