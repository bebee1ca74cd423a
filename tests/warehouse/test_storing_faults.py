"""Killed while it is made, loads, migrates and publishes, and no room; `make faults` has the long form."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from flows.problems import explain
from tests.faults.storing import CONTEXT, full, killed_often, no_file_over
from warehouse.errors import WarehouseBusy
from warehouse.migrate import migrations
from warehouse.store import open_writer


@pytest.mark.integration
def test_killed_at_any_moment_nothing_committed_is_lost_and_every_copy_is_whole(tmp_path: Path) -> None:
    assert "killed 3 times" in killed_often(tmp_path, 3)


@pytest.mark.integration
def test_without_room_for_a_copy_the_older_one_stays(tmp_path: Path) -> None:
    assert "older copy is shown" in full(tmp_path)


def test_a_new_database_stands_under_its_name_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(file: Path, **_: object) -> None:
        Path(file).write_bytes(bytes(4096))
        raise KeyboardInterrupt

    path = tmp_path / "w.duckdb"
    with monkeypatch.context() as killed:
        killed.setattr("warehouse.store.duckdb.connect", half)
        with pytest.raises(KeyboardInterrupt), open_writer(path):
            pass
    assert not path.exists()
    _is_made(path)


def test_a_new_database_that_may_not_be_written_is_no_damage_and_is_made_later(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    with no_file_over(4096), pytest.raises(duckdb.IOException) as refused, open_writer(path):
        pass
    assert "ulimit -f" in explain(refused.value)
    assert "restore" not in explain(refused.value)
    assert not path.exists()
    _is_made(path)


def _is_made(path: Path) -> None:
    with open_writer(path) as con:
        assert con.execute("select count(*) from ops.migration").fetchall() == [(len(migrations()),)]
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["w.duckdb", "w.lock"]


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
