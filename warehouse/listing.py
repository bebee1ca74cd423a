"""What lists showed: rows are kept when they vanish, and a copy is known for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import duckdb

from warehouse.records import ListedRow
from warehouse.transaction import transaction


def listing(con: duckdb.DuckDBPyConnection, source_id: str) -> list[ListedRow]:
    """Every row that the source's list ever showed, as it stands."""
    found = con.execute(
        "select url, state, title, published_on, same_as from mart.listing where source_id = ? order by url",
        [source_id],
    )
    return [ListedRow(*row) for row in found.fetchall()]


def record_listing(
    con: duckdb.DuckDBPyConnection, source_id: str, rows: Sequence[ListedRow], run_id: str, at: datetime
) -> None:
    """Add the steps of these rows, together or not at all; a step that is the row's state already is not added."""
    known = {row.url: row.state for row in listing(con, source_id)}
    steps = [row for row in rows if known.get(row.url) != row.state]
    with transaction(con):
        for row in steps:
            values = [source_id, row.url, row.state, row.title, row.published_on, row.same_as, run_id, at]
            con.execute("insert into raw.listed values (?, ?, ?, ?, ?, ?, ?, ?)", values)


def known_texts(con: duckdb.DuckDBPyConnection, source_id: str) -> dict[str, str]:
    """The address of every text that was read at the source, by its SHA-256; the first where one stands twice."""
    found = con.execute(
        """
        select sha256(text.text), arg_min(document.url, document.first_seen_at)
        from raw.text as text
        inner join core.report as report on text.extraction_id = report.extraction_id
        inner join raw.revision as revision on report.revision_id = revision.revision_id
        inner join raw.document as document on revision.document_id = document.document_id
        where report.source_id = ?
        group by all
        """,
        [source_id],
    )
    return dict(found.fetchall())
