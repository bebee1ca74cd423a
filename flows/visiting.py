"""The first half of the job: discover, fetch, archive, read, extract. It touches the network and no database."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from threading import Event

from connectors import sites
from connectors.health import Trouble, newest_day, stale, trouble_of
from connectors.http import Client
from connectors.response import Response, Validators
from connectors.sites import Listed
from connectors.source import Source
from flows.list_steps import steps_of
from flows.problems import CommandError, Problem, problem
from flows.reading import Reading, read_new
from flows.settings import Settings
from warehouse.records import ListedRow, Validator

log = logging.getLogger("duban")
# a shorter text may be the same on pages that differ in what is attached to them
COPY_MIN_CHARS = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What the warehouse has of a source: (address, SHA-256) of its revisions, and by address the rows that its list
    ever showed and the validators that may be trusted; and the address of each text by its SHA-256."""

    revisions: frozenset[tuple[str, str]] = frozenset()
    listing: Mapping[str, ListedRow] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    validators: Mapping[str, Validator] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit to one source brought. `error` says why its list could not be read, where it could not.

    `listed` counts the reports in the list, `rows` are the steps of its rows, `newest_on` is the day of the newest.
    """

    source_id: str
    visited_at: datetime
    listed: int = 0
    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: str | None = None
    rows: tuple[ListedRow, ...] = ()
    newest_on: date | None = None
    trouble: Trouble | None = None
    validators: tuple[Validator, ...] = ()


def visit(source: Source, known: Known, settings: Settings, http: Client) -> Visit:
    """Everything of a source that the warehouse has not: one page's failure never stops the others.

    Raises ConnectorError when the list itself cannot be had, and OSError when the archive cannot be written.
    """
    fetch, today = sites.fetcher(source, http), settings.now_date()
    rows = by_known_address(source, sites.discover(source, http, today), known)
    listed = [item for item in rows if sites.wanted(source, item)]
    log.info("%s: %d reports listed", source.id, len(listed))
    readings, problems = list[Reading](), list[Problem]()
    copies, texts, validators = dict[str, str](), dict(known.texts), list[Validator]()
    for item in due(listed, known, settings):
        try:
            response = fetch(item.via or item.url, since=unchanged_since(item, known))
            if response.not_modified:
                continue
            validators += validators_of(item, response)
            reading = read_new(source, item, response, fetch, known.revisions, settings)
        except OSError:
            raise
        except Exception as error:  # a page must never stop the others, whatever is on it
            problems.append(problem(source.id, error))
        else:
            if reading and (original := original_of(reading, texts)):
                copies[item.url] = original
            elif reading:
                readings.append(reading)
                problems += reading.problems
    return Visit(
        source.id,
        datetime.now(UTC),
        len(listed),
        tuple(readings),
        tuple(problems),
        rows=tuple(steps_of(rows, listed, copies, known.listing)),
        newest_on=newest_day(rows),
        trouble=stale(source, newest_day(rows), today),
        validators=tuple(validators),
    )


def unchanged_since(item: Listed, known: Known) -> Validators | None:
    """What to ask by whether a page is still the one that the warehouse has; None where it must come whole."""
    row = known.validators.get(item.url)
    if row is None or (item.url, row.sha256) not in known.revisions:
        return None
    return Validators(row.etag, row.last_modified)


def validators_of(item: Listed, response: Response) -> Iterator[Validator]:
    """What the page may be asked for by the next time, where its server says so."""
    if given := response.validators:
        sha256 = hashlib.sha256(response.content).hexdigest()
        yield Validator(item.url, sha256, given.etag, given.last_modified, datetime.now(UTC))


def failed_visit(source_id: str, error: BaseException) -> Visit:
    """The record of a visit that could not read its list."""
    found = problem(source_id, error)
    return Visit(source_id, datetime.now(UTC), problems=(found,), error=found.message, trouble=trouble_of(error))


def by_known_address(source: Source, rows: Sequence[Listed], known: Known) -> list[Listed]:
    """The rows; one whose article is known under another address (https now, another column) keeps the known one."""
    addresses = {url for url, _ in known.revisions} | set(known.listing)
    names = {sites.article_key(source, url): url for url in sorted(addresses, reverse=True)}

    def named(row: Listed) -> Listed:
        url = names.get(sites.article_key(source, row.url), row.url)
        return row if row.url in addresses or url == row.url else replace(row, url=url, via=row.url)

    return [named(row) for row in rows]


def original_of(reading: Reading, texts: dict[str, str]) -> str | None:
    """The other address under which the same text is known, None where it is new; then it is known from now on."""
    text, url = reading.extraction.text if reading.extraction else "", reading.revision.url
    if len(text) < COPY_MIN_CHARS:
        return None
    # with the title: a site that is being mended may show one text under every address
    whole = f"{reading.revision.listed_title}\n{text}"
    known = texts.setdefault(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(), url)
    return known if known != url else None


def due(listed: Sequence[Listed], known: Known, settings: Settings) -> Iterator[Listed]:
    """What to fetch, oldest first: the unknown, and what is young enough for a corrected republication."""
    urls = {url for url, _ in known.revisions}
    copies = {url for url, row in known.listing.items() if row.state == "copy"}
    since = settings.now_date() - timedelta(days=settings.recheck_days)
    for item in sorted(listed, key=lambda entry: entry.published_on or date.max):
        is_old = item.published_on is not None and item.published_on < since
        if item.url not in copies and not (item.url in urls and is_old):
            yield item


def client(settings: Settings, stop: Event | None = None) -> Client:
    """The HTTP client of a run: it says who asks, paces every host, and knows the settings' host names.

    Once `stop` is set it rests no more: whoever waits for a turn or for another attempt is refused at once.
    """
    ended = stop or Event()

    def rest(seconds: float) -> None:
        if ended.wait(seconds):
            raise CommandError("stopped before it was fetched; the next run fetches it")

    return Client(user_agent=settings.user_agent, resolve=settings.resolve if settings.hosts else None, sleep=rest)
