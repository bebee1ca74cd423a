"""The sentence that proves an indicator, its numbers marked, and the check that every record's text stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.records import Extraction, Indicator, Interval, Task
from warehouse.errors import SpanMismatch

MAX_SENTENCE = 300  # characters; a longer one is cut around the number
_ENDS = re.compile(r"[。；;！？\n]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the report; `marks` are half-open intervals within it, in order, without overlap."""

    sentence: str
    marks: tuple[Interval, ...]


def evidence(text: str, task: Task, indicator: Indicator) -> Evidence:
    """The sentence around the actual, else the target, else the claim, else the beginning of the task."""
    spans = list(_spans(indicator))
    start, end = _sentence(text, spans[0] if spans else (task.start, task.start))
    inside = [(a - start, b - start) for a, b in spans if start <= a < b <= end]
    return Evidence(text[start:end], _without_overlap(inside))


def check_spans(url: str, extraction: Extraction) -> None:
    """Raise SpanMismatch unless the text at every span is the text of its record, and every interval is inside."""
    for record, expected, start, end in _claims_of_place(extraction):
        found = extraction.text[start:end] if 0 <= start <= end <= len(extraction.text) else ""
        if not (0 <= start <= end <= len(extraction.text)) or (expected is not None and found != expected):
            raise SpanMismatch(url, record, start, end, expected or "", found)


def _spans(indicator: Indicator) -> Iterator[Interval]:
    """Where its numbers stand, the most telling first."""
    if indicator.actual:
        yield indicator.actual.start, indicator.actual.end
        yield from indicator.actual.parts
    if indicator.target and indicator.target.start is not None and indicator.target.end is not None:
        yield indicator.target.start, indicator.target.end
    elif indicator.target:
        yield from indicator.target.derived_from
    for claim in indicator.claims:
        yield claim.start, claim.end


def _sentence(text: str, around: Interval) -> Interval:
    first, last = around
    start = max((end.end() for end in _ENDS.finditer(text, 0, first)), default=0)
    following = _ENDS.search(text, last)
    end = len(text) if following is None else following.end() - (following[0] == "\n")
    if end - start > MAX_SENTENCE:
        start = max(start, min(first - MAX_SENTENCE // 2, end - MAX_SENTENCE))
        end = min(end, start + MAX_SENTENCE)
    found = text[start:end]
    return start + len(found) - len(found.lstrip()), start + len(found.rstrip())


def _without_overlap(spans: list[Interval]) -> tuple[Interval, ...]:
    kept: list[Interval] = []
    for start, end in spans:
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return tuple(sorted(kept))


def _claims_of_place(extraction: Extraction) -> Iterator[tuple[str, str | None, int, int]]:
    """(what, the text it says stands there or None, start, end) of everything that points into the text."""
    for quantity in extraction.quantities:
        yield "quantity", quantity.text, quantity.start, quantity.end
    for finding in extraction.findings:
        yield f"finding {finding.kind}", None, finding.start, finding.end
    for task in extraction.tasks:
        yield f"task {task.number}", None, task.start, task.end
        for indicator in task.indicators:
            yield from _places_of(indicator)


def _places_of(indicator: Indicator) -> Iterator[tuple[str, str | None, int, int]]:
    name, target, actual = indicator.name, indicator.target, indicator.actual
    if target and target.start is not None and target.end is not None:
        yield f"target of {name}", target.text, target.start, target.end
    for start, end in target.derived_from if target else ():
        yield f"target of {name}", None, start, end
    if actual:
        yield f"actual of {name}", actual.text, actual.start, actual.end
    for start, end in actual.parts if actual else ():
        yield f"actual of {name}", None, start, end
    for claim in indicator.claims:
        yield f"claim on {name}", claim.text, claim.start, claim.end
