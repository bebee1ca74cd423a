"""When a message that failed is tried again: soon, then ever more rarely, for three days; then it is dead. Pure."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

PATIENCE = timedelta(days=3)
FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=8)
GROWTH = 3
SPREAD = 0.25  # a receiver that came back is not asked by all who wait at the same moment


def next_attempt(
    message_id: str, failures: int, first_at: datetime, now: datetime, asked: timedelta | None
) -> datetime | None:
    """The time before which a message with so many failures is not tried again; None where it is given up.

    `asked` is the pause that the receiver asked for: it is never undercut, and no more than the patience.
    """
    if now - first_at >= PATIENCE:
        return None
    pause = min(FIRST * GROWTH ** min(failures - 1, 10), LONGEST) * (1 + SPREAD * _spread(message_id, failures))
    wait: timedelta = max(pause, min(asked or timedelta(0), PATIENCE))
    return now + wait


def _spread(message_id: str, failures: int) -> float:
    """-1 to 1, the same whenever it is asked for."""
    digest = hashlib.sha256(f"{message_id}:{failures}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**31 - 1
