"""Whether there is room on the disk, said before a run begins: else it fails in the words of its libraries."""

from __future__ import annotations

import shutil
from pathlib import Path

from flows.problems import CommandError

NEEDED = 64 * 2**20  # bytes; Prefect's fresh database, a day's pages, and the warehouse's WAL
FULL = 2**20  # under this nothing can be written that is worth it


def require_room(folder: Path, needed: int = NEEDED) -> None:
    """Raises CommandError where less than `needed` bytes are free in the folder, which may still be to be made."""
    free = free_bytes(folder)
    if free < needed:
        raise CommandError(
            f"{folder}: the disk is full: {_megabytes(free)} MB are free and a run needs {_megabytes(needed)} MB; free "
            "some space there, or choose another data folder (DUBAN_DATA), and run again: nothing stored is lost"
        )


def is_full(folder: Path) -> bool:
    """Whether nothing more can be written there."""
    return free_bytes(folder) < FULL


def free_bytes(folder: Path) -> int:
    """Bytes that this user may still write there, or where the folder would be made."""
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    return shutil.disk_usage(there).free


def _megabytes(count: int) -> int:
    return count // 2**20
