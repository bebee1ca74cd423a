"""The deployment of docs/operations.md, line by line: server, deployments, worker, and a run that comes through."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.samples import sample_environment
from tests.pages import ANSWERED, PAGES, ROOT, SLOW, filled, shell_lines

pytestmark = pytest.mark.integration
LASTING = re.compile(r"prefect (server|worker) start")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder for everything, and the environment of someone who tries the docs on the sample's sources."""
    with pytest.MonkeyPatch.context() as patch, sample_environment():
        patch.setenv("DUBAN_DATA", str(tmp_path / "data"))
        patch.delenv("PREFECT_HOME", raising=False)
        patch.setenv("PYTHONPATH", str(ROOT))
        yield tmp_path, dict(os.environ)


@pytest.mark.parametrize("line", sorted({line for page in PAGES for line in shell_lines(page) if SLOW.match(line)}))
def test_a_run_of_the_docs(line: str, place: tuple[Path, dict[str, str]]) -> None:
    folder, environ = place
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", *shlex.split(line, comments=True)[1:]],
        cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_page_on_targets_is_typed_in_its_order(place: tuple[Path, dict[str, str]]) -> None:
    folder, environ = place
    (folder / "sample").symlink_to(ROOT / "sample")
    filled(folder / "data")
    for line in shell_lines("docs/targets.md"):
        if not ANSWERED.match(line):
            done = subprocess.run(
                [sys.executable, "-m", "flows.cli", *shlex.split(line, comments=True)[1:]],
                cwd=folder, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
                timeout=120,
            )  # fmt: skip
            assert (done.returncode, done.stderr) == (0, ""), line
            assert done.stdout


def test_the_deployment_of_the_docs_runs_the_outbox(place: tuple[Path, dict[str, str]]) -> None:
    folder, environ = place
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    lines = [
        re.sub(r"^(.venv/bin/)?duban ", f"{sys.executable} -m flows.cli ", line)
        .replace("/srv/duban/prefect", str(folder / "prefect"))
        .replace("/srv/duban", str(ROOT))
        .replace(".venv/bin/prefect", f"{sys.executable} -m prefect")
        .replace("4200", port)
        for line in shell_lines("docs/operations.md")
    ]
    assert [bool(LASTING.search(line)) for line in lines if " -m prefect " in line] == [True, True]
    with lasting() as started:
        for line in lines:
            if line.startswith("export "):
                environ.update(dict(word.split("=", 1) for word in shlex.split(line)[1:]))
            elif LASTING.search(line):
                started.append(begin(line, environ, folder / f"{len(started)}.log"))
                if "server" in line:
                    wait_for_server(port)
            else:
                finished(line, environ)
        finished(f"{sys.executable} -m prefect deployment run deliver/deliver --watch --watch-timeout 180", environ)


def finished(line: str, environ: dict[str, str]) -> None:
    done = subprocess.run(
        shlex.split(line), cwd=ROOT, env=environ, capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stdout + done.stderr


def begin(line: str, environ: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as file:
        return subprocess.Popen(
            shlex.split(line), cwd=ROOT, env=environ, stdout=file, stderr=file, start_new_session=True
        )


@contextmanager
def lasting() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that end, with all that they started, when the test does."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        yield started
    finally:
        for process in reversed(started):
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def wait_for_server(port: str) -> None:
    import httpx

    until = time.monotonic() + 480
    while time.monotonic() < until:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/api/health", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(1)
    raise AssertionError("the server did not come up")
