"""Goals told again at the end: 下一步,…确保全年基本建成3100套任务如期完成 is no second promise.

Nor is the part of one that is left for the last months, under a heading that plans them (二、第四季度工作计划).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.outline.headings import NEXT_STEPS
from extraction.records import Indicator, Target, Task
from extraction.words import names, wording

_SENTENCE = re.compile(r"[。\n]")
_REACH = 160  # characters back to the head of the sentence
_ALIKE = 0.8
_OF_THE_YEAR = re.compile(r"全年|年度|年底|年内|今年|年末")
_TITLE = re.compile(r"^[ \t]*(?:\(?[一二三四五六七八九十]{1,2}[、)])?[^\n。;,\d]{0,24}$", re.MULTILINE)
_LAST_MONTHS = re.compile(r"(?:下半年|第?四季度)的?(?:主要|重点)?(?:工作)?(?:打算|计划|安排|思路)")


def without_restated(text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks without the goals that a sentence of next steps repeats of what was promised before."""
    known: list[Indicator] = []
    kept: list[Task] = []
    for task in tasks:
        again = [i for i in task.indicators if _restates(text, i, [*known, *task.indicators], task.title)]
        rest = tuple(i for i in task.indicators if not any(i is other for other in again))
        known += [i for i in task.indicators if i.target is not None]
        if rest or not task.indicators:
            kept.append(task if len(rest) == len(task.indicators) else replace(task, indicators=rest))
    return kept


def _amount(target: Target) -> object:
    return target.value * target.magnitude, target.noun


def _restates(text: str, indicator: Indicator, others: Sequence[Indicator], title: str) -> bool:
    target = indicator.target
    if target is None or target.start is None or indicator.actual is not None:
        return False
    head = _SENTENCE.split(text[max(0, target.start - _REACH) : target.start])[-1]
    before = [
        (o, o.target) for o in others if o.target is not None and (o.target.start or 0) < target.start - len(head)
    ]
    if any(_amount(t) == _amount(target) for _, t in before):
        return NEXT_STEPS.match(title) is not None or wording.PLANNED_NEXT.search(head) is not None
    larger = [o for o, t in before if t.noun == target.noun and t.value * t.magnitude > target.value * target.magnitude]
    left = any(names.likeness(o.folded, indicator.folded) >= _ALIKE for o in larger if o.kind == indicator.kind)
    return indicator.kind == "cumulative" and left and _of_last_months(text, target.start, head)


def _of_last_months(text: str, start: int, head: str) -> bool:
    """Whether the last title above plans the rest of the year, and the sentence does not speak of all of it."""
    titles = _TITLE.findall(text, max(0, start - _TITLED), start - len(head))
    above = [t for t in titles if t.strip()]
    return bool(above) and _LAST_MONTHS.search(above[-1]) is not None and _OF_THE_YEAR.search(head) is None


_TITLED = 1200  # characters back to the title
