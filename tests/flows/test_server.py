"""A Prefect server on PostgreSQL with two workers: both flows, a worker that dies, a daily run that is missed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import duckdb
import httpx
import psutil
import pytest

from flows.samples import sample_environment
from tests.flows import postgres
from tests.lasting import Process, asked, begin, free_port, lasting, wait_for_server
from tests.pages import ROOT
from warehouse.store import open_writer

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(postgres.programs() is None, reason="PostgreSQL is not installed (apt-get install postgresql)"),
]
# a run of some seconds says nothing in between (a heartbeat a minute, prefect.yaml): on a machine that stalls it must
# not be taken for dead while it lives
DEAD_AFTER = timedelta(seconds=60)


@dataclass
class Machine:
    """The server's answers, its workers, and the environment in which everything is started."""

    folder: Path
    environ: dict[str, str]
    started: list[Process]
    client: httpx.Client
    workers: list[Process] = field(default_factory=list)

    def worker(self, name: str) -> None:
        command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "duban", "--name", name]
        self.workers.append(begin(command, self.environ, self.folder / f"{name}.log", ROOT))
        self.started.append(self.workers[-1])

    def serve(self, port: int, address: str) -> None:
        command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
        environ = {**self.environ, "PREFECT_SERVER_DATABASE_CONNECTION_URL": address}
        self.started.append(begin(command, environ, self.folder / "server.log", ROOT))
        wait_for_server(port, self.folder / "server.log")

    def duban(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "flows.cli", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environ, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def post(self, path: str, **body: Any) -> Any:
        return asked(self.client, path, body)

    def has_a_worker(self) -> None:
        if not self.workers:
            self.duban("deploy")
            self.automate(timedelta(hours=26), DEAD_AFTER)
            self.worker("one")

    def deployments(self) -> dict[str, Any]:
        return {one["name"]: one for one in self.post("/deployments/filter")}

    def run(self, name: str, **parameters: Any) -> str:
        made = self.post(f"/deployments/{self.deployments()[name]['id']}/create_flow_run", parameters=parameters)
        return str(made["id"])

    def flow_run(self, run_id: str) -> dict[str, Any]:
        return dict(self.client.get(f"/flow_runs/{run_id}").raise_for_status().json())

    def until(self, what: str, holds: Callable[[], object], patience_s: float = 480) -> None:
        end = time.monotonic() + patience_s
        while not holds():
            assert time.monotonic() < end, f"not in time: {what}\n" + self.said()
            time.sleep(0.3)

    def said(self) -> str:
        return "\n".join(log.read_text("utf-8")[-3000:] for log in self.folder.glob("*.log"))

    def automate(self, silence: timedelta, dead_after: timedelta) -> list[str]:
        from prefect.client.orchestration import get_client
        from prefect.settings import PREFECT_API_URL, temporary_settings

        from flows.automations import ensure

        ids = {name: one["id"] for name, one in self.deployments().items()}

        async def made() -> list[str]:
            async with get_client() as client:
                return await ensure(client, ids, silence, dead_after=dead_after)

        with temporary_settings({PREFECT_API_URL: self.environ["PREFECT_API_URL"]}):
            return asyncio.run(made())


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    folder, port = tmp_path_factory.mktemp("server"), free_port()
    with pytest.MonkeyPatch.context() as patch, sample_environment(), postgres.database(folder) as address:
        patch.setenv("DUBAN_DATA", str(folder / "data"))
        patch.setenv("DUBAN_HOME", str(ROOT))
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setenv("PREFECT_HOME", str(folder / "prefect"))
        patch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{port}/api")
        environ = dict(os.environ)
        with lasting() as started, httpx.Client(base_url=environ["PREFECT_API_URL"], trust_env=False) as client:
            machine = Machine(folder, environ, started, client)
            machine.serve(port, address)
            yield machine


def test_both_flows_and_a_worker_that_dies_in_the_middle(machine: Machine) -> None:
    assert "automations: all there" in machine.duban("deploy")
    before = machine.deployments()
    assert set(before) == {"watch", "quarterly", "deliver", "reextract", "silence"}
    assert machine.automate(timedelta(hours=26), timedelta(minutes=5)) == []  # nothing to correct
    machine.automate(timedelta(hours=26), DEAD_AFTER)
    machine.worker("one")
    machine.worker("two")
    run = machine.run("watch")
    machine.until("it runs", lambda: machine.flow_run(run)["state_type"] == "RUNNING")
    other = _kill_the_worker_of(machine, run)
    machine.until("the other worker finished it", lambda: machine.flow_run(run)["state_type"] == "COMPLETED")
    assert machine.flow_run(run)["run_count"] == 2
    assert other.poll() is None
    states = [state["name"] for state in machine.client.get("/flow_run_states/", params={"flow_run_id": run}).json()]
    assert {"Crashed", "AwaitingRetry"} <= set(states)

    quarter = machine.run("quarterly", period="2026Q3")
    machine.until("the quarter", lambda: machine.flow_run(quarter)["state_type"] == "COMPLETED")
    assert machine.flow_run(quarter)["name"].startswith("quarterly 2026Q3 ")
    with duckdb.connect(str(machine.folder / "data/published/current/duban.duckdb"), read_only=True) as con:
        assert con.execute("select count(*), count(distinct url) from raw.document").fetchone() == (11, 11)
        steps = con.execute("select alert_id, state from ops.alert_event").fetchall()
        told = con.execute("select alert_id, channel, recipient, kind from ops.told").fetchall()
    assert len(steps) == len(set(steps)) > 0  # what the dead one decided is not decided again
    assert len(told) == len(set(told)) > 0


def test_a_run_that_is_cancelled_in_the_browser(machine: Machine) -> None:
    machine.has_a_worker()
    run = machine.run("watch", sources=["yunting-kjj", "yunting-fgw"])
    machine.until("it runs", lambda: machine.flow_run(run)["state_type"] == "RUNNING")
    pid = int(machine.flow_run(run)["infrastructure_pid"].rpartition(":")[2])
    machine.post(f"/flow_runs/{run}/set_state", state={"type": "CANCELLING", "name": "Cancelling"})
    machine.until("it was cancelled", lambda: machine.flow_run(run)["state_type"] == "CANCELLED")
    machine.until("its process ended", lambda: not psutil.pid_exists(pid))
    assert machine.flow_run(run)["run_count"] == 1  # it does not go on by itself
    _everything_once(machine)


def _everything_once(machine: Machine) -> None:
    """The next run has all of it, and nothing twice."""
    next_one = machine.run("watch", sources=["yunting-kjj", "yunting-fgw"])
    machine.until("the next run", lambda: machine.flow_run(next_one)["state_type"] == "COMPLETED")
    with duckdb.connect(str(machine.folder / "data/published/current/duban.duckdb"), read_only=True) as con:
        pages = con.execute("select url from raw.document").fetchall()
        told = con.execute("select alert_id, channel, recipient, kind from ops.told").fetchall()
    assert len(pages) == len(set(pages)) > 3
    assert len(told) == len(set(told)) > 0


def test_a_daily_run_that_does_not_end_is_missed(machine: Machine) -> None:
    machine.automate(timedelta(seconds=10), timedelta(minutes=5))
    machine.until("the silence was heard", lambda: _silences(machine))
    # it is heard every ten seconds from now on, which is more than one worker on a busy machine gets through
    machine.automate(timedelta(hours=26), timedelta(minutes=5))
    machine.until("it was looked at", lambda: {one["state_type"] for one in _silences(machine)} == {"COMPLETED"})
    assert _mails_of_silence(machine) == []  # the data say that all is well
    with open_writer(machine.folder / "data/warehouse.duckdb", wait_s=60) as con:
        con.execute("update ops.run set started_at = started_at - interval 3 day, ended_at = ended_at - interval 3 day")
    run = machine.run("silence")
    machine.until("it was told", lambda: machine.flow_run(run)["state_type"] == "COMPLETED")
    assert len(_mails_of_silence(machine)) == 1


def _silences(machine: Machine) -> list[dict[str, Any]]:
    return list(machine.post("/flow_runs/filter", flows={"name": {"any_": ["silence"]}}))


def _mails_of_silence(machine: Machine) -> list[str]:
    mails = [path.read_bytes() for path in (machine.folder / "data/mail").glob("*.eml")]
    subjects = [str(message_from_bytes(mail, policy=policy.default)["subject"]) for mail in mails]
    return [subject for subject in subjects if "【运行中断】" in subject]


def _kill_the_worker_of(machine: Machine, run: str) -> Process:
    """Kill -9 the worker that has the run, and the run: as a machine dies. Returns the other worker."""
    pid = int(machine.flow_run(run)["infrastructure_pid"].rpartition(":")[2])
    parents = {parent.pid for parent in psutil.Process(pid).parents()}
    (dies,) = [worker for worker in machine.workers if worker.pid in parents]
    for process in [psutil.Process(dies.pid), *psutil.Process(dies.pid).children(recursive=True)]:
        with suppress(psutil.Error):
            process.send_signal(signal.SIGKILL)
    dies.wait(60)
    return next(worker for worker in machine.workers if worker is not dies)
