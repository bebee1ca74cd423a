"""What a standing Prefect server is told before its worker begins: the deployments, and which runs are over.

A worker that was killed leaves its runs `Pending` or `Running` for good, and each holds the one place that its
deployment has. Where this process has the only worker, every such run has ended, and waits again from here on; on a
server of one's own the automations find out (flows/automations.py), and the end is the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterTags,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import AwaitingRetry, Cancelled

if TYPE_CHECKING:
    from uuid import UUID

    from prefect.client.orchestration import PrefectClient
    from prefect.client.schemas.objects import State

CHECKOUT = Path(__file__).parent.parent  # Duban is installed from its checkout, where prefect.yaml is
POOL = "duban"
AGAIN = "its worker ended before it did; what it stored stays, and another may take it"
GIVEN_UP = "it was to be cancelled, and its worker has ended"
OURS = DeploymentFilter(tags=DeploymentFilterTags(all_=["duban"]))
OPEN = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]
DEPLOY = ("-m", "prefect", "--no-prompt", "deploy", "--all")
MAKE_POOL = ("-m", "prefect", "work-pool", "create", POOL, "--type", "process", "--overwrite")


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was found when a server started: whose runs had died, and how many that came too late were put aside."""

    died: tuple[str, ...]
    late: int


async def clear(now: datetime) -> Cleared:
    """What an earlier server left open waits again as it is; of runs whose hour has passed each kind's last is kept.

    A run that somebody was cancelling is cancelled. To be called before any worker looks for work.
    """
    async with get_client() as client:
        names = {one.id: one.name for one in await client.read_deployments(deployment_filter=OURS)}
        left = await _runs(client, OPEN)
        for run in left:
            await client.set_flow_run_state(run.id, _goes_on(run), force=True)
        late = await _put_aside(client, now)
    died = {names[run.deployment_id] for run in left if run.deployment_id and not _is_unwanted(run)}
    return Cleared(tuple(sorted(died)), late)


def _goes_on(run: FlowRun) -> State:
    return Cancelled(message=GIVEN_UP) if _is_unwanted(run) else AwaitingRetry(message=AGAIN)


def _is_unwanted(run: FlowRun) -> bool:
    return run.state_type == StateType.CANCELLING


async def _put_aside(client: PrefectClient, now: datetime) -> int:
    """Of the runs that were due while nobody was there, the last of each kind does the work of all."""
    waiting = [run for run in await _runs(client, [StateType.SCHEDULED]) if _due(run) <= now]
    last = {_kind(run): run.id for run in sorted(waiting, key=_due)}
    aside = [run for run in waiting if run.id != last[_kind(run)]]
    for run in aside:
        message = "nobody was there at its hour; a later run does its work"
        await client.set_flow_run_state(run.id, Cancelled(message=message), force=True)
    return len(aside)


def _kind(run: FlowRun) -> tuple[UUID | None, str]:
    """A run of some sources, or of another quarter, does not do the work of the others."""
    return run.deployment_id, json.dumps(run.parameters, sort_keys=True, default=str)


async def _runs(client: PrefectClient, states: list[StateType]) -> list[FlowRun]:
    """All runs of our deployments in these states, page by page."""
    wanted = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=states)))
    found: list[FlowRun] = []
    while page := await client.read_flow_runs(
        flow_run_filter=wanted, deployment_filter=OURS, limit=200, offset=len(found)
    ):
        found += page
    return found


def _due(run: FlowRun) -> datetime:
    return run.expected_start_time or datetime.now(UTC)
