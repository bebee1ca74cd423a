"""A message as channels take it: plain text, perhaps HTML, the same as data, and files that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail. Its name is ASCII: not every mail program reads others."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message for one recipient. `message_id` is the same at each attempt to send it; `payload` is JSON data.

    Messages of one `thread` stand together in a mail program; `follows` is the one before it.
    """

    message_id: str
    recipient: str
    subject: str
    text: str
    html: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    thread: str = ""
    follows: str | None = None
    attachments: tuple[Attachment, ...] = ()


class Channel(Protocol):
    """A way out of the house."""

    def send(self, message: Message) -> str:
        """Hand the message over for good; returns what was answered, in a line. Raises DeliveryError."""

    def close(self) -> None:
        """Let go of what was kept open between two messages."""
