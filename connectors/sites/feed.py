"""RSS and Atom: the whole feed is one answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from connectors.dates import date_in
from connectors.errors import ListingChanged
from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import enough
from connectors.sites.rows import Keyed, distinct
from connectors.sites.scripts import CLOCK
from connectors.sites.xml import name_of, root_of, text_of
from connectors.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES = frozenset({"item", "entry"})


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every entry of the feed. Raises FetchError and ListingChanged."""
    answer = fetch(source.url)
    rows = list(_rows(answer.url, root_of(source, answer)))
    if not rows:
        raise ListingChanged(source.id, answer.url, "no entry in the feed")
    return enough(source, distinct(rows))


def _rows(base: str, root: _Element) -> Iterator[Keyed]:
    for entry in root.iter():
        title = " ".join(text_of(entry, "title").split()) if name_of(entry) in ENTRIES else ""
        if title and (href := _address(entry)):
            url = urljoin(base, href)
            yield Keyed(url.partition("://")[2], Listed(url, title, _day(entry)))


def _address(entry: _Element) -> str:
    """The link: its text in RSS; in Atom its `href`, of the link that is the entry itself."""
    links = [child for child in entry if name_of(child) == "link" and child.get("href")]
    own = [link for link in links if link.get("rel", "alternate") == "alternate"]
    return next((link.get("href", "") for link in own or links), "") or text_of(entry, "link", "guid")


def _day(entry: _Element) -> date | None:
    """The day in China of the moment that the entry tells."""
    text = text_of(entry, "pubDate", "published", "date", "updated")
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(text)
        except ValueError:
            continue
        if moment.tzinfo or read is parsedate_to_datetime:
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(CLOCK).date()
    return date_in(text)
