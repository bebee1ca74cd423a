"""Any other list: rows by CSS selectors, or by the shape of the addresses they lead to; pages by their 下一页 link."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit, urlunsplit

from connectors.dates import date_in_path, listed_day
from connectors.family_keys import SelectKeys
from connectors.sites.links import address_of, base_of
from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import Page, next_link, next_page, walk
from connectors.sites.rows import Keyed, KeyOf, rows_by_address, title_of
from connectors.source import Source

if TYPE_CHECKING:
    from bs4 import Tag


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every row of the first `max_pages` list pages. Raises FetchError and ListingChanged."""
    keys = source.select
    assert keys is not None  # the source file says so, or it is not loaded

    def rows_of(page: Page) -> list[Keyed]:
        if keys.rows is None:
            return rows_by_address(page.url, page.html, key_of(keys.links), today)
        return _selected(page, keys, today)

    def next_of(first: Page, last: Page, number: int) -> str | None:
        return next_link(last, keys.next) if keys.next else next_page(first, last, number)

    return walk(source, fetch, rows_of, next_of)


def key_of(pattern: str | None) -> KeyOf:
    """The address without its scheme, where it matches `pattern`: http and https are one article."""

    def key(address: SplitResult) -> str | None:
        whole = urlunsplit(address)
        return whole.partition("://")[2] if pattern is None or re.search(pattern, whole) else None

    return key


def _selected(page: Page, keys: SelectKeys, today: date) -> list[Keyed]:
    from connectors.readers.soup import parse

    named, soup = key_of(keys.links), parse(page.html)
    base = base_of(soup, page.url)
    found = []
    for row in soup.select(keys.rows or ""):
        anchor = row if row.name == "a" and row.get("href") else row.select_one(keys.link)
        url = address_of(anchor, base) if anchor is not None else ""
        if anchor is None or not url:
            continue
        key = named(urlsplit(url))
        if key:
            found.append(Keyed(key, Listed(url, _title(row, anchor, keys), _day(row, url, keys, today))))
    return found


def _title(row: Tag, anchor: Tag, keys: SelectKeys) -> str:
    chosen = row.select_one(keys.title) if keys.title else None
    return title_of(chosen or anchor)


def _day(row: Tag, url: str, keys: SelectKeys, today: date) -> date | None:
    chosen = row.select_one(keys.date) if keys.date else row
    text = chosen.get_text(" ", strip=True) if chosen else ""
    return listed_day(text, today) or date_in_path(urlsplit(url).path)
