"""To whom it is told: every recipient of every channel, one message each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from alerting.bundle import Bundle
from alerting.digest import digest
from alerting.speech import Language
from flows.channel_settings import SmtpChannel
from flows.settings import Settings
from warehouse.records import OutboxMessage


def recipients(settings: Settings) -> Iterator[tuple[str, str]]:
    """Every (channel, recipient) of the settings."""
    for channel in settings.channels:
        for recipient in channel.recipients:
            yield channel.name, recipient


def message_of(bundle: Bundle, settings: Settings) -> OutboxMessage:
    """The message of a bundle, in its channel's language and with its address for answers."""
    language, reply_to = manner(settings, bundle.channel)
    return digest(bundle, at=datetime.now(UTC), language=language, reply_to=reply_to)


def manner(settings: Settings, name: str) -> tuple[Language, str | None]:
    """In which language a channel's messages are written, and where their answers go."""
    for channel in settings.channels:
        if channel.name == name:
            reply_to = channel.reply_to if isinstance(channel, SmtpChannel) else None
            return channel.language or settings.language, reply_to
    return settings.language, None
