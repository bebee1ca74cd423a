"""TRS static lists: `index.shtml`, `index_1.shtml` ..., rows that lead to `./202502/t20250221_3912345.shtml`."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import SplitResult

from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import walk
from connectors.sites.rows import rows_by_address
from connectors.source import Source

# an article, or an attachment that stands in the list itself; _slhxq is its copy for the elderly
_ARTICLE = re.compile(
    r"/(t(?:19|20)\d{6}_\d+)(?:_\d+)?(_slhxq)?\.s?html?$|/([PW]0\d{9,}\.(?:pdf|docx?|xlsx?|wps|ofd|zip))$", re.I
)


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every row of the first `max_pages` list pages. Raises FetchError and ListingChanged."""
    return walk(source, fetch, lambda page: rows_by_address(page.url, page.html, key_of, today))


def key_of(address: SplitResult) -> str | None:
    """An article keeps its stamp in every column that shows it."""
    match = _ARTICLE.search(address.path)
    return f"{address.hostname}/{match[1] or match[3]}" if match else None
