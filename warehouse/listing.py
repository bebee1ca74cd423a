"""What lists showed: rows are kept when they vanish, and a copy is known for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import duckdb

from warehouse.records import ListedRow, Validator
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
    """Add the steps of these rows, together or not at all; a row that stands so already is not added."""
    known = {row.url: row for row in listing(con, source_id)}
    steps = [row for row in rows if known.get(row.url) != row]
    with transaction(con):
        for row in steps:
            values = [source_id, row.url, row.state, row.title, row.published_on, row.same_as, run_id, at]
            con.execute("insert into raw.listed values (?, ?, ?, ?, ?, ?, ?, ?)", values)


def known_texts(con: duckdb.DuckDBPyConnection, source_id: str) -> dict[str, str]:
    """The address of every text that was read at the source, by the SHA-256 of its title in the list, a newline and it.

    The first address where one stands twice.
    """
    found = con.execute(
        """
        select sha256(revision.listed_title || chr(10) || text.text), arg_min(document.url, document.first_seen_at)
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


def validators(con: duckdb.DuckDBPyConnection, source_id: str, since: datetime) -> list[Validator]:
    """The newest validators of each page of the source that came whole after `since`, one for each page."""
    found = con.execute(
        "select url, sha256, etag, last_modified, fetched_at from raw.validator where source_id = ? and fetched_at > ?"
        " qualify row_number() over (partition by url order by fetched_at desc) = 1",
        [source_id, since],
    )
    return [Validator(*row) for row in found.fetchall()]


def record_validators(con: duckdb.DuckDBPyConnection, source_id: str, rows: Sequence[Validator]) -> None:
    """Add what came with these pages; one that is there already is not added again."""
    with transaction(con):
        for row in rows:
            con.execute(
                "insert into raw.validator select ?, ?, ?, ?, ?, ? where not exists"
                " (select 1 from raw.validator where source_id = ? and url = ? and fetched_at = ?)",
                [
                    source_id,
                    row.url,
                    row.sha256,
                    row.etag,
                    row.last_modified,
                    row.fetched_at,
                    source_id,
                    row.url,
                    row.fetched_at,
                ],
            )


def last_asked(con: duckdb.DuckDBPyConnection, source_id: str) -> dict[str, datetime]:
    """By address, when each known page of the source was last fetched or found to be as it was."""
    found = con.execute(
        """
        select url, max(had_at) from (
            select document.url, revision.fetched_at as had_at
            from raw.revision as revision
            inner join raw.document as document on revision.document_id = document.document_id
            where document.source_id = $source
            union all
            select url, asked_at from raw.asked where source_id = $source
        )
        group by url
        """,
        {"source": source_id},
    )
    return dict(found.fetchall())


def record_unchanged(con: duckdb.DuckDBPyConnection, source_id: str, urls: Sequence[str], at: datetime) -> None:
    """Add that these pages were asked for and are as they were; said again it changes nothing."""
    con.execute(
        "insert into raw.asked select $source, url, $at from (select unnest($urls::varchar[]) as url) where not exists"
        " (select 1 from raw.asked as known where known.source_id = $source and known.url = url and asked_at = $at)",
        {"source": source_id, "urls": list(urls), "at": at},
    )
