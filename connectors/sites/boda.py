"""Boda (博达) lists: `tzgg.htm`, then `tzgg/77.htm` counted downwards; rows that lead to `info/1096/1455.htm`.

The same article is also `content.jsp?...&wbtreeid=1096&wbnewsid=1455`, in the same list.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import SplitResult, parse_qs

from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import walk
from connectors.sites.rows import rows_by_address
from connectors.source import Source

_ARTICLE = re.compile(r"/info/\d+/(\d+)\.html?$")


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every row of the first `max_pages` list pages. Raises FetchError and ListingChanged."""
    return walk(source, fetch, lambda page: rows_by_address(page.url, page.html, key_of, today))


def key_of(address: SplitResult) -> str | None:
    """The number of the news, which is the site's, whatever column shows it."""
    match = _ARTICLE.search(address.path)
    number = match[1] if match else parse_qs(address.query).get("wbnewsid", [""])[0]
    return f"{address.hostname}/{number}" if number else None
