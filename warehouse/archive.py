"""The page archive: the bytes of every revision under the SHA-256 they have. Nothing in it is ever changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from warehouse.durable import fsync
from warehouse.errors import WarehouseDamaged

_UNFINISHED = ".tmp-"
_LEFT_AFTER_S = 3600  # nobody writes one page for so long


def store(folder: Path, content: bytes) -> str:
    """Keep the bytes; returns their SHA-256 (hex). Raises OSError when they cannot be written."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = place(folder, sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        _write(path, content)
    return sha256


def fetch(folder: Path, sha256: str) -> bytes:
    """The bytes of that name. Raises FileNotFoundError, or WarehouseDamaged when they are no longer what they were."""
    path = place(folder, sha256)
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WarehouseDamaged(path, "the archived bytes are not those that were stored")
    return content


def place(folder: Path, sha256: str) -> Path:
    """Where the bytes of that name stand: `ab/cdef...`."""
    return folder / sha256[:2] / sha256[2:]


def _sweep(folder: Path) -> None:
    """What a killed writer left unfinished; another may be writing beside this one."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        with suppress(FileNotFoundError):
            if left.stat().st_mtime < time.time() - _LEFT_AFTER_S:
                left.unlink()


def _write(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(0o444)
        unfinished.replace(path)
        fsync(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)
