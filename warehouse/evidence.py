"""The sentence that proves an indicator, its numbers marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.records import Indicator, Interval, Task

MAX_SENTENCE = 300  # characters; a longer one is cut around the number
_ENDS = "。；;！？\n"
_END = re.compile(f"[{_ENDS}]")


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
    furthest = max(0, first - MAX_SENTENCE)  # what is longer is cut, wherever it begins
    start = max(furthest, *(text.rfind(end, furthest, first) + 1 for end in _ENDS))
    following = _END.search(text, last)
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
