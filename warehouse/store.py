"""Opening the warehouse: in memory, as its one writer, or as one of many readers of a published copy."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import NewerDatabase, WarehouseBusy, WarehouseDamaged
from warehouse.lock import write_lock
from warehouse.migrate import create, migrate
from warehouse.transaction import transaction

__all__ = ["connect_memory", "connect_scratch", "open_reader", "open_writer", "transaction"]

# nothing is downloaded, and no name in a query finds a variable of this program
_PLAIN: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
# DuckDB 1.5 command lines can read what is written in this format
_WRITER = _PLAIN | {"storage_compatibility_version": "v1.5.0"}
_READER = _PLAIN | {"enable_external_access": False, "lock_configuration": True}
_READER_WITH_FILES = _PLAIN | {"lock_configuration": True}
_PAUSE_S = 0.1
# what no single extraction has: people's words, a register, other years
_NEVER_THERE = ("core.v_correction", "core.v_report_correction", "core.v_promised", "core.v_identity")


def connect_memory() -> duckdb.DuckDBPyConnection:
    """A new warehouse in memory, complete, for as long as the connection lives."""
    con = duckdb.connect(config=_PLAIN)
    migrate(con, ":memory:")
    return con


def connect_scratch() -> duckdb.DuckDBPyConnection:
    """A warehouse in memory for one extraction: the same tables, and the views that judge and show it.

    It is made in a tenth of the time that a complete one takes.
    """
    con = duckdb.connect(config=_PLAIN | {"threads": 1})
    con.execute("pragma disable_optimizer")  # it takes longer over so few rows than they do
    create(con, ("core.v_assessment", "mart.progress"), empty=_NEVER_THERE)
    return con


@contextmanager
def open_writer(path: Path, *, wait_s: float = 30, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, made and migrated where needed, for this process alone. Raises WarehouseBusy after `wait_s`.

    DuckDB works with so many `threads`, or one for each processor. One loads few reports in four fifths of the time
    (docs/scale.md): to wake another takes longer than the rows do. To change it later costs more than it gains.
    """
    until = time.monotonic() + wait_s
    with write_lock(path, wait_s=wait_s):
        _make(path)
        con = connect_writer(path, until, threads)
        try:
            migrate(con, str(path))
            yield con
        finally:
            con.close()


def _make(path: Path) -> None:
    """A database under its name at once or not at all: who is killed while it is made leaves no half of one there."""
    if path.exists():
        return
    unready = path.with_name(f"{path.name}.new")
    unready.unlink(missing_ok=True)
    duckdb.connect(unready, config=_WRITER).close()
    unready.replace(path)


def connect_writer(path: Path, until: float, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A writing connection, for who holds the write lock; programs that do not know the lock are waited for."""
    config = _WRITER | ({"threads": threads} if threads else {})
    while True:
        try:
            return duckdb.connect(path, config=config)
        except duckdb.IOException as error:
            refusal = _refusal(path, error)
            if not isinstance(refusal, WarehouseBusy) or time.monotonic() >= until:
                raise refusal from error
            time.sleep(_PAUSE_S)


@contextmanager
def open_reader(path: Path, *, allow_external: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database for reading: it cannot write, nor read other files or reach the network unless that is allowed."""
    real = path.resolve()  # a published copy keeps its name while `current` moves on
    try:
        con = duckdb.connect(real, read_only=True, config=_READER_WITH_FILES if allow_external else _READER)
    except duckdb.IOException as error:
        raise _refusal(path, error) from error
    try:
        yield con
    finally:
        con.close()


def _refusal(path: Path, error: duckdb.Error) -> WarehouseBusy | WarehouseDamaged | NewerDatabase | duckdb.Error:
    text = str(error)
    if holder := re.search(r"Conflicting lock is held in (.+?) \(PID (\d+)\)", text):
        return WarehouseBusy(path, f"{Path(holder[1]).name} (process {holder[2]})", None)
    if version := re.search(r"database file with version number (\d+), but we can only read versions? (.+?)\.", text):
        return NewerDatabase(path, f"storage version {version[1]}", version[2])
    if "No space left" in text or "Permission denied" in text or "Cannot open file" in text:
        return error
    return WarehouseDamaged(path, text)
