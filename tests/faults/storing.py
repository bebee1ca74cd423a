"""The warehouse killed with SIGKILL while it loads, migrates and publishes; a full disk; a reader that stays.

After every kill: what was committed is there and whole, the copy opens and is whole, no copy has less than one before.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import duckdb

from benchmarks.reports import report
from extraction.document import Document
from extraction.reading import extract
from flows.problems import explain
from warehouse.load import load
from warehouse.migrate import migrations
from warehouse.publish import current, publish
from warehouse.records import Revision
from warehouse.store import open_reader, open_writer

OLD_STATE = 12  # migrations: what a program of some time ago left
NOW = datetime(2026, 11, 26, tzinfo=UTC)
WHOLE = """
select count(*), count(*) filter (text.extraction_id is null or promised <> assessed)
from core.report
left join raw.text using (extraction_id)
left join (select extraction_id, count(*) as promised from core.indicator group by all) using (extraction_id)
left join (select extraction_id, count(*) as assessed from core.assessment group by all) using (extraction_id)
"""
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])


def main(kills: int = 100) -> None:
    """Every fault, at length."""
    with tempfile.TemporaryDirectory() as folder:
        print(killed_often(Path(folder), kills), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        print(full(Path(folder)), flush=True)


def killed_often(folder: Path, kills: int, seed: int = 5) -> str:
    """Kill so often at any moment and look each time; a reader holds the first copy open for the whole time."""
    random, killed, reports, migrated = Random(seed), 0, 0, 0
    old_state(folder / "old.duckdb")
    store(folder, 0)
    publish(folder / "w.duckdb", folder / "published")
    began = time.monotonic()
    round_of_work(folder, 1)
    longest_s = 1.5 * (time.monotonic() - began)  # of a round on this machine: every step of it is met
    migrated += look_at_migrated(folder)
    with open_reader(current(folder / "published")) as reader:
        seen = reader.execute(WHOLE).fetchall()
        while killed < kills:
            killed += _killed(folder, random.uniform(0, longest_s), 100 * (killed + 1))
            reports = max(reports, look(folder, reports))
            migrated += look_at_migrated(folder)
        assert reader.execute(WHOLE).fetchall() == seen
    publish(folder / "w.duckdb", folder / "published")
    kept = len(committed(folder))
    assert look(folder, reports) >= kept >= 2 + kills // 10, "it was always killed before anything was done"
    assert migrated >= 1 + kills // 10
    return (
        f"killed {killed} times: {kept} committed reports all there and whole, {migrated} databases migrated, "
        "every copy whole; the first copy's reader saw it to the end"
    )


def work(folder: str, number: int, started: Any) -> None:
    """What is killed: rounds of work without end."""
    started.set()
    while True:
        number += 1
        round_of_work(Path(folder), number)


def round_of_work(folder: Path, number: int) -> None:
    """Load, migrate and publish, each round beginning with another of them."""
    steps = [
        lambda: store(folder, number),
        lambda: migrate_a_copy(folder, number),
        lambda: publish(folder / "w.duckdb", folder / "published"),
    ]
    first = number // 100 % len(steps)
    for step in steps[first:] + steps[:first]:
        step()


def migrate_a_copy(folder: Path, number: int) -> None:
    """A database of an older program is brought up."""
    unfinished, copy = folder / "copying", folder / f"old-{number}.duckdb"
    shutil.copyfile(folder / "old.duckdb", unfinished)
    unfinished.rename(copy)
    with open_writer(copy):
        pass


def store(folder: Path, number: int) -> None:
    """Load a report, and note it down once it is committed."""
    revision = Revision("town", f"https://town.example/{number}", f"{number:064d}", NOW, "text/html", "report")
    with open_writer(folder / "w.duckdb") as con:
        load(con, revision, extract(Document.from_text(report(number))), version="1", run_id="r", known_at=NOW)
        with (folder / "committed").open("a", encoding="utf-8") as notes:
            notes.write(f"{revision.url}\n")
            notes.flush()
            os.fsync(notes.fileno())


def committed(folder: Path) -> set[str]:
    """The addresses of all that was committed before a kill; a line that was not written to its end counts not."""
    notes = folder / "committed"
    return set(notes.read_text("utf-8").split("\n")[:-1]) if notes.exists() else set()


def look(folder: Path, before: int) -> int:
    """Assert that nothing is lost, half there or half published; returns how many reports the copy has."""
    with open_reader(current(folder / "published")) as con:
        ((published, broken),) = con.execute(WHOLE).fetchall()
        con.execute("select count(*), max(reason) from mart.progress").fetchall()
    assert broken == 0, f"{broken} reports of the copy are not whole"
    assert published >= before, "a copy has less than the one before"
    with open_writer(folder / "w.duckdb") as con:
        stored = {url for (url,) in con.execute("select url from raw.document").fetchall()}
        assert con.execute(WHOLE).fetchall()[0][1] == 0
    assert committed(folder) <= stored, f"lost: {committed(folder) - stored}"
    return int(published)


def old_state(path: Path) -> None:
    """A database as it was so many migrations ago, with a row in it."""
    with duckdb.connect(path, config={"storage_compatibility_version": "v1.5.0"}) as con:
        for migration in migrations()[:OLD_STATE]:
            con.execute(migration.sql)
            con.execute(
                "insert into ops.migration values (?, ?, ?, now())",
                [migration.number, migration.name, migration.sha256],
            )
        con.execute("insert into core.source values ('town', '政务局', '示范市', 'https://town.example', 'trs', now())")


def look_at_migrated(folder: Path) -> int:
    """Open what was being migrated: it is brought to its end, with its row; returns how many there were."""
    found = list(folder.glob("old-*.duckdb"))
    for path in found:
        with open_writer(path) as con:
            assert con.execute("select count(*) from ops.migration").fetchall() == [(len(migrations()),)]
            assert con.execute("select bureau from core.v_source").fetchall() == [("政务局",)]
    for path in folder.glob("old-*"):
        path.unlink()
    return len(found)


def _killed(folder: Path, after_s: float, number: int) -> bool:
    """Killed so long after it began to work."""
    started = CONTEXT.Event()
    process = CONTEXT.Process(target=work, args=(str(folder), number, started))
    process.start()
    started.wait()
    process.join(after_s)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL, process.exitcode
    return True


def full(folder: Path) -> str:
    """A file that cannot grow: the copy fails with a clear line, and the one before stays."""
    store(folder, 1)
    before = publish(folder / "w.duckdb", folder / "published")
    store(folder, 2)
    process = CONTEXT.Process(target=_publish_without_room, args=(str(folder),))
    process.start()
    process.join()
    assert process.exitcode == 0, process.exitcode
    said = (folder / "said").read_text("utf-8")
    assert current(folder / "published").resolve().parent == before
    with open_reader(current(folder / "published")) as con:
        assert con.execute(WHOLE).fetchall() == [(1, 0)]
    assert [entry.name for entry in (folder / "published").iterdir() if entry.name.startswith(".tmp")] == []
    assert look_after(folder) == 2
    return f"no room for the copy: {said!r}; the older copy is shown, nothing stored is lost"


def look_after(folder: Path) -> int:
    """With room again the next publishing has everything."""
    publish(folder / "w.duckdb", folder / "published")
    return look(folder, 2)


def _publish_without_room(folder: str) -> None:
    place = Path(folder)
    with no_file_over((place / "w.duckdb").stat().st_size // 2):
        try:
            publish(place / "w.duckdb", place / "published")
        except OSError as error:
            said = explain(error)
        else:
            sys.exit("it was published")
    (place / "said").write_text(said, encoding="utf-8")


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """This process can write no file that is larger, as if there were no room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


if __name__ == "__main__":
    main()
