"""To whom it is told: every recipient of every channel, one message each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from alerting.decide import Decision
from alerting.digest import digest
from connectors.source import Source
from flows.settings import Settings
from warehouse.records import OutboxMessage


def recipients(settings: Settings) -> Iterator[tuple[str, str]]:
    """Every (channel, recipient) of the settings."""
    for channel in settings.channels:
        for recipient in channel.recipients:
            yield channel.name, recipient


def messages_for(decision: Decision, source: Source, settings: Settings) -> list[OutboxMessage]:
    """One message on this bureau for each recipient; none when there is nothing to tell."""
    at = datetime.now(UTC)
    drafts = [
        digest(decision, bureau=source.bureau, region=source.region, channel=channel, recipient=recipient, at=at)
        for channel, recipient in recipients(settings)
    ]
    return [draft for draft in drafts if draft is not None]
