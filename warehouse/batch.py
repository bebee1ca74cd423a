"""Batches: what a worker read, as Parquet files in a folder, one for each table, for the one loader to take in.

The worker needs no warehouse and the loader no worker's memory. A folder is there completely or not at all.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.errors import BatchDamaged
from warehouse.rows import Incoming, rows_of
from warehouse.staging import BY_REPORT, HOME, Stage, on_stage
from warehouse.store import connect_scratch

# what only the loader knows: when we learnt of it, by which run, and whether it came with a first visit
_LOADERS = ("first_seen_at", "known_at", "run_id", "is_baseline")
_UNFINISHED = ".tmp-"


def write_batch(folder: Path, incoming: Iterable[Incoming]) -> None:
    """Write the readings into the folder, which must not exist yet. What it keeps in memory is theirs alone."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(dir=folder.parent, prefix=_UNFINISHED))
    try:
        with connect_scratch() as con, on_stage(con) as stage:
            stage.put(rows_of(incoming, "", datetime.now(UTC)))
            known = _columns(con)
            for table in HOME:
                columns = ", ".join(name for name in known[table] if name not in _LOADERS)
                con.execute(
                    f"copy (select {columns} from temp.{table}) to '{_file(unfinished, table)}' (compression zstd)"
                )
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def stage_batch(stage: Stage, folder: Path, run_id: str, known_at: datetime) -> None:
    """Put a batch on the stage. Raises BatchDamaged where a file is missing, or has rows of no report of the batch."""
    con = stage.con
    stage.filled.update(HOME)
    ours = {"run_id": "$run_id", "known_at": "$known_at::timestamptz", "first_seen_at": "$known_at::timestamptz"}
    known = _columns(con)
    for table in HOME:
        added = {name: ours[name] for name in known[table] if name in ours}
        columns = "".join(f", {value} as {name}" for name, value in added.items())
        given = {"run_id": run_id, "known_at": known_at}
        used = {name: value for name, value in given.items() if f"${name}" in columns}
        try:
            con.execute(f"insert into temp.{table} by name select *{columns} from '{_file(folder, table)}'", used)
        except duckdb.Error as error:
            raise BatchDamaged(folder, str(error)) from error
    _require_whole(con, folder)
    (stage.reports,) = con.execute("select count(*) from temp.report").fetchall()[0]


def _require_whole(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    owners = {table: ("report", "extraction_id") for table in BY_REPORT if table != "report"}
    owners |= {"report": ("revision", "revision_id"), "revision": ("document", "document_id")}
    for table, (owner, key) in owners.items():
        (orphans,) = con.execute(f"select count(*) from temp.{table} anti join temp.{owner} using ({key})").fetchall()[
            0
        ]
        if orphans:
            raise BatchDamaged(folder, f"{orphans} rows of {table} belong to no {owner} of it")
    (mute,) = con.execute("select count(*) from temp.report anti join temp.text using (extraction_id)").fetchall()[0]
    if mute:
        raise BatchDamaged(folder, f"{mute} reports have no text")


def _columns(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Those of each table of the stage, in their order."""
    found = con.execute(
        "select table_name, list(column_name order by column_index) from duckdb_columns()"
        " where database_name = 'temp' group by table_name"
    )
    return dict(found.fetchall())


def _file(folder: Path, table: str) -> str:
    """As it stands between quotes in SQL."""
    return str(folder / f"{table}.parquet").replace("'", "''")
