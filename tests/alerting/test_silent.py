"""The message on a daily run that did not end."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerting.silent import silent_message
from alerting.speech import Language

SINCE = datetime(2026, 11, 25, 7, 41, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_what_it_says_and_that_a_silence_has_one_name() -> None:
    def message(hours: float, ran: bool = True, spoken: Language = "zh") -> tuple[str, str, str, dict[str, object]]:
        at = (SINCE + timedelta(hours=hours)).astimezone(ZoneInfo("UTC"))
        made = silent_message(SINCE, ran, channel="folder", recipient="a@b", at=at, spoken=spoken)
        assert "duban doctor" in made.html
        return made.message_id, made.subject, made.text, json.loads(made.payload)

    first, again = message(27), message(50)
    assert first[0] == again[0]
    assert first[1] == "【运行中断】每日巡查未完成：最近一次完成于2026年11月25日07:41"
    assert "2026年11月26日10:41检查时" in first[2]
    assert first[3]["type"] == "duban.silent"
    assert message(27, spoken="en")[1].endswith("the last one ended on 25 November 2026 07:41")
    assert "从未完成" in message(27, ran=False)[1]
