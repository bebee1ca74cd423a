"""One row as the messages show it: text and HTML are filled from the same entry, so that they say the same."""

from __future__ import annotations

from dataclasses import dataclass

from alerting.bar import Bar
from alerting.calendar import chinese_date, label
from alerting.cleaning import Piece, clean, excerpt, readable
from alerting.decide import Notice
from alerting.spoken import claim_words, promise_words, result_words
from alerting.wording import Level, bar_of, end_words, gap_words, severity_word, since_words
from warehouse.records import Progress

LONGEST_LINK = 1000
CLAUSES = 8


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one row."""

    number: int
    word: str
    level: Level
    name: str
    bar: Bar | None
    gap: str | None
    facts: tuple[Fact, ...]


def lagging_entry(number: int, notice: Notice) -> Entry:
    """A lag: how bad, the promise, how far, since when, what the bureau says, and where it stands written."""
    row = notice.row
    facts = _facts(row, ("起始", since_words(notice)))
    return Entry(number, severity_word(row), row.severity or "stated", _name(row), bar_of(row), gap_words(row), facts)


def resolved_entry(number: int, notice: Notice) -> Entry:
    """A lag that ended: since when it lagged, and the figures that end it, or why it should not have been told."""
    row = notice.row
    word = "已撤回" if notice.reason == "withdrawn" else "已完成" if row.status == "achieved" else "已跟上"
    return Entry(number, word, "resolved", _name(row), bar_of(row), None, _facts(row, ("变化", end_words(notice))))


def _facts(row: Progress, history: tuple[str, str]) -> tuple[Fact, ...]:
    lines: list[tuple[str, str | tuple[Piece, ...]]] = [
        ("目标", promise_words(row)),
        ("实绩", result_words(row)),
        history,
        ("牵头", clean("、".join(row.departments), 60)),
        ("任务", _task(row)),
        ("自评", claim_words(row)),
        ("依据", excerpt(row.sentence, row.marks)),
        ("位置", clean(row.place or "", 160)),
        ("出处", _source(row)),
        ("算法", _method(row)),
    ]
    return tuple(Fact(name, (Piece(value),) if isinstance(value, str) else value) for name, value in lines if value)


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
    says_so = row.basis != "claim" or any(word in reason for word in ("自报", "自称", "未见完成"))
    return reason if says_so else f"{reason}（以单位自报为据）"


def _source(row: Progress) -> tuple[Piece, ...]:
    """Title, address, the period's cutoff and the day of publication."""
    title = clean(row.report_title, 80).strip("《》") or "报告原文"
    address = clean(row.url, LONGEST_LINK)
    is_link = row.url == address and row.url.lower().startswith(("http://", "https://")) and " " not in address
    unlinked = Piece(f"《{title}》 {clean(readable(row.url), 200)}")
    return (Piece(f"《{title}》", href=address) if is_link else unlinked), Piece(f"（{dates_of(row)}）")


def dates_of(row: Progress) -> str:
    """2026年三季度，数据截至2026年9月30日，2026年10月21日发布."""
    period = label(row.year, row.period) if row.year and row.period else "报告期不明"
    cutoff = f"数据截至{chinese_date(row.cutoff)}" if row.cutoff else "数据截止日不明"
    published = f"{chinese_date(row.published_on)}发布" if row.published_on else "发布日期未注明"
    return f"{period}，{cutoff}，{published}"
