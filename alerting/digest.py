"""One message for each bureau, run and recipient: what lags and what ended, as subject, text, HTML and payload."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from alerting.calendar import label, position
from alerting.cleaning import clip
from alerting.decide import Decision, Notice
from alerting.entries import dates_of, lagging_entry, resolved_entry
from alerting.payload import digest_payload
from alerting.rendering import render
from alerting.wording import STATUS, gap_words, severity_word, unit_name
from warehouse.records import STATUSES, OutboxMessage, Progress

SUBJECT = 120
DISCLAIMER = "本提示由系统按公开文字计算，非官方评价。"
UNSEEN = "“未见报送”“未见完成”指在所见报告中未找到对应内容，不表示工作未开展或任务未完成。"
LIMIT = "“起始”以系统已收录的报告为准；数字以所链接的原文为准。"


def digest(
    decision: Decision, *, bureau: str, region: str, channel: str, recipient: str, at: datetime
) -> OutboxMessage | None:
    """The message of a decision for one recipient of one channel, or None when there is nothing to tell.

    `at` is the time of writing, zone-aware; it is not part of the message's identity.
    """
    notices = (*decision.tell, *decision.resolved)
    if not notices:
        return None
    unit = unit_name(region, bureau)
    year, period = max(((notice.year, notice.period) for notice in notices), key=lambda when: position(*when))
    title = f"{unit} {label(year, period)}"
    values = {
        "unit": unit,
        "period": label(year, period),
        "counts": _counts(decision),
        "summary": _summary(decision),
        "lagging": [lagging_entry(number, notice) for number, notice in enumerate(decision.tell, 1)],
        "resolved": [resolved_entry(number, notice) for number, notice in enumerate(decision.resolved, 1)],
        "ended": "、".join(word for word, _ in _endings(decision)),
        "foot": _foot(decision),
    }
    identity = message_id(decision, channel, recipient)
    return OutboxMessage(
        message_id=identity,
        channel=channel,
        recipient=recipient,
        subject=clip(f"【督办提示】{title}：{'，'.join(_headline(decision))}", SUBJECT),
        text=render("digest.txt.j2", **values),
        html=render("digest.html.j2", subject=title, **values),
        payload=digest_payload(decision, identity, bureau, region, (year, period), at.astimezone(UTC), DISCLAIMER),
        created_at=at,
    )


def message_id(decision: Decision, channel: str, recipient: str) -> str:
    """64 hexadecimal digits: the same for the same news to the same recipient, in whatever order its rows came."""
    notices = (*decision.tell, *decision.resolved)
    news = sorted(f"{n.alert_id}:{n.reason}:{n.row.assessment_id}" for n in notices)
    sources = sorted({notice.row.source_id for notice in notices})
    parts = ("duban.digest", channel, recipient, *sources, decision.decided_on.isoformat(), *news)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _headline(decision: Decision) -> Iterator[str]:
    """滞后3项（严重1项），恢复1项，撤回1项."""
    severe = sum(notice.row.severity == "severe" for notice in decision.tell)
    if decision.tell:
        yield f"滞后{len(decision.tell)}项" + (f"（严重{severe}项）" if severe else "")
    for word, notices in _endings(decision):
        yield f"{word}{len(notices)}项"


def _counts(decision: Decision) -> list[tuple[str, int, str]]:
    """Word, count and level of each box on top, the worst first; nothing that counts zero."""
    levels = {"severe": 0, "behind": 0, "slight": 0, "stated": 0}
    for notice in decision.tell:
        levels[notice.row.severity or "stated"] += 1
    words = {"severe": "严重滞后", "behind": "滞后", "slight": "略滞后", "stated": _unmeasured(decision.tell)}
    boxes = [(words[level], count, level) for level, count in levels.items() if count]
    return [*boxes, *((word, len(notices), "resolved") for word, notices in _endings(decision))]


def _endings(decision: Decision) -> list[tuple[str, list[Notice]]]:
    """What ended and what was withdrawn, each where there is any."""
    withdrawn = [notice for notice in decision.resolved if notice.reason == "withdrawn"]
    resolved = [notice for notice in decision.resolved if notice.reason != "withdrawn"]
    return [(word, notices) for word, notices in (("恢复", resolved), ("撤回", withdrawn)) if notices]


def _unmeasured(notices: Sequence[Notice]) -> str:
    """The word for lags without a measure."""
    kinds = {notice.row.kind for notice in notices if notice.row.severity is None}
    return "到期未见完成" if kinds == {"milestone"} else "其他滞后"


def _summary(decision: Decision) -> list[str]:
    """What a person reads in ten seconds."""
    lines = []
    if decision.tell:
        reasons = Counter("程度加重" if notice.reason == "worse" else "新提示" for notice in decision.tell)
        parts = "、".join(f"{word} {count} 项" for word, count in sorted(reasons.items(), reverse=True))
        lines += [f"滞后 {len(decision.tell)} 项（{parts}）。", *_widest(decision.tell)]
    said = {"恢复": "已跟上进度或完成目标", "撤回": "因报告更正、读取有误或口径不可比，予以撤回"}
    lines += [f"此前提示的滞后事项中，{len(notices)} 项{said[word]}。" for word, notices in _endings(decision)]
    if decision.still_lagging:
        lines.append(f"另有 {len(decision.still_lagging)} 项此前已提示，目前仍滞后、未加重，本次不重复列出。")
    notices = (*decision.tell, *decision.resolved)
    reports = sorted({(position(n.year, n.period), dates_of(n.row)) for n in notices}, reverse=True)
    return [*lines, *(f"报告期与数据：{words}。" for _, words in reports)]


def _widest(notices: Sequence[Notice]) -> Iterator[str]:
    """The first of the list, which is sorted by severity and gap."""
    worst = lagging_entry(1, notices[0])
    gap = gap_words(notices[0].row)
    yield f"最需关注：{worst.name}，{severity_word(notices[0].row)}" + (f"，{gap}。" if gap else "。")


def _foot(decision: Decision) -> list[str]:
    """How all the others stand, and what this message is not."""
    lines = [_standing(decision.standing)] if decision.standing else []
    silent = any(row.status == "not_reported" for row in decision.standing)
    overdue = any(notice.row.kind == "milestone" for notice in decision.tell)
    return [*lines, *([UNSEEN] if silent or overdue else []), LIMIT, DISCLAIMER]


def _standing(rows: Sequence[Progress]) -> str:
    """How many indicators of the newest period have each status; a 力争 goal that lags is counted and never told."""
    counts, stretched = Counter(row.status for row in rows), sum(map(_is_stretched, rows))
    aside = {"lagging": f"（含力争目标 {stretched} 项，不作提示）" if stretched else ""}
    parts = [f"{STATUS[status]} {counts[status]} 项{aside.get(status, '')}" for status in STATUSES if counts[status]]
    period = label(rows[0].year, rows[0].period) if rows[0].year and rows[0].period else ""
    return f"{period}共识别指标 {len(rows)} 项：{'、'.join(parts)}。"


def _is_stretched(row: Progress) -> bool:
    return row.status == "lagging" and row.tier == "stretch"
