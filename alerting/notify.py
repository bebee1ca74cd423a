"""The decision to notify: what one recipient must be told of one bureau now, with a named reason. Pure.

It compares how the alerts stand with what the recipient knows, never with what a run did: a run that died before its
messages were written is made good by the next, and what was muted is told when the mute ends, if it still holds.

| reason | when |
|---|---|
| first | something holds that they do not know, and they know of nothing that holds here |
| new_in_group | the same, and they know of other things that hold here |
| worse | what they know grew worse, or rose to a level of escalation that they are listed for |
| revised | what they know was voided, or made less bad, by a revision or a person |
| partly_resolved, all_resolved | some, or the last, of what they know ended |
| reminder | nothing changed for as long as the setting says, and nobody has acknowledged it |
| none | nothing of this |

The first that holds names the message; `items` says of each alert why it is in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from alerting.history import OPEN
from warehouse.records import AlertState, Told

NotifyReason = Literal[
    "first", "new_in_group", "worse", "revised", "partly_resolved", "all_resolved", "reminder", "none"
]
Kind = Literal["first", "worse", "revised", "withdrawn", "resolved", "reminder"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an alert stands for one recipient."""

    alert_id: str
    state: AlertState
    step_no: int
    began_no: int = 1
    rose_no: int | None = None
    level: int = 0  # the highest level of escalation reached for which this recipient is listed
    is_quiet: bool = False  # told to nobody: baseline, closed, stretch, pending
    is_muted: bool = False  # by a silence, by inhibition
    tells_end: bool = True
    is_corrected: bool = False  # by its newest step: it is less bad than was said


@dataclass(frozen=True, slots=True)
class Notification:
    """Why this recipient is told, and of which alert what."""

    reason: NotifyReason
    items: tuple[tuple[str, Kind], ...] = ()


NOTHING = Notification("none")


def notify(
    now: Sequence[Standing], known: Mapping[str, Told], *, at: datetime, remind_after: timedelta | None = None
) -> Notification:
    """What to tell of these alerts, all of one bureau; `known` is what the recipient was last told of each."""
    items = tuple(
        (one.alert_id, kind) for one in now if (kind := _kind(one, known.get(one.alert_id), at, remind_after))
    )
    return Notification(_reason(now, known, dict(items)), items) if items else NOTHING


def _kind(one: Standing, known: Told | None, at: datetime, remind_after: timedelta | None) -> Kind | None:
    knows = known is not None and known.kind == "firing"
    if one.state in OPEN:
        if one.is_quiet or one.is_muted:
            return None
        return _of_firing(one, known if knows else None, at, remind_after)
    if not knows:
        return None
    if one.state == "superseded":
        return "withdrawn"  # an error is withdrawn even from those who asked for silence
    if one.state == "expired" or one.is_quiet or one.is_muted or not one.tells_end:
        return None
    return "resolved"


def _of_firing(one: Standing, known: Told | None, at: datetime, remind_after: timedelta | None) -> Kind | None:
    if known is None or known.step_no < one.began_no:
        return "first"
    if (one.rose_no is not None and one.rose_no > known.step_no) or one.level > known.level:
        return "worse"
    if one.is_corrected and known.step_no < one.step_no:
        return "revised"
    is_due = remind_after is not None and at - known.at >= remind_after
    return "reminder" if is_due and one.state == "firing" else None


def _reason(now: Sequence[Standing], known: Mapping[str, Told], items: Mapping[str, Kind]) -> NotifyReason:
    kinds = set(items.values())
    knows = [one for one in now if one.alert_id in known and known[one.alert_id].kind == "firing"]
    if "first" in kinds:
        return "new_in_group" if any(one.state in OPEN for one in knows) else "first"
    if "worse" in kinds:
        return "worse"
    if kinds & {"withdrawn", "revised"}:
        return "revised"
    if "resolved" in kinds:
        return "partly_resolved" if any(one.state in OPEN for one in knows) else "all_resolved"
    return "reminder"
