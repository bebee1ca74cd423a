from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from alerting.cleaning import readable
from alerting.spoken import claim_words, promise_words, result_words
from tests.alerting.rows import row


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "60家"),
        ({"operator": ">="}, "60家"),
        ({"tier": "stretch"}, "60家（力争目标）"),
        ({"kind": "ceiling", "operator": "<=", "target_text": "18人"}, "不超过18人"),
        ({"kind": "ceiling", "operator": "<=", "target_text": "控制在18人以内"}, "控制在18人以内"),
        ({"kind": "rate", "operator": ">=", "target_text": "92%"}, "不低于92%"),
        ({"kind": "rate", "operator": "==", "target_text": "7%"}, "7%"),
        ({"target_text": "26500", "target_unit": "万元"}, "26500万元"),
        ({"target_text": None}, "文中未列数值"),
        ({"target_text": None, "kind": "milestone", "due": date(2026, 9, 30)}, "2026年9月30日前完成"),
    ],
)
def test_a_promise_is_understood_without_its_sentence(changes: dict[str, Any], words: str) -> None:
    assert promise_words(row(**changes)) == words


def test_a_result_from_a_table_has_its_unit() -> None:
    assert result_words(row(actual_text="9805", actual_unit="万元")) == "9805万元"
    assert result_words(row(actual_text="21家", actual_unit="家")) == "21家"
    assert result_words(row(actual_text=None)) == ""


@pytest.mark.parametrize(
    ("claim", "share", "words"),
    [
        ("工作总体进展顺利", None, "“工作总体进展顺利”"),
        ("62%", Decimal("0.62"), "完成 62.0%"),
        ("37.0", Decimal("0.37"), "完成 37.0%"),
        ("正在", None, ""),
        (None, None, ""),
    ],
)
def test_a_claim_is_said_where_it_says_something(claim: str | None, share: Decimal | None, words: str) -> None:
    assert claim_words(row(claim_text=claim, stated_completion=share)) == words


def test_nobody_completes_a_limit() -> None:
    assert (
        claim_words(row(kind="ceiling", claim_text="57.2%", stated_completion=Decimal("0.572"))) == "已用控制数的 57.2%"
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("file:///srv/%E6%8A%A5%E5%91%8A%202026.txt", "file:///srv/报告%202026.txt"),
        ("http://x.example/a%2Fb?q=%E4%BA%91", "http://x.example/a%2Fb?q=云"),
        ("http://x.example/%C4%E3", "http://x.example/%C4%E3"),  # GBK: stays as it is
        ("http://x.example/%E2%80%AEtxt", "http://x.example/%E2%80%AEtxt"),  # turns the writing round
    ],
)
def test_an_address_is_shown_as_people_read_it(url: str, shown: str) -> None:
    assert readable(url) == shown
