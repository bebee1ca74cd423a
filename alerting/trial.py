"""A trial message: whether a channel reaches somebody is known before the first alert has to."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from alerting.channel_notice import SUBJECT
from alerting.cleaning import clean, clip
from alerting.payload import dumps, head
from alerting.rendering import render
from alerting.speech import Language, say, speaking
from warehouse.records import OutboxMessage


def trial_message(channel: str, recipient: str, *, at: datetime, language: Language = "zh") -> OutboxMessage:
    """The message for one recipient; each trial is another one. `at` is zone-aware."""
    parts = ("duban.trial", channel, recipient, at.astimezone(UTC).isoformat())
    identity = hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
    name, to = clean(channel, 60), clean(recipient, 100)
    with speaking(language):
        heading = say("测试消息：渠道 {name}", name=name)
        arrived = say("收到它，说明渠道 {name} 能够送达 {to}。", name=name, to=to)
        lines = [say("这是一条测试消息，不涉及任何单位和事项，无需处理。"), arrived]
        values = {"heading": heading, "lines": lines, "detail": ""}
        return OutboxMessage(
            message_id=identity,
            channel=channel,
            recipient=recipient,
            subject=clip(say("【督办系统】{heading}", heading=heading), SUBJECT),
            text=render("notice.txt.j2", **values),
            html=render("notice.html.j2", subject=heading, summary=lines, counts=[], foot=(), **values),
            payload=dumps({**head("duban.trial", identity, at.astimezone(UTC)), "channel": name, "recipient": to}),
            created_at=at,
        )
