"""The quarter's deadline: of which bureaus no report was found by today. Never that something was not done."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from alerting.calendar import chinese_date, label, position
from alerting.cleaning import clean, clip
from alerting.payload import dumps, head
from alerting.rendering import render
from alerting.wording import unit_name
from warehouse.records import OutboxMessage

SUBJECT = 120
LIMITS = (
    "“未检索到”仅指在所列公开栏目中未找到该报告期的报告，不表示该单位未开展工作或未完成任务；报告可能已在其他渠道发布。",
    "本提示由系统按公开文字检索，非官方评价。",
)


@dataclass(frozen=True, slots=True)
class Reporter:
    """A source that should report. `newest` is the newest period on record (2026, "H1"), None where there is none.

    `url` is where it publishes. `is_readable` is False where that list could not be read lately: nothing is said then.
    """

    source_id: str
    bureau: str
    region: str
    newest: tuple[int, str] | None
    url: str = ""
    is_readable: bool = True


@dataclass(frozen=True, slots=True)
class Overdue:
    """Who has not reported on a period, as far as can be seen. `missing` is news, `told_before` is not."""

    year: int
    period: str
    deadline: date
    today: date
    missing: tuple[Reporter, ...]
    told_before: tuple[Reporter, ...]
    unreadable: tuple[Reporter, ...]
    reported: tuple[Reporter, ...]


def overdue(
    reporters: Sequence[Reporter], *, year: int, period: str, deadline: date, today: date, told: Collection[str]
) -> Overdue | None:
    """Who is overdue with a period after its deadline; None before it, and when nobody is that was not told.

    `told` holds the source ids that a message named for this period.
    """
    if today <= deadline:
        return None
    silent = [one for one in reporters if not _has_reported(one, year, period)]
    readable = [one for one in silent if one.is_readable]
    missing = tuple(one for one in readable if one.source_id not in told)
    if not missing:
        return None
    return Overdue(
        year=year,
        period=period,
        deadline=deadline,
        today=today,
        missing=missing,
        told_before=tuple(one for one in readable if one.source_id in told),
        unreadable=tuple(one for one in silent if not one.is_readable),
        reported=tuple(one for one in reporters if _has_reported(one, year, period)),
    )


def overdue_digest(found: Overdue, *, channel: str, recipient: str, at: datetime) -> OutboxMessage:
    """One message on all bureaus of which no report was found. `at` is the time of writing, zone-aware."""
    period = label(found.year, found.period)
    identity = _message_id(found, channel, recipient)
    values = {
        "period": period,
        "counts": [("未检索到", len(found.missing), "behind"), ("已收录", len(found.reported), "resolved")],
        "summary": _summary(found, period),
        "groups": _groups(found),
        "foot": LIMITS,
    }
    return OutboxMessage(
        message_id=identity,
        channel=channel,
        recipient=recipient,
        subject=clip(f"【报送提示】{period}进展报告：{_who(found)}截至{chinese_date(found.today)}未检索到", SUBJECT),
        text=render("overdue.txt.j2", **values),
        html=render("overdue.html.j2", subject=f"{period}进展报告检索情况", **values),
        payload=_payload(found, identity, at.astimezone(UTC)),
        created_at=at,
    )


def _has_reported(reporter: Reporter, year: int, period: str) -> bool:
    return reporter.newest is not None and position(*reporter.newest) >= position(year, period)


def _message_id(found: Overdue, channel: str, recipient: str) -> str:
    """The same for the same bureaus and period, on whatever day they are found missing."""
    sources = sorted(one.source_id for one in found.missing)
    parts = ("duban.overdue", channel, recipient, str(found.year), found.period, *sources)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _who(found: Overdue) -> str:
    if len(found.missing) == 1:
        return unit_name(found.missing[0].region, found.missing[0].bureau)
    return f"{len(found.missing)}家单位"


def _summary(found: Overdue, period: str) -> list[str]:
    lines = [
        f"截至{chinese_date(found.today)}，未检索到 {len(found.missing)} 家单位的{period}进展报告。",
        f"提示期限为{chinese_date(found.deadline)}；已收录 {len(found.reported)} 家单位的报告。",
    ]
    if found.unreadable:
        lines.append(f"另有 {len(found.unreadable)} 家单位的栏目近期无法读取，是否已发布不能判定。")
    return lines


def _groups(found: Overdue) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Heading and rows: unit, what is on record, where it was looked for."""
    groups = [
        ("未检索到报告的单位", found.missing),
        ("此前已提示、仍未检索到的单位", found.told_before),
        ("栏目无法读取、不能判定的单位", found.unreadable),
    ]
    return [(title, [_line(one) for one in members]) for title, members in groups if members]


def _line(reporter: Reporter) -> tuple[str, str, str]:
    newest = f"已收录的最新报告：{label(*reporter.newest)}" if reporter.newest else "尚未收录过报告"
    return unit_name(reporter.region, reporter.bureau), newest, clean(reporter.url, 300)


def _payload(found: Overdue, identity: str, at: datetime) -> str:
    """Type `duban.overdue`: the period, its deadline, the day of the search, and the sources of each group."""
    content = {
        **head("duban.overdue", identity, at),
        "year": found.year,
        "period": found.period,
        "deadline": found.deadline,
        "searched_on": found.today,
        "missing": [_named(one) for one in found.missing],
        "told_before": [_named(one) for one in found.told_before],
        "unreadable": [_named(one) for one in found.unreadable],
        "reported": len(found.reported),
        "disclaimer": "".join(LIMITS),
    }
    return dumps(content)


def _named(reporter: Reporter) -> dict[str, str | int | None]:
    year, period = reporter.newest or (None, None)
    return {
        "source_id": reporter.source_id,
        "bureau": clean(reporter.bureau, 100),
        "region": clean(reporter.region, 100),
        "newest_year": year,
        "newest_period": period,
        "url": reporter.url,
    }
