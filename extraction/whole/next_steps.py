"""Goals told again at the end: 下一步,…确保全年基本建成3100套任务如期完成 is no second promise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.outline.headings import NEXT_STEPS
from extraction.records import Indicator, Target, Task
from extraction.words import wording

_SENTENCE = re.compile(r"[。;\n]")
_REACH = 160  # characters back to the head of the sentence


def without_restated(text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks without the goals that a sentence of next steps repeats of an earlier task."""
    known: set[object] = set()
    kept: list[Task] = []
    for task in tasks:
        rest = tuple(i for i in task.indicators if not _restates(text, i, known, task.title))
        known |= {_amount(i.target) for i in task.indicators if i.target is not None}
        if rest or not task.indicators:
            kept.append(task if len(rest) == len(task.indicators) else replace(task, indicators=rest))
    return kept


def _amount(target: Target) -> object:
    return target.value * target.magnitude, target.noun


def _restates(text: str, indicator: Indicator, known: set[object], title: str) -> bool:
    target = indicator.target
    if target is None or target.start is None or indicator.actual is not None or _amount(target) not in known:
        return False
    head = text[max(0, target.start - _REACH) : target.start]
    return NEXT_STEPS.match(title) is not None or wording.PLANNED_NEXT.search(_SENTENCE.split(head)[-1]) is not None
