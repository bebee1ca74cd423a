"""One post to an address of the settings, whose failure names the host and never the address: it may hold a secret."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from connectors.errors import DeliveryError, FetchError

if TYPE_CHECKING:
    from connectors.http import Client, Response

GONE = 410


def post(
    client: Client, url: str, body: bytes, headers: Mapping[str, str], failure: partial[DeliveryError]
) -> Response:
    """A 2xx answer. Raises what `failure` makes of the reason; every other answer is a failure."""
    try:
        return client.post_json(url, body, headers)
    except FetchError as error:
        host = urlsplit(url).hostname or "the address"
        reason = f"{host}: {error.reason.replace(url, 'the address')}"
        remedy = "the next delivery tries again" if error.retryable else "check the address in duban.yaml"
        fate: Literal["wait", "gone"] = "gone" if error.status == GONE else "wait"
        # `from None`: the cause's text holds the whole address
        raise failure(
            reason,
            error.retryable,
            remedy,
            fate=fate,
            is_channel=error.status in (None, GONE),
            retry_after_s=error.retry_after_s,
        ) from None
