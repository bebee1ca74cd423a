"""How sources fare: a row for every visit, and what the newest report lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

import duckdb

from warehouse.records import SourceCheck
from warehouse.transaction import transaction

METADATA = ("title", "index_number", "document_number", "issuer", "topic", "published_on", "signed_on")


def checks(con: duckdb.DuckDBPyConnection, source_id: str) -> list[SourceCheck]:
    """The ten newest checks of a source and the newest that was told, the newest first."""
    found = con.execute(
        "select source_id, run_id, checked_at, trouble, detail, listed, newest_on, step, told from ops.source_check"
        " where source_id = ? qualify row_number() over (order by check_no desc) <= 10"
        " or check_no = max(check_no) filter (told) over () order by check_no desc",
        [source_id],
    )
    return [SourceCheck(*row) for row in found.fetchall()]


def record_check(con: duckdb.DuckDBPyConnection, check: SourceCheck) -> None:
    """Add a check; one of the same source and run is not added again."""
    row = astuple(check)
    with transaction(con):
        con.execute(
            "insert into ops.source_check select (select coalesce(max(check_no), 0) + 1 from ops.source_check),"
            " ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists"
            " (select 1 from ops.source_check where source_id = ? and run_id = ?)",
            [*row, check.source_id, check.run_id],
        )


def lacking(con: duckdb.DuckDBPyConnection, source_id: str, required: Sequence[str]) -> list[str]:
    """Which of the `required` metadata the source's newest report has not; none where there is no report."""
    columns = [name for name in METADATA if name in required]
    if not columns:
        return []
    row = con.execute(
        f"select {', '.join(f'report.{name}' for name in columns)} from core.report as report"
        " inner join mart.reports as newest on report.extraction_id = newest.extraction_id where report.source_id = ?"
        " order by newest.published_on desc nulls last, newest.known_at desc limit 1",
        [source_id],
    ).fetchone()
    return [name for name, value in zip(columns, row, strict=True) if value in (None, "")] if row else []
