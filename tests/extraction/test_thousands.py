"""A comma between thousands changes no answer: 已安装1,050盏 is 1050盏, whatever rules ask for digits around it."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from extraction.document import Document
from extraction.reading import extract
from flows.jsonout import as_json
from tests.extraction.cases import cases
from warehouse.progress import assess_all_in_memory

_UNITS = "户|人|个|座|亩|吨|套|辆|盏|家|名|场|处|件|公里|台|株|次|张|万元"
_LONG = re.compile(rf"(?<![\d.,，〔（(/-])(?!20\d\d|19\d\d)[1-9]\d{{3,6}}(?=(?:{_UNITS})[,，。；;、]|(?:{_UNITS})的)")
_CASES = [case for _, case in cases("pairs") if "|" not in case["text"] and _LONG.search(case["text"])][::6]


@pytest.fixture(scope="module")
def told() -> list[list[tuple[Any, ...]]]:
    """What is read of each text, and of each with commas, behind one another; all are judged at once."""
    texts = [(text, case["as_of"]) for case in _CASES for text in (case["text"], _parted(case["text"]))]
    read = [extract(Document.from_text(text), as_of=as_of) for text, as_of in texts]
    judged = zip(read, assess_all_in_memory(read), strict=True)
    return [_shown(json.loads(as_json(extraction, rows))["tasks"]) for extraction, rows in judged]


def test_many_texts_are_asked() -> None:
    assert len(_CASES) > 50


def _parted(text: str) -> str:
    return _LONG.sub(lambda number: f"{int(number.group()):,}", text)


def _shown(tasks: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    found = [i for task in tasks for i in task["indicators"]]
    sides = [[i[side] and i[side]["value"] for side in ("target", "actual")] for i in found]
    return sorted(((*both, i["status"]) for both, i in zip(sides, found, strict=True)), key=str)


@pytest.mark.parametrize("place", range(len(_CASES)))
def test_a_comma_between_thousands_changes_nothing(place: int, told: list[list[tuple[Any, ...]]]) -> None:
    assert _parted(_CASES[place]["text"]) != _CASES[place]["text"]
    assert told[2 * place + 1] == told[2 * place]


def test_the_text_of_the_figure_is_what_stands_there() -> None:
    text = "路灯任务1,200盏，已安装1,050盏。"
    read = extract(Document.from_text(text), as_of=date(2023, 9, 30))
    (indicator,) = read.tasks[0].indicators
    assert indicator.target is not None
    assert indicator.actual is not None
    assert (indicator.target.text, indicator.actual.text) == ("1,200盏", "1,050盏")
    assert text[indicator.actual.start : indicator.actual.end] == "1,050盏"
