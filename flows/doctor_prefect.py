"""Whether Prefect has a home, its server answers, and all that runs by itself is there: asked over plain HTTP."""

from __future__ import annotations

import base64
import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from flows.finding import Finding, note, ok, wrong
from flows.server_faults import named
from flows.settings import Settings

PATIENCE_S = 10
NAMES = ("watch", "quarterly", "deliver", "silence")
AUTOMATIONS = 4  # flows/automations.py, which imports Prefect
DEPLOY = "'duban deploy' makes them; 'duban serve' does so by itself"


def findings(settings: Settings) -> Iterator[Finding]:
    """Its home, then the server that is named, if one is."""
    yield home(Path(os.environ.get("PREFECT_HOME", settings.data / "prefect")))
    url = os.environ.get("PREFECT_API_URL")
    if not url:
        yield note("prefect", "no server is named (PREFECT_API_URL)", "'duban run' and 'duban serve' start their own")
        return
    try:
        version = ask(url, "/admin/version")
        yield from server(str(version))
        yield from deployments(ask(url, "/deployments/filter", {}))
        yield from automations(ask(url, "/automations/filter", {}))
        yield from workers(ask(url, "/work_pools/duban/workers/filter", {}))
    except (OSError, ValueError) as error:
        yield wrong("prefect", *trouble(url, error))


def trouble(url: str, error: Exception) -> tuple[str, str]:
    """What is wrong with the server, and what to do."""
    if isinstance(error, urllib.error.HTTPError):
        return f"{named(url)} answers {error.code} to {error.url}", _remedy(error.code)
    return f"{named(url)} gives no answer ({getattr(error, 'reason', error)})", "start it, or correct PREFECT_API_URL"


def home(folder: Path) -> Finding:
    """The folder of its state."""
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return ok("prefect", f"home is {folder.absolute()}")
    return wrong("prefect", f"home {folder.absolute()} cannot be written", "set PREFECT_HOME to a folder of this user")


def server(version: str) -> Iterator[Finding]:
    """Whether server and program are of one version."""
    ours = metadata.version("prefect")
    if version == ours:
        yield ok("prefect", f"the server answers, {version}")
    else:
        yield note("prefect", f"the server is {version}, the program has {ours}", "use one version for both")


def deployments(rows: list[dict[str, Any]]) -> Iterator[Finding]:
    """Whether each is there, once, not paused, and its schedules fire."""
    found = {row["name"]: row for row in rows if "duban" in row.get("tags", ())}
    if missing := [name for name in NAMES if name not in found]:
        yield wrong("prefect", f"deployments are missing: {', '.join(missing)}", DEPLOY)
    idle = [name for name, row in found.items() if row.get("paused") or _is_idle(row)]
    for name in idle:
        yield wrong("prefect", f"the schedule of {name} is paused", "resume it in the browser, or 'duban deploy'")
    if not missing and not idle:
        yield ok("prefect", f"{len(NAMES)} deployments, schedules active")


def automations(rows: list[dict[str, Any]]) -> Iterator[Finding]:
    """Whether somebody misses the daily run and a dead worker's run."""
    ours = [row for row in rows if row["name"].startswith("duban: ")]
    if len(ours) < AUTOMATIONS:
        yield wrong("prefect", f"{AUTOMATIONS - len(ours)} of {AUTOMATIONS} automations are missing", DEPLOY)
    for row in ours:
        if not row["enabled"]:
            yield wrong("prefect", f"the automation '{row['name']}' is off", "switch it on in the browser")


def workers(rows: list[dict[str, Any]]) -> Iterator[Finding]:
    """Whether anybody takes what the schedules give."""
    online = [row["name"] for row in rows if row.get("status") == "ONLINE"]
    if online:
        yield ok("prefect", f"workers: {', '.join(online)}")
    else:
        yield wrong("prefect", "no worker is there", "prefect worker start --pool duban, best by systemd (deploy/)")


def ask(url: str, path: str, body: Any = None) -> Any:
    """The server's answer. Raises HTTPError, OSError or ValueError."""
    data = None if body is None else json.dumps(body).encode()
    place = urlsplit(url)
    in_url, _, host = place.netloc.rpartition("@")
    address = place._replace(netloc=host).geturl().rstrip("/") + path
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    if login := os.environ.get("PREFECT_API_AUTH_STRING") or unquote(in_url):
        request.add_header("Authorization", f"Basic {base64.b64encode(login.encode()).decode()}")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=PATIENCE_S) as answer:
        return json.load(answer)


def _is_idle(row: dict[str, Any]) -> bool:
    schedules = row.get("schedules") or []
    return bool(schedules) and not any(schedule["active"] for schedule in schedules)


def _remedy(code: int) -> str:
    if code in (401, 403):
        return "set PREFECT_API_AUTH_STRING as the server has it"
    return DEPLOY if code == 404 else "look at the server's log"
