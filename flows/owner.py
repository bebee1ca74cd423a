"""A channel that wants no more messages, or to which messages were given up: the owner hears of it by another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import duckdb

from alerting.channel_notice import channel_notice
from connectors.errors import DeliveryError
from flows.settings import FolderChannel, Settings, SmtpChannel
from warehouse import alerts, outbox
from warehouse.outbox import Attempt


def told_owner(
    con: duckdb.DuckDBPyConnection, settings: Settings, failures: Sequence[DeliveryError], attempts: Sequence[Attempt]
) -> None:
    """Disable what is gone, and write the word about it, and about what is dead, to the outbox."""
    at = datetime.now(UTC)
    dead = {one.reason for one in attempts if one.outcome == "dead"}
    gone = {error.channel: error.reason for error in failures if error.fate == "gone"}
    given_up = {error.channel: error.reason for error in failures if error.reason in dead and error.channel not in gone}
    for name, reason in gone.items():
        outbox.set_channel(con, name, "disabled", at, reason)
    for known, is_gone in ((gone, True), (given_up, False)):
        for name, reason in known.items():
            written = [
                channel_notice(
                    name,
                    reason,
                    is_gone=is_gone,
                    channel=channel,
                    recipient=recipient,
                    at=at,
                    language=settings.language,
                )
                for channel, recipient in _others(settings, name, gone)
            ]
            alerts.record(con, [], written, "deliver", at)


def _others(settings: Settings, name: str, gone: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The first recipient of the first other channel, one for people where there is one."""
    able = [channel for channel in settings.channels if channel.name != name and channel.name not in gone]
    mails = [channel for channel in able if isinstance(channel, SmtpChannel | FolderChannel)]
    for channel in (mails or able)[:1]:
        yield channel.name, channel.recipients[0]
