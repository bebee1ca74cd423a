"""The flow that looks for what is new: every source is visited, then kept; a source's failure stays its own.

Visits run side by side in threads; the warehouse is written by this flow's own process, one source after the other.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from threading import Event
from typing import Any, TypeVar, cast
from uuid import uuid4

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture
from prefect.states import Completed
from prefect.tasks import Task
from prefect.utilities.annotations import quote

from connectors.http import Client
from connectors.source import Source
from flows import history, keeping, naming, pipeline, visiting
from flows.artifacts import leave_run, seen
from flows.keeping import Outcome
from flows.pipeline import RunResult
from flows.problems import Problem, is_retryable, problem
from flows.quarterly import check
from flows.settings import Settings, load_settings
from flows.visiting import Known, Visit
from warehouse.runs import SOME, WATCH

T = TypeVar("T")


def _may_pass(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    return isinstance(state.data, BaseException) and is_retryable(state.data)


def opaque(value: T) -> T:
    """An argument that Prefect hands to the task without walking through it: a report has thousands of records."""
    return cast(T, quote(value))


@task(
    task_run_name="visit {source.id}",
    cache_policy=NO_CACHE,
    retries=1,  # the client has tried thrice within seconds; this is for a site that restarts
    retry_delay_seconds=10,
    retry_jitter_factor=0.5,
    retry_condition_fn=_may_pass,
    timeout_seconds=3600,
)
def visit(source: Source, known: Known, settings: Settings, http: Client) -> Visit:
    """Everything of a source that the warehouse has not."""
    return visiting.visit(source, known, settings, http)


@task(task_run_name="keep {source.id}", cache_policy=NO_CACHE)
def keep(source: Source, brought: Visit, settings: Settings, run_id: str) -> Outcome:
    """Load, assess, decide, and write to the outbox."""
    return keeping.keep(source, brought, settings, run_id)


@flow(name="watch", flow_run_name=naming.watch_run, validate_parameters=True)
async def watch(sources: list[str] | None = None) -> RunResult:
    """Visit the sources (all enabled ones, or those named), load what is new, and decide what to tell.

    One that comes late, after another did its work, ends at once and says so. The settings come from `duban.yaml` and
    `DUBAN_*` where the flow runs. Sending is the flow `deliver`.
    """
    naming.refuse_endless()
    settings = load_settings()
    run_id, started_at = uuid4().hex, datetime.now(UTC)
    if not sources and (why := await asyncio.to_thread(history.done_already, settings, naming.due_at())):
        return Completed(name="Skipped", message=why, data=RunResult(run_id))  # type: ignore[return-value]
    plan = await asyncio.to_thread(pipeline.prepare, settings, sources or ())
    stop = Event()
    with visiting.client(settings, stop) as http:
        try:
            visits = [
                (source, visit.submit(opaque(source), opaque(plan.known[source.id]), opaque(settings), opaque(http)))
                for source in plan.sources
            ]
            outcomes = [
                await _kept(source, future, settings, run_id)
                async for source, future in seen("watch-progress", "Sources done / 已处理来源", visits)
            ]
        finally:
            stop.set()  # cancelled: the threads end at their next rest
    checked, failed = ((), ()) if sources else await _caught_up(settings)
    result = RunResult(run_id, tuple(outcomes), (*plan.problems, *failed), checked)
    flow_name = SOME if sources else WATCH
    result = await asyncio.to_thread(pipeline.finish, settings, result, started_at, flow_name)
    await leave_run(settings, result)
    return result


async def _kept(source: Source, future: PrefectFuture[Visit], settings: Settings, run_id: str) -> Outcome:
    """The outcome of one source, whatever happened to it."""
    brought = await _done(future)
    if isinstance(brought, BaseException):
        brought = visiting.failed_visit(source.id, brought)
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
    await asyncio.to_thread(future.wait)
    return future.result(raise_on_failure=False)
