"""A fetched page as it is kept: archived with its files before anything is read from them, then read and extracted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from connectors.errors import UnreadableDocument
from connectors.readers import read
from connectors.readers.attaching import Attached, with_files
from connectors.readers.kinds import kind_of
from connectors.response import Response
from connectors.sites import Fetch, Listed
from connectors.source import Source
from extraction.breakdown import pledges
from extraction.document import Document
from extraction.reading import extract
from extraction.records import Extraction, Pledge
from flows.problems import Problem, problem
from flows.settings import Settings
from warehouse import archive
from warehouse.records import Attachment, Revision

log = logging.getLogger("duban")


@dataclass(frozen=True, slots=True)
class Reading:
    """A page that is new to the warehouse; `problems` are files of it that were not had or not read.

    A listed file that no reader takes has no extraction, and the reason is its problem. A breakdown document has
    pledges: it promises, and reports nothing.
    """

    revision: Revision
    extraction: Extraction | None
    problems: tuple[Problem, ...] = ()
    pledges: tuple[Pledge, ...] = ()


def read_new(
    source: Source,
    item: Listed,
    response: Response,
    fetch: Fetch,
    known: Collection[tuple[str, str]],
    settings: Settings,
) -> Reading | None:
    """The page with its files, archived and extracted; None when the warehouse has exactly these bytes.

    `known` are (address, SHA-256) of the revisions that are whole: their files are not fetched again.
    """
    sha256 = archive.store(settings.archive, response.content)
    if (item.url, sha256) in known:
        return None
    revision = Revision(
        source_id=source.id,
        url=item.url,
        sha256=sha256,
        fetched_at=datetime.now(UTC),
        media_type=response.media_type,
        listed_title=item.title,
        published_on=item.published_on,
    )
    try:
        page = read(response.content, response.media_type, response.url, encoding=source.encoding)
    except UnreadableDocument as error:
        if kind_of(response.content) == "text":  # a page may show more tomorrow; a file stays what it is
            raise
        return Reading(revision, None, (problem(source.id, error),))
    document, attached = with_files(
        page, _fetch_file(source, response.url, fetch), lambda content: archive.store(settings.archive, content)
    )
    log.info("%s: read %s%s", source.id, item.title, f" and {len(attached)} files" if attached else "")
    problems = tuple(Problem(source.id, one.reason) for one in attached if one.reason)
    extraction, plan = understood(document)
    return Reading(replace(revision, attachments=attachments_of(attached)), extraction, problems, plan)


def understood(document: Document) -> tuple[Extraction, tuple[Pledge, ...]]:
    """What a document reports, or, of a breakdown document, what it promises: nothing in that is judged as a report."""
    extraction = extract(document)
    plan = pledges(document, extraction.report)
    return (replace(extraction, tasks=(), findings=()) if plan else extraction), plan


def attachments_of(attached: Collection[Attached]) -> tuple[Attachment, ...]:
    """What became of a page's files, as it is kept."""
    return tuple(
        Attachment(one.file.url, one.file.name, one.state, one.sha256, one.media_type, one.reason) for one in attached
    )


def _fetch_file(source: Source, page_url: str, fetch: Fetch) -> Callable[[str], Response]:
    """Files of a site through its client, which stays inside the source's hosts; of a folder, those beside the page."""
    if source.family == "folder":
        from connectors.sites.beside import fetch_beside

        return fetch_beside(page_url)
    return lambda url: fetch(url, referer=page_url)
