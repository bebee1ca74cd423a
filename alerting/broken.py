"""A source that can no longer be trusted to show what is new: told once, and once more when it is well again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from alerting.calendar import chinese_date
from alerting.cleaning import clean, clip
from alerting.payload import dumps, head
from alerting.rendering import render
from alerting.speech import Language, say, speaking
from alerting.wording import unit_name
from warehouse.records import OutboxMessage, SourceCheck

Step = Literal["well", "waiting", "first", "told_before", "recovered"]
# a site that gives no answer is given so many visits before anybody is told
PATIENCE = 3
SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Watched:
    """The source that a message is about."""

    source_id: str
    bureau: str
    region: str
    url: str


def decide_source(trouble: str | None, history: Sequence[SourceCheck]) -> Step:
    """What to do about a visit's outcome, by the checks before it, the newest first.

    Only `first` and `recovered` are told. Another trouble while one is told is the same alert.
    """
    told = next((check for check in history if check.told), None)
    is_firing = told is not None and told.step == "first"
    if trouble is None:
        return "recovered" if is_firing else "well"
    if is_firing:
        return "told_before"
    return "waiting" if trouble == "unreachable" and _failures(history) + 1 < PATIENCE else "first"


def broken_message(
    watched: Watched,
    step: Step,
    trouble: str | None,
    detail: str | None,
    history: Sequence[SourceCheck],
    *,
    channel: str,
    recipient: str,
    at: datetime,
    language: Language = "zh",
) -> OutboxMessage:
    """The message for one recipient; `step` is first or recovered, `at` the time of the visit, zone-aware.

    Its name is made from what was told before, so that a run that died before it was recorded tells it once.
    """
    with speaking(language):
        return _worded(watched, step, trouble, detail, history, channel, recipient, at)


def _worded(
    watched: Watched,
    step: Step,
    trouble: str | None,
    detail: str | None,
    history: Sequence[SourceCheck],
    channel: str,
    recipient: str,
    at: datetime,
) -> OutboxMessage:
    since = next((check.checked_at for check in history if check.told), None)
    unit = unit_name(watched.region, watched.bureau)
    is_over = step == "recovered"
    said = say("栏目已恢复正常") if is_over else _trouble(trouble or "changed")
    heading = say("{unit}：{said}", unit=unit, said=said)
    identity = _identity(watched, step, since, channel, recipient)
    day = chinese_date(at.date())
    lines = [say("{day}访问时恢复。", day=day) if is_over else say("{day}访问时发现。", day=day)]
    head_words = (
        say("【栏目恢复】{heading}", heading=heading) if is_over else say("【栏目异常】{heading}", heading=heading)
    )
    values = {
        "heading": heading,
        "lines": lines,
        "url": clean(watched.url, 300),
        "detail": "" if is_over else clean(detail or "", 500),
        "foot": () if is_over else (_limits(),),
    }
    return OutboxMessage(
        message_id=identity,
        channel=channel,
        recipient=recipient,
        subject=clip(head_words, SUBJECT),
        text=render("broken.txt.j2", **values),
        html=render("broken.html.j2", subject=heading, summary=lines, counts=[], **values),
        payload=dumps(
            {
                **head("duban.source_recovered" if is_over else "duban.source_broken", identity, at.astimezone(UTC)),
                "source_id": watched.source_id,
                "bureau": clean(watched.bureau, 100),
                "region": clean(watched.region, 100),
                "url": watched.url,
                "trouble": None if is_over else trouble,
                "detail": values["detail"],
            }
        ),
        created_at=at,
    )


def _trouble(kind: str) -> str:
    return {
        "unreachable": say("连续{n}次访问没有得到应答", n=PATIENCE),
        "refused": say("网站拒绝访问或地址已失效"),
        "changed": say("栏目页读不到条目，版式或地址可能已改"),
        "stale": say("栏目长期没有新条目，可能已改在别处发布"),
        "metadata": say("最新报告缺少应有的信息，版式可能已改"),
    }[kind]


def _limits() -> str:
    return say("栏目异常期间，本系统不能判定该单位是否已发布新的报告，也不会提示“未检索到报告”。")


def _failures(history: Sequence[SourceCheck]) -> int:
    """The troubled visits in a row before this one."""
    return next((index for index, check in enumerate(history) if check.trouble is None), len(history))


def _identity(watched: Watched, step: Step, since: datetime | None, channel: str, recipient: str) -> str:
    before = since.astimezone(UTC).isoformat() if since else "never"
    parts = ("duban.source", channel, recipient, watched.source_id, step, before)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
