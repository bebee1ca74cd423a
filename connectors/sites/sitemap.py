"""Sitemaps, also an index of several and packed ones. They have no titles: a row's title is its address."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote

from connectors.dates import date_in
from connectors.errors import ListingChanged
from connectors.response import Response
from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import enough
from connectors.sites.rows import Keyed, distinct
from connectors.sites.xml import name_of, root_of, text_of
from connectors.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_UNPACKED = 50 * 2**20  # the protocol's own limit


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every address of the sitemap, or of the newest `max_pages` that an index names. Raises as the other families."""
    root = root_of(source, _unpacked(source, fetch(source.url)))
    rows = list(_rows(root))
    for url in _newest_children(root)[: source.max_pages]:
        rows += _rows(root_of(source, _unpacked(source, fetch(url, referer=source.url))))
    if not rows:
        raise ListingChanged(source.id, source.url, "no address in the sitemap")
    return enough(source, distinct(rows))


def _rows(root: _Element) -> Iterator[Keyed]:
    for entry in root.iter():
        if name_of(entry) == "url" and (url := text_of(entry, "loc")):
            title = next((text_of(child, "title") for child in entry if name_of(child) == "news"), "")
            yield Keyed(url.partition("://")[2], Listed(url, title or unquote(url), date_in(text_of(entry, "lastmod"))))


def _newest_children(root: _Element) -> list[str]:
    """The sitemaps of an index, the newest first; those without a date last, in their order."""
    entries = [(text_of(entry, "lastmod"), text_of(entry, "loc")) for entry in root if name_of(entry) == "sitemap"]
    return [url for _, url in sorted(entries, key=lambda entry: entry[0], reverse=True) if url]


def _unpacked(source: Source, answer: Response) -> Response:
    """The answer, without the gzip of a `sitemap.xml.gz`, which no header names."""
    if not answer.content.startswith(b"\x1f\x8b"):
        return answer
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = unpacking.decompress(answer.content, MAX_UNPACKED)
    except zlib.error as error:
        raise ListingChanged(source.id, answer.url, f"cannot be unpacked ({error})") from error
    if unpacking.unconsumed_tail:
        raise ListingChanged(source.id, answer.url, f"larger than {MAX_UNPACKED // 2**20} MB when unpacked")
    return replace(answer, content=content)
