"""The day of a row in a list: beside its link, in it, or between the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import chain, islice, pairwise, takewhile
from typing import TYPE_CHECKING

from connectors.dates import DATE, listed_day

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

# by the identity of a tag, the articles that are linked under it: none, one, or several
Owners = dict[int, set[str]]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ROWS = frozenset({"li", "tr", "article"})
_MAX_CLIMB = 4
# no abstract of an article is so short, no date alone so long
_SHORT, _LONELY = 24, 14
_DAY = re.compile(r"\s*\d{1,2}日?\s*")
_MONTH = re.compile(r"\s*(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}月?\s*")


class Days:
    """The days of a page's rows; `owners` are its articles."""

    def __init__(self, owners: Owners, today: date) -> None:
        self._owners, self._today = owners, today
        self._before: dict[int, bool] = {}  # by what holds the rows: whether each has its day before it

    def around(self, anchor: Tag) -> date | None:
        """The day in the row beside its link; one that stands alone rather than one of the article's abstract."""
        inside = {id(node) for node in anchor.descendants}
        strings = self._row_of(anchor).find_all(string=True)
        texts = [text for node in strings if id(node) not in inside and (text := node.strip())]
        kinds = (_is_date, lambda text: len(text) <= _SHORT, bool)
        return next(filter(None, (listed_day(" ".join(filter(kind, texts)), self._today) for kind in kinds)), None)

    def inside(self, anchor: Tag) -> date | None:
        """The day that stands in the link beside the title: as a piece or two of its own, or around a heading."""
        if heading := anchor.find(HEADINGS):
            inside = {id(node) for node in heading.descendants}
            pieces = [str(node).strip() for node in anchor.find_all(string=True) if id(node) not in inside]
            return listed_day(" ".join(filter(None, pieces)), self._today)
        pieces = list(anchor.stripped_strings)
        parted = (f"{one} {two}" for one, two in pairwise(pieces) if _is_parted_date(one, two))
        dates = chain((piece for piece in pieces if _is_date(piece)), parted)
        return next((day for text in dates if (day := listed_day(text, self._today))), None)

    def beside(self, anchor: Tag) -> date | None:
        """The day between this row and the one before it or behind it; the first row tells which."""
        row = self._row_of(anchor)
        before = self._alone(row.previous_siblings)
        is_before = self._before.setdefault(id(row.parent), before is not None)
        return before if is_before else self._alone(row.next_siblings)

    def _alone(self, siblings: Iterable[PageElement]) -> date | None:
        """A day that stands alone before the next row."""
        for sibling in takewhile(lambda node: not self._owners.get(id(node)), siblings):
            text = sibling.get_text(" ", strip=True)
            if 0 < len(text) <= _LONELY and (day := listed_day(text, self._today)):
                return day
        return None

    def _row_of(self, anchor: Tag) -> Tag:
        """As much of the page around a link as belongs to no other row."""
        row = anchor
        for parent in islice(anchor.parents, _MAX_CLIMB):
            if len(self._owners[id(parent)]) > 1 or parent.name in ("body", "html", "[document]"):
                break
            row = parent
            if parent.name in _ROWS:
                break
        return row


def without_dates(pieces: list[str]) -> list[str]:
    """The pieces of a link that are no date, nor the day and the month that a date is parted into."""
    shown = [place for place, piece in enumerate(pieces) if piece.strip()]
    pairs = ((one, two) for one, two in pairwise(shown) if _is_parted_date(pieces[one], pieces[two]))
    parted = set(chain.from_iterable(pairs))
    return [piece for place, piece in enumerate(pieces) if place not in parted and not _is_date(piece)]


def _is_date(piece: str) -> bool:
    return DATE.fullmatch(piece.strip("[]【】（）() \n")) is not None


def _is_parted_date(one: str, two: str) -> bool:
    return any(_DAY.fullmatch(day) and _MONTH.fullmatch(month) for day, month in ((one, two), (two, one)))
