"""Programs that last as long as a test: Prefect's server, its workers, PostgreSQL."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

Process = subprocess.Popen[bytes]


@contextmanager
def lasting() -> Iterator[list[Process]]:
    """Processes that end, with all that they started, when the block does: the last one first."""
    started: list[Process] = []
    try:
        yield started
    finally:
        for process in reversed(started):
            end(process)


def begin(command: Sequence[str], environ: Mapping[str, str], log: Path, folder: Path) -> Process:
    """Start it in a session of its own; what it says goes to `log`."""
    with log.open("wb") as file:
        return subprocess.Popen(command, cwd=folder, env=environ, stdout=file, stderr=file, start_new_session=True)


def end(process: Process) -> None:
    """Ask it and all of its session to end, and kill what does not."""
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    """A port of loopback that nobody has at the moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for_server(port: int | str, log: Path) -> None:
    """Until Prefect's server answers."""
    until = time.monotonic() + 180
    while time.monotonic() < until:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/api/health", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    raise AssertionError(f"the server did not come up: {log.read_text('utf-8')}")


def asked(client: httpx.Client, path: str, body: Mapping[str, Any]) -> Any:
    """What Prefect's server answers; where its SQLite is busy (503) it is asked again, as Prefect's own client does."""
    for patience in (0.5, 1, 2, 4, 0):
        answer = client.post(path, json=dict(body))
        if answer.status_code != 503 or not patience:
            break
        time.sleep(patience)
    return answer.raise_for_status().json()
