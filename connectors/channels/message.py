"""A message as channels take it: plain text, perhaps HTML, and the same as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One message for one recipient. `message_id` is the same at each attempt to send it; `payload` is JSON data."""

    message_id: str
    recipient: str
    subject: str
    text: str
    html: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)


class Channel(Protocol):
    """A way out of the house."""

    def send(self, message: Message) -> None:
        """Hand the message over for good. Raises DeliveryError."""
