"""PostgreSQL as Debian packages it, with a database that lives as long as a test."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.lasting import free_port

QUICK = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off")


def programs() -> Path | None:
    """Where initdb and postgres are; None where they are not installed."""
    found = shutil.which("initdb")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places += [Path(found).parent] if found else []
    return next((place for place in places if (place / "initdb").exists() and (place / "pg_isready").exists()), None)


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """The address of an empty database, as Prefect takes it."""
    port, data = free_port(), Path(tempfile.mkdtemp(prefix="duban-postgres-"))
    who = _somebody_else(data)
    bin_ = programs()
    assert bin_ is not None
    try:
        initdb = [bin_ / "initdb", "-D", data, "-A", "trust", "-U", "duban", "--no-sync", "-E", "UTF8", "--locale=C"]
        subprocess.run(initdb, check=True, capture_output=True, cwd="/", **who)
        place = ["-D", data, "-p", str(port), "-k", data, "-h", "127.0.0.1"]
        with (folder / "postgres.log").open("wb") as log:
            process = subprocess.Popen([bin_ / "postgres", *place, *QUICK], stdout=log, stderr=log, cwd="/", **who)
        try:
            _wait(bin_, port, process)
            yield f"postgresql+asyncpg://duban@127.0.0.1:{port}/postgres"
        finally:
            process.terminate()
            process.wait(20)
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _somebody_else(data: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root; its package has a user for it."""
    if os.getuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(data, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _wait(bin_: Path, port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 240
    ready = [bin_ / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-q"]
    while subprocess.run(ready, check=False).returncode != 0:
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.1)
