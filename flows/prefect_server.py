"""Prefect's own server for one run: it ends with the run however that ends, and says in one line why it cannot start.

As Prefect 3.8.8 starts it, it outlives a run that is killed, and a start that fails is tried again for two minutes
under its tracebacks. To be imported after `prefect_env.prepare`, which sets what Prefect reads.
"""

from __future__ import annotations

import atexit
import http.client
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any

import prefect
from prefect.exceptions import TerminationSignal
from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import PREFECT_API_URL, PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS, get_current_settings

from flows.bound import bound
from flows.problems import DISK_FULL, CommandError
from flows.room import is_full
from flows.server_events import hurry, said_once
from flows.server_faults import blamed

STARTS = 3  # another may take the port between the look and the start
PAUSE_S = 0.1
TOLD_TO_END = "told to end; what was stored stays, and the next run goes on from there"
OWN = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}


class BoundServer(SubprocessASGIServer):
    """Prefect's server, bound to this process. What it complains of is kept, and shown when it ends too early."""

    def __init__(self, port: int | None = None) -> None:
        super().__init__(port)
        if not hasattr(self, "complaints"):  # Prefect's clients ask for the one instance by making it again
            self.complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the server

    def start(self, timeout: int | None = None) -> None:
        """Start it, from the main thread, and wait until it answers. Raises CommandError."""
        if self.running:
            return
        atexit.register(self.stop)
        until = time.monotonic() + (timeout or PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS.value())
        for _ in range(STARTS):
            self.port = self.find_available_port()
            self.server_process = self._run_uvicorn_command()
            if self._answers(until):
                self.running = True
                return
            if self.is_port_available(self.port):  # nobody took it: it would end so again
                break
        raise CommandError(f"Prefect's own server does not start: {self.last_words()}")

    def has_ended(self) -> bool:
        """Whether it ended before it was told to."""
        return self.server_process is not None and self.server_process.poll() is not None

    def last_words(self) -> str:
        """The last line of what it complained of."""
        self.complaints.seek(0)
        lines = self.complaints.read().decode(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "it did not answer in time")

    def _answers(self, until: float) -> bool:
        while not self.has_ended() and time.monotonic() < until:
            if self._is_healthy():
                return True
            time.sleep(PAUSE_S)
        return False

    def _is_healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/api/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()

    def _run_uvicorn_command(self) -> subprocess.Popen[Any]:
        folder = str(prefect.__module_path__.parent)
        factory = ["--app-dir", folder, "--factory", "prefect.server.api.server:create_app"]
        place = ["--host", "127.0.0.1", "--port", str(self.port), "--log-level", "error", "--lifespan", "on"]
        settings = get_current_settings().to_environment_variables(exclude_unset=True)
        stderr = None if os.environ.get("DUBAN_DEBUG") else self.complaints
        command = bound("-m", "uvicorn", *factory, *place)
        return subprocess.Popen(command, env={**os.environ, **OWN, **settings}, stderr=stderr)


@contextmanager
def serving(data: Path) -> Iterator[None]:
    """A server for what happens inside, where none is configured. Raises CommandError where the server is to blame."""
    url = PREFECT_API_URL.value()
    with nullcontext() if url else _own(data), said_once(url):
        try:
            yield
        except TerminationSignal:
            raise CommandError(TOLD_TO_END) from None
        except Exception as error:
            if line := blamed(error, url):
                raise line from error
            raise


@contextmanager
def _own(data: Path) -> Iterator[None]:
    server = BoundServer()
    SubprocessASGIServer._instances[None] = server  # where every client of Prefect looks for one
    try:
        server.start()
        hurry(server.api_url)
        yield
    except Exception as error:
        if is_full(data):
            raise CommandError(f"{data}: {DISK_FULL}") from error
        if server.has_ended() and server.running:
            raise CommandError(f"Prefect's own server ended during the run: {server.last_words()}") from error
        raise
