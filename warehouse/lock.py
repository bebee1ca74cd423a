"""One writer at a time: a flock on a file beside the warehouse, which says who holds it and since when.

DuckDB has a lock of its own, but loses it when the process that holds it opens and closes the file by other means.
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path

from warehouse.errors import WarehouseBusy

_PAUSE_S = 0.05


@contextmanager
def write_lock(path: Path, *, wait_s: float) -> Iterator[None]:
    """The right to write to the warehouse at `path`. Raises WarehouseBusy when nobody gives it up within `wait_s`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("a+", encoding="utf-8") as file:
        _acquire(file, path, wait_s)
        _sign(file)
        try:
            yield
        finally:
            file.truncate(0)


def _acquire(file: TextIOWrapper, path: Path, wait_s: float) -> None:
    until = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise WarehouseBusy(path, *_holder(file)) from None
            time.sleep(_PAUSE_S)
        else:
            return


def _sign(file: TextIOWrapper) -> None:
    file.truncate(0)
    holder = {"pid": os.getpid(), "program": Path(sys.argv[0] or sys.executable).name, "since": time.time()}
    file.write(json.dumps(holder))
    file.flush()


def _holder(file: TextIOWrapper) -> tuple[str, datetime | None]:
    """Who signed; a holder that has not signed yet is unknown."""
    file.seek(0)
    try:
        signed = json.loads(file.read())
        return f"{signed['program']} (process {signed['pid']})", datetime.fromtimestamp(signed["since"], UTC)
    except (ValueError, KeyError, TypeError):
        return "another process", None
