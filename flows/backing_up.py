"""Backups as commands: where they go, what they refuse, and what they say."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from flows.problems import MisuseError
from flows.publishing import publish_copy
from flows.settings import CLOCK, Settings
from flows.whole_file import whole_folder
from warehouse.backup import Manifest, back_up, restore


def back_up_to(settings: Settings, folder: Path) -> str:
    """Make the backup; the folder is there as a whole or not at all. Returns what it holds, in a line."""
    if not settings.warehouse.exists():
        raise MisuseError(f"{settings.warehouse}: there is no warehouse here; set DUBAN_DATA to where the data is")
    with whole_folder(folder) as unfinished:
        made = back_up(
            settings.warehouse, settings.archive, unfinished, datetime.now(CLOCK), wait_s=settings.writer_wait_s
        )
    return f"{folder}: {_held(made)}"


def restore_from(settings: Settings, folder: Path, *, replace: bool) -> str:
    """Verify and restore; then publish, so that everybody sees it. Returns what was restored, in a line."""
    if settings.warehouse.exists() and not replace:
        raise MisuseError(f"{settings.warehouse} is there; --replace takes its place, and keeps it beside it")
    settings.data.mkdir(parents=True, exist_ok=True)
    made = restore(folder, settings.warehouse, settings.archive, wait_s=settings.writer_wait_s)
    publish_copy(settings)
    return f"restored the backup of {made.made_at}: {_held(made)}"


def _held(made: Manifest) -> str:
    reports, corrections = made.rows["core.report"], made.rows.get("core.correction", 0)
    return f"{reports} reports, {corrections} words of people, {len(made.pages)} archived pages, checksums right"
