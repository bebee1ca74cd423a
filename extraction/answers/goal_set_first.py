"""Whose a figure is, of a goal and of what is hoped for at the end.

    省下达控制指标66人。1-8月死亡31人。…9月至年底,全年死亡人数力争控制在60人以内。

The goal that stands before the figure is answered by it; what a last sentence hopes for of the same thing is not.
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_SET_NUMBER = sought(r"(?:控制|考核)?(?:指标|目标|任务)(?:数)?$")


def is_of_goal_before(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether the figure stands behind another goal of the same thing and before the hope that this promise is."""
    if not promise.reading.outlook or reading.start > promise.reading.start:
        return False
    before = (p for p in scope.promises if p is not promise and p.reading.start < reading.start)
    return any(_is_same(goal, promise) for goal in before if not goal.reading.outlook)


def _is_same(goal: Promise, hope: Promise) -> bool:
    if (goal.target.noun, goal.measure, goal.reading.owner) != (hope.target.noun, hope.measure, hope.reading.owner):
        return False
    called = names.folded(_SET_NUMBER.sub("", goal.name))
    return bool(hope.name) and called.endswith(names.folded(hope.name)) and goal.target.value != hope.target.value
