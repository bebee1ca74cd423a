"""The daily run that did not end: told once to everybody who is told, for as long as it stays away."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from alerting.payload import dumps, head
from alerting.rendering import render
from warehouse.records import OutboxMessage

LIMITS = ("运行中断期间，本系统不能判定各单位是否已发布新的报告，也不会提示新的滞后事项。",)
REMEDY = "请在运行本系统的计算机上执行 duban doctor，按其提示处理；恢复后，下一次巡查会补上中断期间的全部内容。"


def silent_message(since: datetime, ran: bool, *, channel: str, recipient: str, at: datetime) -> OutboxMessage:
    """The message for one recipient. `since` is when the last run ended, or where none ever did (not `ran`) began.

    Its name is made from `since`: a silence is told once, however often it is found. All times are zone-aware; they are
    shown in the zone that `since` has.
    """
    identity = _identity(since, channel, recipient)
    last = f"最近一次完成于{_minute(since)}" if ran else f"自{_minute(since)}首次运行以来从未完成"
    heading = f"每日巡查未完成：{last}"
    lines = [f"{_minute(at.astimezone(since.tzinfo))}检查时，仍没有更新的巡查完成。", REMEDY]
    return OutboxMessage(
        message_id=identity,
        channel=channel,
        recipient=recipient,
        subject=f"【运行中断】{heading}",
        text=render("silent.txt.j2", heading=heading, lines=lines, foot=LIMITS),
        html=render("silent.html.j2", subject=heading, heading=heading, summary=lines, counts=[], foot=LIMITS),
        payload=dumps({**head("duban.silent", identity, at.astimezone(UTC)), "since": since.isoformat(), "ran": ran}),
        created_at=at,
    )


def _identity(since: datetime, channel: str, recipient: str) -> str:
    parts = ("duban.silent", channel, recipient, since.astimezone(UTC).isoformat())
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _minute(moment: datetime) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日{moment:%H:%M}"
