"""What a person types becomes a ruling, or one line that says what to type instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from flows.problems import MisuseError
from flows.ruling import Wish, dating, figure, ruling_of
from warehouse.correcting import Dating
from warehouse.review import ReviewEntry

TEXT = "一、改造窗口120项。截至9月底，改造窗口95项。"


def entry(**changes: Any) -> ReviewEntry:
    given: dict[str, Any] = dict.fromkeys(ReviewEntry.__dataclass_fields__)
    given |= {"review_id": "ab", "about": "indicator", "kind": "cumulative", "target_unit": "项", "actual_unit": "项"}
    return ReviewEntry(**(given | changes))


def ruled(found: ReviewEntry | None = None, **wish: Any) -> Any:
    return ruling_of(Wish(**wish), found or entry(), TEXT, "查阅附件", "王芳")


def test_a_figure_takes_the_unit_that_was_read() -> None:
    found = ruled(actual="95").actual
    assert (found.value, found.unit, found.noun, found.countable) == (95, "项", "项", True)


def test_the_first_figure_takes_the_unit_of_the_target() -> None:
    assert ruled(entry(actual_unit=None, target_unit="亿元"), actual="1.6").actual.unit == "亿元"


def test_its_own_unit_comes_first() -> None:
    money = entry(target_unit="亿元", actual_unit="亿元")
    found = ruled(money, actual="16000万元").actual
    assert (found.value * found.magnitude, found.noun) == (Decimal("1.6") * 10**8, "元")
    assert ruled(money, actual="16000", unit="万元").actual == found


def test_target_and_actual_together() -> None:
    found = ruled(actual="3公里", target="4公里")
    assert (found.actual.unit, found.target.unit, found.verdict, found.who) == ("公里", "公里", "corrected", "王芳")


def test_a_figure_beside_a_share_of_no_known_plan_needs_the_plan() -> None:
    told = entry(claim_text="完成年度任务的62%", target_unit=None)
    with pytest.raises(MisuseError, match="add --target"):
        ruled(told, actual="75项")
    assert ruled(told, actual="75项", target="120项").target.value == 120
    assert ruled(entry(claim_text="完成62%", target_text="120项"), actual="75项").actual.value == 75


def test_the_quote_is_kept_where_it_stands_and_holds_the_figure() -> None:
    assert ruled(actual="95", quote="改造窗口95项").quote == "改造窗口95项"


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({}, "say one thing"),
        ({"actual": "95", "not_comparable": True}, "say one thing"),
        ({"actual": "95", "period": "2031Q3"}, "say one thing"),
        ({"actual": "许多"}, "no figure with a unit"),
        ({"actual": "95项", "unit": "家"}, "give one of them"),
        ({"actual": "95亿元"}, "cannot be compared"),
        ({"actual": "95%"}, "cannot be compared"),
        ({"actual": "2公顷", "target": "30亩"}, "cannot be compared"),
        ({"actual": "95", "quote": "改造窗口 95项"}, "does not say"),
        ({"actual": "94", "quote": "改造窗口95项"}, "does not hold 94项"),
        ({"period": "2031Q5"}, "no period is called"),
        ({"period": "2031Q3", "cutoff": date(2031, 11, 30)}, "which ends on 2031-09-30"),
    ],
)
def test_what_makes_no_sense_is_said(wish: dict[str, Any], words: str) -> None:
    with pytest.raises(MisuseError, match=words) as caught:
        ruled(**wish)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("about", "wish", "words"),
    [
        ({"about": "finding"}, {"actual": "95"}, "accepted or rejected"),
        ({"about": "report"}, {"actual": "95"}, "the period is corrected"),
        ({"kind": "milestone"}, {"actual": "95"}, "milestone promise is not computed"),
        ({"kind": "qualitative"}, {"target": "95项"}, "not computed"),
    ],
)
def test_what_the_entry_cannot_take_is_said(about: dict[str, Any], wish: dict[str, Any], words: str) -> None:
    with pytest.raises(MisuseError, match=words):
        ruled(entry(**about), **wish)


def test_not_comparable_is_for_every_kind() -> None:
    assert ruled(entry(kind="milestone"), not_comparable=True).status == "not_comparable"


@pytest.mark.parametrize(
    ("words", "cutoff", "found"),
    [
        ("2031Q3", None, Dating(2031, "Q3", date(2031, 9, 30))),
        ("2031-q2", None, Dating(2031, "H1", date(2031, 6, 30))),
        ("2031Q4", None, Dating(2031, "FY", date(2031, 12, 31))),
        ("2031M07", None, Dating(2031, "M07", date(2031, 7, 31))),
        ("2031Q3", date(2031, 8, 31), Dating(2031, "Q3", date(2031, 8, 31))),
    ],
)
def test_periods(words: str, cutoff: date | None, found: Dating) -> None:
    assert dating(words, cutoff) == found


def test_a_figure_needs_a_number() -> None:
    with pytest.raises(MisuseError):
        figure("项", None, "项")
