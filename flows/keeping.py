"""The second half of the job: load and assess. For these moments the warehouse is open for writing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from connectors.source import Source
from extraction import VERSION
from flows import afar, health
from flows.following import follow
from flows.problems import Problem, problem
from flows.publishing import mark
from flows.settings import Settings
from flows.targets import keep_breakdown
from flows.visiting import Visit
from warehouse import changes, listing, load, register
from warehouse.assessing import set_threshold
from warehouse.bulk import Loaded, load_batch, load_many
from warehouse.rows import Incoming
from warehouse.staging import FEW
from warehouse.store import open_writer

log = logging.getLogger("duban")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run did with one source; `told` and `resolved` count alert rows."""

    source_id: str
    listed: int = 0
    new: int = 0
    told: int = 0
    resolved: int = 0
    problems: tuple[Problem, ...] = ()


def keep(source: Source, brought: Visit, settings: Settings, run_id: str) -> Outcome:
    """Load what a visit brought, and note how the source stands. Raises WarehouseBusy.

    What is worth telling is decided at the run's end, for all sources at once (flows/telling.py).
    """
    if brought.readings or brought.batch:
        mark(settings)
    with writer(settings, threads=1 if _is_little(brought) else None) as con:
        loaded = _load(con, brought, run_id)
        new = len(loaded.extraction_ids)
        # a page whose records do not stand in it stops itself, not the source
        problems = [*brought.problems, *(problem(source.id, error) for error in loaded.refused)]
        load.record_visit(con, source.id, run_id, brought.visited_at, brought.listed, new, brought.error)
        listing.record_listing(con, source.id, brought.rows, run_id, brought.visited_at)
        listing.record_validators(con, source.id, brought.validators)
        listing.record_unchanged(con, source.id, brought.unchanged, brought.visited_at)
        follow(con, source.id, datetime.now(UTC))
        trouble = health.check(con, source, brought, run_id)
    afar.drop(brought.batch)
    if trouble and not brought.error:  # an error is among the problems of the visit
        problems.append(Problem(source.id, trouble.detail))
    return Outcome(source.id, brought.listed, new, problems=tuple(problems))


@contextmanager
def writer(settings: Settings, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, open for writing for a moment, with the threshold that the settings give its rule."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with open_writer(settings.warehouse, wait_s=settings.writer_wait_s, threads=threads) as con:
        set_threshold(con, "confidence_min", settings.confidence_min, datetime.now(UTC))
        register.set_authority(con, settings.target_authority, datetime.now(UTC))
        yield con


def _is_little(brought: Visit) -> bool:
    """Whether one thread loads it sooner than several."""
    return not brought.batch and len(brought.readings) <= FEW


def _load(con: duckdb.DuckDBPyConnection, brought: Visit, run_id: str) -> Loaded:
    """All that was read in one transaction, or two where a worker left a batch; what changed in figures is said."""
    read: list[Incoming] = []
    for reading in brought.readings:
        if reading.extraction is None:
            reason = "; ".join(found.message for found in reading.problems)
            load.keep_unread(con, reading.revision, reason, run_id=run_id, known_at=datetime.now(UTC))
        else:
            if reading.pledges:
                keep_breakdown(con, reading.revision, reading.extraction, reading.pledges, VERSION)
            read.append(Incoming(reading.revision, reading.extraction, VERSION))
    loaded = load_many(con, read, run_id=run_id, known_at=datetime.now(UTC))
    if brought.batch:
        loaded = _both(loaded, load_batch(con, brought.batch, run_id=run_id, known_at=datetime.now(UTC)))
    for source_id, change in changes.changes(con, loaded.extraction_ids):
        log.info("%s: changed: %s", source_id, change)
    return loaded


def _both(one: Loaded, other: Loaded) -> Loaded:
    return Loaded((*one.extraction_ids, *other.extraction_ids), (*one.refused, *other.refused))
