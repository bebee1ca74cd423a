"""The daily run that did not end: told once to everybody who is told, for as long as it stays away."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from alerting.calendar import chinese_date
from alerting.payload import dumps, head
from alerting.rendering import render
from alerting.speech import Language, language, say, speaking
from warehouse.records import OutboxMessage


def silent_message(
    since: datetime, ran: bool, *, channel: str, recipient: str, at: datetime, spoken: Language = "zh"
) -> OutboxMessage:
    """The message for one recipient. `since` is when the last run ended, or where none ever did (not `ran`) began.

    Its name is made from `since`: a silence is told once, however often it is found. All times are zone-aware; they are
    shown in the zone that `since` has.
    """
    with speaking(spoken):
        return _worded(since, ran, channel, recipient, at)


def _worded(since: datetime, ran: bool, channel: str, recipient: str, at: datetime) -> OutboxMessage:
    identity = _identity(since, channel, recipient)
    heading, lines, foot = _heading(since, ran), _lines(at.astimezone(since.tzinfo)), (_limits(),)
    return OutboxMessage(
        message_id=identity,
        channel=channel,
        recipient=recipient,
        subject=say("【运行中断】") + heading,
        text=render("silent.txt.j2", heading=heading, lines=lines, foot=foot),
        html=render("silent.html.j2", subject=heading, heading=heading, summary=lines, counts=[], foot=foot),
        payload=dumps({**head("duban.silent", identity, at.astimezone(UTC)), "since": since.isoformat(), "ran": ran}),
        created_at=at,
    )


def _heading(since: datetime, ran: bool) -> str:
    if ran:
        return say("每日巡查未完成：最近一次完成于{at}", at=_minute(since))
    return say("每日巡查未完成：自{at}首次运行以来从未完成", at=_minute(since))


def _lines(at: datetime) -> list[str]:
    return [
        say("{at}检查时，仍没有更新的巡查完成。", at=_minute(at)),
        say("请在运行本系统的计算机上执行 duban doctor，按其提示处理；恢复后，下一次巡查会补上中断期间的全部内容。"),
    ]


def _limits() -> str:
    return say("运行中断期间，本系统不能判定各单位是否已发布新的报告，也不会提示新的滞后事项。")


def _identity(since: datetime, channel: str, recipient: str) -> str:
    parts = ("duban.silent", channel, recipient, since.astimezone(UTC).isoformat())
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _minute(moment: datetime) -> str:
    space = " " if language() == "en" else ""
    return f"{chinese_date(moment.date())}{space}{moment:%H:%M}"
