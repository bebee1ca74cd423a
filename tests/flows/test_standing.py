"""What a server that starts finds of an earlier one, on a real Prefect server: what goes on, what was not wanted."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient
    from prefect.client.schemas.objects import FlowRun, State

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("prefect_server")]
SOME = {"sources": ["yunting-mzj"]}


def left_open(*runs: tuple[dict[str, Any], State]) -> tuple[Any, list[FlowRun]]:
    """What `clear` says of runs with these parameters and states, and the runs after it; none is left behind."""
    from prefect.client.orchestration import get_client

    from flows.standing import clear

    async def job() -> tuple[Any, list[FlowRun]]:
        async with get_client() as client:
            deployment = await client.create_deployment(
                await client.create_flow_from_name("watch"), "a watch", tags=["duban"]
            )
            try:
                made = [await begun(client, deployment, *run) for run in runs]
                said = await clear(datetime.now(UTC))
                return said, [await client.read_flow_run(one) for one in made]
            finally:
                await client.delete_deployment(deployment)

    return asyncio.run(job())


async def begun(client: PrefectClient, deployment: Any, parameters: dict[str, Any], state: State) -> Any:
    run = await client.create_flow_run_from_deployment(deployment, parameters=parameters)
    await client.set_flow_run_state(run.id, state, force=True)
    return run.id


def test_what_died_goes_on_as_it_was_and_what_was_cancelled_does_not() -> None:
    from prefect.states import Cancelling, Running

    before = datetime.now(UTC)
    said, (died, unwanted) = left_open((SOME, Running()), ({}, Cancelling()))
    assert (said.died, said.late) == (("a watch",), 0)
    assert died.state is not None
    assert (died.state.name, died.parameters) == ("AwaitingRetry", SOME)
    assert died.expected_start_time is not None
    assert before < died.expected_start_time < datetime.now(UTC)
    assert unwanted.state is not None
    assert unwanted.state.is_cancelled()


def test_of_runs_that_came_too_late_the_last_of_each_kind_is_kept() -> None:
    from prefect.states import Scheduled

    said, runs = left_open(({}, Scheduled()), ({}, Scheduled()), (SOME, Scheduled()))
    assert (said.died, said.late) == ((), 1)
    assert [run.state.type.name for run in runs if run.state] == ["CANCELLED", "SCHEDULED", "SCHEDULED"]
