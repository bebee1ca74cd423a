"""JSON posted to an address and signed, as Standard Webhooks say (standardwebhooks.com)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from connectors.channels.message import Message
from connectors.channels.posting import post
from connectors.errors import DeliveryError

if TYPE_CHECKING:
    from connectors.http import Client

PREFIX = "whsec_"


@dataclass(frozen=True)
class WebhookChannel:
    """One address. `webhook-id` is the same at every attempt, so that the receiver can tell a repetition.

    Each of `secrets` (`whsec_` and base64) signs: the receiver may change from one to the other while both are listed.
    """

    client: Client
    url: str = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    name: str = "webhook"
    clock: Callable[[], float] = time.time

    def send(self, message: Message) -> str:
        """Post the payload; taken is what is answered with 2xx. Raises DeliveryError."""
        body = json.dumps(message.payload, ensure_ascii=False, separators=(",", ":")).encode()
        at = int(self.clock())  # seconds since 1970 in UTC
        headers = {"webhook-id": message.message_id, "webhook-timestamp": str(at)}
        if self.secrets:
            headers["webhook-signature"] = signatures(self.secrets, message.message_id, at, body)
        answer = post(self.client, self.url, body, headers, partial(DeliveryError, self.name, message.recipient))
        return str(answer.status)

    def close(self) -> None:
        """Nothing is kept: the client belongs to the delivery."""


def signatures(secrets: Sequence[str], message_id: str, at: int, body: bytes) -> str:
    """One `v1,` signature for each secret over id, time and body, the newest secret first."""
    signed = f"{message_id}.{at}.".encode() + body
    made = (hmac.new(secret_bytes(secret), signed, hashlib.sha256).digest() for secret in secrets)
    return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in made)


def secret_bytes(secret: str) -> bytes:
    """The 24 to 64 bytes of a secret. Raises ValueError, which does not show them."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except ValueError:
        key = b""
    if not 24 <= len(key) <= 64:
        raise ValueError("a webhook's secret is 'whsec_' and 24 to 64 bytes in base64")
    return key
