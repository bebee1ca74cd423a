"""What the published copy says. It is never locked: a run swaps in a new copy and leaves this one alone."""

from __future__ import annotations

from pathlib import Path

from flows.problems import CommandError, MisuseError
from flows.settings import Settings
from warehouse.progress import progress
from warehouse.query import Answer, query
from warehouse.records import Progress
from warehouse.store import open_reader


def newest(settings: Settings) -> list[Progress]:
    """Every indicator of the newest report of each source."""
    with open_reader(copy_of(settings)) as con:
        return progress(con)


def newest_if_any(settings: Settings) -> list[Progress]:
    """The same for who reports on a run: where nothing could be published, that is said among its problems."""
    return newest(settings) if settings.published_copy.exists() else []


def ask(settings: Settings, sql: str, *, allow_external: bool = False) -> Answer:
    """The answer to a query. Raises MisuseError where there is none."""
    if not sql.strip():
        raise MisuseError('nothing is asked; for example: duban sql "from mart.progress limit 3"')
    return query(copy_of(settings), sql, allow_external=allow_external)


def copy_of(settings: Settings) -> Path:
    """The newest published copy. Raises CommandError where there is none yet."""
    if not settings.published_copy.exists():
        raise CommandError(
            f"{settings.published_copy}: nothing is published yet; 'duban run' publishes a copy "
            "('duban run --sample' tries it on the bundled sample), or set DUBAN_DATA to where the data is"
        )
    return settings.published_copy
