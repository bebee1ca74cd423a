"""The daily run that did not end: told once to everybody who is told, for as long as it stays away."""

from __future__ import annotations

from datetime import UTC, datetime

from alerting.calendar import chinese_date
from alerting.notice import notice
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
        heading = _heading(since, ran)
        return notice(
            "duban.silent",
            (since.astimezone(UTC).isoformat(),),
            channel=channel,
            recipient=recipient,
            at=at,
            subject=say("【运行中断】") + heading,
            heading=heading,
            lines=_lines(at.astimezone(since.tzinfo)),
            told={"since": since.isoformat(), "ran": ran},
            foot=(_limits(),),
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


def _minute(moment: datetime) -> str:
    space = " " if language() == "en" else ""
    return f"{chinese_date(moment.date())}{space}{moment:%H:%M}"
