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
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from connectors.dates import date_in_path, date_in_stamp
from connectors.sites.links import address_of, base_of
from connectors.sites.listing import Listed
from connectors.sites.row_days import HEADINGS, Days, Owners, without_dates
from connectors.sites.scripts import fragments

if TYPE_CHECKING:
    from bs4 import Tag

# what names an article in every address it has, None for an address that is no article's
KeyOf = Callable[[SplitResult], str | None]

_BULLET = re.compile(r"^[\s·•▪◆■・>»›*-]+")
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
    seen, days = Counter[str](), Days(_owners(links), today)
    found = []
    for link in links:
        seen[link.key] += 1
        around = days.around(link.anchor) if seen[link.key] <= _LOOKED_AROUND else None
        day = around or days.inside(link.anchor) or _day_of_address(link.url)
        if day is None and seen[link.key] <= _LOOKED_AROUND:
            day = days.beside(link.anchor)
        found.append(Keyed(link.key, Listed(link.url, title_of(link.anchor), day)))
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
    shown = _tidy("".join(without_dates(list((anchor.find(HEADINGS) or anchor).strings))))
    named = _tidy(str(anchor.get("title") or "").strip().partition("\n")[0])
    named = re.sub(r"^标\s*题\s*[:：]\s*", "", named)
    return named if len(named) >= len(shown) or shown.rstrip(".…") != shown else shown


def _owners(links: Iterable[_Link]) -> Owners:
    """By tag, the articles that are linked under it; two are as good as more, and hold for all tags around it."""
    owners: Owners = {}
    for link in links:
        owners.setdefault(id(link.anchor), {link.key})
        for parent in link.anchor.parents:
            known = owners.setdefault(id(parent), set())
            if len(known) > 1:
                break
            known.add(link.key)
    return owners


def _day_of_address(url: str) -> date | None:
    path = urlsplit(url).path
    return date_in_stamp(path.rpartition("/")[2]) or date_in_path(path)


def _links(url: str, html: str, key_of: KeyOf) -> Iterator[_Link]:
    from connectors.readers.soup import parse

    soups = [parse(source) for source in (html, fragments(html)) if source]
    base = base_of(soups[0], url) if soups else url
    for anchor in chain.from_iterable(soup.find_all("a", href=True) for soup in soups):
        target = address_of(anchor, base)
        key = key_of(urlsplit(target)) if target else None
        if key:
            yield _Link(key, target, anchor)


def _tidy(text: str) -> str:
    return _BULLET.sub("", " ".join(text.split()))


def _rank(row: Listed) -> tuple[bool, bool, int]:
    return "_slhxq." not in row.url, "content.jsp" not in row.url, len(row.title)
