"""The read-only copy that analysts open: a folder per version, and the link `current` swapped in one step.

A database is never replaced in place: a WAL that a reader left beside it would make the new one unopenable. A reader
keeps the copy it opened, also after its folder is gone.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from warehouse.durable import fsync
from warehouse.frozen import freeze
from warehouse.lock import write_lock
from warehouse.migrate import migrate
from warehouse.store import connect_writer, open_reader

FILE = "duban.duckdb"
_CURRENT = "current"
_UNFINISHED = ".tmp-"


def publish(warehouse_path: Path, published_folder: Path, keep: int = 3, *, wait_s: float = 30) -> Path:
    """Publish a copy of the warehouse and keep the newest `keep`; returns the new version's folder.

    Raises WarehouseBusy, or OSError (disk full): then the older copy stays as it was.
    """
    published_folder.mkdir(parents=True, exist_ok=True)
    with write_lock(warehouse_path, wait_s=wait_s):
        _settle(warehouse_path, time.monotonic() + wait_s)
        _sweep(published_folder)
        version = published_folder / f"{_newest(published_folder) + 1:06d}"
        _copy(warehouse_path, version)
        _point(published_folder, version)
        _prune(published_folder, max(keep, 1))
    return version


def current(published_folder: Path) -> Path:
    """The newest copy's file; it need not exist yet."""
    return published_folder / _CURRENT / FILE


def _settle(warehouse_path: Path, until: float) -> None:
    """Bring what a killed writer left in the WAL into the file (closing does), and its views up to date."""
    with connect_writer(warehouse_path, until) as con:
        migrate(con, str(warehouse_path))


def _sweep(folder: Path) -> None:
    """What a killed publisher left unfinished."""
    for entry in folder.glob(f"{_UNFINISHED}*"):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)


def _copy(warehouse_path: Path, version: Path) -> None:
    unfinished = Path(tempfile.mkdtemp(dir=version.parent, prefix=_UNFINISHED))
    try:
        file = unfinished / FILE
        shutil.copyfile(warehouse_path, file)
        freeze(file)
        file.chmod(0o444)
        with open_reader(file) as con:
            con.execute("from mart.progress limit 1").fetchall()
        fsync(file)
        unfinished.chmod(0o755)
        fsync(unfinished)
        unfinished.rename(version)
        fsync(version.parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _point(folder: Path, version: Path) -> None:
    link = folder / f"{_UNFINISHED}{_CURRENT}"
    link.symlink_to(version.name)
    link.replace(folder / _CURRENT)
    fsync(folder)


def _prune(folder: Path, keep: int) -> None:
    for version in sorted(_versions(folder))[:-keep]:
        shutil.rmtree(folder / f"{version:06d}", ignore_errors=True)


def _newest(folder: Path) -> int:
    return max(_versions(folder), default=0)


def _versions(folder: Path) -> list[int]:
    return [int(entry.name) for entry in folder.iterdir() if entry.name.isdecimal() and entry.is_dir()]
