"""No text takes more than its share: four times the length, about four times the work (quadratic would be sixteen)."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from benchmarks.hostile import hostile
from benchmarks.reports import report
from extraction.document import Document
from extraction.numbers.quantities import scan
from extraction.outline.tasks import items
from extraction.reading import extract
from extraction.text.portions import portions, sections
from extraction.words.folding import fold

# where numbers are held against numbers: inside a sentence, a task, a table, a whole report
COUNTED = [
    "clauses: gaps",
    "clauses: unpromised items",
    "clauses: owners",
    "headed: a table of tabs",
    "headed: a long story",
]


@pytest.mark.parametrize("name", COUNTED)
def test_work_grows_with_length(name: str) -> None:
    """By counting what is executed: the same on every machine."""
    assert _lines_run(hostile(12_000)[name]) < 5 * _lines_run(hostile(3000)[name])


def _lines_run(text: str) -> int:
    """How many lines of Python the extraction runs; every turn of a loop counts, also inside one line."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extract(Document.from_text(text))
    finally:
        sys.settrace(before)
    return count


def test_a_usual_report_is_read_in_one_piece() -> None:
    for seed in range(10):
        text = fold(report(seed, 8000))
        starts = [q.start for q in scan(text)]
        assert len(sections(Document.from_text(text))) == 1
        assert all(list(portions(item, starts)) == [item] for item in items(text))


def test_the_sections_of_a_long_text_say_what_the_text_says() -> None:
    """Read in sections or alone, a task is the same; the places are those of the whole text."""
    parts = [report(seed, 5000) for seed in range(12)]
    text = "\n".join(parts)
    extraction = extract(Document.from_text(text))
    assert len(sections(Document.from_text(text))) > 1
    assert all(text[q.start : q.end] == q.text for q in extraction.quantities)
    assert len(extraction.quantities) == sum(len(scan(fold(part))) for part in parts)
    assert len(extraction.tasks) > 200
