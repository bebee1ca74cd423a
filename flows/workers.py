"""Where tasks are mapped to: threads of the flow's own process, or the workers of a Dask cluster.

Only visiting and reading are mapped. What writes to the warehouse stays in the flow's own process. To be imported after
`prefect_env.prepare`, as everything that imports Prefect.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from prefect.context import FlowRunContext
from prefect.futures import PrefectFuture
from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.task_runners import TaskRunner
from prefect.utilities.annotations import quote

from flows.problems import CommandError
from flows.settings import Settings

T = TypeVar("T")
Runner = TaskRunner[Any]
CONNECT_S = 30  # for a scheduler to answer, and for one worker to be there
MISSING = (
    "the setting 'task_runner: dask' needs packages that are not installed: "
    "install what requirements.lock says, or set 'task_runner: threads'"
)


@contextmanager
def workers(settings: Settings) -> Iterator[Runner]:
    """The runner that mapped tasks are submitted to, inside a flow. Raises CommandError where its workers are away."""
    if settings.task_runner == "threads":
        context = FlowRunContext.get()
        assert context is not None  # nothing is mapped outside a flow
        yield context.task_runner
        return
    with _own_server_named(), _dask(settings) as runner:
        yield runner


def opaque(value: T) -> T:
    """An argument that Prefect hands to the task without walking through it: a report has thousands of records."""
    return cast(T, quote(value))


def value_of(future: PrefectFuture[T]) -> T | BaseException:
    """A task's value or its error, when it has ended; what becomes of a Dask worker is said in words."""
    future.wait()
    try:
        return future.result(raise_on_failure=False)
    except Exception as error:  # of Dask itself: the task never ended
        return lost(error)


def lost(error: Exception) -> Exception:
    """The error of a task that Dask gave up, with what to do."""
    kind = type(error).__name__
    if kind == "KilledWorker":
        times = getattr(error, "allowed_failures", 0) + 1
        return CommandError(
            f"{times} workers ended while they had it; most likely it takes more memory than a worker may use: give "
            "workers more ('dask worker --memory-limit'), then run again: what was stored stays"
        )
    if kind in ("FutureCancelledError", "CancelledError"):
        return CommandError("the Dask scheduler went away; see that it runs, then run again: what was stored stays")
    return error


@contextmanager
def _dask(settings: Settings) -> Iterator[Runner]:
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError:
        raise CommandError(MISSING) from None
    address = settings.dask_scheduler
    place = {"address": address} if address else {"cluster_kwargs": _here(settings)}
    with DaskTaskRunner(client_kwargs={"timeout": CONNECT_S}, **place) as runner:
        _require_workers(runner, address)
        yield runner


def _here(settings: Settings) -> dict[str, Any]:
    """A cluster of this machine: processes, on loopback with all that they listen at."""
    return {
        "n_workers": settings.dask_workers,
        "threads_per_worker": 1,
        "host": "127.0.0.1",
        "dashboard_address": "127.0.0.1:0",
        "worker_dashboard_address": "127.0.0.1:0",
        "silence_logs": logging.ERROR,  # that it had to end a worker whose threads still said something to Prefect
    }


def _require_workers(runner: Any, address: str | None) -> None:
    """Raises CommandError: tasks for workers that nobody started would wait for ever."""
    where = address or "on this machine"
    try:
        runner.client.wait_for_workers(1, timeout=CONNECT_S)
    except TimeoutError:
        raise CommandError(f"the Dask cluster {where} has no worker; start one: dask worker {where}") from None
    except OSError:
        raise CommandError(
            f"the Dask scheduler {where} does not answer; see that it runs, or correct 'dask_scheduler'"
        ) from None


@contextmanager
def _own_server_named() -> Iterator[None]:
    """A worker has no server of its own: it is told where the run's one is, also where that is the run's own child."""
    own = SubprocessASGIServer._instances.get(None)
    if PREFECT_API_URL.value() or own is None:
        yield
        return
    with temporary_settings({PREFECT_API_URL: own.api_url}):
        yield
