"""The walls between the rooms, what the quick commands may import, and that what is locked can start."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = ("prefect", "bs4", "rich", "httpx", "jinja2")


def imported_by(code: str) -> set[str]:
    """The top-level packages that a fresh interpreter has after `code`."""
    script = f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_the_walls_stand(repo: Path) -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports], cwd=repo, capture_output=True, text=True, check=False, timeout=60)
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


def test_the_locked_prefect_server_can_be_imported() -> None:
    # an unconstrained install takes a FastAPI that this import fails with
    assert "fastapi" in imported_by("import prefect.server.api.server")


def test_the_lock_names_no_index_and_hashes_everything(repo: Path) -> None:
    lock = (repo / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9][^\s=]*==[^\s\\]+", lock, re.M)
    assert "--index-url" not in lock
    assert "://" not in lock
    assert len(pinned) > 50
    assert len(re.findall(r"^[a-z0-9][^\n]*\\\n\s+--hash=sha256:", lock, re.M)) == len(pinned)
