"""`duban serve` as a user has it: schedules that are there, a kill in the middle of a run, a start again, Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import httpx
import psutil
import pytest

from flows.samples import sample_environment
from tests.lasting import asked

pytestmark = pytest.mark.integration
ROOT = Path(__file__).parents[2]


@pytest.fixture
def environ(tmp_path: Path) -> Iterator[dict[str, str]]:
    with pytest.MonkeyPatch.context() as patch, sample_environment():
        patch.setenv("DUBAN_DATA", str(tmp_path / "data"))
        patch.setenv("PYTHONPATH", str(ROOT))
        for name in ("PREFECT_HOME", "PREFECT_API_URL", "PREFECT_SERVER_EPHEMERAL_ENABLED"):
            patch.delenv(name, raising=False)
        yield dict(os.environ)


class Serving:
    """`duban serve`, what it says, and its server's answers."""

    def __init__(self, port: int, folder: Path, environ: dict[str, str]) -> None:
        self.log = folder / f"serve-{time.monotonic_ns()}.log"
        command = [sys.executable, "-m", "flows.cli", "serve", "--port", str(port)]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(command, cwd=folder, env=environ, stdout=out, stderr=out)
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}/api", trust_env=False, timeout=30)

    def ready(self) -> Serving:
        self.until("it runs", lambda: "Duban is running" in self.said)
        return self

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8")

    def post(self, path: str, **body: Any) -> Any:
        return asked(self.client, path, body)

    def runs(self, flow: str, *states: str) -> list[dict[str, Any]]:
        wanted = {"state": {"type": {"any_": list(states)}}}
        found: list[dict[str, Any]] = self.post("/flow_runs/filter", flows={"name": {"any_": [flow]}}, flow_runs=wanted)
        return found

    def until(self, what: str, holds: Callable[[], object], patience_s: float = 480) -> None:
        end = time.monotonic() + patience_s
        while not holds():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, f"not in time: {what}\n{self.said}"
            time.sleep(0.3)

    def end(self, how: signal.Signals) -> int:
        """Its exit code, when all that it started has ended; what it runs may stay when it is killed."""
        started = psutil.Process(self.process.pid).children(recursive=how != signal.SIGKILL)
        self.process.send_signal(how)
        code = self.process.wait(300)
        _, alive = psutil.wait_procs(started, timeout=60)
        assert not alive
        return code


@pytest.fixture
def serving(tmp_path: Path, environ: dict[str, str]) -> Iterator[Callable[[int], Serving]]:
    """Starts `duban serve`; whatever a test that failed left running is ended."""
    begun: list[Serving] = []

    def begin(port: int) -> Serving:
        begun.append(Serving(port, tmp_path, environ))
        return begun[-1].ready()

    yield begin
    for one in begun:
        if one.process.poll() is None:
            one.end(signal.SIGTERM)


def test_it_serves_is_killed_goes_on_and_ends(tmp_path: Path, serving: Callable[[int], Serving]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    first = serving(port)
    first.until("the scheduler has looked", lambda: len(first.runs("watch", "SCHEDULED")) > 0)
    names = {one["name"]: one["id"] for one in first.post("/deployments/filter")}
    assert set(names) == {"watch", "quarterly", "deliver", "reextract", "silence"}
    assert first.client.get(f"http://127.0.0.1:{port}/").text.lstrip().lower().startswith("<!doctype html")
    run = first.post(f"/deployments/{names['watch']}/create_flow_run")["id"]
    first.until("a run has begun", lambda: first.runs("watch", "RUNNING"))
    first.end(signal.SIGKILL)

    again = serving(port)
    assert "ended before they were done, and run again: watch" in again.said
    again.until("the run that died went on", lambda: again.runs("watch", "COMPLETED"))
    assert run in {one["id"] for one in again.runs("watch", "COMPLETED")}
    assert {one["name"]: one["id"] for one in again.post("/deployments/filter")} == names
    assert again.end(signal.SIGINT) == 0
    with duckdb.connect(str(tmp_path / "data/published/current/duban.duckdb"), read_only=True) as con:
        assert con.execute("select count(*), count(distinct url) from raw.document").fetchone() == (11, 11)
