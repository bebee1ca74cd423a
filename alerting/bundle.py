"""What one recipient is told in one run: bureau by bureau, then what is muted and by whom. A digest is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alerting.decide import Decision
from alerting.notify import NotifyReason
from warehouse.records import Finding, Silence


@dataclass(frozen=True, slots=True)
class Part:
    """One bureau's share of a message: `decision` holds only what this recipient is told, and how the rest stands."""

    source_id: str
    bureau: str
    region: str
    reason: NotifyReason
    decision: Decision
    in_review: int = 0  # of the bureau's newest period: what waits for a person


@dataclass(frozen=True, slots=True)
class Muted:
    """A finding that holds and is not told now, and what mutes it: a silence's id, or the rule that inhibits it."""

    finding: Finding
    alert_id: str
    by: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """One message: for one recipient of one channel, in one run. `parts` is never empty; the worst bureau is first."""

    channel: str
    recipient: str
    decided_on: date
    parts: tuple[Part, ...]
    muted: tuple[Muted, ...] = ()
    silences: tuple[Silence, ...] = ()  # that hold today, and concern what this recipient would be told
