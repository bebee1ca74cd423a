"""A figure alone is a figure; words stand in a text or they do not; a value is in them or it is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from connectors.quoting import holds, stands, typed


@pytest.mark.parametrize(
    ("words", "value", "unit", "base"),
    [
        ("95项", "95", "项", "95"),
        (" 95 项 ", "95", "项", "95"),
        ("1.6亿元", "1.6", "亿元", "160000000"),
        ("1,234.5万元", "1234.5", "万元", "12345000"),
        ("-3.2%", "-3.2", "%", "-3.2"),
        ("九十五项", "95", "项", "95"),
        ("95", "95", "", "95"),
    ],
)
def test_one_figure(words: str, value: str, unit: str, base: str) -> None:
    found = typed(words)
    assert found
    assert (found.value, found.unit, found.base) == (Decimal(value), unit, Decimal(base))


@pytest.mark.parametrize(
    "words", ["", "项", "95项96项", "约95项", "95至100项", "9.5.3项", "共95项", "95项以上", "500强", "x" * 99]
)
def test_more_or_less_than_one_figure(words: str) -> None:
    assert typed(words) is None


def test_words_stand_character_for_character() -> None:
    text = "截至9月底，完成95项。"
    assert stands("完成95项", text)
    assert not any(stands(words, text) for words in ("完成 95项", "完成９５项", "", " ", "完成95 项"))


@pytest.mark.parametrize(
    ("quote", "base", "noun", "is_held"),
    [
        ("完成95项", "95", "项", True),
        ("完成投资1.6亿元", "160000000", "元", True),
        ("完成投资16000万元", "160000000", "元", True),
        ("完成95项", "9", "项", False),
        ("完成1950项", "95", "项", False),
        ("完成95%", "95", "项", False),
        ("完成95项", "95", "元", False),
        ("已完成", "95", "项", False),
    ],
)
def test_a_value_is_held_as_a_figure_of_its_own(quote: str, base: str, noun: str, is_held: bool) -> None:
    assert holds(quote, Decimal(base), noun) is is_held
