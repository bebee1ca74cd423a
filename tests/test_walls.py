"""The walls between the rooms, what the quick commands may import, and that what is locked can start."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

SLOW = ("prefect", "bs4", "rich", "httpx", "jinja2")


def imported_by(code: str) -> set[str]:
    """The top-level packages that a fresh interpreter has after `code`."""
    script = f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300)
    return set(done.stdout.split())


def test_the_walls_stand(repo: Path) -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports], cwd=repo, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "module",
    ["flows.cli", "flows.published", "flows.show", "flows.settings", "flows.extracting", "flows.explaining.terminal"],
)
def test_the_quick_commands_import_nothing_slow(module: str) -> None:
    assert imported_by(f"import {module}").isdisjoint(SLOW)


def test_only_http_imports_httpx(repo: Path) -> None:
    users = [
        str(path.relative_to(repo))
        for room in ("connectors", "extraction", "warehouse", "alerting", "flows", "sample")
        for path in (repo / room).rglob("*.py")
        if re.search(r"^\s*(?:import|from)\s+httpx\b", path.read_text(encoding="utf-8"), re.M)
    ]
    assert users == ["connectors/http.py"]


@pytest.mark.integration
def test_the_locked_prefect_server_can_be_imported() -> None:
    # an unconstrained install takes a FastAPI that this import fails with
    assert "fastapi" in imported_by("import prefect.server.api.server")


def packages(lock: Path) -> list[str]:
    """The names that a lock pins, each with its hashes, and no index with them."""
    text = lock.read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9][^\s=]*)==[^\s\\]+", text, re.M)
    assert "--index-url" not in text
    assert "://" not in text
    assert len(re.findall(r"^[a-z0-9][^\n]*\\\n\s+--hash=sha256:", text, re.M)) == len(pinned)
    return pinned


def test_what_runs_and_what_tests_need_are_locked_apart(repo: Path) -> None:
    runs, tests = packages(repo / "requirements.lock"), packages(repo / "requirements-dev.lock")
    said = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))
    extras = said["project"]["optional-dependencies"]
    assert names([*said["project"]["dependencies"], *extras["dask"], *extras["otel"]]) <= set(runs)
    assert names(said["dependency-groups"]["dev"]) <= set(tests)
    assert set(runs).isdisjoint(tests)


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}
