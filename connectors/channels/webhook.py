"""JSON posted to an address. The address may hold a secret, so no error of ours shows more of it than its host."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from connectors.channels.message import Message
from connectors.errors import DeliveryError, FetchError

if TYPE_CHECKING:
    from connectors.http import Client


@dataclass(frozen=True)
class WebhookChannel:
    """One address. `webhook-id` is the same at every attempt, so that the receiver can tell a repetition."""

    client: Client
    url: str = field(repr=False)
    name: str = "webhook"

    def send(self, message: Message) -> None:
        """Post the payload; taken is what is answered with 2xx. Raises DeliveryError."""
        body = json.dumps(message.payload, ensure_ascii=False).encode()
        try:
            self.client.post_json(self.url, body, {"webhook-id": message.message_id})
        except FetchError as error:
            # `from None`: the cause's text holds the whole address
            host = urlsplit(self.url).hostname or "the address"
            remedy = "check the address in duban.yaml" if not error.retryable else "the next delivery tries again"
            reason = _without_address(error, self.url)
            raise DeliveryError(self.name, message.recipient, f"{host}: {reason}", error.retryable, remedy) from None


def _without_address(error: FetchError, url: str) -> str:
    return error.reason.replace(url, "the address")
