"""Every revision that was loaded, with its files and what was read from it: what a new reading begins with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import duckdb

from warehouse.records import Attachment, Revision


@dataclass(frozen=True, slots=True)
class Archived:
    """A revision whose bytes are in the archive; the versions that read it, oldest first, and the newest one's text.

    One that was never read has no versions, and no year that its report speaks of.
    """

    revision: Revision
    versions: tuple[str, ...]
    text: str
    year: int | None
    region: str


_REVISIONS = """
select
    revision.revision_id,
    document.source_id,
    document.url,
    revision.sha256,
    revision.fetched_at,
    revision.media_type,
    revision.listed_title,
    revision.published_on,
    coalesce(list(report.version order by report.known_at) filter (report.version is not null), []) as versions,
    coalesce(arg_max(text.text, report.known_at), '') as text,
    arg_max(report.year, report.known_at) as year,
    coalesce(any_value(source.region), arg_max(report.region, report.known_at), '') as region
from raw.revision
inner join raw.document on revision.document_id = document.document_id
left join core.report on revision.revision_id = report.revision_id
left join raw.text on report.extraction_id = text.extraction_id
left join core.v_source as source on document.source_id = source.source_id
group by all
order by revision.fetched_at, revision.revision_id
"""


def archived(con: duckdb.DuckDBPyConnection) -> list[Archived]:
    """All of them, in the order in which they were fetched."""
    files: dict[str, list[Attachment]] = {}
    found = con.execute(
        "select revision_id, url, name, state, sha256, media_type, reason from core.v_attachment"
        " order by revision_id, attachment_no"
    )
    for revision_id, *fields in found.fetchall():
        files.setdefault(revision_id, []).append(Attachment(*fields))
    return [_archived(row, files) for row in con.execute(_REVISIONS).fetchall()]


def _archived(row: tuple[Any, ...], files: dict[str, list[Attachment]]) -> Archived:
    revision_id, *fields, versions, text, year, region = row
    revision = replace(Revision(*fields), attachments=tuple(files.get(revision_id, ())))
    return Archived(revision, tuple(versions), text, year, region)
