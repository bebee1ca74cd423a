"""TRS static lists: `index.shtml`, `index_1.shtml` ..., rows that lead to `./202502/t20250221_3912345.shtml`.

The markup around a row differs from site to site (list items, table rows, blocks; the date before, after or inside the
link); the stamped address does not. So a row is found by its address, and is as much of the page around it as
belongs to no other row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from connectors.dates import DATE, date_in, date_in_stamp
from connectors.errors import ListingChanged
from connectors.missing import html_says_missing
from connectors.readers.decoding import decode
from connectors.response import Response
from connectors.sites.listing import Fetch, Listed
from connectors.source import Source

if TYPE_CHECKING:
    from bs4 import Tag

# an article, or an attachment that stands in the list itself
_ARTICLE = re.compile(
    r"/(t(?:19|20)\d{6}_\d+)(?:_\d+)?(_slhxq)?\.s?html?$|/([PW]0\d{9,}\.(?:pdf|docx?|xlsx?|wps|ofd|zip))$", re.I
)
_PAGES = re.compile(
    r"""createPageHTML\s*\(\s*(?:["'][^"']*["']\s*,\s*)?(\d+)(?:\s*,\s*\d+\s*,\s*["'](\w+)["']\s*,\s*["'](\w+)["'])?"""
)
_PAGE_COUNT = re.compile(r"\b(?:var\s+)?countPage\s*=\s*[\"']?(\d+)")
_BULLET = re.compile(r"^[\s·•▪◆■・>»›*-]+")
_ROWS = frozenset({"li", "tr", "article"})
_MAX_CLIMB = 4


@dataclass(frozen=True, slots=True)
class _Link:
    """A link to an article; `key` is the same for its copies."""

    key: str
    url: str
    anchor: Tag


def discover(source: Source, fetch: Fetch) -> list[Listed]:
    """Every row of the first `max_pages` list pages. Raises FetchError and ListingChanged."""
    first = fetch(source.url)
    html = _html(source, first)
    rows = _rows_of(source, first.url, html)
    for url in _further_pages(first.url, html, source.max_pages):
        page = fetch(url)
        rows += _rows_of(source, page.url, _html(source, page))
    found = _distinct(rows)
    if len(found) < source.min_rows:
        raise ListingChanged(source.id, source.url, f"{len(found)} rows, at least {source.min_rows} expected")
    return found


def _rows_of(source: Source, url: str, html: str) -> list[tuple[str, Listed]]:
    rows = list(_rows(url, html))
    if not rows:
        detail = "says that it was not found" if html_says_missing(html) else "no row on the list page"
        raise ListingChanged(source.id, url, detail)
    return rows


def _html(source: Source, page: Response) -> str:
    try:
        return decode(page.content, source.encoding)
    except ValueError as error:
        raise ListingChanged(source.id, page.url, str(error)) from error


def _further_pages(url: str, html: str, max_pages: int) -> Iterator[str]:
    """The addresses after the first; the name and suffix are in the call that draws the page numbers, else in `url`."""
    match = _PAGES.search(html)
    count = match or _PAGE_COUNT.search(html)
    own = re.search(r"/([^/.]+)\.(\w+)$", urlsplit(url).path)
    name = (match and match[2]) or (own and own[1]) or "index"
    suffix = (match and match[3]) or (own and own[2]) or "shtml"
    for number in range(1, min(int(count[1]) if count else 1, max_pages)):
        yield urljoin(url, f"{name}_{number}.{suffix}")


def _rows(url: str, html: str) -> Iterator[tuple[str, Listed]]:
    links = list(_links(url, html))
    owners: dict[int, set[str]] = {}  # by tag: the articles that are linked under it
    for link in links:
        for parent in link.anchor.parents:
            owners.setdefault(id(parent), set()).add(link.key)
    for link in links:
        text = _text_around(link.anchor, owners)
        stamp = urlsplit(link.url).path.rpartition("/")[2]
        yield (
            link.key,
            Listed(link.url, _title(link.anchor), date_in(text) or _date_inside(link.anchor) or date_in_stamp(stamp)),
        )


def _links(url: str, html: str) -> Iterator[_Link]:
    from connectors.readers.soup import parse

    for anchor in parse(html).find_all("a", href=True):
        target = urldefrag(urljoin(url, str(anchor["href"]).strip()))[0]
        address = urlsplit(target)
        match = _ARTICLE.search(address.path)
        if match and address.scheme in ("http", "https"):
            # an article keeps its stamp in every column that shows it
            yield _Link(f"{address.hostname}/{match[1] or match[3]}", target, anchor)


def _text_around(anchor: Tag, owners: dict[int, set[str]]) -> str:
    """The text of the row without its link: a title may hold dates of its own."""
    row = anchor
    for parent in list(anchor.parents)[:_MAX_CLIMB]:
        if len(owners[id(parent)]) > 1 or parent.name in ("body", "html", "[document]"):
            break
        row = parent
        if parent.name in _ROWS:
            break
    inside = {id(node) for node in anchor.descendants}
    return " ".join(str(node) for node in row.find_all(string=True) if id(node) not in inside)


def _date_inside(anchor: Tag) -> date | None:
    """The date that stands in the link as a piece of its own, beside the title."""
    return next((day for piece in anchor.stripped_strings if _is_date(piece) and (day := date_in(piece))), None)


def _is_date(piece: str) -> bool:
    return DATE.fullmatch(piece.strip("[]【】（）() \n")) is not None


def _title(anchor: Tag) -> str:
    """The whole title: what the link shows may be clipped, its title attribute may be empty or about something else."""
    shown = _tidy("".join(piece for piece in anchor.strings if not _is_date(piece)))
    named = _tidy(str(anchor.get("title") or "").strip().partition("\n")[0])
    named = re.sub(r"^标\s*题\s*[:：]\s*", "", named)
    return named if len(named) >= len(shown) or shown.rstrip(".…") != shown else shown


def _tidy(text: str) -> str:
    return _BULLET.sub("", " ".join(text.split()))


def _distinct(rows: list[tuple[str, Listed]]) -> list[Listed]:
    """One row for each article: rather no copy for the elderly, and with the longest title that a link to it shows."""
    best: dict[str, Listed] = {}
    for key, row in rows:
        known = best.get(key)
        best[key] = row if known is None or _rank(row) > _rank(known) else known
    return list(best.values())


def _rank(row: Listed) -> tuple[bool, int]:
    return "_slhxq." not in row.url, len(row.title)
