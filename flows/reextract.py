"""`duban reextract`: the archive through today's rules, what that changes, and, accepted, added to what is known.

The network is not touched, and nothing is replaced: an older reading stays, with the time until which it held.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from uuid import uuid4

import duckdb

from connectors.source import load_sources
from flows.archive_reading import read_batch, reread
from flows.following import follow
from flows.keeping import writer
from flows.problems import MisuseError, Problem
from flows.publishing import mark, publish_copy
from flows.reextract_stage import ReextractStage, key_of, written
from flows.settings import Settings
from flows.targets import keep_breakdown
from warehouse.bulk import load_batch, load_many
from warehouse.differences import Difference, differences, standing
from warehouse.lock import write_lock
from warehouse.revisions import Archived, archived
from warehouse.rows import Incoming
from warehouse.store import open_writer

_AT_ONCE = 50  # revisions that are written down together: what a kill may cost


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which revisions: of these sources, of this year, of this region; all, where nothing is said."""

    sources: tuple[str, ...] = ()
    year: int | None = None
    region: str | None = None

    def covers(self, one: Archived) -> bool:
        """Whether this revision is among them."""
        return (
            (not self.sources or one.revision.source_id in self.sources)
            and (self.year is None or one.year == self.year)
            and (self.region is None or self.region in one.region)
        )


@dataclass(frozen=True, slots=True)
class Reextracted:
    """How many revisions were read, how many of them differently, what that changes, and what could not be read."""

    read: int
    changed: int
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]


def reextract(settings: Settings, wanted: Wanted, *, diff: bool, accept: bool) -> Reextracted:
    """Read what is wanted, say what it changes where `diff` asks for that, and keep it where it is accepted.

    Raises MisuseError where nothing is archived of what is wanted.
    """
    revisions, stage = chosen(settings, wanted), ReextractStage(settings)
    problems = _read_here(settings, stage, revisions)
    return concluded(settings, stage, revisions, problems, diff=diff, accept=accept)


def chosen(settings: Settings, wanted: Wanted) -> list[Archived]:
    """The archived revisions that are wanted. Raises MisuseError where there are none."""
    with writer(settings) as con:
        revisions = archived(con)
    if missing := set(wanted.sources) - {one.revision.source_id for one in revisions}:
        raise MisuseError(f"nothing is archived of {', '.join(sorted(missing))}; 'duban sources list' shows the names")
    found = [one for one in revisions if wanted.covers(one)]
    if revisions and not found:
        raise MisuseError("nothing is archived of that year or region; leave --year or --region out")
    return found


def unread(stage: ReextractStage, revisions: Sequence[Archived], at_once: int) -> list[list[Archived]]:
    """What the stage has not got yet, in batches."""
    waiting = [one for one in revisions if key_of(one) not in stage.done]
    return [waiting[start : start + at_once] for start in range(0, len(waiting), at_once)]


def encodings_of(settings: Settings) -> dict[str, str | None]:
    """The encoding that a source file says its pages have, by source."""
    return {source.id: source.encoding for source in load_sources(settings.sources)[0]}


def concluded(
    settings: Settings,
    stage: ReextractStage,
    revisions: Sequence[Archived],
    problems: Sequence[Problem],
    *,
    diff: bool,
    accept: bool,
) -> Reextracted:
    """What the stage changes, and that it is kept where it is accepted: from here on one process does it all."""
    changed = sum(stage.done.get(key_of(one), ("same", None))[0] != "same" for one in revisions)
    found: list[Difference] = []
    if changed and diff:
        with _copy(settings) as con:
            found = _differences(con, settings, stage, revisions)
    if changed and accept:
        mark(settings)
        with writer(settings) as con:
            _add(con, settings, stage, revisions)
        publish_copy(settings)
    if accept:
        stage.clear()
    return Reextracted(len(revisions), changed, tuple(found), tuple(problems))


def _read_here(settings: Settings, stage: ReextractStage, revisions: Sequence[Archived]) -> list[Problem]:
    """Everything that the stage has not got yet, one batch after the other in this process."""
    encodings, problems = encodings_of(settings), list[Problem]()
    for batch in _shown(unread(stage, revisions, _AT_ONCE)):
        read, failed = read_batch(settings, batch, encodings)
        stage.note(written(stage.folder, read))
        problems += failed
    return problems


def _shown(batches: Sequence[list[Archived]]) -> Iterable[list[Archived]]:
    """With how far it is and the time left, on a terminal."""
    if not sys.stderr.isatty():
        return batches
    from rich.console import Console
    from rich.progress import track

    return track(batches, "reading the archive", console=Console(stderr=True), transient=True)


def _add(con: duckdb.DuckDBPyConnection, settings: Settings, stage: ReextractStage, chosen: Sequence[Archived]) -> None:
    """Load what is staged, and follow the promises of its sources."""
    run_id = f"reextract-{uuid4().hex}"
    encodings = encodings_of(settings)
    for folder in stage.batches(chosen):
        for refusal in load_batch(con, folder, run_id=run_id, known_at=datetime.now(UTC)).refused:
            raise refusal
    for one in stage.plans(chosen):
        if new := reread(settings, one, encodings.get(one.revision.source_id)):
            keep_breakdown(con, new.revision, new.extraction, new.pledges, new.version)
            incoming = [Incoming(new.revision, new.extraction, new.version)]
            load_many(con, incoming, run_id=run_id, known_at=datetime.now(UTC))
    for source_id in sorted({one.revision.source_id for one in chosen}):
        follow(con, source_id, datetime.now(UTC))


def _differences(
    con: duckdb.DuckDBPyConnection, settings: Settings, stage: ReextractStage, chosen: Sequence[Archived]
) -> list[Difference]:
    before = standing(con)
    _add(con, settings, stage, chosen)
    return differences(before, standing(con))


@contextmanager
def _copy(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse once more, for trying: nothing that is done there stays."""
    with tempfile.TemporaryDirectory(dir=settings.data, prefix=".tmp-reextract-") as folder:
        path = Path(folder) / "warehouse.duckdb"
        with write_lock(settings.warehouse, wait_s=settings.writer_wait_s):
            copyfile(settings.warehouse, path)
        with open_writer(path) as con:
            yield con
