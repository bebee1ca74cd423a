"""What a message tells, out of all its bureaus: the lags, what other rules found, and what has ended."""

from __future__ import annotations

from alerting.bundle import Bundle
from alerting.decide import Notice, Tiding


def notices(bundle: Bundle) -> tuple[Notice, ...]:
    """Every lag of the message, bureau by bureau."""
    return tuple(notice for part in bundle.parts for notice in part.decision.tell)


def found(bundle: Bundle) -> tuple[Tiding, ...]:
    """Everything else of it."""
    return tuple(tiding for part in bundle.parts for tiding in part.decision.found)


def ended(bundle: Bundle) -> tuple[Notice | Tiding, ...]:
    """What has ended or is withdrawn."""
    told: list[Notice | Tiding] = []
    for part in bundle.parts:
        told += part.decision.resolved
        told += part.decision.ended
    return tuple(told)
