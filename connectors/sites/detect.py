"""Which family a list page is of: every family that could know it is asked, and the one that finds most rows has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urldefrag, urlsplit

from connectors.errors import ConnectorError, FetchError
from connectors.http import Client
from connectors.response import Response, Validators
from connectors.sites import FAMILIES, fetcher
from connectors.sites.generic import key_of
from connectors.sites.links import address_of, base_of
from connectors.sites.listing import Fetch, Listed
from connectors.sites.pages import Page, page_of
from connectors.sites.rows import rows_by_address, title_of
from connectors.source import Source

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_VARIABLE = re.compile(rf"{_UUID}|\d+", re.I)
# columns in which progress is reported, by what the link to them says
_COLUMN = re.compile(
    r"督[查办]|重点(?:工作|任务|项目)|民生实事|目标任务|工作进展|政府工作报告|计划执行|实事项目|任务.*(?:完成|落实|进展)"
)
_COLUMN_MAX_CHARS = 16
_TITLE_MIN_CHARS = 8
_ROWS_MIN = 3
_UNKNOWN = "its address is right, then write a source file of family generic with select (docs/sources.md)"


@dataclass(frozen=True, slots=True)
class Detected:
    """What a list page is: `keys` are those of the source file that lead to `rows`, the newest first.

    `html` is the page, `columns` are other lists that it leads to, as (name, address).
    """

    url: str
    html: str
    keys: Mapping[str, Any]
    rows: tuple[Listed, ...]
    columns: tuple[tuple[str, str], ...]


def detect(url: str, client: Client, today: date) -> Detected:
    """Look at a list page. Raises FetchError where it cannot be had, or where no family finds rows on it."""
    probe = _source(url, {"family": "trs"})
    fetch = _remembering(fetcher(probe, client))
    answer = fetch(urldefrag(url)[0])
    page = page_of(probe, answer)
    tries = [found for keys in _candidates(url, page, fetch, today) if (found := _try(url, keys, fetch, today))]
    if not tries:
        remedy = f"open it and see whether {_UNKNOWN}"
        raise FetchError(url, "no list was found on this page", answer.status, remedy=remedy)
    keys, rows = max(tries, key=lambda found: len(found[1]))
    rows = sorted(rows, key=lambda row: row.published_on or date.min, reverse=True)
    return Detected(url, page.html, keys, tuple(rows), tuple(_columns(page)))


def _source(url: str, keys: Mapping[str, Any]) -> Source:
    return Source.model_validate({"id": "detect", "bureau": "?", "region": "?", "url": url, "max_pages": 2, **keys})


def _candidates(url: str, page: Page, fetch: Fetch, today: date) -> Iterator[dict[str, Any]]:
    """The families that could know the page; where two find the same rows, the earlier one has it."""
    head = page.html.lstrip()[:500].lower()
    if "<rss" in head or "<feed" in head or "<rdf" in head:
        yield {"family": "feed"}
    elif "<urlset" in head or "<sitemapindex" in head or page.html.startswith("\x1f"):
        yield {"family": "sitemap"}
    elif "/gkmlpt" in urlsplit(url).path:
        yield from _gkmlpt(url, fetch, today)
    else:
        yield from ({"family": name} for name in ("jpage", "uuid", "trs", "boda"))
        pattern = _commonest_address(page, today)
        if pattern:
            yield {"family": "generic", "select": {"links": pattern}}


def _try(url: str, keys: dict[str, Any], fetch: Fetch, today: date) -> tuple[dict[str, Any], list[Listed]] | None:
    try:
        source = _source(url, keys)
        return keys, FAMILIES[source.family].discover(source, fetch, today)
    except (ConnectorError, ValueError):
        return None


def _gkmlpt(url: str, fetch: Fetch, today: date) -> Iterator[dict[str, Any]]:
    """Some of these sites count their answers from 0: there, the answer 0 is another than the answer 1."""
    address = urlsplit(url)
    number = re.fullmatch(r"\d+", address.fragment) or re.search(r"/api/all/(\d+)", address.path)
    if number is None:
        remedy = "give the address with the number behind # that the browser shows"
        raise FetchError(url, "names no category", remedy=remedy)
    category = int(number[number.lastindex or 0])

    def rows(first_page: int) -> list[Listed]:
        keys = {"family": "gkmlpt", "max_pages": 1, "gkmlpt": {"category": category, "first_page": first_page}}
        found = _try(url, keys, fetch, today)
        return found[1] if found else []

    is_from_zero = rows(0) not in ([], rows(1))
    yield {"family": "gkmlpt", "gkmlpt": {"category": category} | ({"first_page": 0} if is_from_zero else {})}


def _commonest_address(page: Page, today: date) -> str | None:
    """The shape that most links with a title have, as a pattern: its numbers may vary."""
    shapes: Counter[str] = Counter()
    seen: set[str] = set()
    for keyed in rows_by_address(page.url, page.html, key_of(None), today):
        address = urlsplit(keyed.row.url)
        own = f"{address.path}?{address.query}" if address.query else address.path
        if keyed.key not in seen and len(keyed.row.title) >= _TITLE_MIN_CHARS and _VARIABLE.search(own):
            shapes[_VARIABLE.sub("\0", own)] += 1
            seen.add(keyed.key)
    if not shapes or shapes.most_common(1)[0][1] < _ROWS_MIN:
        return None
    shape = shapes.most_common(1)[0][0]
    return re.escape(shape).replace(re.escape("\0"), r"[0-9a-f-]+" if re.search(_UUID, page.html) else r"\d+") + "$"


def _columns(page: Page) -> Iterator[tuple[str, str]]:
    from connectors.readers.soup import parse

    seen, soup = {page.url, ""}, parse(page.html)
    base = base_of(soup, page.url)
    for anchor in soup.find_all("a", href=True):
        name, url = title_of(anchor), address_of(anchor, base)
        is_here = urlsplit(url).hostname == urlsplit(page.url).hostname
        if is_here and url not in seen and len(name) <= _COLUMN_MAX_CHARS and _COLUMN.search(name):
            seen.add(url)
            yield name, url


def _remembering(fetch: Fetch) -> Fetch:
    """The same way to fetch, which asks for an address once: the families look at the same pages."""
    answers: dict[str, Response | ConnectorError] = {}

    def once(url: str, /, *, referer: str | None = None, since: Validators | None = None) -> Response:
        if url not in answers:
            try:
                answers[url] = fetch(url, referer=referer)
            except ConnectorError as error:
                answers[url] = error
        answer = answers[url]
        if isinstance(answer, ConnectorError):
            raise answer
        return answer

    return once
