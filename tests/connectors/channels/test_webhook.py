from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from pytest_httpserver import HTTPServer

from connectors.channels import Message, WebhookChannel
from connectors.errors import DeliveryError
from connectors.http import Client

MakeClient = Callable[..., Client]
MESSAGE = Message("3f9a", "webhook", "无", "正文", None, {"bureau": "云河市科学技术局", "lagging": [{"gap_pp": -4.2}]})


def test_the_payload_is_posted_as_json(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request("/hook", method="POST", headers={"webhook-id": "3f9a"}).respond_with_data(status=204)
    WebhookChannel(make_client(), httpserver.url_for("/hook")).send(MESSAGE)
    ((request, _),) = httpserver.log
    assert json.loads(request.get_data()) == MESSAGE.payload


@pytest.mark.parametrize(
    ("status", "retryable", "attempts"), [(500, True, 3), (429, True, 3), (404, False, 1), (302, False, 1)]
)
def test_a_broken_webhook(
    httpserver: HTTPServer, make_client: MakeClient, status: int, retryable: bool, attempts: int
) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=status, headers={"Location": "/hook?key=secret"})
    channel = WebhookChannel(make_client(retries=2), httpserver.url_for("/hook") + "?key=secret")
    with pytest.raises(DeliveryError, match="channel webhook to webhook: localhost") as caught:
        channel.send(MESSAGE)
    assert caught.value.retryable is retryable
    assert len(httpserver.log) == attempts
    assert {request.headers["webhook-id"] for request, _ in httpserver.log} == {"3f9a"}
    assert "secret" not in str(caught.value) + repr(channel)


def test_an_unreachable_webhook_may_come_back(make_client: MakeClient) -> None:
    with pytest.raises(DeliveryError, match="cannot be reached") as caught:
        WebhookChannel(make_client(retries=0), "http://hook.example:9/?key=secret").send(MESSAGE)
    assert caught.value.retryable
    assert "secret" not in str(caught.value)
