"""When a source is in trouble, and of which kind: pure judgements on an error or on the rows of a visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from connectors.errors import ConnectorError, ListingChanged
from connectors.sites.listing import Listed
from connectors.source import Source

# unreachable may pass by itself; the others wait for somebody
Kind = Literal["unreachable", "refused", "changed", "stale", "metadata"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a source, in one line with the remedy."""

    kind: Kind
    detail: str


def trouble_of(error: BaseException) -> Trouble:
    """The kind of a failed visit: a list that changed, a site that refuses, or one that gives no answer."""
    detail = " ".join(str(error).split())
    if isinstance(error, ListingChanged):
        return Trouble("changed", detail)
    if isinstance(error, ConnectorError) and not error.retryable:
        return Trouble("refused", detail)
    return Trouble("unreachable", detail)


def stale(source: Source, newest_on: date | None, today: date) -> Trouble | None:
    """Whether the list's newest row is older than the source file's `max_age_days`; undated rows count as old."""
    limit = source.max_age_days
    if limit is None or (newest_on and (today - newest_on).days <= limit):
        return None
    age = f"is {(today - newest_on).days} days old" if newest_on else "has no date"
    remedy = "see whether the bureau publishes elsewhere now, or raise max_age_days"
    return Trouble("stale", f"{source.id} {source.url}: the newest row {age}, at most {limit} expected; {remedy}")


def newest_day(rows: Sequence[Listed]) -> date | None:
    """The day of the newest row, None where none has a day."""
    return max((row.published_on for row in rows if row.published_on), default=None)


def lacking(source: Source, missing: Sequence[str]) -> Trouble | None:
    """Whether the newest report has not what the source file requires."""
    if not missing:
        return None
    remedy = "see whether the page still shows it, or take it out of required"
    return Trouble("metadata", f"{source.id}: the newest report has no {', '.join(missing)}; {remedy}")
