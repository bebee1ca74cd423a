"""What comes in: sources, visits, and reports with everything that was read from them. Rows are only added.

Every function may be called twice with the same arguments: the second call changes nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb

from extraction.records import Extraction
from warehouse.bulk import keep_revisions, load_many
from warehouse.keys import names_of
from warehouse.records import Revision
from warehouse.rows import Incoming, revision_rows
from warehouse.staging import on_stage


def register_source(
    con: duckdb.DuckDBPyConnection, source_id: str, bureau: str, region: str, url: str, family: str
) -> None:
    """Make a source known; a changed entry is added to the older one and holds from now on."""
    entry = (source_id, bureau, region, url, family)
    known = con.execute(
        "select source_id, bureau, region, url, family from core.v_source where source_id = ?", [source_id]
    )
    if known.fetchall() != [entry]:
        con.execute("insert into core.source values (?, ?, ?, ?, ?, ?)", [*entry, datetime.now(UTC)])


def known_revisions(con: duckdb.DuckDBPyConnection, source_id: str) -> set[tuple[str, str]]:
    """(address, SHA-256) of every revision of the source that was loaded and of which no attachment is awaited."""
    rows = con.execute(
        "select url, sha256 from raw.revision inner join raw.document using (document_id) where source_id = ?"
        " and revision_id not in (select revision_id from core.v_attachment where state = 'waiting')",
        [source_id],
    )
    return set(rows.fetchall())


def load(
    con: duckdb.DuckDBPyConnection,
    revision: Revision,
    extraction: Extraction,
    *,
    version: str,
    run_id: str,
    known_at: datetime,
) -> str:
    """Store what `version` of the extraction read from a revision, and assess it, in one transaction.

    Returns the extraction_id. Raises SpanMismatch, and stores nothing, when a record's text does not stand at its span.
    """
    loaded = load_many(con, [Incoming(revision, extraction, version)], run_id=run_id, known_at=known_at)
    for refusal in loaded.refused:
        raise refusal
    return names_of(revision, version).extraction_id


def is_loaded(con: duckdb.DuckDBPyConnection, revision: Revision, version: str) -> bool:
    """Whether what `version` of the extraction read from the revision is stored."""
    extraction_id = names_of(revision, version).extraction_id
    return con.execute("select 1 from core.report where extraction_id = ?", [extraction_id]).fetchall() != []


def keep_unread(
    con: duckdb.DuckDBPyConnection, revision: Revision, reason: str, *, run_id: str, known_at: datetime
) -> None:
    """A revision that no reader took, with the reason: it is known from now on, and may be read later."""
    revision_id = names_of(revision, "").revision_id
    with on_stage(con) as stage:
        stage.put(revision_rows(revision, run_id, known_at))
        keep_revisions(stage)
        con.execute(
            "insert into raw.unread select $1, $2, $3 where not exists"
            " (select 1 from raw.unread where revision_id = $1 and reason = $2)",
            [revision_id, reason, known_at],
        )


def record_visit(
    con: duckdb.DuckDBPyConnection,
    source_id: str,
    run_id: str,
    visited_at: datetime,
    listed: int,
    new: int,
    error: str | None,
) -> None:
    """A visit to a source's list: how many reports it named, how many were new, or why it could not be read."""
    con.execute(
        "insert into ops.source_visit select ?, ?, ?, ?, ?, ? where not exists"
        " (select 1 from ops.source_visit where source_id = ? and run_id = ? and visited_at = ?)",
        [source_id, run_id, visited_at, listed, new, error, source_id, run_id, visited_at],
    )


def record_run(
    con: duckdb.DuckDBPyConnection,
    run_id: str,
    flow: str,
    started_at: datetime,
    ended_at: datetime | None,
    outcome: str,
    note: str | None = None,
) -> None:
    """A step in a run's life: a row at its begin (`ended_at` None), a row at its end."""
    con.execute(
        "insert into ops.run select ?, ?, ?, ?, ?, ? where not exists"
        " (select 1 from ops.run where run_id = ? and outcome = ? and ended_at is not distinct from ?)",
        [run_id, flow, started_at, ended_at, outcome, note, run_id, outcome, ended_at],
    )
