"""Killed while it loads, migrates and publishes, and no room for a copy; `make faults` has the long form."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.storing import CONTEXT, full, killed_often
from warehouse.errors import WarehouseBusy
from warehouse.store import open_writer


@pytest.mark.integration
def test_killed_at_any_moment_nothing_committed_is_lost_and_every_copy_is_whole(tmp_path: Path) -> None:
    assert "killed 3 times" in killed_often(tmp_path, 3)


@pytest.mark.integration
def test_without_room_for_a_copy_the_older_one_stays(tmp_path: Path) -> None:
    assert "older copy is shown" in full(tmp_path)


def _hold(path: Path, began: object, end: object) -> None:
    with open_writer(path):
        began.set()  # type: ignore[attr-defined]
        end.wait()  # type: ignore[attr-defined]


@pytest.mark.integration
def test_of_two_runs_the_second_waits_or_says_who_holds_the_lock_since_when(tmp_path: Path) -> None:
    path, began, end = tmp_path / "w.duckdb", CONTEXT.Event(), CONTEXT.Event()
    first = CONTEXT.Process(target=_hold, args=(path, began, end))
    first.start()
    began.wait()
    with (
        pytest.raises(WarehouseBusy, match=rf"process {first.pid}\) since \d{{4}}-") as busy,
        open_writer(path, wait_s=0.2),
    ):
        pass
    assert busy.value.since is not None
    assert abs((datetime.now(UTC) - busy.value.since).total_seconds()) < 600
    end.set()
    with open_writer(path, wait_s=60) as con:
        assert con.execute("select 1").fetchall() == [(1,)]
    first.join()
