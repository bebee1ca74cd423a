"""The warehouse at the size of a country: loading, assessing, asking, publishing, and one new report.

    python -m benchmarks.warehouse [--scale 0.1] [--threads 2] [--memory-mb 1500]

Scale 1 is 3,000 counties x 40 bureaus x 4 quarters x 8 indicators: 3.84 million actuals. Everything is a ratio to what
DuckDB itself needs in the same run for the same rows, so that the figures may be compared between machines.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

import duckdb

from benchmarks.reports import report
from benchmarks.warehouse_made import COUNTIES, TABLES, make
from extraction.document import Document
from extraction.reading import extract
from warehouse.assessing import set_threshold
from warehouse.bulk import load_batch
from warehouse.load import load
from warehouse.publish import current, publish
from warehouse.records import Revision
from warehouse.store import open_reader, open_writer

# what the best comparison is made with: the rows of every report joined to their targets, and one group for each report
AGGREGATE = """
select count(*), sum(met), sum(done)
from (
    select extraction_id, count(*) filter (actual.base >= target.base) as met, sum(actual.base / target.base) as done
    from core.actual
    inner join core.target using (extraction_id, indicator_no)
    group by extraction_id
)
"""
# every indicator judged by the thresholds of now, nothing written: status, severity and gap
JUDGED = "select status, severity, count(*), min(gap_pp) from core.v_assessment group by all"
QUESTIONS = {
    "what lags worst": "select bureau, name, gap_pp, sentence from mart.lagging order by gap_pp limit 20",
    "scoreboard of a period": "from scoreboard('2025Q3') order by lagging desc limit 50",
    "statuses by region": "select region, status, sum(indicators) from mart.scoreboard where is_newest group by all",
    "a bureau's lags": "from mart.lagging where bureau = 'c0001-b07'",
    "history of an indicator": "select * from mart.history where source_id = 'c0002-b03' and name = '新改建农村公路'",
    "figures that fell": "select bureau, name, fell_by from mart.regressions limit 100",
    "claims against figures": "select count(*) from mart.claims",
    "lags by department": (
        "select department, count(*) from (select unnest(departments) as department from mart.lagging) group by all"
    ),
    "what the year would take": "select outlook, count(*) from mart.forecast group by all",
    "number ledger of a bureau": "from mart.ledger where source_id = 'c0001-b07' and role = 'actual'",
}
NOW = datetime(2026, 2, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of all processors."""

    wall_s: float
    cpu_s: float


class Bench:
    """One run: a folder, its limits, and what was measured."""

    def __init__(self, folder: Path, threads: int, memory_mb: int) -> None:
        self.folder, self.threads, self.memory_mb = folder, threads, memory_mb
        self.warehouse = folder / "data" / "warehouse.duckdb"
        self.published = folder / "data" / "published"

    @contextmanager
    def writer(self, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """The warehouse within the limits."""
        with open_writer(self.warehouse, threads=threads or self.threads) as con:
            self.limit(con)
            yield con

    def limit(self, con: duckdb.DuckDBPyConnection) -> None:
        """So much memory; order is kept where a query asks for it."""
        con.execute(f"set memory_limit = '{self.memory_mb}MB'; set preserve_insertion_order = false")


def main() -> None:
    """Measure everything, and say it line by line."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="duban-bench-") as name:
        bench = Bench(Path(name), options.threads, options.memory_mb)
        parts, made = timed(lambda: make(bench.folder / "batches", max(round(COUNTIES * options.scale), 1)))
        say("made", f"{len(parts)} batches", made)
        loading(bench, parts)
        bare = assessing(bench)
        publishing(bench)
        asking(bench, bare)
        alone(one_report, bench)
        reading_meanwhile(bench, parts[-1])
    say("memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most, wanted under 2048")


def loading(bench: Bench, parts: Sequence[Path]) -> None:
    """(a) Keys, spans checked, assessed, against reading the same files into plain tables."""
    with duckdb.connect(bench.folder / "plain.duckdb", config={"threads": bench.threads}) as con:
        bench.limit(con)
        _, plain = timed(lambda: [con.execute(_read(table, parts)).fetchall() for table in TABLES])
    with bench.writer() as con:
        _, ours = timed(lambda: [load_batch(con, part, run_id="bench", known_at=NOW) for part in parts])
        con.execute(
            "insert into core.source select distinct source_id, source_id, source_id[:5], '', 'trs', ?::timestamptz"
            " from core.report",
            [NOW],
        )
        ((actuals,),) = con.execute("select count(*) from core.actual").fetchall()
    say("read", f"{actuals} actuals and all that belongs to them, from Parquet into plain tables", plain)
    say("load", f"{ratio(ours, plain)} times that, wanted at most 6", ours)


def assessing(bench: Bench) -> Took:
    """(b) Everything judged, and judged and written anew, against one bare aggregate."""
    with bench.writer() as con:
        bare = best(lambda: con.execute(AGGREGATE).fetchall())
        judged = best(lambda: con.execute(JUDGED).fetchall())
        _, written = timed(lambda: set_threshold(con, "tolerance_pp", Decimal("0.6"), NOW))
    say("aggregate", "actuals joined to their targets, a group for each report", bare)
    say("judge all", f"{ratio(judged, bare)} times that, wanted at most 3", judged)
    say("assess all", f"{ratio(written, bare)} times that: judged by another threshold and written", written)
    return bare


def publishing(bench: Bench) -> None:
    """(d) A new copy."""
    _, took = timed(lambda: publish(bench.warehouse, bench.published))
    size = bench.warehouse.stat().st_size / 2**20
    say("publish", f"{size:.0f} MB", took)


def asking(bench: Bench, bare: Took) -> None:
    """(c) Ten questions on the copy, each on a connection of its own, then again."""
    limit_ms = 300 * bare.wall_s
    slow = 0
    for name, sql in QUESTIONS.items():
        with open_copy(bench) as con:
            _, cold = timed(lambda sql=sql: con.execute(sql).fetchall())  # type: ignore[misc]
            warm = best(lambda sql=sql: con.execute(sql).fetchall())  # type: ignore[misc]
        slow += warm.wall_s * 1000 > limit_ms
        say("ask", f"{name}: cold {cold.wall_s * 1000:.0f} ms, warm {warm.wall_s * 1000:.0f} ms")
    say("asked", f"{len(QUESTIONS) - slow} of {len(QUESTIONS)} within {limit_ms:.0f} ms (0.3 of the aggregate)")


@contextmanager
def open_copy(bench: Bench) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published copy, as an analyst opens it."""
    with open_reader(current(bench.published)) as con:
        yield con


def alone(work: Callable[[Bench], None], bench: Bench) -> None:
    """In a process of its own, as a run is: what a process has done before leaves its memory in pieces."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(work, bench).result()


def one_report(bench: Bench, times: int = 20) -> None:
    """(f) A new report from begin to commit, on a connection that is open and has loaded before.

    It has one thread, as in a run that brings few reports (flows/keeping.py).
    """
    read = [extract(Document.from_text(report(seed))) for seed in range(times + 1)]
    with bench.writer(threads=1) as con:
        took = []
        for number, extraction in enumerate(read):
            revision = Revision("new", f"https://new.example/{number}", f"{number:064d}", NOW, "text/html", "report")

            def one(revision: Revision = revision, extraction: Any = extraction) -> str:
                return load(con, revision, extraction, version="1", run_id="new", known_at=NOW)

            took.append(timed(one)[1])
    walls = sorted(one.wall_s * 1000 for one in took[1:])
    cpu = median(one.cpu_s * 1000 for one in took[1:])
    indicators = sum(len(task.indicators) for one in read for task in one.tasks) / len(read)
    say("one report", f"of {indicators:.0f} indicators: median {median(walls):.0f} ms ({cpu:.0f} ms of processor), "
        f"longest {walls[-1]:.0f} ms, wanted under 100")  # fmt: skip


def reading_meanwhile(bench: Bench, part: Path) -> None:
    """(e) What a reader of the copy notices of a writer: the same question alone, and while a batch is loaded again."""
    sql = QUESTIONS["a bureau's lags"]
    with open_copy(bench) as con:
        by_itself = median(timed(lambda: con.execute(sql).fetchall())[1].wall_s for _ in range(10))
        writing = threading.Thread(target=_load_again, args=(bench, part))
        writing.start()
        meanwhile = []
        while writing.is_alive():
            meanwhile.append(timed(lambda: con.execute(sql).fetchall())[1].wall_s)
        writing.join()
    say("reader", f"alone {by_itself * 1000:.0f} ms, while a writer loads {median(meanwhile) * 1000:.0f} ms "
        f"(longest {max(meanwhile) * 1000:.0f} ms of {len(meanwhile)}), never refused")  # fmt: skip


def _load_again(bench: Bench, part: Path) -> None:
    """The batch as other reports: nothing of it is known."""
    other = bench.folder / "again"
    other.mkdir()
    with duckdb.connect() as con:
        for table in TABLES:
            keys = [f"{key}[:15] || 'z' as {key}" for key in ("document_id", "revision_id", "extraction_id")]
            columns = [name for name, *_ in con.execute(f"describe from '{part / table}.parquet'").fetchall()]
            changed = ", ".join(key for key in keys if key.rpartition(" ")[2] in columns)
            con.execute(
                f"copy (select * replace ({changed}) from '{part / table}.parquet') to '{other / table}.parquet'"
            )
    with bench.writer() as con:
        load_batch(con, other, run_id="again", known_at=NOW)


def timed(work: Callable[[], Any]) -> tuple[Any, Took]:
    """What it gives, and how long it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Took(time.perf_counter() - wall, time.process_time() - cpu)


def best(work: Callable[[], Any], times: int = 3) -> Took:
    """The shortest of so many."""
    return min((timed(work)[1] for _ in range(times)), key=lambda took: took.wall_s)


def ratio(ours: Took, theirs: Took) -> str:
    """How many times as long, on the clock and in processor time."""
    return f"{ours.wall_s / theirs.wall_s:.1f} ({ours.cpu_s / theirs.cpu_s:.1f} in processor time)"


def say(name: str, words: str, took: Took | None = None) -> None:
    """One line, at once."""
    seconds = f"{took.wall_s:>8.2f} s {took.cpu_s:>8.2f} s cpu  " if took else " " * 26
    print(f"{name:<12}{seconds}{words}", flush=True)


def _read(table: str, parts: Sequence[Path]) -> str:
    return f"create table {table} as from read_parquet({[f'{part / table}.parquet' for part in parts]})"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The warehouse at the size of a country.")
    parser.add_argument("--scale", type=float, default=0.1, help="of 3,000 counties")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--memory-mb", type=int, default=1500, help="DuckDB's memory_limit")
    parser.add_argument("--folder", type=Path, help="where there is room: 4 GB at scale 1")
    return parser.parse_args()


if __name__ == "__main__":
    main()
