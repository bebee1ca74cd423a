"""What comes in: sources, visits, and reports with everything that was read from them. Rows are only added.

Every function may be called twice with the same arguments: the second call changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import duckdb

from extraction.records import Extraction
from warehouse import keys
from warehouse.assessing import assess
from warehouse.evidence import check_spans
from warehouse.records import Revision
from warehouse.rows import Row, rows_by_table
from warehouse.transaction import transaction


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
    document_id, revision_id, extraction_id = _ids(revision, version)
    if is_loaded(con, revision, version):
        return extraction_id
    check_spans(revision.url, extraction)
    with transaction(con):
        is_baseline = _is_baseline(con, revision, revision_id, run_id)
        _add_revision(con, revision, document_id, revision_id, run_id, known_at)
        report = _report(revision, extraction, extraction_id, revision_id, version, is_baseline, run_id, known_at)
        _append(con, "core.report", [report])
        for table, rows in rows_by_table(extraction, extraction_id, revision.source_id, known_at).items():
            _append(con, table, rows)
        assess(con, extraction_id, known_at)
    return extraction_id


def is_loaded(con: duckdb.DuckDBPyConnection, revision: Revision, version: str) -> bool:
    """Whether what `version` of the extraction read from the revision is stored."""
    return _exists(con, "core.report", "extraction_id", _ids(revision, version)[2])


def _ids(revision: Revision, version: str) -> tuple[str, str, str]:
    """The names of the document, of the revision, and of what `version` reads from it."""
    document_id = keys.document_id(revision.source_id, revision.url)
    revision_id = keys.revision_id(document_id, revision.sha256, revision.attachments)
    return document_id, revision_id, keys.extraction_id(revision_id, version)


def keep_unread(
    con: duckdb.DuckDBPyConnection, revision: Revision, reason: str, *, run_id: str, known_at: datetime
) -> None:
    """A revision that no reader took, with the reason: it is known from now on, and may be read later."""
    document_id, revision_id, _ = _ids(revision, "")
    with transaction(con):
        _add_revision(con, revision, document_id, revision_id, run_id, known_at)
        if not con.execute(
            "select 1 from raw.unread where revision_id = ? and reason = ?", [revision_id, reason]
        ).fetchall():
            _append(con, "raw.unread", [(revision_id, reason, known_at)])


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


def _is_baseline(con: duckdb.DuckDBPyConnection, revision: Revision, revision_id: str, run_id: str) -> bool:
    """Whether it came with the first good visit of its source; a re-extraction keeps what the first reading was."""
    first = con.execute(
        "select is_baseline from core.report where revision_id = ? order by known_at limit 1", [revision_id]
    ).fetchall()
    if first:
        return bool(first[0][0])
    visits = con.execute(
        "select count(*) from ops.source_visit where source_id = ? and error is null and run_id <> ?",
        [revision.source_id, run_id],
    ).fetchall()
    return visits == [(0,)]


def _add_revision(
    con: duckdb.DuckDBPyConnection,
    revision: Revision,
    document_id: str,
    revision_id: str,
    run_id: str,
    known_at: datetime,
) -> None:
    if not _exists(con, "raw.document", "document_id", document_id):
        _append(con, "raw.document", [(document_id, revision.source_id, revision.url, known_at)])
    if not _exists(con, "raw.revision", "revision_id", revision_id):
        listed = (revision.fetched_at, revision.media_type, revision.listed_title, revision.published_on)
        _append(con, "raw.revision", [(revision_id, document_id, revision.sha256, *listed, run_id, known_at)])
    if revision.attachments:
        _append(con, "raw.attachment", list(_attachments(con, revision, revision_id, known_at)))


def _attachments(
    con: duckdb.DuckDBPyConnection, revision: Revision, revision_id: str, known_at: datetime
) -> Iterator[Row]:
    """A row for each file of which something else is known than before: one that was not read may be read later."""
    known = con.execute(
        "select attachment_no, url, name, sha256, media_type, state, reason from core.v_attachment"
        " where revision_id = ?",
        [revision_id],
    )
    before = {row[0]: row[1:] for row in known.fetchall()}
    for number, file in enumerate(revision.attachments):
        entry = (file.url, file.name, file.sha256, file.media_type, file.state, file.reason)
        if before.get(number) != entry:
            yield (revision_id, number, *entry, known_at)


def _report(
    revision: Revision,
    extraction: Extraction,
    extraction_id: str,
    revision_id: str,
    version: str,
    is_baseline: bool,
    run_id: str,
    known_at: datetime,
) -> Row:
    report = extraction.report
    return (
        extraction_id, revision_id, revision.source_id, version, report.title, report.index_number,
        report.document_number, report.topic, report.issuer, report.region,
        report.published_on or revision.published_on, report.signed_on, report.year, report.period, report.cutoff,
        is_baseline, run_id, known_at,
    )  # fmt: skip


def _exists(con: duckdb.DuckDBPyConnection, table: str, column: str, value: str) -> bool:
    # fetched to the end: an appender refuses a connection with a half-read result
    return con.execute(f"select 1 from {table} where {column} = ?", [value]).fetchall() != []


def _append(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        with con.appender(table) as appender:
            appender.append_rows(rows)
