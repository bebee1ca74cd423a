"""The same promise keeps its key through the year; two promises never share one."""

from __future__ import annotations

from datetime import date

import pytest

from extraction.records import Indicator, Task
from warehouse.keys import indicator_keys

BASE = {"name": "改造窗口40项", "folded": "改造窗口", "kind": "cumulative"}


def key(*, title="一、窗口服务提升", clauses=(7,), source="lanqiao-zwj", year=2031, **given):
    task = Task("一", title, 0, 1, clauses, (), (Indicator(**(BASE | given)),))
    return next(indicator_keys(source, year, [task]))


@pytest.mark.parametrize(
    "quarter",
    [
        {"name": "窗口改造"},
        {"kind": "level"},
        {"title": "三、窗口服务提升（2031年）"},
        {"due": date(2031, 12, 20)},
        {"confidence": 0.7, "reason": "other"},
    ],
)
def test_what_changes_from_quarter_to_quarter_is_not_identity(quarter):
    assert key(**quarter) == key()


@pytest.mark.parametrize(
    "other",
    [
        {"folded": "改造大厅"},
        {"qualifiers": ("市级",)},
        {"owner": "城东街道"},
        {"tier": "stretch"},
        {"kind": "rate"},
        {"clauses": (8,)},
        {"year": 2032},
        {"source": "lanqiao-jtj"},
        {"due": date(2031, 6, 30)},
    ],
)
def test_what_makes_another_promise_makes_another_key(other):
    assert key(**other) != key()


def test_without_clauses_the_heading_counts_but_for_its_numbers():
    assert key(clauses=(), title="1.窗口服务 提升") == key(clauses=(), title="3、窗口服务，提升")
    assert key(clauses=(), title="窗口服务") != key(clauses=(), title="事项上线")


def test_a_milestone_is_one_promise_whenever_it_is_due():
    assert key(kind="milestone", due=date(2031, 6, 30)) == key(kind="milestone", due=date(2031, 9, 30))


def test_two_indicators_of_one_identity_are_told_apart_in_their_order():
    twins = Task("一", "窗口", 0, 1, (7,), (), (Indicator(**BASE), Indicator(**BASE)))
    first, second = indicator_keys("lanqiao-zwj", 2031, [twins])
    assert first != second
    assert [first, second] == list(indicator_keys("lanqiao-zwj", 2031, [twins]))
