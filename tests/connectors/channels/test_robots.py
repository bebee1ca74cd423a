"""The robots of WeCom, DingTalk and Feishu: their own JSON and signatures, refusals behind status 200, hostile text."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from pytest_httpserver import HTTPServer

from connectors.channels import AppriseChannel, Message, RobotChannel
from connectors.channels.robots import BASES, Kind, brief
from connectors.errors import DeliveryError
from connectors.http import Client

MakeClient = Callable[..., Client]
PATHS = {"wecom": "/cgi-bin/webhook/send", "dingtalk": "/robot/send", "feishu": "/open-apis/bot/v2/hook/k3y"}
TAKEN = {"wecom": {"errcode": 0, "errmsg": "ok"}, "dingtalk": {"errcode": 0}, "feishu": {"code": 0, "msg": "success"}}
HOSTILE = '<at user_id="all">all</at> @all [click](http://x.example) **b** <font color="warning">'
MESSAGE = Message("3f9a", "robot", "云河市：2项滞后", f"第一行\n\n{HOSTILE}\n" + "后面的行\n" * 2000)


@pytest.fixture
def robot(httpserver: HTTPServer, make_client: MakeClient) -> Callable[..., RobotChannel]:
    def make(kind: Kind, answer: Any = None, **settings: Any) -> RobotChannel:
        httpserver.expect_request(PATHS[kind], method="POST").respond_with_json(answer or TAKEN[kind])
        base = httpserver.url_for("").rstrip("/")
        return RobotChannel(make_client(retries=0), kind, "k3y", base=base, name=kind, clock=lambda: 1.8e9, **settings)

    return make


def sent(httpserver: HTTPServer) -> tuple[dict[str, list[str]], Any]:
    ((request, _),) = httpserver.log
    return parse_qs(request.query_string.decode()), json.loads(request.get_data())


def test_wecom(robot: Callable[..., RobotChannel], httpserver: HTTPServer) -> None:
    robot("wecom").send(MESSAGE)
    query, content = sent(httpserver)
    assert query == {"key": ["k3y"]}
    assert content["msgtype"] == "text"
    assert len(content["text"]["content"].encode()) <= 2048
    assert content["text"]["content"].startswith(f"云河市：2项滞后\n第一行\n{HOSTILE}\n")
    assert content["text"]["content"].endswith("\n……")


def test_dingtalk_signs(robot: Callable[..., RobotChannel], httpserver: HTTPServer) -> None:
    robot("dingtalk", secret="SECgeheim").send(MESSAGE)
    query, content = sent(httpserver)
    at = "1800000000000"
    digest = hmac.new(b"SECgeheim", f"{at}\nSECgeheim".encode(), hashlib.sha256).digest()
    assert query == {"access_token": ["k3y"], "timestamp": [at], "sign": [base64.b64encode(digest).decode()]}
    assert (content["msgtype"], content["at"]) == ("text", {"isAtAll": False})
    assert HOSTILE in content["text"]["content"]
    assert content["text"]["content"].startswith("【督办】云河市：2项滞后\n")  # a keyword robot refuses all else


def test_feishu_signs_and_its_text_knows_no_tags(robot: Callable[..., RobotChannel], httpserver: HTTPServer) -> None:
    robot("feishu", secret="geheim").send(MESSAGE)
    _, content = sent(httpserver)
    digest = hmac.new(b"1800000000\ngeheim", b"", hashlib.sha256).digest()
    assert (content["timestamp"], content["sign"]) == ("1800000000", base64.b64encode(digest).decode())
    post = content["content"]["post"]["zh_cn"]
    assert post["title"] == "云河市：2项滞后"
    assert {element["tag"] for row in post["content"] for element in row} == {"text"}
    assert [{"tag": "text", "text": HOSTILE}] in post["content"]


@pytest.mark.parametrize(
    ("kind", "answer", "retryable"),
    [
        ("wecom", {"errcode": 45009, "errmsg": "api freq out of limit"}, True),
        ("wecom", {"errcode": 93000, "errmsg": "invalid webhook url k3y"}, False),
        ("dingtalk", {"errcode": 130101, "errmsg": "send too fast"}, True),
        ("dingtalk", {"errcode": 310000, "errmsg": "sign not match"}, False),
        ("feishu", {"code": 11232, "msg": "frequency limited"}, True),
        ("feishu", {"code": 19021, "msg": "sign match fail or timestamp is not within one hour"}, False),
        ("feishu", ["no verdict"], False),
    ],
)
def test_a_refusal_behind_status_200(
    robot: Callable[..., RobotChannel], kind: Kind, answer: Any, retryable: bool
) -> None:
    with pytest.raises(DeliveryError, match=f"{kind} refused the message") as caught:
        robot(kind, answer).send(MESSAGE)
    assert (caught.value.retryable, caught.value.fate) == (retryable, "wait")
    assert "k3y" not in str(caught.value)


def test_a_robots_server_that_fails_is_named_by_its_host(httpserver: HTTPServer, make_client: MakeClient) -> None:
    httpserver.expect_request(PATHS["wecom"]).respond_with_data(status=500)
    channel = RobotChannel(make_client(retries=0), "wecom", "k3y", base=httpserver.url_for("/"))
    with pytest.raises(DeliveryError, match="localhost: the server answered 500") as caught:
        channel.send(MESSAGE)
    assert "k3y" not in str(caught.value) + repr(channel)


def test_every_kind_has_its_own_server_by_default() -> None:
    assert {kind: base.split("/")[2] for kind, base in BASES.items()} == {
        "wecom": "qyapi.weixin.qq.com", "dingtalk": "oapi.dingtalk.com", "feishu": "open.feishu.cn",
    }  # fmt: skip


def test_a_short_text_is_whole_and_a_long_line_is_cut_between_characters() -> None:
    assert brief(Message("m", "r", "标题", "一\n\n二"), 100) == "标题\n一\n二"
    cut = brief(Message("m", "r", "长" * 10_000, ""), 100)
    assert cut.endswith("……")
    assert len(cut.encode()) <= 100


def test_apprise_sends_the_text_as_text(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/hook", method="POST").respond_with_data(status=200)
    AppriseChannel(httpserver.url_for("/hook").replace("http://", "json://")).send(MESSAGE)
    _, content = sent(httpserver)
    assert content["title"] == MESSAGE.subject
    assert HOSTILE in content["message"]


def test_apprise_that_fails_shows_no_address(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/geheim").respond_with_data(status=500)
    for url in (httpserver.url_for("/geheim").replace("http://", "json://"), "nonsense://geheim"):
        channel = AppriseChannel(url)
        with pytest.raises(DeliveryError) as caught:
            channel.send(MESSAGE)
        assert "geheim" not in str(caught.value) + repr(channel)
