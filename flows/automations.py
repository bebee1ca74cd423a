"""What the Prefect server does by itself: it misses the daily run, and it gives a dead worker's run to another.

A worker that dies leaves its run `Pending` or `Running` for good, and with it the one place that its deployment has
(Prefect 3.8.8). A run that lives says so every minute; one that does not has crashed, and waits again for whoever
takes it; one that somebody was cancelling does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState, RunDeployment
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification

from flows.standing import AGAIN, GIVEN_UP

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient

# a run says every minute that it lives (prefect.yaml); a server that is busy may hear it late
DEAD_AFTER = timedelta(minutes=5)
EVENT = "prefect.flow-run."
RUN = "prefect.flow-run.*"
SILENCE, DEAD = "duban: the daily run did not end", "duban: a run whose worker died"
GOES_ON = "duban: a run that crashed goes on"
CANCELLED = "duban: a run that was being cancelled when its worker died"
UNHEARD = "nothing was heard of it: its worker is taken for dead"


def wanted(ids: Mapping[str, UUID], silence: timedelta, dead_after: timedelta = DEAD_AFTER) -> Iterator[AutomationCore]:
    """The automations, for the deployments of these names."""
    every = tuple(ids.values())
    yield AutomationCore(
        name=SILENCE,
        description="每日巡查中断时提醒 | absence of the daily run's end; flows/silence.py decides what is told",
        # the end of a run begins the wait for the next; where none ever ended, anything that is heard of one does
        trigger=_absence((ids["watch"],), {RUN}, _events("Completed", "Skipped"), silence),
        actions=[RunDeployment(source="selected", deployment_id=ids["silence"], parameters=None, job_variables=None)],
    )
    # each sign of life begins the wait anew; its end, another wait for its hour, or who cancels it ends it
    signs = _events("Pending", "Running", "Retrying", "heartbeat")
    yield AutomationCore(
        name=DEAD,
        description="执行程序中断 | nothing was heard of a run for too long: it has crashed with its worker",
        trigger=_absence(every, signs, {RUN}, dead_after, for_each={"prefect.resource.id"}),
        actions=[_becomes("Crashed", StateType.CRASHED, UNHEARD)],
    )
    yield AutomationCore(
        name=GOES_ON,
        description="中断的任务重新排队 | a run that crashed waits again, thrice at most (flows/naming.py)",
        trigger=EventTrigger(
            posture=Posture.Reactive,
            match=ResourceSpecification({"prefect.resource.id": RUN}),
            match_related=_deployments(*every),
            expect=_events("Crashed"),
        ),
        actions=[_becomes("AwaitingRetry", StateType.SCHEDULED, AGAIN)],
    )
    ends = _events("Cancelled", "Completed", "Failed", "Crashed")
    yield AutomationCore(
        name=CANCELLED,
        description="取消中的任务随执行程序中断 | it is cancelled, and does not go on",
        trigger=_absence(every, _events("Cancelling"), ends, dead_after, for_each={"prefect.resource.id"}),
        actions=[_becomes("Cancelled", StateType.CANCELLED, GIVEN_UP)],
    )


def _absence(
    deployments: Sequence[UUID],
    after: set[str],
    expect: set[str],
    within: timedelta,
    for_each: frozenset[str] | set[str] = frozenset(),
) -> EventTrigger:
    """Fires where, behind one of these events of a run, none of the others comes in time."""
    return EventTrigger(
        posture=Posture.Proactive,
        match=ResourceSpecification({"prefect.resource.id": RUN}),
        match_related=_deployments(*deployments),
        for_each=set(for_each),
        after=after,
        expect=expect,
        within=within,
    )


def _becomes(name: str, state: StateType, message: str) -> ChangeFlowRunState:
    """Not by force: a run that has ended stays as it is."""
    return ChangeFlowRunState(name=name, state=state, message=message, force=False)


def _events(*states: str) -> set[str]:
    return {f"{EVENT}{state}" for state in states}


async def ensure(client: PrefectClient, ids: Mapping[str, UUID], silence: timedelta, **times: timedelta) -> list[str]:
    """Make or correct them; returns the names of those that were changed. One that is right keeps its count."""
    changed = []
    for automation in wanted(ids, silence, **times):
        found = await client.read_automations_by_name(automation.name)
        if [_core(one) for one in found] == [automation]:
            continue
        for one in found:
            await client.delete_automation(one.id)
        await client.create_automation(automation)
        changed.append(automation.name)
    return changed


def _core(found: AutomationCore) -> AutomationCore:
    return AutomationCore.model_validate(found.model_dump(include=set(AutomationCore.model_fields)))


def _deployments(*ids: UUID) -> ResourceSpecification:
    return ResourceSpecification(
        {"prefect.resource.role": "deployment", "prefect.resource.id": [f"prefect.deployment.{one}" for one in ids]}
    )
