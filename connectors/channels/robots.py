"""Group robots of WeCom, DingTalk and Feishu: the message as plain text, in each one's own JSON.

Texts go out as text and never as markup: what a report says cannot call everybody (@all) or pose as a link. An answer
with status 200 may still be a refusal: then its code says so.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from connectors.channels.message import Message
from connectors.channels.posting import post
from connectors.errors import DeliveryError

if TYPE_CHECKING:
    from connectors.http import Client

Kind = Literal["wecom", "dingtalk", "feishu"]
BASES: dict[Kind, str] = {
    "wecom": "https://qyapi.weixin.qq.com",
    "dingtalk": "https://oapi.dingtalk.com",
    "feishu": "https://open.feishu.cn",
}
# of a text, in UTF-8: WeCom takes 2048 bytes, DingTalk and Feishu 20 kB with everything around it
MOST_BYTES: dict[Kind, int] = {"wecom": 2000, "dingtalk": 6000, "feishu": 6000}
# answers that say: too fast, or busy
_PASSING = frozenset({-1, 45009, 45033, 130101, 410100, 90030, 11232, 11233, 9499})
MORE = "……"
# what a group of DingTalk may demand to find in every message
KEYWORD = "督办"


@dataclass(frozen=True)
class RobotChannel:
    """One robot of one group. `key` is what its address ends with, `secret` the one it signs with, where it does."""

    client: Client
    kind: Kind
    key: str = field(repr=False)
    secret: str | None = field(default=None, repr=False)
    base: str = ""
    name: str = "robot"
    clock: Callable[[], float] = time.time

    def send(self, message: Message) -> str:
        """Post the text. Raises DeliveryError, also where the answer's own code says that it was refused."""
        url, content = _REQUESTS[self.kind](self, message)
        failure = partial(DeliveryError, self.name, message.recipient)
        answer = post(self.client, url, json.dumps(content, ensure_ascii=False).encode(), {}, failure)
        code, words = _verdict(answer.content)
        if code != 0:
            remedy = "the next delivery tries again" if code in _PASSING else "check key and secret in duban.yaml"
            reason = f"{self.kind} refused the message ({code} {self._without_secrets(words)})"
            raise failure(reason, code in _PASSING, remedy, is_channel=True)
        return f"{code} {self._without_secrets(words)}".strip()

    def close(self) -> None:
        """Nothing is kept: the client belongs to the delivery."""

    @property
    def address(self) -> str:
        """Where its kind lives, unless the settings say otherwise."""
        return (self.base or BASES[self.kind]).rstrip("/")

    def _without_secrets(self, words: str) -> str:
        for hidden in filter(None, (self.key, self.secret)):
            words = words.replace(hidden, "***")
        return words[:200]


def brief(message: Message, most_bytes: int) -> str:
    """Subject and text, whole lines of them, as many as fit."""
    lines = [message.subject, *(line for line in message.text.splitlines() if line.strip())]
    kept: list[str] = []
    left = most_bytes - len(MORE.encode()) - 1
    for line in lines:
        left -= len(line.encode("utf-8", "replace")) + 1
        if left < 0:
            break
        kept.append(line)
    if len(kept) == len(lines):
        return "\n".join(kept)
    return "\n".join([*kept, MORE]) if kept else _cut(lines[0], most_bytes)


def _cut(line: str, most_bytes: int) -> str:
    return line.encode("utf-8", "replace")[: most_bytes - len(MORE.encode())].decode("utf-8", "ignore") + MORE


def _wecom(robot: RobotChannel, message: Message) -> tuple[str, dict[str, Any]]:
    url = f"{robot.address}/cgi-bin/webhook/send?key={quote(robot.key, safe='')}"
    return url, {"msgtype": "text", "text": {"content": brief(message, MOST_BYTES["wecom"])}}


def _dingtalk(robot: RobotChannel, message: Message) -> tuple[str, dict[str, Any]]:
    url = f"{robot.address}/robot/send?access_token={quote(robot.key, safe='')}"
    if robot.secret:
        at = str(int(robot.clock() * 1000))
        signed = hmac.new(robot.secret.encode(), f"{at}\n{robot.secret}".encode(), hashlib.sha256).digest()
        url += f"&timestamp={at}&sign={quote(base64.b64encode(signed), safe='')}"
    words = brief(message, MOST_BYTES["dingtalk"])
    text = {"content": words if KEYWORD in words else f"【{KEYWORD}】{words}"}
    return url, {"msgtype": "text", "text": text, "at": {"isAtAll": False}}


def _feishu(robot: RobotChannel, message: Message) -> tuple[str, dict[str, Any]]:
    # its plain text knows tags (<at ...>), a text element of its rich text knows none
    title, *lines = brief(message, MOST_BYTES["feishu"]).split("\n")
    rows = [[{"tag": "text", "text": line}] for line in lines]
    content: dict[str, Any] = {"msg_type": "post", "content": {"post": {"zh_cn": {"title": title, "content": rows}}}}
    if robot.secret:
        at = str(int(robot.clock()))
        signed = hmac.new(f"{at}\n{robot.secret}".encode(), b"", hashlib.sha256).digest()
        content |= {"timestamp": at, "sign": base64.b64encode(signed).decode()}
    return f"{robot.address}/open-apis/bot/v2/hook/{quote(robot.key, safe='')}", content


_REQUESTS: dict[Kind, Callable[[RobotChannel, Message], tuple[str, dict[str, Any]]]] = {
    "wecom": _wecom,
    "dingtalk": _dingtalk,
    "feishu": _feishu,
}


def _verdict(answer: bytes) -> tuple[int, str]:
    """The answer's own code, 0 where it was taken, and its words; no JSON is a refusal."""
    try:
        found = json.loads(answer)
        code = found.get("errcode", found.get("code", found.get("StatusCode")))
        return int(code), " ".join(str(found.get("errmsg", found.get("msg", ""))).split())
    except (ValueError, TypeError, AttributeError):
        return -2, "its answer is not the robot's"
