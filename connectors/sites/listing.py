"""One row of a bureau's list, and which rows are worth following."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from connectors.response import Response
from connectors.source import Source

# how a family gets a page; raises FetchError
Fetch = Callable[[str], Response]


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: the document's absolute address, its whole title, and its day where the list or the address tells it."""

    url: str
    title: str
    published_on: date | None = None


def wanted(source: Source, listed: Listed) -> bool:
    """Whether a row's title matches one of `title_include` (none given: any) and none of `title_exclude`."""
    title = " ".join(listed.title.split())

    def matches(patterns: list[str]) -> bool:
        return any(re.search(pattern, title) for pattern in patterns)

    return (not source.title_include or matches(source.title_include)) and not matches(source.title_exclude)
