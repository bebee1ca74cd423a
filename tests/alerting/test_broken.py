"""When a source's trouble is told: a state machine over its checks, whatever comes in which order."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerting.broken import PATIENCE, Watched, broken_message, decide_source
from connectors.health import Kind as TroubleKind
from warehouse.records import SourceCheck

START = datetime(2026, 11, 26, 8, tzinfo=UTC)
TROUBLES = st.lists(st.sampled_from([None, "unreachable", "changed", "stale"]), max_size=25)
WATCHED = Watched("yunhe-kjj", "云河市科学技术局", "云河市", "http://kjj.yunhe.example/zwdc/")


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


def test_the_message_says_what_and_where() -> None:
    said = broken_message(
        WATCHED, "first", "changed", "0 rows; correct url", [], channel="folder", recipient="a@b", at=START
    )
    assert said.subject == "【栏目异常】云河市科学技术局：栏目页读不到条目，版式或地址可能已改"
    assert "2026年11月26日" in said.text
    for part in (said.text, said.html):
        assert "http://kjj.yunhe.example/zwdc/" in part
        assert "0 rows; correct url" in part
    payload = json.loads(said.payload)
    assert (payload["type"], payload["trouble"]) == ("duban.source_broken", "changed")


@pytest.mark.parametrize(
    ("step", "trouble"), [*(("first", kind) for kind in get_args(TroubleKind)), ("recovered", None)]
)
def test_a_channel_that_is_told_in_english_is_told_of_a_source_in_english(step: Any, trouble: str | None) -> None:
    watched = Watched("x", "Science Bureau", "Yunhe", "http://kjj.yunhe.example/")
    said = broken_message(watched, step, trouble, None, [], channel="folder", recipient="a@b", at=START, language="en")
    assert said.subject.startswith("[Duban] List")
    for part in (said.subject, said.text, said.html):
        assert not re.search("[\u4e00-\u9fff]", part)


def test_a_message_is_named_by_what_was_told_before() -> None:
    def name(step: str, history: list[SourceCheck]) -> str:
        words = (WATCHED, step, "changed", None, history)
        return broken_message(*words, channel="folder", recipient="a@b", at=datetime.now(UTC)).message_id  # type: ignore[arg-type]

    once, twice = lived(["changed"]), lived(["changed", None])
    assert name("first", []) == name("first", [])
    assert len({name("first", []), name("recovered", once), name("first", twice)}) == 3
