"""The outbox: what a run decided to tell is sent after its transaction, each message once for each recipient.

Messages are claimed, sent, and recorded in short transactions of their own. Killed between the sending and the record,
a message is sent again with the same name (Message-ID, webhook-id), by which receivers know it; it is never lost.
"""

from __future__ import annotations

import fcntl
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from alerting.speech import Language
from connectors import channels
from connectors.errors import DeliveryError
from flows.attaching import attachments
from flows.backoff import next_attempt
from flows.keeping import writer
from flows.owner import told_owner
from flows.problems import CommandError, Problem, problem
from flows.senders import Senders
from flows.settings import Settings
from warehouse import outbox
from warehouse.outbox import Attempt, Due

log = logging.getLogger("duban")
BATCH = 500
# so many are sent between two records: as many may arrive twice, under one name, after a kill
RECORD = 25


@dataclass(frozen=True, slots=True)
class Delivery:
    """How many messages were sent, and one line for each that was not."""

    sent: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass
class Refused:
    """What a delivery learnt: channels that are down are not asked again for each message, and where an older message
    is to be tried again soon, newer ones to the same recipient wait for it (`outbox.due`)."""

    channels: dict[str, DeliveryError] = field(default_factory=dict)
    waiting: set[tuple[str, str]] = field(default_factory=set)

    def holds(self, due: Due) -> bool:
        """Whether an older message to its recipient goes first, at another time."""
        return (due.message.channel, due.message.recipient) in self.waiting

    def note(self, due: Due, error: DeliveryError | None, attempt: Attempt) -> None:
        """How an attempt ended."""
        if error and error.is_channel:
            self.channels[due.message.channel] = error
        elif attempt.outcome == "failed" and due.failures + 1 < outbox.PATIENCE:
            self.waiting.add((due.message.channel, due.message.recipient))


def is_waiting(settings: Settings) -> bool:
    """Whether there is anything to send now."""
    if not settings.warehouse.exists():
        return False
    with writer(settings) as con:
        return bool(outbox.due(con, datetime.now(UTC), 1))


def send_pending(settings: Settings, *, early: bool = False) -> Delivery:
    """Send everything that is due; a channel that fails keeps its messages for the next time.

    `early`: also what waits for its next attempt, as after a corrected setting.
    """
    if not settings.warehouse.exists():
        return Delivery()
    sent, failures, tried, refused = 0, list[DeliveryError](), set[str](), Refused()
    with _alone(settings), Senders(settings) as senders:
        while messages := _claimed(settings, early, tried):
            tried |= {due.message.message_id for due in messages}
            for some in _chunks(messages):
                failed, arrived = _send_some(some, senders, settings, refused)
                sent, failures = sent + arrived, failures + failed
    return Delivery(sent, tuple(grouped(failures)))


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


def _claimed(settings: Settings, early: bool, tried: set[str]) -> list[Due]:
    """The next messages, claimed; each at most once in one delivery."""
    with writer(settings) as con:
        found = outbox.due(con, datetime.now(UTC), BATCH + len(tried), early=early)
        messages = [due for due in found if due.message.message_id not in tried][:BATCH]
        outbox.claim(con, [due.message.message_id for due in messages], datetime.now(UTC))
    return messages


def _send_some(
    messages: Sequence[Due], senders: Senders, settings: Settings, refused: Refused
) -> tuple[list[DeliveryError], int]:
    """Send and record; the failures, and how many arrived."""
    attempts, failures = list[Attempt](), list[DeliveryError]()
    for due in messages:
        if refused.holds(due):
            continue
        error = refused.channels.get(due.message.channel) or _send(due, senders)
        failures += [error] if error else []
        attempts.append(_attempt(due, error))
        refused.note(due, error, attempts[-1])
    with writer(settings) as con:
        outbox.record(con, attempts)
        told_owner(con, settings, failures, attempts)
    return failures, len(attempts) - len(failures)


def _send(due: Due, senders: Senders) -> DeliveryError | None:
    message = due.message
    if message.channel not in senders:
        reason, remedy = "is no longer in the settings", "configure it again in duban.yaml, or the message waits"
        return DeliveryError(message.channel, message.recipient, reason, remedy=remedy, is_channel=True)
    try:
        senders[message.channel].send(plain(due, senders.language_of_files(message.channel)))
    except DeliveryError as error:
        return error
    except CommandError as error:  # a secret that is not there
        return DeliveryError(message.channel, message.recipient, str(error), is_channel=True)
    log.info("sent to %s: %s", message.recipient, message.subject)
    return None


def _attempt(due: Due, error: DeliveryError | None) -> Attempt:
    """What is kept of an attempt: also whether and when there is another."""
    at, message_id = datetime.now(UTC), due.message.message_id
    if error is None:
        return Attempt(message_id, at, "delivered")
    if error.fate == "dead":
        return Attempt(message_id, at, "dead", error.reason)
    asked = None if error.retry_after_s is None else timedelta(seconds=error.retry_after_s)
    next_at = next_attempt(message_id, due.failures + 1, due.first_at or at, at, asked)
    return Attempt(message_id, at, "failed" if next_at else "dead", error.reason, next_at)


def plain(due: Due, files: Language | None = None) -> channels.Message:
    """What a channel takes: it knows nothing of the warehouse. `files`: in which language files go with it."""
    message = due.message
    payload = standard(json.loads(message.payload))
    return channels.Message(
        message_id=message.message_id,
        recipient=message.recipient,
        subject=message.subject,
        text=message.text,
        html=message.html,
        payload=payload,
        thread=message.thread or "",
        follows=due.follows if message.thread else None,
        attachments=attachments(payload["data"], files) if files else (),
    )


def standard(payload: dict[str, Any]) -> dict[str, Any]:
    """The data as Standard Webhooks want it: type, timestamp and the rest."""
    return {
        "type": payload.get("type"),
        "timestamp": payload.get("created_at"),
        "data": {name: value for name, value in payload.items() if name not in ("type", "created_at")},
    }


def _chunks(messages: Sequence[Due]) -> Iterator[Sequence[Due]]:
    return (messages[at : at + RECORD] for at in range(0, len(messages), RECORD))


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Two deliveries at the same time would both send what both found waiting."""
    with (settings.data / "deliver.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CommandError("another delivery is under way; it sends what waits, nothing to do") from error
        yield
