"""Prefect's own server where it cannot start: one line with its last words, after a few seconds and not two minutes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration
CODE = """
import sys
from pathlib import Path
from flows import prefect_env
prefect_env.prepare(Path(sys.argv[1]))
from flows.prefect_server import serving
from flows.problems import CommandError
try:
    with serving(Path(sys.argv[1])):
        print("serves")
except CommandError as error:
    print(error)
"""


def test_a_server_that_cannot_start_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"sqlite+aiosqlite:///{tmp_path}/nowhere/prefect.db"
    monkeypatch.setenv("PREFECT_API_DATABASE_CONNECTION_URL", address)
    done = subprocess.run(
        [sys.executable, "-c", CODE, tmp_path], capture_output=True, text=True, timeout=300, check=True
    )
    (line,) = done.stdout.splitlines()
    assert line.startswith("Prefect's own server does not start: ")
    assert "Traceback" not in done.stderr
