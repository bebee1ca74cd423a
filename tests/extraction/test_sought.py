"""A pattern that is tried only where it can begin finds what it finds when it is tried everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extraction.sought import sought
from extraction.words.folding import fold

CASES = sorted((Path(__file__).parents[2] / "benchmarks" / "cases").glob("*.txt"))
EXPRESSIONS = [
    r"已|目前|[较比]上年",
    r"(?:增长|[由从])?\d+%",
    r"(?<=[列居])\s?\d{1,2}(?=位|名)|第\d+",
    r"[^,。]{0,4}(?:目标|任务)(?=[的,])",
    r"(?P<number>[一二三]{1,3})是|(?=\d{4}年)",
    r"(?:\d+|[-~]\d)(?:个|家)",
    r"[^-\]]?(?:\^|-|\])|[\]^-]x",
    r"年?|季度",
    r"(?<!\d)(?P<number>\d{1,4})(?P<unit>[万亿]?)[元个家]|完成(?:(?P<share>\d+)%)?|[上下]半年",
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_the_same_is_found(expression: str) -> None:
    texts = [fold(path.read_text("utf-8")) for path in CASES[:10]] + ["-]^x^-]-x", ""]
    plain, led = re.compile(expression), sought(expression)
    assert all(_found(plain, text) == _found(led, text) for text in texts)
    assert any(_found(plain, text) for text in texts)


def _found(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], tuple[str | None, ...]]]:
    return [(match.span(), match.groups()) for match in pattern.finditer(text)]


def test_names_bounds_and_what_stands_instead_are_the_same() -> None:
    text = fold(CASES[0].read_text("utf-8"))[:300]
    for expression in EXPRESSIONS:
        plain, led = re.compile(expression), sought(expression)
        assert (plain.groups, dict(plain.groupindex)) == (led.groups, dict(led.groupindex))
        assert plain.sub("_", text) == led.sub("_", text)
        for start in range(0, len(text), 7):
            assert _span(plain.search(text, start, 250)) == _span(led.search(text, start, 250))
            assert _span(plain.match(text, start)) == _span(led.match(text, start))


def _span(match: re.Match[str] | None) -> object:
    return match and (match.span(), match.groupdict(), match.lastgroup)


def test_where_no_character_is_certain_the_expression_stays() -> None:
    for expression in (r"年?|季度", r".{0,3}(?:完成|[未不])", r"[^\d]a|b"):
        assert sought(expression).pattern == expression


def test_where_re_sees_the_beginning_itself_the_expression_stays() -> None:
    for expression in ("已|目前|截至", r"\d+", "(?:完成|实现)了?"):
        assert sought(expression).pattern == expression


def test_one_expression_is_compiled_once() -> None:
    assert sought(r"[较比]上年|已") is sought(r"[较比]上年|已")
    assert sought(r"[较比]上年|已").pattern.startswith("(?=[")
