"""What a second worker gains: archived reports read again by one worker, then by two, on a Dask cluster over TCP.

    python -m benchmarks.flow_reextract [--reports 20000] [--batch 250] [--workers 1 2] [--no-load]

The archive holds invented reports, each as an older program had read it: without a figure. The mapped part is timed
from the first task to the last batch, with the workers already there; what one loader then takes is told apart. Where
others use the machine the clock says little: the processor time of the workers, of the flow with Dask's scheduler, and
of Prefect's server stands beside it, and what the gain would be if they had all processors for themselves.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from benchmarks.reports import report
from extraction.document import Document
from extraction.reading import extract
from flows import prefect_env
from flows.reextract import Wanted, chosen, concluded
from flows.reextract_stage import ReextractStage
from flows.settings import Settings, load_settings
from warehouse import archive
from warehouse.batch import write_batch
from warehouse.bulk import load_batch
from warehouse.load import register_source
from warehouse.records import Revision
from warehouse.rows import Incoming
from warehouse.store import open_writer

SOURCES = 20
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the mapped part by the clock, and of processor time: of all workers, the flow, Prefect's server."""

    workers: int
    clock_s: float
    workers_s: float
    flow_s: float
    server_s: float

    def __str__(self) -> str:
        parts = f"{self.flow_s:.1f} s of the flow and the scheduler, {self.server_s:.1f} s of Prefect's server"
        return f"{self.workers} workers: {self.clock_s:.1f} s; processor time {self.workers_s:.1f} s of theirs, {parts}"

    def alone_s(self, processors: int) -> float:
        """By the clock, if nobody else used the machine and nobody waited."""
        return max(self.workers_s / self.workers, (self.workers_s + self.flow_s + self.server_s) / processors)


def main() -> None:
    """Make the archive, read it by each number of workers, load what the last one read; print each."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        os.environ |= {"DUBAN_DATA": str(folder / "data"), "DUBAN_SOURCES": str(folder), "DUBAN_TASK_RUNNER": "dask"}
        settings = load_settings()
        began = time.perf_counter()
        fill(settings, options.reports)
        print(f"{options.reports} reports archived in {time.perf_counter() - began:.0f} s", flush=True)
        prefect_env.prepare(folder / "prefect")
        from flows import rereading
        from flows.prefect_server import serving

        rereading.AT_ONCE = options.batch
        with serving(folder / "prefect"):
            (server,) = psutil.Process().children()
            took = {count: _measured(settings, count, server) for count in options.workers}
        if len(took) > 1:
            print(said_gain(took, os.cpu_count() or 1))
        if options.load:
            _load(settings)


def fill(settings: Settings, reports: int) -> None:
    """So many different reports in the archive and the warehouse, as a program without rules would have read them."""
    settings.data.mkdir(parents=True)
    with open_writer(settings.warehouse) as con:
        for number in range(SOURCES):
            register_source(con, f"bureau{number:02}", f"局{number:02}", "云汀市", "https://b.example/", "trs")
        for start in range(0, reports, AT_ONCE):
            batch = settings.data / "batch"
            write_batch(batch, _incoming(settings, range(start, min(start + AT_ONCE, reports))))
            load_batch(con, batch, run_id="made", known_at=datetime.now(UTC))
            shutil.rmtree(batch)


def said_gain(took: dict[int, Took], processors: int) -> str:
    """How much faster the most workers were than the fewest, by the clock; how many processors each had; and alone."""
    few, many = took[min(took)], took[max(took)]
    share = many.workers_s / many.clock_s
    return (
        f"gain of {max(took)} workers over {min(took)}: {few.clock_s / many.clock_s:.2f} by the clock; "
        f"they had {share:.2f} processors (one had {few.workers_s / few.clock_s:.2f}); with all {processors} for "
        f"themselves {few.alone_s(processors) / many.alone_s(processors):.2f}"
    )


def _incoming(settings: Settings, seeds: Sequence[int]) -> Iterator[Incoming]:
    nothing = extract(Document.from_text("进展情况"))
    for seed in seeds:
        content = report(seed).encode()
        url = f"https://b.example/{seed}.txt"
        sha256 = archive.store(settings.archive, content)
        source = f"bureau{seed % SOURCES:02}"
        revision = Revision(source, url, sha256, datetime.now(UTC), "text/plain", "重点工作进展情况")
        yield Incoming(revision, nothing, "0")


def _measured(settings: Settings, count: int, server: psutil.Process) -> Took:
    import distributed

    dask: Any = distributed  # it has no types
    place = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "worker_dashboard_address": "127.0.0.1:0"}
    cluster = dask.LocalCluster(n_workers=count, threads_per_worker=1, silence_logs=logging.ERROR, **place)
    with cluster, dask.Client(cluster) as client:
        client.run(__import__, "flows.rereading")  # what a worker imports once

        def of_others() -> tuple[float, float]:
            at_server = server.cpu_times()
            return sum(client.run(time.process_time).values()), at_server.user + at_server.system

        before = of_others()
        there = settings.model_copy(update={"dask_scheduler": cluster.scheduler_address})
        clock_s, flow_s = asyncio.run(_again(there))
        workers_s, server_s = (now - then for now, then in zip(of_others(), before, strict=True))
    took = Took(count, clock_s, workers_s, flow_s, server_s)
    print(f"{took}", flush=True)
    return took


async def _again(settings: Settings) -> tuple[float, float]:
    """The mapped part of the flow, into an empty stage; seconds by the clock, and of this process.

    Prefect takes the flow to the workers with each task, so that it holds nothing but the settings.
    """
    from prefect import flow

    from flows.rereading import mapped

    ReextractStage(settings).clear()

    @flow(name="mapped")
    async def again() -> tuple[float, float]:
        stage, revisions = ReextractStage(settings), chosen(settings, Wanted())
        began, had = time.perf_counter(), time.process_time()
        failed = await mapped(settings, stage, revisions)
        assert not failed, failed
        return time.perf_counter() - began, time.process_time() - had

    return await again()


def _load(settings: Settings) -> None:
    """What the stage holds into the warehouse, by one process."""
    own, began = time.process_time(), time.perf_counter()
    revisions = chosen(settings, Wanted())
    done = concluded(settings, ReextractStage(settings), revisions, (), diff=False, accept=True)
    print(f"one loader: {done.changed} of {done.read} reports in {time.perf_counter() - began:.1f} s "
          f"(processor time {time.process_time() - own:.1f} s), with a copy published")  # fmt: skip


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a second worker gains.")
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--batch", type=int, default=250, help="revisions of one task")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="how many, one number after the other")
    parser.add_argument("--load", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--folder", help="where the data folder is made and taken away")
    return parser.parse_args()


if __name__ == "__main__":
    main()
