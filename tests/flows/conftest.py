"""The sample site and a data folder of its own for each test; Prefect's test server once for all that need it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import duckdb
import pytest

from connectors.errors import ConnectorError
from connectors.http import Client
from connectors.retrying import Retrying
from connectors.source import Source
from flows import keeping, pipeline, visiting
from flows.cli import answer
from flows.keeping import Outcome
from flows.pipeline import RunResult
from flows.samples import sample_environment
from flows.settings import Settings, load_settings
from warehouse.store import connect_memory

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


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another attempt comes at once: what the pauses are is tested with the client."""
    monkeypatch.setattr(Retrying, "_pause_s", lambda *_: 0.01)


@pytest.fixture(scope="session")
def opened() -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse in memory: opening one takes longer than what these tests do with it."""
    with connect_memory() as con:
        yield con


@pytest.fixture
def con(opened: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    """That warehouse, empty, in the place of the one on disk."""
    for schema, table in opened.execute("select schema_name, table_name from duckdb_tables()").fetchall():
        if schema in ("raw", "core", "ops") and table not in ("migration", "view_set", "rule_setting"):
            opened.execute(f"delete from {schema}.{table}")
    monkeypatch.setattr(keeping, "writer", lambda settings, threads=None: nullcontext(opened))
    return opened


RunPlain = Callable[..., RunResult]


def plain_run(settings: Settings, only: Sequence[str] = ()) -> RunResult:
    """The steps of a run, one source after the other, without Prefect."""

    def kept(source: Source, plan: pipeline.Plan, http: Client) -> Outcome:
        try:
            brought = visiting.visit(source, plan.known[source.id], settings, http)
        except (ConnectorError, OSError) as error:
            brought = visiting.failed_visit(source.id, error)
        return keeping.keep(source, brought, settings, "run-" + uuid4().hex)

    plan = pipeline.prepare(settings, only)
    with visiting.client(settings) as http:
        outcomes = [kept(source, plan, http) for source in plan.sources]
    return pipeline.finish(settings, RunResult("run", tuple(outcomes), plan.problems), datetime.now(UTC))


@pytest.fixture
def run_plain() -> RunPlain:
    """`plain_run`."""
    return plain_run


@pytest.fixture(scope="session")
def first_runs(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The data folder after the first run over these sources of the sample, made once for all tests."""
    made: dict[tuple[str, ...], Path] = {}

    def folder(*only: str) -> Path:
        if only not in made:
            path = tmp_path_factory.mktemp("first")
            with pytest.MonkeyPatch.context() as patch, sample_environment():
                patch.setenv("DUBAN_DATA", str(path))
                plain_run(load_settings(), only)
            made[only] = path
        return made[only]

    return folder


@pytest.fixture
def after_first_run(sample: Settings, first_runs: Callable[..., Path]) -> Callable[..., None]:
    """Fill the data folder of this test as the first run over these sources would."""

    def fill(*only: str) -> None:
        shutil.copytree(first_runs(*only), sample.data, symlinks=True)

    return fill


@pytest.fixture
def duban(data: Path) -> Duban:
    """The command, without a terminal: within this process where it needs no Prefect, which would stay in it."""

    def run(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[str]:
        alone = arguments[:1] in (("run",), ("deliver",), ("quarterly",))
        return (_in_a_process if alone else _within)(arguments, stdin, environ)

    return run


@pytest.fixture
def duban_alone(data: Path) -> Duban:
    """The command in a process of its own, without a terminal."""

    def run(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[str]:
        return _in_a_process(arguments, stdin, environ)

    return run


def _in_a_process(arguments: Sequence[str], stdin: bytes, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
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


def _within(arguments: Sequence[str], stdin: bytes, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in environ.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = answer(list(arguments))
    return subprocess.CompletedProcess(arguments, code, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """Prefect's own server with a database of its own; one start, some twenty seconds, for all tests that need it."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield


def lines_of(text: str) -> Sequence[str]:
    """The lines that say something."""
    return [line for line in text.splitlines() if line.strip()]
