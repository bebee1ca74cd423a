"""What a standing Prefect server is told before its worker begins: the deployments, and which runs are over.

A worker that was killed leaves its runs `Pending` or `Running` for good, and each holds the one place that its
deployment has. Where this process has the only worker, every such run has ended, and says so here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterTags,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Cancelled, Crashed

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient

CHECKOUT = Path(__file__).parent.parent  # Duban is installed from its checkout, where prefect.yaml is
POOL = "duban"
CLEARED = "its worker ended before it did; what it stored stays, and it runs again"
OURS = DeploymentFilter(tags=DeploymentFilterTags(all_=["duban"]))
OPEN = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]
DEPLOY = ("-m", "prefect", "--no-prompt", "deploy", "--all")
MAKE_POOL = ("-m", "prefect", "work-pool", "create", POOL, "--type", "process", "--overwrite")


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was found when a server started: runs that had died, and how many that came too late were put aside."""

    died: tuple[str, ...]
    late: int


async def clear(now: datetime) -> Cleared:
    """End what an earlier server left open, and keep of the runs whose hour has passed only each deployment's last.

    What died is run again at once. To be called before any worker looks for work.
    """
    async with get_client() as client:
        names = {one.id: one.name for one in await client.read_deployments(deployment_filter=OURS)}
        died = [run for run in await _runs(client, OPEN) if run.deployment_id in names]
        for run in died:
            await client.set_flow_run_state(run.id, Crashed(message=CLEARED), force=True)
        for deployment in dict.fromkeys(run.deployment_id for run in died):
            await client.create_flow_run_from_deployment(_known(deployment))
        late = await _put_aside(client, now)
    return Cleared(tuple(sorted({names[_known(run.deployment_id)] for run in died})), late)


async def _put_aside(client: PrefectClient, now: datetime) -> int:
    """Of the runs that were due while nobody was there, the last of each deployment does the work of all."""
    waiting = [run for run in await _runs(client, [StateType.SCHEDULED]) if _due(run) <= now]
    last = {run.deployment_id: run.id for run in sorted(waiting, key=_due)}
    aside = [run for run in waiting if run.id != last[run.deployment_id]]
    for run in aside:
        message = "nobody was there at its hour; a later run does its work"
        await client.set_flow_run_state(run.id, Cancelled(message=message), force=True)
    return len(aside)


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


def _known(deployment: UUID | None) -> UUID:
    assert deployment is not None  # the filter asks for runs of deployments
    return deployment
