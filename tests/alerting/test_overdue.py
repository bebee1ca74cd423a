from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from alerting.overdue import Overdue, Reporter, overdue, overdue_digest
from tests.alerting.quarter import AT, silent_quarter
from warehouse.records import OutboxMessage

GOLDEN = Path(__file__).parent / "golden"
DEADLINE = date(2026, 10, 31)
LATE = date(2026, 11, 2)


def found(*reporters: Reporter, today: date = LATE, told: tuple[str, ...] = ()) -> Overdue | None:
    return overdue(reporters, year=2026, period="Q3", deadline=DEADLINE, today=today, told=told)


def reporter(newest: tuple[int, str] | None = None) -> Reporter:
    return Reporter("s", "云川市水利局", "云川市", newest)


def message() -> OutboxMessage:
    return overdue_digest(silent_quarter(), channel="office", recipient="dcs@yunchuan.example", at=AT)


@pytest.mark.parametrize("today", [date(2026, 10, 1), DEADLINE])
def test_nobody_is_overdue_before_the_deadline_has_passed(today: date) -> None:
    assert found(reporter(), today=today) is None


@pytest.mark.parametrize("newest", [(2026, "Q3"), (2026, "M09"), (2026, "M10"), (2026, "FY"), (2027, "Q1")])
def test_a_report_on_the_period_or_a_later_one_is_enough(newest: tuple[int, str]) -> None:
    assert found(reporter(newest)) is None


@pytest.mark.parametrize("newest", [None, (2026, "H1"), (2026, "M08"), (2025, "FY")])
def test_an_older_report_is_not(newest: tuple[int, str] | None) -> None:
    result = found(reporter(newest))
    assert result is not None
    assert result.missing == (reporter(newest),)


def test_who_was_told_is_not_told_again() -> None:
    assert found(reporter(), told=("s",)) is None


def test_of_a_list_that_cannot_be_read_nothing_is_said() -> None:
    assert found(replace(reporter(), is_readable=False)) is None


@pytest.mark.parametrize("part", ["text", "html"])
def test_the_message_is_the_golden_one(part: str) -> None:
    assert getattr(message(), part) == (GOLDEN / f"overdue.{part}").read_text(encoding="utf-8")


def test_absence_is_never_called_a_failure() -> None:
    said = message().subject + message().text + message().html
    assert "截至2026年11月2日" in said
    assert "未检索到" in said
    assert "不表示该单位未开展工作或未完成任务" in said
    for word in ("逾期", "未报送", "迟报", "漏报", "未完成任务的"):
        assert word not in said


def test_one_bureau_is_named_in_the_subject() -> None:
    one = found(reporter())
    assert one is not None
    sent = overdue_digest(one, channel="c", recipient="r", at=AT)
    assert sent.subject == "【报送提示】2026年三季度进展报告：云川市水利局截至2026年11月2日未检索到"


def test_the_same_absence_has_the_same_id_on_any_day() -> None:
    first, later = found(reporter()), found(reporter(), today=date(2026, 11, 9))
    assert first is not None
    assert later is not None
    ids = [overdue_digest(one, channel="c", recipient="r", at=AT).message_id for one in (first, later)]
    assert ids[0] == ids[1]
    assert overdue_digest(first, channel="c", recipient="other", at=AT).message_id != ids[0]


def test_the_payload_names_the_groups() -> None:
    payload = json.loads(message().payload)
    assert payload["type"] == "duban.overdue"
    assert [item["source_id"] for item in payload["missing"]] == ["yunchuan-jyj", "yunchuan-slj"]
    assert [item["source_id"] for item in payload["told_before"]] == ["yunchuan-mzj"]
    assert [item["source_id"] for item in payload["unreadable"]] == ["yunchuan-lyj"]
    assert (payload["deadline"], payload["reported"]) == ("2026-10-31", 1)


def test_hostile_names_come_out_as_text() -> None:
    evil = Reporter("s", "<img src=x>\r\n\u202e", "市", None, url="javascript:<b>")
    one = found(evil)
    assert one is not None
    sent = overdue_digest(one, channel="c", recipient="r", at=AT)
    assert "<img" not in sent.html
    assert "\r" not in sent.subject
    assert "href" not in sent.html
