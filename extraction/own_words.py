"""Tasks in the words of the text itself: they were read from a folded text of the same length."""

from __future__ import annotations

from dataclasses import replace

from extraction.records import Indicator, Task

_NEAR = 500  # characters; a task may be a whole report, and a name stands beside its figure


def in_its_own_words(raw: str, text: str, task: Task) -> Task:
    """The task in the words of the text itself: it was read from a folded text of the same length."""

    def own(words: str, near: int) -> str:
        at = text.find(words, max(task.start, near - _NEAR), min(task.end, near + _NEAR))
        return raw[at : at + len(words)] if at >= 0 else words

    def said(indicator: Indicator) -> Indicator:
        starts = (figure.start for figure in (indicator.target, indicator.actual) if figure)
        near = next((start for start in starts if start is not None), task.start)
        claims = tuple(replace(c, text=raw[c.start : c.end]) for c in indicator.claims)
        return replace(indicator, name=own(indicator.name, near), claims=claims)

    return replace(task, title=own(task.title, task.start), indicators=tuple(map(said, task.indicators)))
