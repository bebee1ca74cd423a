"""Lists whose articles are called by a UUID, `content/<uuid>.html`: rows in the page, or asked from `getMessage.do`.

That answer is JSON in the padding of a script, with XML inside, with HTML inside.
"""

from __future__ import annotations

import json
import re
from datetime import date
from urllib.parse import SplitResult, urlencode, urljoin

from connectors.errors import ListingChanged
from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import Page, enough, no_rows, page_of, walk
from connectors.sites.rows import Keyed, distinct, rows_by_address
from connectors.sites.scripts import records
from connectors.source import Source

_ARTICLE = re.compile(r"/content/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.s?html?$", re.I)
_CALL = re.compile(r"[\"']([^\"'\s]*/messageController/getMessage\.do)")
_COLUMN = re.compile(r"columnId[\"']?\s*[:=]\s*[\"']([\w-]+)[\"']")
PER_PAGE = 20


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every row of the first `max_pages` list pages or answers. Raises FetchError and ListingChanged."""

    def rows_of(page: Page) -> list[Keyed]:
        return rows_by_address(page.url, page.html, key_of, today)

    first = page_of(source, fetch(source.url))
    call, column = _CALL.search(first.html), _COLUMN.search(first.html)
    if call is None or column is None:
        return walk(source, fetch, rows_of, first=first)
    rows = rows_of(first)
    for number in range(source.max_pages):
        answer = page_of(source, fetch(_address(first, call[1], column[1], number), referer=first.url))
        known = {keyed.key for keyed in rows}
        rows += (new := rows_of(Page(first.url, _markup(source, answer))))
        if len(new) < PER_PAGE or known >= {keyed.key for keyed in new}:
            break
    if not rows:
        raise no_rows(source, first)
    return enough(source, distinct(rows))


def key_of(address: SplitResult) -> str | None:
    """The UUID alone: it names the article on every host of the platform."""
    match = _ARTICLE.search(address.path)
    return match[1].lower() if match else None


def _address(first: Page, call: str, column: str, number: int) -> str:
    window = {"startrecord": number * PER_PAGE + 1, "endrecord": (number + 1) * PER_PAGE, "perpage": PER_PAGE}
    return urljoin(first.url, f"{call}?{urlencode(window | {'columnId': column, 'callback': 'list'})}")


def _markup(source: Source, answer: Page) -> str:
    try:
        start, end = answer.html.index("{"), answer.html.rindex("}") + 1
        return records(json.loads(answer.html[start:end])["result"] or "")
    except (ValueError, KeyError, TypeError) as error:
        raise ListingChanged(source.id, answer.url, "the answer holds no list") from error
