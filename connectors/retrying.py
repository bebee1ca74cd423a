"""When to ask again: after a pause that grows, or when the server says, and never endlessly."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

from connectors.errors import FetchError

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Retrying:
    """How often and how patiently. A Retry-After over `max_wait_s` ends the attempts: the next run is soon enough."""

    retries: int
    backoff_s: float
    max_wait_s: float
    sleep: Callable[[float], None]

    def run(self, attempt: Callable[[], Answer]) -> Answer:
        """The first answer. Raises the last FetchError, or the first that asking again cannot mend."""
        for number in range(self.retries):
            try:
                return attempt()
            except FetchError as error:
                pause_s = self._pause_s(error, number)
                if not error.retryable or pause_s > self.max_wait_s:
                    raise
            self.sleep(pause_s)
        return attempt()

    def _pause_s(self, error: FetchError, number: int) -> float:
        if error.retry_after_s is not None:
            return error.retry_after_s
        return min(self.backoff_s * float(2**number) * random.uniform(0.75, 1.25), self.max_wait_s)


def is_worth_retrying(status: int) -> bool:
    """Whether a status may pass: too many requests, or a server in trouble (but not one that lacks the feature)."""
    return status in (408, 425, 429) or (status >= 500 and status not in (501, 505, 521))


def after_s(retry_after: str | None) -> float | None:
    """The pause that a Retry-After header asks for, in seconds or until a date; None where there is none."""
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    seconds: float = (until - datetime.now(UTC)).total_seconds()
    return max(0.0, seconds)
