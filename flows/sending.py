"""The outbox: what a run decided to tell is sent after its transaction, each message once for each recipient.

A message is marked as sent in its own short transaction. Killed between the sending and the mark, it is sent again with
the same Message-ID, which mail programs fold into one; it is never lost.
"""

from __future__ import annotations

import fcntl
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from connectors import channels
from connectors.errors import DeliveryError
from connectors.http import Client
from flows.keeping import writer
from flows.problems import CommandError, Problem, problem
from flows.settings import Channel, FolderChannel, Settings, SmtpChannel
from flows.visiting import client
from warehouse import alerts
from warehouse.records import OutboxMessage

log = logging.getLogger("duban")
BATCH = 500


@dataclass(frozen=True, slots=True)
class Delivery:
    """How many messages were sent, and one line for each that was not."""

    sent: int = 0
    problems: tuple[Problem, ...] = ()


def is_waiting(settings: Settings) -> bool:
    """Whether there is anything to send."""
    if not settings.warehouse.exists():
        return False
    with writer(settings) as con:
        return bool(alerts.pending(con, 1))


def send_pending(settings: Settings) -> Delivery:
    """Send everything in the outbox; a channel that fails keeps its messages for the next time."""
    if not settings.warehouse.exists():
        return Delivery()
    with _alone(settings):
        with writer(settings) as con:
            messages = alerts.pending(con, BATCH)
        if not messages:
            return Delivery()
        with client(settings) as http:
            senders = {channel.name: sender(channel, settings, http) for channel in settings.channels}
            tried = [_send(message, senders, settings) for message in messages]
    failures = [failure for failure in tried if failure]
    return Delivery(len(messages) - len(failures), tuple(grouped(failures)))


def grouped(failures: Sequence[DeliveryError]) -> Iterator[Problem]:
    """One line for each channel and reason, however many messages failed for it."""
    groups: dict[tuple[str, str], list[DeliveryError]] = {}
    for failure in failures:
        groups.setdefault((failure.channel, failure.reason), []).append(failure)
    for first, *others in groups.values():
        yield problem("outbox", first) if not others else Problem("outbox", _together(first, 1 + len(others)))


def _together(failure: DeliveryError, count: int) -> str:
    """What they have in common, and what to correct where waiting does not help."""
    stays = "; if it stays so, correct the channel in duban.yaml" if "duban.yaml" not in failure.remedy else ""
    return f"channel {failure.channel}: {count} messages wait: {failure.reason}; {failure.remedy}{stays}"


def sender(channel: Channel, settings: Settings, http: Client) -> channels.Channel:
    """The channel that a setting describes."""
    if isinstance(channel, FolderChannel):
        return channels.FolderChannel(channel.path or settings.mail, name=channel.name)
    if isinstance(channel, SmtpChannel):
        return channels.EmailChannel(
            host=channel.host,
            port=channel.port,
            security=channel.security,
            username=channel.username,
            password=channel.password.get_secret_value() if channel.password else None,
            sender=channel.sender,
            timeout_s=channel.timeout_s,
            name=channel.name,
        )
    return channels.WebhookChannel(http, channel.url, name=channel.name)


def _send(message: OutboxMessage, senders: dict[str, channels.Channel], settings: Settings) -> DeliveryError | None:
    try:
        if message.channel not in senders:
            reason, remedy = "is no longer in the settings", "configure it again in duban.yaml, or the message waits"
            return DeliveryError(message.channel, message.recipient, reason, remedy=remedy)
        senders[message.channel].send(plain(message))
    except DeliveryError as error:
        with writer(settings) as con:
            alerts.failed(con, message.message_id, datetime.now(UTC), error.reason)
        return error
    with writer(settings) as con:
        alerts.delivered(con, message.message_id, datetime.now(UTC))
    log.info("sent to %s: %s", message.recipient, message.subject)
    return None


def plain(message: OutboxMessage) -> channels.Message:
    """What a channel takes: it knows nothing of the warehouse."""
    return channels.Message(
        message_id=message.message_id,
        recipient=message.recipient,
        subject=message.subject,
        text=message.text,
        html=message.html,
        payload=json.loads(message.payload),
    )


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Two deliveries at the same time would both send what both found waiting."""
    with (settings.data / "deliver.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CommandError("another delivery is under way; it sends what waits, nothing to do") from error
        yield
