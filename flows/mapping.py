"""Visits side by side: each source a task in a thread, or each host a task on a worker elsewhere.

Threads share one client, which paces every host. Workers share nothing: what lies on one host is visited by one of
them, one source after the other, and what it read comes back as a batch for the loader.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture
from prefect.tasks import Task

from connectors.http import Client
from connectors.source import Source
from flows import afar, observing, server_events, visiting
from flows.pipeline import Plan
from flows.problems import is_retryable
from flows.settings import Settings
from flows.visiting import Known, Visit, failed_visit
from flows.workers import Runner, opaque, value_of, workers

observing.observe()
server_events.hurry()


def _may_pass(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    return isinstance(state.data, BaseException) and is_retryable(state.data)


@task(
    task_run_name="visit {source.id}",
    cache_policy=NO_CACHE,
    retries=1,  # the client has tried thrice within seconds; this is for a site that restarts
    retry_delay_seconds=10,
    retry_jitter_factor=0.5,
    retry_condition_fn=_may_pass,
    timeout_seconds=3600,
)
def visit(source: Source, known: Known, settings: Settings, http: Client) -> tuple[Visit, ...]:
    """Everything of a source that the warehouse has not."""
    return (visiting.visit(source, known, settings, http),)


@task(task_run_name="visit {names}", cache_policy=NO_CACHE)
def visit_afar(names: str, packed: bytes) -> tuple[Visit, ...]:
    """The same of the sources of one host, by a worker; the readings are in batches."""
    sources, known, settings = pickle.loads(packed)
    return afar.visit(sources, known, settings)


@dataclass(frozen=True, slots=True)
class Coming:
    """A visit that is under way, as one of those of its task."""

    source: Source
    future: PrefectFuture[tuple[Visit, ...]]
    number: int = 0

    def visit(self) -> Visit:
        """Wait for its end; one whose task failed is a visit that failed."""
        found = value_of(self.future)
        return failed_visit(self.source.id, found) if isinstance(found, BaseException) else found[self.number]


@contextmanager
def visited(plan: Plan, settings: Settings) -> Iterator[list[tuple[Source, Coming]]]:
    """The visits of a run, under way. Those that still wait when the block ends, cancelled, end at their next rest."""
    stop = Event()
    with visiting.client(settings, stop) as http, workers(settings) as runner:
        try:
            found = (
                _by_workers(plan, settings, runner) if runner_is_afar(settings) else _in_threads(plan, settings, http)
            )
            yield [(coming.source, coming) for coming in found]
        finally:
            stop.set()


def runner_is_afar(settings: Settings) -> bool:
    """Whether mapped tasks run in other processes."""
    return settings.task_runner != "threads"


def _in_threads(plan: Plan, settings: Settings, http: Client) -> list[Coming]:
    return [
        Coming(source, visit.submit(opaque(source), opaque(plan.known[source.id]), opaque(settings), opaque(http)))
        for source in plan.sources
    ]


def _by_workers(plan: Plan, settings: Settings, runner: Runner) -> list[Coming]:
    """The largest hosts would best begin first; nobody knows them, so they begin in the order of the sources."""
    found = []
    for sources in afar.by_host(plan.sources):
        known = [plan.known[source.id] for source in sources]
        names = ", ".join(source.id for source in sources)
        packed = pickle.dumps((sources, known, settings.without_secrets()))  # or Prefect and Dask walk through it
        future = runner.submit(visit_afar, {"names": names, "packed": packed})
        found += [Coming(source, future, number) for number, source in enumerate(sources)]
    return found
