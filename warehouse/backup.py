"""A backup: the warehouse as it stands between two loads, the page archive, and the checksum of every file in it.

A load writes its pages before its rows, and pages never change: what is copied after the database holds all it names.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from warehouse.durable import fsync
from warehouse.errors import BackupDamaged, WarehouseDamaged
from warehouse.lock import write_lock
from warehouse.migrate import check_known
from warehouse.store import connect_writer, open_reader

FILE, ARCHIVE, MANIFEST = "warehouse.duckdb", "archive", "manifest.json"
_BEFORE = "before-restore"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: the database's SHA-256, the pages by theirs, and how many rows are in each table."""

    made_at: str
    database: str
    migration: str
    pages: list[str]
    rows: dict[str, int]


def back_up(warehouse: Path, archive: Path, folder: Path, made_at: datetime, *, wait_s: float = 30) -> Manifest:
    """Write a backup into an empty folder. Raises WarehouseBusy, WarehouseDamaged (a page has changed), OSError."""
    with write_lock(warehouse, wait_s=wait_s):
        connect_writer(warehouse, time.monotonic() + wait_s).close()  # what is in the WAL comes into the file
        database = _copy(warehouse, folder / FILE)
    pages = [_copy_page(page, folder / ARCHIVE) for page in _pages(archive)]
    migration, rows = _look(folder / FILE)
    manifest = Manifest(made_at.isoformat(timespec="seconds"), database, migration, pages, rows)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
    fsync(folder / MANIFEST)
    fsync(folder)
    return manifest


def verify(folder: Path) -> Manifest:
    """What the backup says it holds, once every file of it is that. Raises BackupDamaged, or NewerDatabase."""
    manifest = _manifest(folder)
    if _sha256(folder / FILE) != manifest.database:
        raise BackupDamaged(folder / FILE, "its content is not what was backed up")
    for page in manifest.pages:
        place = _place(folder / ARCHIVE, page)
        if not place.is_file() or _sha256(place) != page:
            raise BackupDamaged(place, "its content is not what was backed up" if place.is_file() else "it is missing")
    if _look(folder / FILE)[1] != manifest.rows:
        raise BackupDamaged(folder / FILE, "it has other rows than were backed up")
    return manifest


def restore(folder: Path, warehouse: Path, archive: Path, *, wait_s: float = 30) -> Manifest:
    """Put a verified backup in the warehouse's place, in one step; what stood there stays beside it under another name.

    Pages are added to those that are there. Killed at any moment, it leaves the old warehouse or the new one.
    """
    manifest = verify(folder)
    for page in manifest.pages:
        if not _place(archive, page).exists():
            _copy_page(_place(folder / ARCHIVE, page), archive)
    with write_lock(warehouse, wait_s=wait_s):
        unfinished = warehouse.with_name(f".{warehouse.name}.unfinished")
        try:
            _copy(folder / FILE, unfinished)
            _set_aside(warehouse)
            unfinished.replace(warehouse)
            fsync(warehouse.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    return manifest


def _set_aside(warehouse: Path) -> None:
    """The database under a second name; its WAL, which would fit no other database, under another one."""
    if not warehouse.exists():
        return
    names = (f"{warehouse.stem}.{_BEFORE}-{number}{warehouse.suffix}" for number in count(1))
    kept = next(path for path in map(warehouse.with_name, names) if not path.exists())
    wal = warehouse.with_name(f"{warehouse.name}.wal")
    os.link(warehouse, kept)
    if wal.exists():
        wal.replace(kept.with_name(f"{kept.name}.wal"))


def _look(database: Path) -> tuple[str, dict[str, int]]:
    """Its newest migration, and how many rows each table has."""
    with open_reader(database) as con:
        check_known(con, str(database))
        (migration,) = con.execute("select max_by(name, number) from ops.migration").fetchall()[0]
        tables = con.execute("select schema_name || '.' || table_name as name from duckdb_tables() order by name")
        names = [name for (name,) in tables.fetchall()]
        counts = {name: con.execute(f"select count(*) from {name}").fetchall()[0][0] for name in names}
    return str(migration), counts


def _manifest(folder: Path) -> Manifest:
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BackupDamaged(folder, f"it has no manifest that can be read ({error})") from error


def _pages(archive: Path) -> Iterable[Path]:
    """The archived files, but for what a killed writer left unfinished."""
    found = archive.glob("[0-9a-f][0-9a-f]/*")
    return sorted(path for path in found if path.is_file() and not path.name.startswith("."))


def _copy_page(page: Path, archive: Path) -> str:
    """Copy a page to the place that its name gives it, if its content is still what its name says."""
    name = page.parent.name + page.name
    place = _place(archive, name)
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f".tmp-{place.name}")
    try:
        if _copy(page, unfinished) != name:
            raise WarehouseDamaged(page, "the archived bytes are not those that were stored")
        unfinished.chmod(0o444)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
    return name


def _place(archive: Path, sha256: str) -> Path:
    return archive / sha256[:2] / sha256[2:]


def _copy(source: Path, target: Path) -> str:
    """Copy a file to the disk itself; returns its SHA-256."""
    found = hashlib.sha256()
    with target.open("wb") as file:
        for chunk in _chunks(source):
            found.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return found.hexdigest()


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    for chunk in _chunks(path):
        found.update(chunk)
    return found.hexdigest()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
