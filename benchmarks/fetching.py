"""How fast reports are found, fetched and archived, beside Scrapy merely downloading the same pages.

    python -m benchmarks.fetching --scrapy .venv-bench/bin/python [--hosts 100] [--reports 100] [--processes 2]

A site on loopback serves them, pacing is off. Each takes its turn alone with the site on the same cores; the time to
start its processes is counted for both. A second visit of ours, with nothing new, says what that costs. Ours is two
processes of sixteen threads, one request at a time to a host; Scrapy is one process with 32 requests at a time, to any
host. Memory is what the larger process of ours holds when a fifth of its hosts are visited, and when all are.
"""

from __future__ import annotations

import argparse
import multiprocessing
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from benchmarks.memory import resident_mib
from connectors import sites
from connectors.http import Client
from connectors.source import Source
from tests.site.bureaus import Bureau, bureau
from tests.site.serve import Site
from warehouse import archive

TODAY = date(2026, 11, 26)


@dataclass(frozen=True, slots=True)
class Took:
    """Pages, seconds, and the MiB resident in the larger process after a fifth of its hosts and at its end."""

    pages: int
    seconds: float
    early_mib: float = 0.0
    late_mib: float = 0.0

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds


def main() -> None:
    """Run both and print what they took."""
    options = _options()
    towns = [bureau("trs", number, options.reports) for number in range(1, options.hosts + 1)]
    ratios = []
    with _served(towns) as port, tempfile.TemporaryDirectory() as folder:
        for turn in range(options.rounds):
            ours = visit_all(towns, port, Path(folder) / f"archive{turn}", options.processes)
            again = visit_all(towns, port, Path(folder) / f"archive{turn}", options.processes, known=True)
            print(_line("duban", ours), _line("duban again", again), sep="\n")
            if options.scrapy:
                theirs = scrapy(options.scrapy, towns, port, Path(folder))
                ratios.append(ours.rate / theirs.rate)
                print(_line("scrapy", theirs), f"duban/scrapy {ratios[-1]:.2f}", sep="\n", flush=True)
    if len(ratios) > 1:
        print(f"duban/scrapy {median(ratios):.2f}, the median of {len(ratios)} rounds")


def visit_all(towns: Sequence[Bureau], port: int, folder: Path, processes: int, *, known: bool = False) -> Took:
    """Find, fetch and archive everything, the hosts divided among processes; `known`: nothing is new."""
    began = time.perf_counter()
    visit = partial(_visit_some, port=port, folder=folder, known=known)
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        parts = list(pool.map(visit, [towns[first::processes] for first in range(processes)]))
    pages = sum(part.pages for part in parts)
    early, late = (max(getattr(part, name) for part in parts) for name in ("early_mib", "late_mib"))
    return Took(pages, time.perf_counter() - began, early, late)


def scrapy(python: Path, towns: Sequence[Bureau], port: int, folder: Path) -> Took:
    """The same pages, downloaded by Scrapy."""
    targets = folder / "targets"
    targets.write_text("\n".join(f"{town.host} {path}" for town in towns for path in _paths(town)), encoding="utf-8")
    command = [str(python), "-m", "benchmarks.fetching_scrapy", str(port), str(targets)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Took(int(done.stdout), time.perf_counter() - began)


def _visit_some(towns: Sequence[Bureau], port: int, folder: Path, known: bool) -> Took:
    with (
        Client(resolve=lambda host, _: ("127.0.0.1", port), delay_s=0, robots=False) as client,
        ThreadPoolExecutor(16) as pool,
    ):
        pages, resident = 0, list[float]()
        for count in pool.map(lambda town: _visit(town, client, folder, known), towns):
            pages += count
            resident.append(resident_mib())
    return Took(pages, 0.0, resident[(len(towns) - 1) // 5], resident[-1])


def _visit(town: Bureau, client: Client, folder: Path, known: bool) -> int:
    source = Source.model_validate(town.source(max_pages=1000))
    fetch = sites.fetcher(source, client)
    rows = sites.discover(source, client, TODAY)
    assert len(rows) == len(town.reports)
    for row in () if known else rows:
        archive.store(folder, fetch(row.url).content)
    return _list_pages(town) + (0 if known else len(rows))


def _paths(town: Bureau) -> Iterator[str]:
    yield town.list_path
    yield from (f"{town.list_path}index_{number}.shtml" for number in range(1, _list_pages(town)))
    yield from map(town.path_of, town.reports)


def _list_pages(town: Bureau) -> int:
    return -(-len(town.reports) // town.per_page)


@contextmanager
def _served(towns: Sequence[Bureau]) -> Iterator[int]:
    """The site in a process of its own; its port."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(list(towns), theirs), daemon=True)
    process.start()
    try:
        yield int(ours.recv())
    finally:
        ours.send(None)
        process.join(10)


def _serve(towns: list[Bureau], connection: Connection) -> None:
    with Site(towns) as site:
        connection.send(site.port)
        connection.recv()


def _line(name: str, took: Took) -> str:
    memory = f", {took.early_mib:.0f} MiB, then {took.late_mib:.0f}" if took.late_mib else ""
    return f"{name:<12}{took.pages:>7} pages {took.seconds:>7.1f} s {took.rate:>7.0f} pages/s{memory}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Finding, fetching and archiving beside Scrapy.")
    parser.add_argument("--scrapy", type=Path, help="the Python of a venv with Scrapy; without it, ours alone")
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--reports", type=int, default=100, help="reports of each host")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
