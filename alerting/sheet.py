"""The rows of a message as a table: what goes with a mail as a sheet, every row that the mail itself may cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from alerting.calendar import position
from alerting.speech import Language, say, speaking
from alerting.wording import change_word, period_words, rule_name, severity_name

SHARES = (10, 11)  # columns that are shares, counted from 1


def table(data: Mapping[str, Any], language: Language) -> tuple[list[str], list[list[Any]]]:
    """Header and rows of a digest's data; of any other message nothing."""
    with speaking(language):
        return _header(), [
            _row(bureau, row, section)
            for bureau in data.get("bureaus", ())
            for section in ("lagging", "found", "resolved")
            for row in bureau[section]
        ]


def file_name(data: Mapping[str, Any]) -> str:
    """duban-2026Q3.xlsx: the newest period of its rows."""
    periods = [(row["year"], row["period"]) for row in _rows(data) if row["rule"] != "broken"]
    year, period = max(periods, key=lambda one: position(*one), default=("", ""))
    return f"duban-{year}{period}.xlsx" if period else "duban.xlsx"


def _rows(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for bureau in data.get("bureaus", ()):
        for section in ("lagging", "found", "resolved"):
            yield from bureau[section]


def _header() -> list[str]:
    return [
        say("部门"), say("报告期"), say("类别"), say("程度"), say("变化"), say("指标"), say("责任地区"), say("目标"),
        say("实绩"), say("完成率"), say("序时进度"), say("差距（百分点）"), say("起始"), say("连续期数"), say("牵头"),
        say("任务"), say("自评"), say("情况"), say("依据"), say("位置"), say("报告"), say("网址"), say("发布日期"),
        say("数据截止日"), say("编号"),
    ]  # fmt: skip


def _row(bureau: Mapping[str, Any], row: Mapping[str, Any], section: str) -> list[Any]:
    severity = row["severity"]
    return [
        bureau["bureau"],
        period_words(row["rule"], row["year"], row["period"]),
        rule_name(row["rule"]),
        severity_name(severity) if severity else None,
        change_word(row["reason"], row["previous_severity"], severity),
        row["name"],
        row["owner"],
        row["target"],
        row["actual"],
        _decimal(row["completion"]),
        _decimal(row["pace"]),
        _decimal(row["gap_pp"]),
        period_words(row["rule"], row["year"], row["since_period"]),
        row["periods"],
        "、".join(row["departments"]) or None,
        row["task_title"],
        row["claim"],
        row["error"] or row["words"] or row["method"],
        row["sentence"],
        row["place"],
        row["report_title"],
        row["url"],
        _day(row["published_on"]),
        _day(row["cutoff"]),
        row["alert_id"],
    ]


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
