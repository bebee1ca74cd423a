"""What spares an expression may only say no where it cannot match: shown on texts made from the expression itself.

The pairs' texts (test_sought_first.py) show only what somebody thought of; a guard that misses one of the alternatives
loses whatever is written that way without a trace.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import extraction
from extraction.text.plainer import Plainer
from tests.extraction.matching import texts
from tests.extraction.test_sought_first import BEFORE_NUMBERS, SOUGHT_FIRST

_MANY, _FEW = 400, 60
# what narrows, and does not spare: the page must hold what stands elsewhere than in the match
_NARROWED = {
    ("goals_before_verbs", "_SENTENCE"),
    ("plans_by_place", "_LABEL"),
    ("rows_without_heads", "_ROW"),
    ("shares_by_pace", "_HEADING"),
}


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(extraction.__path__, "extraction."):
        yield importlib.import_module(found.name)


def _lost(pattern: re.Pattern[str], lets: Callable[[str], bool], count: int) -> list[str]:
    return sorted({t for t in texts(pattern, count, random.Random(pattern.pattern)) if not lets(t)}, key=len)[:4]


@pytest.mark.parametrize("name", [*SOUGHT_FIRST, *BEFORE_NUMBERS])
def test_what_is_sought_first_stands_in_what_can_match(name: str) -> None:
    first, costly = {**SOUGHT_FIRST, **BEFORE_NUMBERS}[name]
    assert _lost(costly, lambda text: first.search(text) is not None, _MANY) == []


def test_plainer_words_hold_what_they_say() -> None:
    every = {
        id(one): one
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, tuple)
        for one in value
        if isinstance(one, Plainer)
    }
    assert every
    lost = {one.holds: _lost(one.said, lambda text, one=one: _holds(one, text), _FEW) for one in every.values()}
    assert {holds: made for holds, made in lost.items() if made} == {}


def _holds(one: Plainer, text: str) -> bool:
    return any(word in text for word in one.holds)


def test_conditions_beside_an_expression_let_through_what_it_can_match() -> None:
    seen, lost = 0, {}
    for module in _modules():
        for name, condition in _conditions(module):
            if (module.__name__.rpartition(".")[2], name) in _NARROWED:
                continue
            seen += 1
            lets = _evaluated(condition, module)
            if made := _lost(getattr(module, name), lets, _FEW):
                lost[f"{module.__name__}.{name}"] = made
    assert seen > 20
    assert lost == {}


def _conditions(module: ModuleType) -> Iterator[tuple[str, ast.expr]]:
    """`for found in NAME.finditer(text) if CONDITION else ()`: the names of its expressions, and the condition."""
    assert module.__file__ is not None
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        if not isinstance(node, ast.IfExp) or not isinstance(node.body, ast.Call):
            continue
        call, sought = node.body, node.body.func
        if isinstance(sought, ast.Attribute) and sought.attr == "finditer" and isinstance(sought.value, ast.Name):
            whole = [arg.id for arg in call.args if isinstance(arg, ast.Name)] == ["text"]
            if whole and {n.id for n in ast.walk(node.test) if isinstance(n, ast.Name)} <= {"text", *vars(module)}:
                yield sought.value.id, node.test


def _evaluated(condition: ast.expr, module: ModuleType) -> Callable[[str], bool]:
    code = compile(ast.Expression(condition), str(module.__file__), "eval")
    return lambda text: bool(eval(code, {**vars(module), "text": text}))
