"""`duban backup`, `duban restore` and `duban publish`: what the person does who looks after the warehouse."""

from __future__ import annotations

from pathlib import Path

from flows.cli_common import Flag, in_force


def backup(to: Path, /) -> int:
    """Copy the warehouse and the page archive, with checksums, into a new folder. Runs may go on meanwhile.

    Parameters
    ----------
    to
        The folder to make; it must not be there yet, or be empty.
    """
    from flows.backing_up import back_up_to

    print(back_up_to(in_force(), to))
    return 0


def restore(origin: Path, /, *, replace: Flag = False) -> int:
    """Check every file of a backup, then put it in the place of the warehouse, and publish it.

    Parameters
    ----------
    origin
        The backup's folder.
    replace
        Also where there is a warehouse; it is kept beside the new one as warehouse.before-restore-1.duckdb.
    """
    from flows.backing_up import restore_from

    print(restore_from(in_force(), origin, replace=replace))
    return 0


def publish() -> int:
    """Publish the copy that everybody reads anew, for example after an update of Duban brought new views."""
    from flows.publishing import publish_copy

    settings = in_force()
    publish_copy(settings)
    print(f"published: {settings.published_copy}")
    return 0
