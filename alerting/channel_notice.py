"""A word to the owner, by another channel, that a channel takes no more messages, or that messages were given up."""

from __future__ import annotations

from datetime import UTC, datetime

from alerting.cleaning import clean
from alerting.notice import notice
from alerting.speech import Language, say, speaking
from warehouse.records import OutboxMessage


def channel_notice(
    name: str,
    reason: str,
    *,
    is_gone: bool,
    channel: str,
    recipient: str,
    at: datetime,
    language: Language = "zh",
) -> OutboxMessage:
    """The message about channel `name`; `is_gone`: it is disabled, else messages to it were given up.

    One a day at most: the day is part of its name.
    """
    detail = clean(reason, 300)
    with speaking(language):
        heading = say("渠道 {name} 已停用", name=name) if is_gone else say("渠道 {name} 有消息未能送达", name=name)
        gone = say("对方答复不再接收消息，此后发往该渠道的消息留在发件箱。")
        given_up = say("对方拒收，或三天内多次发送未成功，不再自动重试。")
        remedy = say("处理：修正设置后执行 duban alerts replay，积压的消息将重新发送。")
        return notice(
            "duban.channel",
            (name, str(is_gone), at.astimezone(UTC).date().isoformat()),
            channel=channel,
            recipient=recipient,
            at=at,
            subject=say("【督办系统】{heading}", heading=heading),
            heading=heading,
            lines=[gone if is_gone else given_up, remedy],
            told={"channel": name, "reason": detail},
            detail=detail,
        )
