"""Prefect's server slow, killed, away and started again while runs wait for their bureaus."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import TimeoutExpired
from threading import Event, Thread

import duckdb
import httpx
import prefect
import pytest

from flows.pipeline import RunResult
from flows.samples import sample_environment
from flows.sending import send_pending
from flows.settings import load_settings
from tests.lasting import Process, begin, free_port, lasting, wait_for_server

RunPlain = Callable[..., RunResult]
pytestmark = pytest.mark.integration
FIRST, SECOND = "kjj.yunting.example", "fgw.yunting.example"
SOURCES = ("yunting-kjj", "yunting-fgw")
RUN = ("-m", "flows.cli", "run", *(word for name in SOURCES for word in ("--source", name)))


class Gate:
    """A way to a port of this machine: everybody waits there until it is opened, and it may be broken off."""

    def __init__(self, port: int) -> None:
        self.target, self.inside = port, list[socket.socket]()
        self.asked, self.opened = Event(), Event()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.door.getsockname()[1]}"
        Thread(target=self._let_in, daemon=True).start()

    def break_off(self) -> None:
        """Who is on it is cut off, and who comes now is refused."""
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        for one in self.inside:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                Thread(target=self._lead, args=(self.door.accept()[0],), daemon=True).start()

    def _lead(self, came: socket.socket) -> None:
        self.asked.set()
        self.opened.wait()
        with came, socket.create_connection(("127.0.0.1", self.target)) as there:
            self.inside += (came, there)
            back = Thread(target=_pass_on, args=(there, came), daemon=True)
            back.start()
            _pass_on(came, there)
            back.join()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)


@dataclass
class Machine:
    """A server, and runs that report to it, each with a data folder of its own."""

    folder: Path
    environ: dict[str, str]
    started: list[Process]
    port: int

    def serve(self) -> Process:
        """Start the server, on the same port and database as ever, and wait until it answers."""
        app = ["--app-dir", str(prefect.__module_path__.parent), "--factory", "prefect.server.api.server:create_app"]
        place = ["--host", "127.0.0.1", "--port", str(self.port), "--log-level", "warning"]
        log = self.folder / "server.log"
        self.started.append(begin([sys.executable, "-m", "uvicorn", *app, *place], self.environ, log, self.folder))
        wait_for_server(self.port, log)
        return self.started[-1]

    def run(self, name: str, hosts: dict[str, Gate] | None = None, **environ: str) -> Process:
        """A run whose bureaus wait at these gates."""
        ways = json.loads(self.environ["DUBAN_HOSTS"]) | {host: gate.address for host, gate in (hosts or {}).items()}
        more = {"DUBAN_DATA": str(self.folder / name), "DUBAN_HOSTS": json.dumps(ways), **environ}
        log = self.folder / f"{name}.log"
        self.started.append(begin([sys.executable, *RUN], self.environ | more, log, self.folder))
        return self.started[-1]

    def gate(self, host: str) -> Gate:
        """A closed gate before a bureau."""
        return Gate(int(json.loads(self.environ["DUBAN_HOSTS"])[host].rpartition(":")[2]))

    def said(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text("utf-8")

    def until(self, what: str, holds: Callable[[], bool], patience_s: float = 120) -> None:
        end = time.monotonic() + patience_s
        while not holds():
            assert time.monotonic() < end, f"not in time: {what}"
            time.sleep(0.1)

    def states(self, flow: str) -> list[str]:
        found = httpx.post(
            f"http://127.0.0.1:{self.port}/api/flow_runs/filter",
            json={"flows": {"name": {"any_": [flow]}}, "sort": "START_TIME_ASC"},
            trust_env=False,
        )
        return [run["state_name"] for run in found.raise_for_status().json()]

    def everything_once(self, name: str, documents: int) -> None:
        """All is there and was told, and nothing twice."""
        with duckdb.connect(str(self.folder / name / "published/current/duban.duckdb"), read_only=True) as con:
            assert con.execute("select count(*), count(distinct url) from raw.document").fetchone() == (documents,) * 2
            told = con.execute("select alert_id, channel, recipient, kind from ops.told").fetchall()
        assert len(told) == len(set(told)) > 0
        assert len(list((self.folder / name / "mail").glob("*.eml"))) == 1


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    port = free_port()
    with sample_environment(), lasting() as started:
        ours = {
            "PREFECT_HOME": str(tmp_path / "prefect"),
            "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
            "PYTHONIOENCODING": "utf-8",
        }
        yield Machine(tmp_path, os.environ | ours, started, port)


def test_a_run_goes_on_without_its_server_and_one_that_ends_alone_says_why(
    machine: Machine, run_plain: RunPlain, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, way = machine.serve(), Gate(machine.port)
    way.opened.set()
    first, second, third = machine.gate(FIRST), machine.gate(SECOND), machine.gate(FIRST)
    lasts = machine.run("lasts", {FIRST: first, SECOND: second})
    its_own = {"PREFECT_API_URL": f"http://someone:secret@{way.address}/api", "PREFECT_CLIENT_MAX_RETRIES": "1"}
    alone = machine.run("alone", {FIRST: third}, **its_own)
    for gate in (first, second, third):
        assert gate.asked.wait(120)

    os.killpg(server.pid, signal.SIGSTOP)  # slow
    second.opened.set()
    with pytest.raises(TimeoutExpired):
        lasts.wait(2)
    os.killpg(server.pid, signal.SIGCONT)
    machine.until("one is done", lambda: ": 1 of 2" in machine.said("lasts"))
    os.killpg(server.pid, signal.SIGKILL)
    way.break_off()
    first.opened.set()
    third.opened.set()
    machine.serve()  # where it was
    assert alone.wait(120) == 1
    said = machine.said("alone")
    assert said.splitlines()[-1].startswith(f"duban: Prefect's server at http://{way.address}/api does not answer; see")
    assert not any(word in said for word in ("Traceback", "httpx", "secret"))
    assert not (machine.folder / "alone/mail").exists()  # what to tell is decided, and waits
    monkeypatch.setenv("DUBAN_DATA", str(machine.folder / "alone"))
    again = run_plain(load_settings(), SOURCES)
    assert (again.total("new"), again.messages, send_pending(load_settings()).sent) == (0, 0, 1)
    assert lasts.wait(120) == 0, machine.said("lasts")
    for name in ("lasts", "alone"):
        machine.everything_once(name, 4)
    assert sorted(machine.states("watch")) == ["Completed", "Running"]
