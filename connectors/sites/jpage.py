"""Hanweb (大汉) columns, `/col/col1229664772/index.html`: rows come as XML records with HTML inside.

The first records may stand in the page; further ones are asked from `dataproxy.jsp`. What it wants to know (column,
unit, web site) is in the page: in the address of the next group, in the call that draws the list, or in its own.
"""

from __future__ import annotations

import html as entities
import re
from datetime import date
from urllib.parse import SplitResult, parse_qs, parse_qsl, urlencode, urljoin, urlsplit

from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import Page, enough, no_rows, page_of
from connectors.sites.rows import Keyed, distinct, rows_by_address
from connectors.sites.scripts import records
from connectors.source import Source

PROXY = "/module/web/jpage/dataproxy.jsp"
_ARTICLE = re.compile(r"/art/(?:\d+/)*art_(?:\d+_)?([0-9a-z]+)\.html?$", re.I)
_NEXT_GROUP = re.compile(r"<nextgroup>\s*+(?:<!\[CDATA\[\s*+)?<a\b[^<>]*?href=[\"']([^\"']+)", re.I)
_PROXY = re.compile(r"[\"']([^\"'\s]*/jpage/\w*dataproxy\.jsp)", re.I)
_PROXY_QUERY = re.compile(r"dataproxy\.jsp\?([^\"'<>\s]+)", re.I)
_COLUMN = re.compile(r"/col/col(\d+)/")
_VALUE = r"\b{name}[\"']?\s*[:=]\s*[\"']?(\w[\w-]*(?:,\d+)*)"


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every row of the column page and of the first `max_pages` answers. Raises FetchError and ListingChanged."""

    def rows_of(page: Page) -> list[Keyed]:
        return rows_by_address(page.url, _markup(page), key_of, today)

    first = last = page_of(source, fetch(source.url))
    rows = rows_of(first)
    further = source.max_pages - bool(rows)
    for number in range(1, further + 1):
        url = _next(source, first, last, number)
        if url is None:
            break
        last = page_of(source, fetch(url, referer=first.url))
        known = {keyed.key for keyed in rows}
        rows += (new := rows_of(last))
        if known >= {keyed.key for keyed in new}:
            break  # past the end: some servers then answer with the last group again
    if not rows:
        raise no_rows(source, last)
    return enough(source, distinct(rows))


def key_of(address: SplitResult) -> str | None:
    """The article's own number, whatever column shows it."""
    match = _ARTICLE.search(address.path)
    return f"{address.hostname}/{match[1]}" if match else None


def parameters(page: Page) -> dict[str, str]:
    """What the page tells of its column: `columnid`, `unitid`, `webid` and what else its calls carry."""
    query = _PROXY_QUERY.search(entities.unescape(page.html))
    found = dict(parse_qsl(query[1])) if query else {}
    column, address = _COLUMN.search(page.url), urlsplit(page.url)
    guesses = {
        "columnid": column[1] if column else "",
        "unitid": parse_qs(address.query).get("uid", [""])[0],
    }
    for name in ("columnid", "unitid", "webid"):
        match = re.search(_VALUE.format(name=name), page.html, re.I)
        guesses[name] = (match[1] if match else "") or guesses.get(name, "")
    return {name: value for name, value in guesses.items() if value} | found


def _next(source: Source, first: Page, last: Page, number: int) -> str | None:
    """The next group where the last answer names it, else the records that follow, where the column is known."""
    if not source.jpage and _NEXT_GROUP.search(first.html):
        group = _NEXT_GROUP.search(last.html)
        return urljoin(first.url, _resolved(first, entities.unescape(group[1]))) if group else None
    own = source.jpage.model_dump(exclude_none=True) if source.jpage else {}
    per_page = own.pop("per_page", 20)
    known = parameters(first) | {name: str(value) for name, value in own.items()}
    if "columnid" not in known or "unitid" not in known:
        return None
    proxy = _PROXY.search(first.html)
    asked = {"col": "1", "appid": "1", "webid": "1", "path": "/", "permissiontype": "0"} | known
    window = {"page": number, "startrecord": (number - 1) * per_page + 1, "endrecord": number * per_page}
    query = urlencode(asked | window | {"perpage": per_page})
    return urljoin(first.url, f"{proxy[1] if proxy else PROXY}?{query}")


def _resolved(first: Page, href: str) -> str:
    """A group's address may be relative to the proxy, not to the page."""
    proxy = _PROXY.search(first.html)
    return urljoin(proxy[1] if proxy else PROXY, href) if href.startswith("./") else href


def _markup(page: Page) -> str:
    """A page as it is; of an XML answer what its records hold."""
    head = page.html.lstrip()[:200].lower()
    return records(page.html) if head.startswith(("<?xml", "<datastore", "<recordset")) else page.html
