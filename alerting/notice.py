"""A message that tells of the system itself and of no bureau: a heading, a few lines, and their machine's form."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from alerting.cleaning import clip
from alerting.payload import dumps, head
from alerting.rendering import render
from warehouse.records import OutboxMessage

_SUBJECT = 120  # characters


def notice(
    kind: str,
    names: Sequence[str],
    *,
    channel: str,
    recipient: str,
    at: datetime,
    subject: str,
    heading: str,
    lines: Sequence[str],
    told: Mapping[str, Any],
    detail: str = "",
    foot: Sequence[str] = (),
) -> OutboxMessage:
    """The message for one recipient, in the language that is being spoken.

    `names` tell it from others of its kind: the same names are the same message. `told` is what its payload says beside
    its head, `detail` the technical line. `at` is zone-aware.
    """
    parts = (kind, channel, recipient, *names)
    identity = hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
    values = {"heading": heading, "detail": detail, "foot": foot}
    return OutboxMessage(
        message_id=identity,
        channel=channel,
        recipient=recipient,
        subject=clip(subject, _SUBJECT),
        text=render("notice.txt.j2", lines=lines, **values),
        html=render("notice.html.j2", subject=heading, summary=lines, counts=[], **values),
        payload=dumps({**head(kind, identity, at.astimezone(UTC)), **told}),
        created_at=at,
    )
