"""What did not arrive, and how it is tried anew: for `duban alerts`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from flows.keeping import writer
from flows.settings import Settings
from warehouse import outbox
from warehouse.outbox import Letter


def dead_letters(settings: Settings) -> list[Letter]:
    """The messages that nobody tries any more, the oldest first."""
    return _letters(settings, "dead")


def waiting(settings: Settings) -> list[Letter]:
    """The messages that wait to be sent, also those that wait for their next attempt."""
    return _letters(settings, "waiting")


def disabled_channels(settings: Settings) -> dict[str, str]:
    """The channels that want no more messages, and why."""
    if not settings.warehouse.exists():
        return {}
    with writer(settings) as con:
        return outbox.disabled(con)


def replay(settings: Settings, message_ids: Sequence[str] = ()) -> list[Letter]:
    """Have dead messages tried anew by the next delivery (all, or those named), and disabled channels with them.

    A channel of a message that is named is enabled; with none named every disabled channel is.
    """
    if not settings.warehouse.exists():
        return []
    now = datetime.now(UTC)
    with writer(settings) as con:
        again = outbox.replay(con, message_ids, now)
        wished = {letter.channel for letter in again} if message_ids else None
        for channel in outbox.disabled(con):
            if wished is None or channel in wished:
                outbox.set_channel(con, channel, "enabled", now, "replay")
    return again


def _letters(settings: Settings, state: str) -> list[Letter]:
    if not settings.warehouse.exists():
        return []
    with writer(settings) as con:
        return outbox.letters(con, "dead" if state == "dead" else "waiting")
