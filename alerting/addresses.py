"""Who is behind a name of alerts.yaml: a channel's recipients. One mailbox is one recipient, however it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Addresses = Mapping[str, Sequence[str]]  # channel -> its recipients
Address = tuple[str, str]  # channel, recipient
# a mail address, alone or behind a name: 张主任 <zhang@example.gov.cn>
_SPEC = r"[^\s@,;:<>\"]+@[^\s@,;:<>\"]+"
_MAILBOX = re.compile(rf"\s*(?:[^<>]*<({_SPEC})>|({_SPEC}))\s*")


def mailbox(recipient: str) -> str | None:
    """The bare mail address, its domain in small letters; None where this is no mail address."""
    found = _MAILBOX.fullmatch(recipient)
    if not found:
        return None
    local, _, domain = (found[1] or found[2]).rpartition("@")
    return f"{local}@{domain.lower()}"


def once(recipients: Sequence[str]) -> tuple[str, ...]:
    """Each mailbox once, as it is written first."""
    first: dict[str, str] = {}
    for one in recipients:
        first.setdefault(mailbox(one) or one, one)
    return tuple(first.values())


def listed(channel: str, recipient: str, channels: Addresses) -> str:
    """The recipient as the channel lists it now: a leader's new title makes no other reader."""
    bare = mailbox(recipient)
    same = (one for one in channels.get(channel, ()) if bare and mailbox(one) == bare)
    return recipient if recipient in channels.get(channel, ()) else next(same, recipient)


def behind(name: str, channels: Addresses) -> list[Address]:
    """Whom a channel, CHANNEL:ADDRESS or an address means; nobody where there is none of that name."""
    channel, colon, recipient = name.partition(":")
    if channel in channels and not colon:
        return [(channel, one) for one in channels[channel]]
    if channel in channels:
        return [(channel, listed(channel, recipient, channels))] if _can_be(channel, recipient, channels) else []
    return [
        (of, one)
        for of, members in channels.items()
        for one in members
        if name == one or (mailbox(one) and mailbox(one) == mailbox(name))
    ]


def _can_be(channel: str, recipient: str, channels: Addresses) -> bool:
    """Whether the channel could reach it: one that is an address itself has no other recipient."""
    return recipient in channels[channel] or (tuple(channels[channel]) != (channel,) and bool(mailbox(recipient)))
