"""`duban alerts test`: a trial message to each recipient, sent at once, and what was answered to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from alerting.addresses import Address
from alerting.rules import resolve
from alerting.trial import trial_message
from connectors.errors import DeliveryError
from flows.alert_rules import Office, channels_of
from flows.messages import manner
from flows.problems import CommandError, MisuseError
from flows.senders import Senders
from flows.sending import plain
from flows.settings import Settings
from flows.visible import one_line
from warehouse.outbox import Due


@dataclass(frozen=True, slots=True)
class Trial:
    """How it went with one recipient: what was answered, or why nothing was taken."""

    channel: str
    recipient: str
    answer: str
    arrived: bool

    def __str__(self) -> str:
        return one_line(f"{self.channel}:{self.recipient}: {'' if self.arrived else 'failed: '}{self.answer}")


def recipients(settings: Settings, office: Office, names: Sequence[str]) -> list[Address]:
    """Whom these names mean, as alerts.yaml writes them; everybody where none is given. Raises MisuseError."""
    channels = channels_of(settings)
    if not names:
        return [(channel, one) for channel, members in channels.items() for one in members]
    found: dict[Address, None] = {}
    for name in names:
        meant = resolve(name, office.rules, channels)
        if not meant:
            raise MisuseError(f"{name!r} is nobody; write a channel ({', '.join(channels)}) or CHANNEL:ADDRESS")
        found |= dict.fromkeys(meant)
    return list(found)


def trials(settings: Settings, to: Sequence[Address]) -> Iterator[Trial]:
    """Send to each. Nothing is kept and nothing is tried again; a channel that is down is asked once."""
    down: dict[str, str] = {}
    with Senders(settings) as senders:
        for channel, recipient in to:
            yield _trial(senders, settings, channel, recipient, down)


def _trial(senders: Senders, settings: Settings, channel: str, recipient: str, down: dict[str, str]) -> Trial:
    if channel in down:
        return Trial(channel, recipient, down[channel], False)
    message = trial_message(channel, recipient, at=datetime.now(UTC), language=manner(settings, channel)[0])
    try:
        answer = senders[channel].send(plain(Due(message, 0, None, None)))
    except DeliveryError as error:
        words = f"{error.reason}; {error.remedy}"
        if error.is_channel:
            down[channel] = words
        return Trial(channel, recipient, words, False)
    except CommandError as error:  # a secret that is not there
        return Trial(channel, recipient, str(error), False)
    return Trial(channel, recipient, answer, True)
