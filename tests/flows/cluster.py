"""A real Dask scheduler and its workers, as programs of their own, over TCP on loopback."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import distributed

from tests.lasting import Process, begin, free_port, lasting
from tests.pages import ROOT

LIMIT = "450MB"


@dataclass
class Cluster:
    """The scheduler's address, and its workers: each of them is a nanny that starts its worker again."""

    folder: Path
    port: int
    started: list[Process]
    workers: list[Process] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def worker(self, *options: str) -> None:
        """One more worker, of one thread."""
        place = ["--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0"]
        command = [sys.executable, "-m", "distributed.cli.dask_worker", self.address, *place, *options]
        log = self.folder / f"worker{len(self.workers)}.log"
        self.workers.append(begin(command, _environ(), log, self.folder))
        self.started.append(self.workers[-1])

    def busy(self, client: distributed.Client, patience_s: float = 240) -> int:
        """The process of a worker that has a task, as soon as one has."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            having = [address for address, tasks in client.processing().items() if tasks]
            if having:
                pids: dict[str, int] = client.run(os.getpid, workers=having)
                return next(iter(pids.values()))
            time.sleep(0.05)
        raise AssertionError(self.said())

    def said(self) -> str:
        return "\n".join(log.read_text("utf-8")[-3000:] for log in self.folder.glob("*.log"))


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler that gives a task to two workers at most."""
    with lasting() as started:
        found = Cluster(folder, free_port(), started)
        place = [
            "--host",
            "127.0.0.1",
            "--port",
            str(found.port),
            "--no-dashboard",
            "--dashboard-address",
            "127.0.0.1:0",
        ]
        command = [sys.executable, "-m", "distributed.cli.dask_scheduler", *place]
        started.append(begin(command, _environ(), folder / "scheduler.log", folder))
        yield found


def _environ() -> dict[str, Any]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
