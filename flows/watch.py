"""The flow that looks for what is new: every source is visited, then kept; a source's failure stays its own.

Visits run side by side (flows/mapping.py); the warehouse is written by this flow's own process, one source after the
other.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TypeVar
from uuid import uuid4

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.states import Completed

from connectors.source import Source
from flows import history, keeping, mapping, naming, observing, pipeline
from flows.artifacts import leave_run, seen
from flows.keeping import Outcome
from flows.mapping import Coming
from flows.pipeline import RunResult
from flows.problems import Problem, problem
from flows.quarterly import check
from flows.settings import Settings, load_settings
from flows.visiting import Visit
from flows.workers import opaque, value_of
from warehouse.runs import SOME, WATCH

T = TypeVar("T")


@task(task_run_name="keep {source.id}", cache_policy=NO_CACHE)
def keep(source: Source, brought: Visit, settings: Settings, run_id: str) -> Outcome:
    """Load, assess, decide, and write to the outbox."""
    return keeping.keep(source, brought, settings, run_id)


@flow(name="watch", flow_run_name=naming.watch_run, validate_parameters=True)
async def watch(
    sources: list[str] | None = None,
    region: str | None = None,
    years: list[int] | None = None,
    pages: int | None = None,
) -> RunResult:
    """Visit the sources (all enabled ones, or those named), load what is new, and decide what to tell.

    `region`, `years` and `pages` make it a backfill: only these bureaus, only reports of these years, from so many list
    pages. One that comes late, after another did its work, ends at once and says so. The settings come from
    `duban.yaml` and `DUBAN_*` where the flow runs. Sending is the flow `deliver`.
    """
    naming.refuse_endless()
    settings = load_settings()
    run_id, started_at = uuid4().hex, datetime.now(UTC)
    reach = pipeline.Reach(region, pages, tuple(years or ()))
    is_part = bool(sources) or reach != pipeline.EVERYTHING
    if not is_part and (why := await asyncio.to_thread(history.done_already, settings, naming.due_at())):
        return Completed(name="Skipped", message=why, data=RunResult(run_id))  # type: ignore[return-value]
    plan = await asyncio.to_thread(pipeline.prepare, settings, sources or (), reach)
    with mapping.visited(plan, settings) as visits:
        outcomes = [
            await _kept(source, coming, settings, run_id)
            async for source, coming in seen("watch-progress", "Sources done / 已处理来源", visits, aloud=is_part)
        ]
    checked, failed = ((), ()) if is_part else await _caught_up(settings)
    result = RunResult(run_id, tuple(outcomes), (*plan.problems, *failed), checked)
    flow_name = SOME if is_part else WATCH
    result = await asyncio.to_thread(pipeline.finish, settings, result, started_at, flow_name)
    observing.count_run(result)
    await leave_run(settings, result)
    return result


async def _kept(source: Source, coming: Coming, settings: Settings, run_id: str) -> Outcome:
    """The outcome of one source, whatever happened to it."""
    brought = await asyncio.to_thread(coming.visit)
    outcome = await _done(keep.submit(opaque(source), opaque(brought), opaque(settings), run_id))
    if isinstance(outcome, BaseException):
        return Outcome(source.id, brought.listed, problems=(*brought.problems, problem(source.id, outcome)))
    return outcome


async def _caught_up(settings: Settings) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The quarters that nobody checked after their deadline and that were checked now, and what failed of it."""
    try:
        periods = await asyncio.to_thread(history.quarters_to_catch_up, settings)
    except Exception as error:  # what was visited is told all the same
        return (), (problem("quarters", error),)
    checked, failed = list[str](), list[Problem]()
    for period in periods:
        result = await _done(check.submit(period))
        if isinstance(result, BaseException):
            failed.append(problem(f"check of {period}", result))
        else:
            checked.append(period)
    return tuple(checked), tuple(failed)


async def _done(future: PrefectFuture[T]) -> T | BaseException:
    """A task's value or its error, without holding up the flow's own heartbeat."""
    return await asyncio.to_thread(value_of, future)
