"""A visit by a worker that shares the data folder and nothing else: what it read is left there as a batch.

No records travel from process to process: they are Parquet files from the moment they leave the worker, and one loader
takes them in.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from connectors.http import Client
from connectors.source import Source
from extraction import VERSION
from flows import visiting
from flows.problems import is_retryable
from flows.reading import Reading
from flows.settings import Settings
from flows.visiting import Known, Visit, failed_visit
from warehouse.batch import write_batch
from warehouse.rows import Incoming

log = logging.getLogger("duban")
AGAIN_AFTER_S = 10.0  # as flows/mapping.py has it for threads: for a site that restarts
FORGOTTEN_S = 2 * 24 * 3600  # a batch whose run ended before it was loaded; the next visit reads it again


def by_host(sources: Iterable[Source]) -> list[tuple[Source, ...]]:
    """The sources, those together that have a host in common: only one worker may ask it, or nobody paces it."""
    groups: list[tuple[set[str], list[Source]]] = []
    for source in sources:
        hosts, members = set(source.all_hosts), [source]
        for group in [one for one in groups if one[0] & hosts]:
            groups.remove(group)
            hosts |= group[0]
            members = [*group[1], *members]
        groups.append((hosts, members))
    return [tuple(members) for _, members in groups]


def visit(sources: Sequence[Source], known: Sequence[Known], settings: Settings) -> tuple[Visit, ...]:
    """Visit them one after the other; each fails alone. Nothing is raised: our errors keep to their process."""
    with visiting.client(settings) as http:
        return tuple(
            _one(source, had, settings, http, AGAIN_AFTER_S) for source, had in zip(sources, known, strict=True)
        )


def _one(source: Source, known: Known, settings: Settings, http: Client, again_after_s: float) -> Visit:
    """One visit, and another where that may help; 0 seconds: none."""
    try:
        return batched(visiting.visit(source, known, settings, http), settings)
    except Exception as error:
        if not (again_after_s and is_retryable(error)):
            return failed_visit(source.id, error)
    time.sleep(again_after_s)
    return _one(source, known, settings, http, 0)


def batched(brought: Visit, settings: Settings) -> Visit:
    """The visit with its reports in a batch; what was not read, and what promises, stays with it: that is little."""
    reports = [one for one in brought.readings if _is_report(one)]
    if not reports:
        return brought
    folder = settings.batches / f"{brought.source_id}-{uuid4().hex[:12]}"
    write_batch(folder, [Incoming(one.revision, one.extraction, VERSION) for one in reports if one.extraction])
    rest = tuple(one for one in brought.readings if not _is_report(one))
    return replace(brought, readings=rest, batch=folder)


def sweep(settings: Settings, now_s: float | None = None) -> None:
    """Take away the batches of runs that ended before they loaded them."""
    before = (now_s or time.time()) - FORGOTTEN_S
    for folder in settings.batches.glob("*") if settings.batches.is_dir() else ():
        if folder.stat().st_mtime < before:
            log.info("%s: its run ended before it was loaded; it is taken away", folder.name)
            shutil.rmtree(folder, ignore_errors=True)


def drop(folder: Path | None) -> None:
    """Take a batch away that was loaded."""
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def _is_report(one: Reading) -> bool:
    return one.extraction is not None and not one.pledges
