"""One row of a bureau's list, and which rows are worth following."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from connectors.response import Response, Validators
from connectors.source import Source


class Fetch(Protocol):
    """How a family gets a page: at the source's pace and inside its hosts. Raises FetchError."""

    def __call__(self, url: str, /, *, referer: str | None = None, since: Validators | None = None) -> Response:
        """The answer of an address; `referer` is the page that asks, where a site wants to know.

        With `since` the answer may be that the page is still the one that came with them.
        """


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: the document's absolute address, its whole title, and its day where the list or the address tells it.

    `via` is where it is to be had now, where that is not the address by which it is known.
    """

    url: str
    title: str
    published_on: date | None = None
    via: str | None = None


def wanted(source: Source, listed: Listed) -> bool:
    """Whether a row's title matches one of `title_include` (none given: any) and none of `title_exclude`."""
    title = " ".join(listed.title.split())

    def matches(patterns: list[str]) -> bool:
        return any(re.search(pattern, title) for pattern in patterns)

    return (not source.title_include or matches(source.title_include)) and not matches(source.title_exclude)
