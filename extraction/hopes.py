"""What is hoped for behind a goal that has its answer: 渠道140公里,完成69公里 ... 10月底渠道要达到110公里.

The promise of the year stands and is answered; another number for the same thing, at the end of the report, is the next
step to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction import names
from extraction.records import Indicator, Task
from extraction.sought import sought

_HOPES = sought(r"(?:力争|确保|争取|要|可|有望|冲刺|底前?)[^。;\d%]{0,16}(?:达到?|突破|超过?|实现|完成|至)\s?$")
_ALIKE, _APART = 0.6, 60  # of their names; characters between them: two tiers stand side by side


def without_hopes(text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks without the unanswered numbers that are hoped for where the goal itself was answered before."""
    answered = [i for task in tasks for i in task.indicators if i.target is not None and i.actual is not None]
    kept = [(t, tuple(i for i in t.indicators if not _is_hope(text, i, answered))) for t in tasks]
    return [t if len(left) == len(t.indicators) else replace(t, indicators=left) for t, left in kept if left]


def _is_hope(text: str, indicator: Indicator, answered: Sequence[Indicator]) -> bool:
    target = indicator.target
    if target is None or target.start is None or indicator.actual is not None or indicator.claims:
        return False
    if _HOPES.search(text[max(0, target.start - 30) : target.start]) is None:
        return False
    return any(_same_thing(indicator, goal) for goal in answered)


def _same_thing(hope: Indicator, goal: Indicator) -> bool:
    mine, theirs = hope.target, goal.target
    if mine is None or theirs is None or mine.start is None or theirs.start is None:
        return False
    behind = mine.start - theirs.start > _APART and (mine.noun, hope.owner) == (theirs.noun, goal.owner)
    other = mine.value * mine.magnitude != theirs.value * theirs.magnitude and hope.kind == goal.kind
    alike = names.likeness(hope.name, goal.name) >= _ALIKE and names.conflict(hope.name, goal.name) is None
    return behind and other and alike
