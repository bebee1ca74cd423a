"""`duban deploy`: the pool, the deployments and the automations on the server that PREFECT_API_URL names.

It may be run any number of times: what is right stays as it is.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from flows.bound import bound
from flows.doctor_prefect import ask, trouble
from flows.problems import CommandError

if TYPE_CHECKING:
    from flows.settings import Settings


def deploy(settings: Settings) -> int:
    """What `duban deploy` does; returns the exit code. Raises CommandError where the server is away or refuses."""
    from flows import prefect_env

    if not (url := os.environ.get("PREFECT_API_URL")):
        raise CommandError(
            "PREFECT_API_URL is not set: say which server, for example PREFECT_API_URL=http://127.0.0.1:4200/api; "
            "'duban serve' needs none of this, it is a server of its own"
        )
    _require(url)
    prefect_env.prepare(settings.data)
    from flows import standing  # it imports Prefect, which is prepared by now

    tell(dict(os.environ))
    changed = automate(settings)
    print(f"pool {standing.POOL}, deployments of {standing.CHECKOUT / 'prefect.yaml'}, automations: all there")
    for name in changed:
        print(f"  made or corrected: {name}")
    return 0


def _require(url: str) -> None:
    """Raises CommandError where the server is away or refuses this program: Prefect says it in a traceback."""
    try:
        ask(url, "/admin/version")
    except (OSError, ValueError) as error:
        raise CommandError("; ".join(trouble(url, error))) from None


def tell(environ: Mapping[str, str]) -> None:
    """Make or update the pool and the deployments of prefect.yaml. Raises CommandError."""
    from flows.standing import CHECKOUT, DEPLOY, MAKE_POOL

    for arguments in (MAKE_POOL, DEPLOY):
        done = subprocess.run(
            bound(*arguments),
            cwd=CHECKOUT,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
            said = " ".join(lines[-3:])
            raise CommandError(f"'prefect {' '.join(arguments[2:])}' failed: {said}")


def automate(settings: Settings) -> list[str]:
    """Make or correct the automations; returns the names of those that were changed."""
    from prefect.client.orchestration import get_client

    from flows import automations, standing

    async def made() -> list[str]:
        async with get_client() as client:
            found = await client.read_deployments(deployment_filter=standing.OURS)
            ids: dict[str, UUID] = {one.name: one.id for one in found}
            return await automations.ensure(client, ids, timedelta(hours=settings.silence_h))

    return asyncio.run(made())
