"""The information directory of the Guangdong sites: `/gkmlpt/index#2811` in a browser, JSON by category underneath."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import SplitResult, parse_qs, urljoin, urlsplit

from connectors.dates import date_in
from connectors.errors import ListingChanged
from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import Page, enough, page_of
from connectors.sites.rows import Keyed, distinct
from connectors.sites.scripts import day_of_epoch
from connectors.source import Source

_SID = re.compile(r"\bSID[\"']?\s*[:=]\s*[\"']?(\w+)")
_POST = re.compile(r"/(?:m?post|content)_(\d+)\.html$")
_API = re.compile(r"/gkmlpt/api/all/(\d+)")
# the day that people see, then the days of the machine
_DAYS = ("display_publish_time", "first_publish_time", "date", "create_time", "created_at")
_CATEGORY_MISSING = "which category? write gkmlpt: {category: ...}, the number behind # in the browser's address"


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every row of the first `max_pages` answers, a hundred each. Raises FetchError and ListingChanged."""
    category = category_of(source)
    if category is None:
        raise ListingChanged(source.id, source.url, _CATEGORY_MISSING)
    sid, first_page = _sid(source, fetch), source.gkmlpt.first_page if source.gkmlpt else 1
    rows: list[Keyed] = []
    for number in range(first_page, first_page + source.max_pages):
        answer = page_of(source, fetch(api_address(source.url, category, number, sid), referer=source.url))
        new, total = _rows(source, answer)
        rows += new
        if not new or len(rows) >= total:
            break
    return enough(source, distinct(rows))


def category_of(source: Source) -> int | None:
    """The number of the category, as the source says, else as its address does."""
    if source.gkmlpt:
        return source.gkmlpt.category
    address = urlsplit(source.url)
    match = _API.search(address.path) or re.fullmatch(r"(\d+)", address.fragment)
    return int(match[1]) if match else None


def key_of(address: SplitResult) -> str | None:
    """The number of the post, which is the platform's."""
    match = _POST.search(address.path)
    return f"{address.hostname}/{match[1]}" if match else None


def sid_of(html: str) -> str | None:
    """The number of the site, which its pages carry."""
    match = _SID.search(html)
    return match[1] if match else None


def api_address(url: str, category: int, number: int, sid: str) -> str:
    """Where the answer is: beside the directory, which may itself be under a bureau's path."""
    stem = urlsplit(url).path.partition("/gkmlpt")[0]
    return urljoin(url, f"{stem}/gkmlpt/api/all/{category}?page={number}&sid={sid}")


def _sid(source: Source, fetch: Fetch) -> str:
    if source.gkmlpt and source.gkmlpt.sid is not None:
        return str(source.gkmlpt.sid)
    if given := parse_qs(urlsplit(source.url).query).get("sid"):
        return given[0]
    sid = sid_of(page_of(source, fetch(urljoin(source.url, urlsplit(source.url).path))).html)
    if sid is None:
        raise ListingChanged(source.id, source.url, "the page names no SID; write gkmlpt: {category: ..., sid: ...}")
    return sid


def _rows(source: Source, answer: Page) -> tuple[list[Keyed], int]:
    """The rows of an answer, and how many the category has. Raises ListingChanged for anything but the list."""
    try:
        content = json.loads(answer.html)
        articles, total = content["articles"], int(content.get("total") or 0)
        return list(_listed(answer.url, articles)), total
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ListingChanged(source.id, answer.url, "the answer holds no list of articles") from error


def _listed(base: str, articles: list[Mapping[str, Any]]) -> Iterator[Keyed]:
    for article in articles:
        address = article.get("url") or article.get("post_url")
        title = re.sub(r"<[^>]*>", "", str(article.get("title") or "")).strip()
        if address and title:
            url = urljoin(base, str(address))
            yield Keyed(str(article.get("id") or url), Listed(url, title, _day(article)))


def _day(article: Mapping[str, Any]) -> date | None:
    values = (str(article[name]) for name in _DAYS if article.get(name))
    texts = (day_of_epoch(int(value)) if re.fullmatch(r"\d{10}|\d{13}", value) else value for value in values)
    return next(filter(None, map(date_in, texts)), None)
