"""List pages one after the other: which comes next, and the walk over the first `max_pages` of them.

The walk reads as many pages on every visit, known rows or not: a report that is published late with an old date stands
among the known ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from connectors.errors import ListingChanged
from connectors.missing import html_says_missing
from connectors.readers.decoding import decode
from connectors.response import Response
from connectors.sites.links import address_of, base_of
from connectors.sites.listing import Fetch, Listed
from connectors.sites.rows import Keyed, distinct
from connectors.source import Source

_COUNT = re.compile(
    r"""createPageHTML\s*\(\s*(?:["'][^"']*["']\s*,\s*)?(\d+)(?:\s*,\s*\d+\s*,\s*["'](\w+)["']\s*,\s*["'](\w+)["'])?"""
)
_COUNT_VARIABLE = re.compile(r"\b(?:var\s+)?countPage\s*=\s*[\"']?(\d+)")
_NEXT = re.compile(r"^[\s\[<(【]*(?:下一?[页頁]|后一?页|next|[>›»]{1,2})[\s>›»\])】]*$", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A list page: its final address and its text."""

    url: str
    html: str


RowsOf = Callable[[Page], list[Keyed]]
# the first page, the last one read, how many were read -> the address of the next, None at the end
NextOf = Callable[[Page, Page, int], str | None]


def next_page(first: Page, last: Page, number: int) -> str | None:
    """The page after `last`: counted where the page says how many there are, else where its "next" leads."""
    match = _COUNT.search(first.html)
    count = match or _COUNT_VARIABLE.search(first.html)
    if count is None:
        return next_link(last)
    if number >= int(count[1]):
        return None
    own = re.search(r"/([^/.]+)\.(\w+)$", urlsplit(first.url).path)
    name = (match and match[2]) or (own and own[1]) or "index"
    suffix = (match and match[3]) or (own and own[2]) or "shtml"
    return urljoin(first.url, f"{name}_{number}.{suffix}")


def walk(
    source: Source, fetch: Fetch, rows_of: RowsOf, next_of: NextOf = next_page, first: Page | None = None
) -> list[Listed]:
    """Every row of the first `max_pages` list pages, of which `first` may be there already.

    Raises FetchError, and ListingChanged for a page without rows.
    """
    first = last = first or page_of(source, fetch(source.url))
    rows, seen = needed(source, last, rows_of), {source.url, last.url}
    for number in range(1, source.max_pages):
        url = next_of(first, last, number)
        if url is None or url in seen:
            break
        last = page_of(source, fetch(url, referer=last.url))
        rows += needed(source, last, rows_of)
        seen |= {url, last.url}
    return enough(source, distinct(rows))


def page_of(source: Source, answer: Response) -> Page:
    """The answer as text. Raises ListingChanged where its charset cannot be told."""
    try:
        return Page(answer.url, decode(answer.content, source.encoding))
    except ValueError as error:
        raise ListingChanged(source.id, answer.url, str(error)) from error


def needed(source: Source, page: Page, rows_of: RowsOf) -> list[Keyed]:
    """The rows of a page that must have some. Raises ListingChanged."""
    rows = rows_of(page)
    if not rows:
        raise no_rows(source, page)
    return rows


def no_rows(source: Source, page: Page) -> ListingChanged:
    """What is wrong with a list page that shows nothing."""
    detail = "says that it was not found" if html_says_missing(page.html) else "no row on the list page"
    return ListingChanged(source.id, page.url, detail)


def enough(source: Source, rows: list[Listed]) -> list[Listed]:
    """The rows, if they are `min_rows` or more. Raises ListingChanged."""
    if len(rows) < source.min_rows:
        raise ListingChanged(source.id, source.url, f"{len(rows)} rows, at least {source.min_rows} expected")
    return rows


def next_link(page: Page, selector: str | None = None) -> str | None:
    """Where the link called 下一页 leads, or the one that `selector` finds; None without one, or to another host."""
    from connectors.readers.soup import parse

    soup = parse(page.html)
    base = base_of(soup, page.url)
    anchors = soup.select(selector) if selector else soup.find_all("a", href=True)
    for anchor in anchors:
        target = address_of(anchor, base)
        is_here = target and urlsplit(target).netloc == urlsplit(page.url).netloc
        if is_here and target != page.url and (selector or _NEXT.match(anchor.get_text(" ", strip=True))):
            return target
    return None
