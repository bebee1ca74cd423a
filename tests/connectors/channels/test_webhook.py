"""Webhooks as Standard Webhooks say, verified by the package that receivers use, against a receiver that fails."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError
from werkzeug import Response

from connectors.channels import Message, WebhookChannel
from connectors.channels.webhook import secret_bytes
from connectors.errors import DeliveryError
from connectors.http import Client

MakeClient = Callable[..., Client]
PAYLOAD = {"type": "duban.digest", "data": {"bureau": "云河市科学技术局\n<b>", "lagging": [{"gap_pp": -4.2}]}}
MESSAGE = Message("3f9a", "webhook", "无", "正文", None, PAYLOAD)
OLD, NEW = ("whsec_" + base64.b64encode(bytes([byte]) * 32).decode() for byte in (1, 2))


def channel(client: Client, httpserver: HTTPServer, **settings: Any) -> WebhookChannel:
    return WebhookChannel(client, httpserver.url_for("/hook") + "?key=geheim", **settings)


def test_the_payload_is_posted_as_json(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/hook", method="POST", headers={"webhook-id": "3f9a"}).respond_with_data(status=204)
    channel(make_client(), httpserver).send(MESSAGE)
    ((request, _),) = httpserver.log
    assert json.loads(request.get_data()) == MESSAGE.payload
    assert "webhook-signature" not in request.headers


def test_a_receiver_of_either_secret_verifies_while_they_change(
    httpserver: HTTPServer, make_client: MakeClient
) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=200)
    channel(make_client(), httpserver, secrets=(NEW, OLD)).send(MESSAGE)
    ((request, _),) = httpserver.log
    for secret in (OLD, NEW):
        assert Webhook(secret).verify(request.get_data(), dict(request.headers)) == PAYLOAD
    with pytest.raises(WebhookVerificationError):
        Webhook(NEW).verify(request.get_data() + b" ", dict(request.headers))
    other = "whsec_" + base64.b64encode(bytes(32)).decode()
    with pytest.raises(WebhookVerificationError):
        Webhook(other).verify(request.get_data(), dict(request.headers))


def test_each_attempt_has_its_own_time_and_the_same_id(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=503)
    times = iter([1_800_000_000.9, 1_800_000_060.1])
    hook = channel(make_client(retries=0), httpserver, secrets=(NEW,), clock=lambda: next(times))
    for _ in range(2):
        with pytest.raises(DeliveryError):
            hook.send(MESSAGE)
    sent = [request.headers for request, _ in httpserver.log]
    assert [headers["webhook-id"] for headers in sent] == ["3f9a", "3f9a"]
    assert [headers["webhook-timestamp"] for headers in sent] == ["1800000000", "1800000060"]
    assert sent[0]["webhook-signature"] != sent[1]["webhook-signature"]


@pytest.mark.parametrize(
    ("status", "retryable", "attempts", "fate"),
    [(500, True, 3, "wait"), (429, True, 3, "wait"), (404, False, 1, "wait"), (302, False, 1, "wait"),
     (401, False, 1, "wait"), (410, False, 1, "gone")],
)  # fmt: skip
def test_a_broken_webhook(
    httpserver: HTTPServer, make_client: MakeClient, status: int, retryable: bool, attempts: int, fate: str
) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=status, headers={"Location": "/other?key=geheim"})
    hook = channel(make_client(retries=2), httpserver)
    with pytest.raises(DeliveryError, match="channel webhook to webhook: localhost") as caught:
        hook.send(MESSAGE)
    assert (caught.value.retryable, caught.value.fate, caught.value.is_channel) == (retryable, fate, status == 410)
    assert [request.path for request, _ in httpserver.log] == ["/hook"] * attempts
    assert {request.headers["webhook-id"] for request, _ in httpserver.log} == {"3f9a"}
    assert "geheim" not in str(caught.value) + repr(hook)


def test_the_pause_that_a_receiver_asks_for_is_passed_on(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=429, headers={"Retry-After": "7200"})
    with pytest.raises(DeliveryError) as caught:
        channel(make_client(retries=0), httpserver).send(MESSAGE)
    assert caught.value.retry_after_s == 7200


def test_a_receiver_that_drops_the_line_may_come_back(
    raw_server: Callable[[list[bytes | None]], int], make_client: MakeClient
) -> None:
    port = raw_server([None, b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"])
    hook = WebhookChannel(make_client(retries=0), f"http://hook.example:{port}/geheim")
    for _ in range(2):
        with pytest.raises(DeliveryError, match="broke off") as caught:
            hook.send(MESSAGE)
        assert caught.value.retryable
        assert "geheim" not in str(caught.value)


def test_an_unreachable_webhook_may_come_back(make_client: MakeClient) -> None:
    hook = WebhookChannel(make_client(retries=0), "http://hook.example:9/?key=geheim")
    with pytest.raises(DeliveryError, match="cannot be reached") as caught:
        hook.send(MESSAGE)
    assert (caught.value.retryable, caught.value.is_channel) == (True, True)
    assert "geheim" not in str(caught.value)


def test_a_private_address_is_asked_nothing_unless_it_is_listed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/hook").respond_with_handler(lambda _: Response(status=200))
    listed = {"hook.example": ("127.0.0.1", httpserver.port)}

    def resolve(host: str, port: int) -> tuple[str, int]:
        from connectors.resolving import public_address

        return listed[host] if host in listed else public_address(host, port)

    with Client(resolve=resolve, private_posts=False, retries=0, delay_s=0) as client:
        with pytest.raises(DeliveryError, match="no public address"):
            WebhookChannel(client, httpserver.url_for("/hook")).send(MESSAGE)
        assert httpserver.log == []
        WebhookChannel(client, "http://hook.example/hook").send(MESSAGE)
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("secret", ["whsec_", "whsec_c2hvcnQ=", "no base64", "whsec_" + "A" * 200])
def test_a_secret_that_is_none_is_refused_and_not_shown(secret: str) -> None:
    with pytest.raises(ValueError, match="24 to 64 bytes") as caught:
        secret_bytes(secret)
    assert secret.removeprefix("whsec_") == "" or secret not in str(caught.value)
