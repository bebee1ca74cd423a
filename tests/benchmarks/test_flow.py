"""The benchmark of the flow measures a whole run: every report of every source is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.flow import bare, write_sources
from flows.settings import load_settings

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each


def test_every_report_is_loaded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAN_SOURCES", str(tmp_path / "sources"))
    monkeypatch.setenv("DUBAN_DATA", str(tmp_path / "data"))
    write_sources(tmp_path, sources=2, reports=1)
    assert bare(load_settings(), ()) == 3
    assert bare(load_settings(), ()) == 0
