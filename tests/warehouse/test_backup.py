"""Backups: they hold what was there, and nothing that is damaged comes back."""

from __future__ import annotations

import errno
import json
import shutil
from datetime import UTC, datetime

import duckdb
import pytest

from warehouse import archive, backup
from warehouse.backup import FILE, MANIFEST, back_up, restore, verify
from warehouse.errors import BackupDamaged, NewerDatabase, WarehouseBusy, WarehouseDamaged
from warehouse.lock import write_lock
from warehouse.migrate import migrations
from warehouse.store import connect_writer, open_reader, open_writer

AT = datetime(2031, 10, 20, 8, tzinfo=UTC)


@pytest.fixture
def place(tmp_path, empty_warehouse):
    """A warehouse with a source and two pages, and an empty folder for its backup."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copyfile(empty_warehouse, data / "warehouse.duckdb")
    with open_writer(data / "warehouse.duckdb") as con:
        con.execute("insert into core.source values ('a', '甲局', '乙', '', 'trs', now())")
    for content in (b"one", b"two"):
        archive.store(data / "archive", content)
    (tmp_path / "backup").mkdir()
    return data


@pytest.fixture
def made(place, tmp_path):
    """The backup of it."""
    back_up(place / "warehouse.duckdb", place / "archive", tmp_path / "backup", AT)
    return tmp_path / "backup"


def sources(path):
    with open_reader(path) as con:
        return con.execute("select bureau from core.v_source order by all").fetchall()


def test_what_was_backed_up_comes_back(made, tmp_path):
    manifest = verify(made)
    assert (manifest.made_at, manifest.rows["core.source"], len(manifest.pages)) == ("2031-10-20T08:00:00+00:00", 1, 2)
    assert manifest.migration == migrations()[-1].name
    new = tmp_path / "new"
    new.mkdir()
    restore(made, new / "warehouse.duckdb", new / "archive")
    assert sources(new / "warehouse.duckdb") == [("甲局",)]
    assert {archive.fetch(new / "archive", page) for page in manifest.pages} == {b"one", b"two"}
    assert sorted(path.name for path in new.iterdir()) == ["archive", "warehouse.duckdb", "warehouse.lock"]


def test_what_was_there_is_kept_beside_it_with_what_a_killed_writer_left(made, place):
    database = place / "warehouse.duckdb"
    with open_writer(database) as con:
        con.execute("insert into core.source values ('b', '丙局', '乙', '', 'trs', now())")
    place.joinpath("warehouse.duckdb.wal").write_bytes(b"")
    archive.store(place / "archive", b"three")
    restore(made, database, place / "archive")
    restore(made, database, place / "archive")  # what the first time kept stays
    assert sources(database) == [("甲局",)]
    assert not place.joinpath("warehouse.duckdb.wal").exists()
    assert sources(place / "warehouse.before-restore-1.duckdb") == [("丙局",), ("甲局",)]
    assert sources(place / "warehouse.before-restore-2.duckdb") == [("甲局",)]
    assert len(list((place / "archive").glob("*/*"))) == 3


def test_rows_that_are_only_in_the_wal_are_backed_up(place, tmp_path):
    database, aside = place / "warehouse.duckdb", tmp_path / "aside"
    con = connect_writer(database, 0)
    con.execute("pragma disable_checkpoint_on_shutdown")
    con.execute("insert into core.source values ('b', '丙局', '乙', '', 'trs', now())")
    con.close()
    assert place.joinpath("warehouse.duckdb.wal").exists()
    aside.mkdir()
    back_up(database, place / "archive", aside, AT)
    assert sources(aside / FILE) == [("丙局",), ("甲局",)]


def test_a_backup_waits_for_the_writer(place, tmp_path):
    with write_lock(place / "warehouse.duckdb", wait_s=0), pytest.raises(WarehouseBusy):
        back_up(place / "warehouse.duckdb", place / "archive", tmp_path / "backup", AT, wait_s=0)


def test_a_page_that_is_not_what_it_was_is_told_when_it_is_backed_up(place, tmp_path):
    page = next((place / "archive").glob("*/*"))
    page.chmod(0o644)
    page.write_bytes(b"other")
    with pytest.raises(WarehouseDamaged, match=page.name):
        back_up(place / "warehouse.duckdb", place / "archive", tmp_path / "backup", AT)


def _cut(made):
    content = (made / FILE).read_bytes()
    (made / FILE).write_bytes(content[: len(content) // 2])


def _flip(made):
    content = bytearray((made / FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (made / FILE).write_bytes(content)


def _spoil_page(made):
    page = next((made / "archive").glob("*/*"))
    page.chmod(0o644)
    page.write_bytes(b"other")


def _lose_page(made):
    next((made / "archive").glob("*/*")).unlink()


def _lose_manifest(made):
    (made / MANIFEST).unlink()


def _spoil_manifest(made):
    (made / MANIFEST).write_text("{}", encoding="utf-8")


def _other_rows(made):
    manifest = json.loads((made / MANIFEST).read_text(encoding="utf-8"))
    manifest["rows"]["core.source"] = 2
    (made / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize(
    "damage", [_cut, _flip, _spoil_page, _lose_page, _lose_manifest, _spoil_manifest, _other_rows],
    ids=lambda damage: damage.__name__,
)  # fmt: skip
def test_a_damaged_backup_is_refused_and_changes_nothing(made, place, damage):
    before = place.joinpath("warehouse.duckdb").read_bytes()
    damage(made)
    with pytest.raises(BackupDamaged) as caught:
        restore(made, place / "warehouse.duckdb", place / "archive")
    assert "\n" not in str(caught.value)
    assert place.joinpath("warehouse.duckdb").read_bytes() == before
    assert list(place.glob("*before-restore*")) == []


def test_a_backup_of_a_newer_program_is_refused(place, tmp_path):
    with duckdb.connect(place / "warehouse.duckdb") as con:
        con.execute("insert into ops.migration values (999, '999_future.sql', 'x', now())")
    with pytest.raises(NewerDatabase, match=r"999_future\.sql"):
        back_up(place / "warehouse.duckdb", place / "archive", tmp_path / "backup", AT)


@pytest.mark.parametrize("moment", ["_copy", "_set_aside"])
def test_a_full_disk_while_restoring_leaves_the_old_warehouse(made, place, monkeypatch, moment):
    before = place.joinpath("warehouse.duckdb").read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "warehouse.duckdb")

    monkeypatch.setattr(backup, moment, full)
    with pytest.raises(OSError, match="No space left"):
        restore(made, place / "warehouse.duckdb", place / "archive")
    assert place.joinpath("warehouse.duckdb").read_bytes() == before
    assert list(place.glob(".*unfinished")) == []
