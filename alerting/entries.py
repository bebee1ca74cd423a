"""One row as the messages show it: text and HTML are filled from the same entry, so that they say the same.

An entry is words, not rules: whoever raises an alert makes one, and every message, attachment and bulletin shows it.
`alert_id` is empty where there is nothing to acknowledge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from alerting.bar import Bar
from alerting.broken import limits
from alerting.calendar import chinese_date, label
from alerting.cleaning import Piece, clean, excerpt, plain, readable
from alerting.decide import ENDINGS, Notice, Tiding
from alerting.found_words import found_words
from alerting.speech import language, say
from alerting.spoken import claim_words, promise_words, result_words
from alerting.wording import (
    Level,
    bar_of,
    began,
    end_words,
    gap_words,
    rule_name,
    severity_word,
    since_words,
)  # fmt: skip
from warehouse.records import Finding, Progress

LONGEST_LINK = 1000
CLAUSES = 8


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one row. `word` names what it is (严重滞后), `level` colours it; `number` is set by the message.

    `alert_id` is what `duban alerts ack` is given; `reason` is the decision's; `gap_pp` orders entries, no gap is last.
    """

    number: int
    word: str
    level: Level
    name: str
    bar: Bar | None
    gap: str | None
    facts: tuple[Fact, ...]
    alert_id: str = ""
    reason: str = ""
    gap_pp: Decimal | None = None


def lagging_entry(number: int, notice: Notice) -> Entry:
    """A lag: how bad, the promise, how far, since when, what the bureau says, and where it stands written."""
    row = notice.row
    return Entry(
        number=number,
        word=severity_word(row),
        level=row.severity or "stated",
        name=_name(row),
        bar=bar_of(row),
        gap=gap_words(row),
        facts=facts_of(row, (say("起始"), since_words(notice)), _level(notice.level), notice.alert_id, notice.error),
        alert_id=notice.alert_id,
        reason=notice.reason,
        gap_pp=row.gap_pp,
    )


def resolved_entry(number: int, notice: Notice) -> Entry:
    """A lag that ended: since when it lagged, and the figures that end it, or why it should not have been told."""
    row = notice.row
    if notice.reason == "withdrawn":
        word = say("已撤回")
    else:
        word = say("已完成") if row.status == "achieved" else say("已跟上")
    facts = facts_of(row, (say("变化"), end_words(notice)))
    return Entry(
        number, word, "resolved", _name(row), bar_of(row), None, facts, notice.alert_id, notice.reason, row.gap_pp
    )


def tiding_entry(number: int, tiding: Tiding) -> Entry:
    """What another rule found: its words, since when, and the indicator's own lines, where it is about one."""
    found, ended = tiding.finding, tiding.reason in ENDINGS
    history = (say("变化") if ended else say("起始"), _course(tiding))
    lines = [(say("情况"), found_words(found, tiding.row))]
    if tiding.row is not None:
        facts = (*_facts(lines), *facts_of(tiding.row, history, _level(tiding.level), tiding.alert_id, tiding.error))
    else:
        facts = _facts([*lines, history, *_lines_of_source(tiding)])
    return Entry(
        number=number,
        word=_tiding_word(tiding),
        level="resolved" if ended else found.severity or "stated",
        name=_name_of(found),
        bar=bar_of(tiding.row) if tiding.row else None,
        gap=None,
        facts=facts,
        alert_id=tiding.alert_id,
        reason=tiding.reason,
        gap_pp=found.gap_pp,
    )


def _name_of(found: Finding) -> str:
    if found.rule == "broken":
        return say("信息公开栏目")
    return clean(found.name, 60) or say("{period}进展报告", period=label(found.year, found.period))


def _tiding_word(tiding: Tiding) -> str:
    word = rule_name(tiding.finding.rule)
    if tiding.reason == "withdrawn":
        return say("{word}（已撤回）", word=word)
    return say("{word}（已消除）", word=word) if tiding.reason == "resolved" else word


def _course(tiding: Tiding) -> str:
    found = tiding.finding
    since = began(found.year, tiding.since_period, tiding.periods, found.rule)
    if tiding.reason == "resolved":
        now = chinese_date(found.cutoff) if found.rule == "broken" else label(found.year, found.period)
        return say("{since}；至{now}已消除", since=since, now=now)
    return since


def _lines_of_source(tiding: Tiding) -> list[tuple[str, str | tuple[Piece, ...]]]:
    found = tiding.finding
    address, is_broken = clean(found.url, LONGEST_LINK), found.rule == "broken"
    return [
        (say("更正"), clean(tiding.error, 200)),
        (say("牵头"), clean(found.department, 60)),
        (say("技术信息") if is_broken else say("依据"), clean(found.sentence, 240)),
        (say("出处"), (Piece(clean(readable(found.url), 200), href=address if is_web(found.url) else None),)),
        (say("说明"), limits() if is_broken and tiding.reason not in ENDINGS else ""),
        (say("编号"), tiding.alert_id),
    ]


def _level(level: int) -> str:
    """The level of escalation; the first one says nothing that the line above does not."""
    names = {2: say("二级（连续两期）"), 3: say("三级（三季度末）"), 4: say("四级（全年）")}
    return names.get(level, "")


def facts_of(
    row: Progress, history: tuple[str, str], level: str = "", alert_id: str = "", error: str = ""
) -> tuple[Fact, ...]:
    """The labelled lines of a row; `history` is the line that says what is new about it, `error` what was wrong."""
    lines: list[tuple[str, str | tuple[Piece, ...]]] = [
        (say("目标"), promise_words(row)),
        (say("实绩"), result_words(row)),
        history,
        (say("更正"), clean(error, 200)),
        (say("级别"), level),
        (say("牵头"), clean("、".join(row.departments), 60)),
        (say("任务"), _task(row)),
        (say("自评"), claim_words(row)),
        (say("依据"), excerpt(row.sentence, row.marks)),
        (say("位置"), clean(row.place or "", 160)),
        (say("出处"), _source(row)),
        (say("算法"), _method(row)),
        (say("编号"), alert_id),
    ]
    return _facts(lines)


def _facts(lines: Sequence[tuple[str, str | tuple[Piece, ...]]]) -> tuple[Fact, ...]:
    said = ((name, (Piece(value),) if isinstance(value, str) else value) for name, value in lines)
    return tuple(Fact(name, pieces) for name, pieces in said if plain(pieces))


def _name(row: Progress) -> str:
    name = clean(row.name, 60) or clean(row.task_title, 60)
    owner = clean(row.owner or "", 20)
    return f"{name}（{owner}）" if owner and owner not in name else name


def _task(row: Progress) -> str:
    """The number as the report writes it, unless the title begins with it, the title, and the clauses."""
    number, title = clean(row.task_number, 12), clean(row.task_title, 60)
    named = title if not number or title.startswith(number) else f"{number}　{title}"
    clauses = "、".join(f"第{clause}条" for clause in row.clauses[:CLAUSES])
    return f"{named}（{clauses}{'等' if len(row.clauses) > CLAUSES else ''}）" if clauses else named


def _method(row: Progress) -> str:
    """The sum in words, and whether it rests on the bureau's word."""
    reason = clean(row.reason, 120)
    if language() == "en":
        return say("（以单位自报为据）") if row.basis == "claim" else ""
    says_so = row.basis != "claim" or any(word in reason for word in ("自报", "自称", "未见完成"))
    return reason if says_so else f"{reason}{say('（以单位自报为据）')}"


def _source(row: Progress) -> tuple[Piece, ...]:
    """Title, address, the period's cutoff and the day of publication."""
    title = clean(row.report_title, 80).strip("《》") or say("报告原文")
    address = clean(row.url, LONGEST_LINK)
    unlinked = Piece(f"《{title}》 {clean(readable(row.url), 200)}")
    linked = Piece(f"《{title}》", href=address)
    return (linked if is_web(row.url) else unlinked), Piece(say("（{dates}）", dates=dates_of(row)))


def is_web(url: str) -> bool:
    """Whether an address is one that a link may lead to."""
    is_whole = url == clean(url, LONGEST_LINK) and " " not in url
    return is_whole and url.lower().startswith(("http://", "https://"))


def dates_of(row: Progress) -> str:
    """2026年三季度，数据截至2026年9月30日，2026年10月21日发布."""
    period = label(row.year, row.period) if row.year and row.period else say("报告期不明")
    cutoff = say("数据截至{day}", day=chinese_date(row.cutoff)) if row.cutoff else say("数据截止日不明")
    published = say("{day}发布", day=chinese_date(row.published_on)) if row.published_on else say("发布日期未注明")
    return say("{period}，{cutoff}，{published}", period=period, cutoff=cutoff, published=published)
