"""One message for each recipient and run: what lags and what ended, as subject, text, HTML and data."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from alerting.bundle import Bundle
from alerting.calendar import chinese_date, label
from alerting.cleaning import clip
from alerting.decide import Notice, Tiding
from alerting.payload import digest_payload
from alerting.rendering import render
from alerting.sections import sections
from alerting.speech import Language, say, speaking
from alerting.summary import counts, foot, headline, summary, unit, when
from warehouse.records import OutboxMessage

SUBJECT = 120


def digest(bundle: Bundle, *, at: datetime, language: Language = "zh", reply_to: str | None = None) -> OutboxMessage:
    """The message of a bundle. `at` is the time of writing, zone-aware; it is not part of the message's identity.

    `reply_to` is the address to which an answer acknowledges, where there is one.
    """
    with speaking(language):
        return _digest(bundle, at, reply_to)


def message_id(bundle: Bundle) -> str:
    """64 hexadecimal digits: the same for the same news to the same recipient, in whatever order its rows came.

    What was withdrawn and holds again on the same day is news although its evidence is not: the steps before count.
    """
    news = sorted(
        f"{one.alert_id}:{one.reason}:{one.row.assessment_id}:{_steps(one)}"
        for part in bundle.parts
        for one in (*part.decision.tell, *part.decision.resolved)
    )
    news += sorted(
        f"{one.alert_id}:{one.reason}:{one.level}:{one.finding.evidence}:{_steps(one)}"
        for part in bundle.parts
        for one in (*part.decision.found, *part.decision.ended)
    )
    sources = sorted({part.source_id for part in bundle.parts})
    parts = ("duban.digest", bundle.channel, bundle.recipient, *sources, bundle.decided_on.isoformat(), *news)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _steps(one: Notice | Tiding) -> int:
    return one.earlier.step_no if one.earlier else 0


def thread_of(channel: str, recipient: str, year: int) -> str:
    """The name of a recipient's conversation of a year: its messages stand together through all quarters."""
    parts = ("duban.thread", channel, recipient, str(year))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _digest(bundle: Bundle, at: datetime, reply_to: str | None) -> OutboxMessage:
    newest, today = when(bundle), bundle.decided_on
    period = label(*newest) if newest else chinese_date(today)
    title = say("{unit} {period}", unit=unit(bundle), period=period)
    subject = clip(say("【督办提示】{title}：{headline}", title=title, headline=headline(bundle)), SUBJECT)
    disclaimer = say("本提示由系统按公开文字计算，非官方评价。")
    values = {
        "unit": unit(bundle),
        "title": say("{period}目标任务进度提示", period=period),
        "counts": counts(bundle),
        "summary": summary(bundle),
        "sections": sections(bundle),
        "foot": foot(bundle, reply_to, disclaimer),
    }
    identity = message_id(bundle)
    return OutboxMessage(
        message_id=identity,
        channel=bundle.channel,
        recipient=bundle.recipient,
        subject=subject,
        text=render("digest.txt.j2", **values),
        html=render("digest.html.j2", subject=title, **values),
        payload=digest_payload(bundle, identity, subject, at.astimezone(UTC), disclaimer),
        created_at=at,
        thread=thread_of(bundle.channel, bundle.recipient, newest[0] if newest else today.year),
    )
