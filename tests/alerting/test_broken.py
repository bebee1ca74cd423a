"""When a source's trouble is told: a state machine over its checks, whatever comes in which order."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerting.broken import PATIENCE, decide_source, trouble_words
from alerting.digest import digest
from alerting.rules import AlertRules
from alerting.sheet import file_name
from connectors.health import Kind as TroubleKind
from tests.alerting.findings import Office, finding
from tests.alerting.quarter import AT
from warehouse.records import Finding, OutboxMessage, Silence, SourceCheck

START = datetime(2026, 11, 26, 8, tzinfo=UTC)
TROUBLES = st.lists(st.sampled_from([None, "unreachable", "changed", "stale"]), max_size=25)


NAMED = {"yunchuan-kjj": ("云川市科学技术局", "云川市")}  # a source that has no report yet


def lived(troubles: list[str | None]) -> list[SourceCheck]:
    """The checks of these visits, the newest first."""
    history: list[SourceCheck] = []
    for number, trouble in enumerate(troubles):
        step = decide_source(trouble, history)
        at = START + timedelta(days=number)
        check = SourceCheck("yunhe-kjj", str(number), at, trouble, None, 0, None, step, step in ("first", "recovered"))
        history.insert(0, check)
    return history


@given(TROUBLES)
def test_beginnings_and_ends_take_turns(troubles: list[str | None]) -> None:
    told = [check.step for check in reversed(lived(troubles)) if check.told]
    assert told == (["first", "recovered"] * len(told))[: len(told)]


@given(TROUBLES)
def test_an_end_is_a_good_visit_and_a_beginning_a_bad_one(troubles: list[str | None]) -> None:
    for check in lived(troubles):
        assert (check.trouble is None) == (check.step in ("well", "recovered"))


@given(TROUBLES)
def test_what_waits_for_somebody_never_waits(troubles: list[str | None]) -> None:
    for check in lived(troubles):
        if check.step == "waiting":
            assert check.trouble == "unreachable"


def test_no_answer_is_told_after_some_visits() -> None:
    steps = [check.step for check in reversed(lived(["unreachable"] * (PATIENCE + 1)))]
    assert steps == ["waiting"] * (PATIENCE - 1) + ["first", "told_before"]
    assert lived(["unreachable", None, "unreachable"])[0].step == "waiting"


def broken(period: str = "M11", **changes: Any) -> Finding:
    """What the view says of a source whose layout changed on the third of a month."""
    since = date(2026, int(period[1:]), 3)
    known: dict[str, Any] = {"cutoff": since, "name": "信息公开栏目", "evidence": f"{since}"}
    known |= {"words": "栏目页读不到条目，版式或地址可能已改", "sentence": "0 rows; correct url"}
    known |= {"url": "http://kjj.example/zwdc/"}
    return finding("broken", "yunchuan-kjj", period, **known | changes)


def told(*findings: Finding, office: Office, today: date, language: Any = "zh") -> OutboxMessage:
    """The office's digest of this day; what it tells is known from then on."""
    bundles = office.decide(findings, today).bundles
    office.run(*findings, today=today)
    (mail,) = [bundle for bundle in bundles if bundle.recipient == "office@city"]
    return digest(mail, at=AT, language=language)


def test_a_broken_source_is_told_in_the_digest_once_and_its_end_too() -> None:
    office = Office(sources=NAMED)
    first = told(broken(), office=office, today=date(2026, 11, 4))
    assert first.subject == "【督办提示】云川市科学技术局 2026年11月4日：栏目异常1项"
    for line in (
        "栏目异常",
        "信息公开栏目",
        "情况：栏目页读不到条目，版式或地址可能已改",
        "起始：自2026年11月起",
        "技术信息：0 rows; correct url",
        "出处：http://kjj.example/zwdc/",
        "也不会提示“未检索到报告”",
    ):
        assert line in first.text
        assert line.split("：")[-1] in first.html
    assert "其他提示 1 项（栏目异常 1 项）。" in first.text
    assert "序时进度" not in first.text  # there is no bar to explain
    assert office.run(broken(), today=date(2026, 11, 5)) == []
    over = told(office=office, today=date(2026, 12, 2))
    assert over.subject == "【督办提示】云川市科学技术局 2026年12月2日：恢复1项"
    assert "变化：自2026年11月起；至2026年12月2日已消除" in over.text
    assert "不能判定" not in over.text
    assert office.run(today=date(2026, 12, 3)) == []


def test_it_comes_with_what_else_is_told_and_does_not_date_it() -> None:
    office = Office()
    lag = finding(source_id="yunchuan-slj", bureau="云川市水利局")
    mail = told(broken(), lag, office=office, today=date(2026, 11, 20))
    assert mail.subject == "【督办提示】云川市 2026年三季度：滞后1项，栏目异常1项"
    assert file_name(json.loads(mail.payload)) == "duban-2026Q3.xlsx"


def test_it_breaks_again_and_is_told_again() -> None:
    office = Office()
    office.run(broken(), today=date(2026, 11, 4))
    office.run(today=date(2026, 11, 5))
    assert ("office@city", "first", "broken", "first") in office.run(broken("M12"), today=date(2026, 12, 9))


def test_it_is_silenced_and_switched_off_like_everything_else() -> None:
    matcher = (("rule", "broken"),)
    quiet = Office(
        silences=[Silence("s1", matcher, "王", "改版", date(2026, 12, 31), datetime(2026, 11, 1, tzinfo=UTC))]
    )
    assert quiet.run(broken(), today=date(2026, 11, 4)) == []
    off = Office(AlertRules.model_validate({"rules": {"broken": {"enabled": False}}}))
    assert off.run(broken(), today=date(2026, 11, 4)) == []


@pytest.mark.parametrize("kind", get_args(TroubleKind))
def test_each_trouble_has_words_in_both_languages(kind: str) -> None:
    view = files("warehouse").joinpath("views", "mart.alert_broken.sql").read_text("utf-8")
    (words,) = re.findall(f"when '{kind}' then '(.+)'", view)
    assert trouble_words(words) == words
    mail = told(broken(words=words), office=Office(), today=date(2026, 11, 4), language="en")
    assert mail.subject == "[Duban] 云川市科学技术局, 4 November 2026: list not readable: 1"
    (line,) = [line for line in mail.text.splitlines() if line.strip().startswith("Finding:")]
    assert not re.search("[\u4e00-\u9fff]", line)
