"""The first half of the job: discover, fetch, archive, read, extract. It touches the network and no database."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

from connectors import sites
from connectors.health import Trouble, newest_day, stale, trouble_of
from connectors.http import Client
from connectors.response import Response, Validators
from connectors.sites import Fetch, Listed
from connectors.source import Source
from flows.list_steps import steps_of
from flows.problems import CommandError, Problem, problem
from flows.reading import Reading, read_new
from flows.rechecking import is_to_recheck
from flows.settings import Settings
from warehouse.records import ListedRow, Validator

log = logging.getLogger("duban")
# a shorter text may be the same on pages that differ in what is attached to them
COPY_MIN_CHARS = 200
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")


@dataclass(frozen=True, slots=True)
class Known:
    """What the warehouse has of a source: (address, SHA-256) of its revisions, and by address the rows that its list
    ever showed, the validators that may be trusted and when the page was last had or asked for; and the address of each
    text by its SHA-256. Where `years` are named, only reports that may be of them are asked for."""

    revisions: frozenset[tuple[str, str]] = frozenset()
    listing: Mapping[str, ListedRow] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    validators: Mapping[str, Validator] = field(default_factory=dict)
    asked: Mapping[str, datetime] = field(default_factory=dict)
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit to one source brought. `error` says why its list could not be read, where it could not.

    `listed` counts the reports in the list, `rows` are the steps of its rows, `newest_on` is the day of the newest,
    `unchanged` are the pages that were asked for and are as they were, `batch` is the folder with the reports that a
    worker elsewhere read: they are not among the readings then.
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
    unchanged: tuple[str, ...] = ()
    batch: Path | None = None


def visit(source: Source, known: Known, settings: Settings, http: Client) -> Visit:
    """Everything of a source that the warehouse has not: one page's failure never stops the others.

    Raises ConnectorError when the list itself cannot be had, and OSError when the archive cannot be written.
    """
    fetch, today = sites.fetcher(source, http), settings.now_date()
    rows = by_known_address(source, sites.discover(source, http, today), known)
    listed = [item for item in rows if sites.wanted(source, item)]
    log.info("%s: %d reports listed", source.id, len(listed))
    pages = _Pages(source, known, settings, fetch, dict(known.texts))
    for item in due(listed, known, settings, datetime.now(UTC)):
        pages.take(item)
    return Visit(
        source.id,
        datetime.now(UTC),
        len(listed),
        tuple(pages.readings),
        tuple(pages.problems),
        rows=tuple(steps_of(rows, listed, pages.copies, known.listing, pages.failed)),
        newest_on=newest_day(rows),
        trouble=stale(source, newest_day(rows), today),
        validators=tuple(pages.validators),
        unchanged=tuple(pages.unchanged),
    )


@dataclass(slots=True)
class _Pages:
    """What became of the pages that a visit asked for; `texts` are those known so far."""

    source: Source
    known: Known
    settings: Settings
    fetch: Fetch
    texts: dict[str, str]
    readings: list[Reading] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    validators: list[Validator] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def take(self, item: Listed) -> None:
        """Fetch, archive and read a page. Raises OSError when the archive cannot be written."""
        try:
            reading = self._read(item)
        except OSError:
            raise
        except Exception as error:  # a page must never stop the others, whatever is on it
            self.problems.append(problem(self.source.id, error))
            self.failed.add(item.url)
            return
        if reading is None:
            self.unchanged.append(item.url)
        elif original := original_of(reading, self.texts):
            self.copies[item.url] = original
        else:
            self.readings.append(reading)
            self.problems += reading.problems

    def _read(self, item: Listed) -> Reading | None:
        """The page as it is new to the warehouse, None where it is as it was."""
        response = self.fetch(item.via or item.url, since=unchanged_since(item, self.known))
        if response.not_modified:
            return None
        self.validators += validators_of(item, response)
        return read_new(self.source, item, response, self.fetch, self.known.revisions, self.settings)


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


def due(listed: Sequence[Listed], known: Known, settings: Settings, now: datetime) -> Iterator[Listed]:
    """What to fetch, oldest first: the unknown, what the list tells differently, and what may have been corrected."""
    urls = {url for url, _ in known.revisions}
    wished = [item for item in listed if not known.years or may_be_of(item, known.years)]
    for item in sorted(wished, key=lambda entry: entry.published_on or date.max):
        row = known.listing.get(item.url)
        if row is not None and row.state == "copy":
            continue
        if item.url not in urls or is_to_recheck(item, row, known.asked.get(item.url), settings, now):
            yield item


def may_be_of(item: Listed, years: Collection[int]) -> bool:
    """Whether a row may lead to a report of these years: by its title; else published in them or in the year after."""
    if named := {int(year) for year in _YEAR.findall(item.title)}:
        return bool(named & set(years))
    return item.published_on is None or not {item.published_on.year, item.published_on.year - 1}.isdisjoint(years)


def client(settings: Settings, stop: Event | None = None) -> Client:
    """The HTTP client of a run: it says who asks, paces every host, and knows the settings' host names.

    Once `stop` is set it rests no more: whoever waits for a turn or for another attempt is refused at once.
    """
    ended = stop or Event()

    def rest(seconds: float) -> None:
        if ended.wait(seconds):
            raise CommandError("stopped before it was fetched; the next run fetches it")

    return Client(user_agent=settings.user_agent, resolve=settings.resolve if settings.hosts else None, sleep=rest)
