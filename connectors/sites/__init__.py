"""Where a bureau lists what it published: one module for each family of content management systems.

A family finds every row of the visited list pages; `wanted` then picks by title. A list without rows is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol
from urllib.parse import urlsplit

from connectors.errors import ConnectorError, FetchError
from connectors.http import Client
from connectors.response import Response, Validators
from connectors.sites import boda, feed, folder, generic, gkmlpt, jpage, sitemap, trs, uuids
from connectors.sites.listing import Fetch, Listed, wanted
from connectors.sites.rows import KeyOf
from connectors.source import Source

__all__ = ["FAMILIES", "Family", "Fetch", "Listed", "article_key", "discover", "fetcher", "wanted"]


class Family(Protocol):
    """What a module of this room offers."""

    def discover(self, source: Source, fetch: Fetch, today: date) -> list[Listed]:
        """Every row of the source's list, newest page first. Raises FetchError, ListingChanged.

        `today` is what rows count from that say 3天前 or leave out the year.
        """


FAMILIES: Mapping[str, Family] = {
    "trs": trs,
    "jpage": jpage,
    "gkmlpt": gkmlpt,
    "boda": boda,
    "uuid": uuids,
    "generic": generic,
    "feed": feed,
    "sitemap": sitemap,
    "folder": folder,
}
KEYS: Mapping[str, KeyOf] = {
    "trs": trs.key_of,
    "jpage": jpage.key_of,
    "gkmlpt": gkmlpt.key_of,
    "boda": boda.key_of,
    "uuid": uuids.key_of,
}


def discover(source: Source, client: Client, today: date) -> list[Listed]:
    """Every row of the source's list. Raises FetchError and ListingChanged, which name the source."""
    try:
        if not source.url:
            remedy = "find it on the bureau's site, write it into url, and set enabled to true"
            raise FetchError(", ".join(sorted(source.all_hosts)), "the list's address is not known yet", remedy=remedy)
        return FAMILIES[source.family].discover(source, fetcher(source, client), today)
    except ConnectorError as error:
        error.source = source.id
        raise


def article_key(source: Source, url: str) -> str:
    """What names an article under all its addresses: http and https, every column, its copy for the elderly."""
    address = urlsplit(url)
    key_of = KEYS.get(source.family)
    return (key_of(address) if key_of else None) or url.partition("://")[2]


def fetcher(source: Source, client: Client) -> Fetch:
    """How this source's addresses are fetched: at its pace, inside its hosts, or from its directory."""

    def fetch(url: str, /, *, referer: str | None = None, since: Validators | None = None) -> Response:
        try:
            return folder.read_file(url) if source.family == "folder" else _get(source, client, url, referer, since)
        except ConnectorError as error:
            error.source = source.id
            raise

    return fetch


def _get(source: Source, client: Client, url: str, referer: str | None, since: Validators | None) -> Response:
    hosts = source.all_hosts
    host = urlsplit(url).hostname
    if host not in hosts:
        raise FetchError(
            url,
            f"leads to another host, {host}",
            remedy="add it to hosts in the source file, if it is the bureau's own",
        )
    return client.get(
        url,
        etag=since.etag if since else None,
        last_modified=since.last_modified if since else None,
        hosts=hosts,
        delay_s=source.delay_s,
        verify_tls=source.verify_tls,
        referer=referer,
    )
