"""Publishing the copy that everybody reads, and saying so where it could not be made: then the older one is shown.

A mark in the data folder says that the warehouse has more than the copy. It is set before anything is loaded and
taken away by the publishing, so that a run that is killed or finds the disk full leaves it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from flows.problems import CommandError, explain, is_disk_full
from flows.settings import CLOCK, Settings
from warehouse.publish import publish

MARK = "unpublished"


def publish_copy(settings: Settings) -> None:
    """A new copy, so that everybody sees what is new. Raises CommandError where it cannot be made."""
    mark(settings)
    try:
        publish(settings.warehouse, settings.published, keep=settings.keep_copies, wait_s=settings.writer_wait_s)
    except Exception as error:
        raise CommandError(not_published(settings, error)) from error
    (settings.data / MARK).unlink(missing_ok=True)


def mark(settings: Settings) -> None:
    """From now on the warehouse has, or may have, more than the copy; on a full disk what is there must do."""
    with suppress(OSError):
        (settings.data / MARK).touch()


def not_published(settings: Settings, error: BaseException) -> str:
    """That there is no new copy, what is shown meanwhile, and what to do."""
    reason, remedy = explain(error), "run again"
    if is_disk_full(error):
        reason, remedy = f"the disk is full ({settings.published})", "free some space and run again"
    made = made_at(settings)
    shown = f"'duban status' and 'duban sql' show the one of {made}" if made else "there is none to show"
    return (
        f"the published copy could not be made: {reason}; until the next run {shown}; {remedy}: nothing stored is lost"
    )


def behind(settings: Settings) -> str | None:
    """That the copy is older than the warehouse, where it is."""
    made = made_at(settings)
    if made is None or not (settings.data / MARK).exists():
        return None
    return (
        f"this is the published copy of {made}, and the warehouse has more: a run is under way, or its copy could not "
        "be made; 'duban run' publishes a new one"
    )


def made_at(settings: Settings) -> str | None:
    """When the newest copy was made, to the minute, in China; None where there is none."""
    if not settings.published_copy.exists():
        return None
    return f"{datetime.fromtimestamp(settings.published_copy.stat().st_mtime, CLOCK):%Y-%m-%d %H:%M}"
