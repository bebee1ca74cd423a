"""Rows of a list page, found by the addresses they lead to.

The markup around a row differs from site to site (list items, table rows, blocks; the date before, after or inside the
link); the shape of an article's address does not. So a row is found by its address, and is as much of the page around
it as belongs to no other row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from connectors.dates import DATE, date_in_path, date_in_stamp, listed_day
from connectors.sites.listing import Listed
from connectors.sites.scripts import fragments

if TYPE_CHECKING:
    from bs4 import Tag

# what names an article in every address it has, None for an address that is no article's
KeyOf = Callable[[SplitResult], str | None]

_BULLET = re.compile(r"^[\s·•▪◆■・>»›*-]+")
_ROWS = frozenset({"li", "tr", "article"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAX_CLIMB = 4
# of so many links to the same article the surroundings are looked at
_LOOKED_AROUND = 5


@dataclass(frozen=True, slots=True)
class Keyed:
    """A row with what names its article in every address: copies have the same key."""

    key: str
    row: Listed


@dataclass(frozen=True, slots=True)
class _Link:
    key: str
    url: str
    anchor: Tag


def rows_by_address(url: str, html: str, key_of: KeyOf, today: date) -> list[Keyed]:
    """Every row of a page whose link `key_of` knows, in the page's order, then those that its scripts hold."""
    links = list(_links(url, html, key_of))
    owners, seen = _owners(links), Counter[str]()
    found = []
    for link in links:
        seen[link.key] += 1
        around = _text_around(link.anchor, owners) if seen[link.key] <= _LOOKED_AROUND else ""
        found.append(Keyed(link.key, _listed(link, around, today)))
    return found


def distinct(rows: Iterable[Keyed]) -> list[Listed]:
    """One row for each article: rather no copy for the elderly, and with the longest title that a link to it shows."""
    best: dict[str, Listed] = {}
    for keyed in rows:
        known = best.get(keyed.key)
        row = keyed.row if known is None or _rank(keyed.row) > _rank(known) else known
        day = row.published_on or keyed.row.published_on or (known.published_on if known else None)
        best[keyed.key] = replace(row, published_on=day)
    return list(best.values())


def title_of(anchor: Tag) -> str:
    """The whole title: what the link shows may be clipped, its title attribute may be empty or about something else."""
    heading = anchor.find(_HEADINGS)
    strings = (heading or anchor).strings
    shown = _tidy("".join(piece for piece in strings if not _is_date(piece)))
    named = _tidy(str(anchor.get("title") or "").strip().partition("\n")[0])
    named = re.sub(r"^标\s*题\s*[:：]\s*", "", named)
    return named if len(named) >= len(shown) or shown.rstrip(".…") != shown else shown


def _owners(links: Iterable[_Link]) -> dict[int, set[str]]:
    """By tag, the articles that are linked under it; two are as good as more, and hold for all tags around it."""
    owners: dict[int, set[str]] = {}
    for link in links:
        for parent in link.anchor.parents:
            known = owners.setdefault(id(parent), set())
            if len(known) > 1:
                break
            known.add(link.key)
    return owners


def _listed(link: _Link, around: str, today: date) -> Listed:
    path = urlsplit(link.url).path
    day = (
        listed_day(around, today)
        or _day_inside(link.anchor, today)
        or date_in_stamp(path.rpartition("/")[2])
        or date_in_path(path)
    )
    return Listed(link.url, title_of(link.anchor), day)


def _links(url: str, html: str, key_of: KeyOf) -> Iterator[_Link]:
    from connectors.readers.soup import parse

    for source in (html, fragments(html)):
        for anchor in parse(source).find_all("a", href=True) if source else ():
            target = urldefrag(urljoin(url, str(anchor["href"]).strip()))[0]
            address = urlsplit(target)
            key = key_of(address) if address.scheme in ("http", "https") else None
            if key:
                yield _Link(key, target, anchor)


def _text_around(anchor: Tag, owners: dict[int, set[str]]) -> str:
    """The text of the row without its link: a title may hold dates of its own."""
    row = anchor
    for parent in islice(anchor.parents, _MAX_CLIMB):
        if len(owners[id(parent)]) > 1 or parent.name in ("body", "html", "[document]"):
            break
        row = parent
        if parent.name in _ROWS:
            break
    inside = {id(node) for node in anchor.descendants}
    return " ".join(text for node in row.find_all(string=True) if id(node) not in inside and (text := node.strip()))


def _day_inside(anchor: Tag, today: date) -> date | None:
    """The date that stands in the link beside the title: as a piece of its own, or around a heading."""
    if heading := anchor.find(_HEADINGS):
        inside = {id(node) for node in heading.descendants}
        pieces = [str(node).strip() for node in anchor.find_all(string=True) if id(node) not in inside]
        return listed_day(" ".join(filter(None, pieces)), today)
    return next((listed_day(piece, today) for piece in anchor.stripped_strings if _is_date(piece)), None)


def _is_date(piece: str) -> bool:
    return DATE.fullmatch(piece.strip("[]【】（）() \n")) is not None


def _tidy(text: str) -> str:
    return _BULLET.sub("", " ".join(text.split()))


def _rank(row: Listed) -> tuple[bool, bool, int]:
    return "_slhxq." not in row.url, "content.jsp" not in row.url, len(row.title)
