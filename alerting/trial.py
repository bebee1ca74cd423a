"""A trial message: whether a channel reaches somebody is known before the first alert has to."""

from __future__ import annotations

from datetime import UTC, datetime

from alerting.cleaning import clean
from alerting.notice import notice
from alerting.speech import Language, say, speaking
from warehouse.records import OutboxMessage


def trial_message(channel: str, recipient: str, *, at: datetime, language: Language = "zh") -> OutboxMessage:
    """The message for one recipient; each trial is another one. `at` is zone-aware."""
    name, to = clean(channel, 60), clean(recipient, 100)
    with speaking(language):
        heading = say("测试消息：渠道 {name}", name=name)
        return notice(
            "duban.trial",
            (at.astimezone(UTC).isoformat(),),
            channel=channel,
            recipient=recipient,
            at=at,
            subject=say("【督办系统】{heading}", heading=heading),
            heading=heading,
            lines=[
                say("这是一条测试消息，不涉及任何单位和事项，无需处理。"),
                say("收到它，说明渠道 {name} 能够送达 {to}。", name=name, to=to),
            ],
            told={"channel": name, "recipient": to},
        )
