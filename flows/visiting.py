"""The first half of the job: discover, fetch, archive, read, extract. It touches the network and no database."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from threading import Event

from connectors import sites
from connectors.http import Client, Response
from connectors.readers import read
from connectors.sites import Listed
from connectors.source import Source
from extraction.reading import extract
from extraction.records import Extraction
from flows.problems import CommandError, Problem, problem
from flows.settings import Settings
from warehouse import archive
from warehouse.records import Revision

log = logging.getLogger("duban")
Known = frozenset[tuple[str, str]]  # (address, SHA-256) of the revisions that the warehouse has


@dataclass(frozen=True, slots=True)
class Reading:
    """A page that is new to the warehouse: archived, read and extracted."""

    revision: Revision
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit to one source brought. `error` says why its list could not be read, where it could not."""

    source_id: str
    visited_at: datetime
    listed: int = 0
    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: str | None = None


def visit(source: Source, known: Known, settings: Settings, http: Client) -> Visit:
    """Everything of a source that the warehouse has not: one page's failure never stops the others.

    Raises ConnectorError when the list itself cannot be had, and OSError when the archive cannot be written.
    """
    fetch = sites.fetcher(source, http)
    listed = [item for item in sites.discover(source, http, settings.now_date()) if sites.wanted(source, item)]
    log.info("%s: %d reports listed", source.id, len(listed))
    readings, problems = [], []
    for item in due(listed, known, settings):
        try:
            reading = read_new(source, item, fetch(item.url), known, settings)
        except OSError:
            raise
        except Exception as error:  # a page must never stop the others, whatever is on it
            problems.append(problem(source.id, error))
        else:
            readings += [reading] if reading else []
    return Visit(source.id, datetime.now(UTC), len(listed), tuple(readings), tuple(problems))


def failed_visit(source_id: str, error: BaseException) -> Visit:
    """The record of a visit that could not read its list."""
    found = problem(source_id, error)
    return Visit(source_id, datetime.now(UTC), problems=(found,), error=found.message)


def due(listed: Sequence[Listed], known: Known, settings: Settings) -> Iterator[Listed]:
    """What to fetch, oldest first: the unknown, and what is young enough for a corrected republication."""
    urls = {url for url, _ in known}
    since = settings.now_date() - timedelta(days=settings.recheck_days)
    for item in sorted(listed, key=lambda entry: entry.published_on or date.max):
        if item.url not in urls or item.published_on is None or item.published_on >= since:
            yield item


def read_new(source: Source, item: Listed, response: Response, known: Known, settings: Settings) -> Reading | None:
    """The page, archived and extracted; None when the warehouse has exactly these bytes."""
    sha256 = archive.store(settings.archive, response.content)
    if (item.url, sha256) in known:
        return None
    document = read(response.content, response.media_type, item.url, encoding=source.encoding)
    revision = Revision(
        source_id=source.id,
        url=item.url,
        sha256=sha256,
        fetched_at=datetime.now(UTC),
        media_type=response.media_type,
        listed_title=item.title,
        published_on=item.published_on,
    )
    log.info("%s: read %s", source.id, item.title)
    return Reading(revision, extract(document))


def client(settings: Settings, stop: Event | None = None) -> Client:
    """The HTTP client of a run: it says who asks, paces every host, and knows the settings' host names.

    Once `stop` is set it rests no more: whoever waits for a turn or for another attempt is refused at once.
    """
    ended = stop or Event()

    def rest(seconds: float) -> None:
        if ended.wait(seconds):
            raise CommandError("stopped before it was fetched; the next run fetches it")

    return Client(user_agent=settings.user_agent, resolve=settings.resolve if settings.hosts else None, sleep=rest)
