"""The sample site and a data folder of its own for each test; Prefect's test server once for all that need it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from connectors.errors import ConnectorError
from connectors.http import Client
from connectors.source import Source
from flows import keeping, pipeline, visiting
from flows.keeping import Outcome
from flows.pipeline import RunResult
from flows.samples import sample_environment
from flows.settings import Settings, load_settings

Duban = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that the settings of this process, and of those it starts, lead to."""
    folder = tmp_path / "data"
    monkeypatch.setenv("DUBAN_DATA", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def sample(data: Path) -> Iterator[Settings]:
    """The sample site as first seen, and the settings that lead to it."""
    with sample_environment():
        yield load_settings()


RunPlain = Callable[..., RunResult]


@pytest.fixture
def run_plain() -> RunPlain:
    """The steps of a run, one source after the other, without Prefect."""

    def kept(source: Source, plan: pipeline.Plan, settings: Settings, http: Client) -> Outcome:
        try:
            brought = visiting.visit(source, plan.known[source.id], settings, http)
        except (ConnectorError, OSError) as error:
            brought = visiting.failed_visit(source.id, error)
        return keeping.keep(source, brought, settings, "run-" + uuid4().hex)

    def run(settings: Settings, only: Sequence[str] = ()) -> RunResult:
        plan = pipeline.prepare(settings, only)
        with visiting.client(settings) as http:
            outcomes = [kept(source, plan, settings, http) for source in plan.sources]
        return pipeline.finish(settings, RunResult("run", tuple(outcomes), plan.problems), datetime.now(UTC))

    return run


@pytest.fixture
def duban(data: Path) -> Duban:
    """The real command in a process of its own, without a terminal."""

    def run(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[str]:
        process = subprocess.run(
            [sys.executable, "-m", "flows.cli", *arguments],
            input=stdin,
            capture_output=True,
            timeout=120,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environ},
        )
        return subprocess.CompletedProcess(
            process.args, process.returncode, process.stdout.decode(), process.stderr.decode()
        )

    return run


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """Prefect's own server with a database of its own; one start, some twenty seconds, for all tests that need it."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield


def lines_of(text: str) -> Sequence[str]:
    """The lines that say something."""
    return [line for line in text.splitlines() if line.strip()]
