"""A goal set for each of several: 任务各2.4万人; 胃癌筛查19320人,肠癌筛查16248人,分别完成80.5%、67.7%.

The share of each is told, and its sum says that it is of this goal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.pairing.rates import explains
from extraction.promises.links import Link
from extraction.sought import sought

_EACH = sought(r"各\s?$")


def repeat_for_each(links: Sequence[Link]) -> None:
    """Give such a goal to every figure that is told with its share of it, named by the figure, in place."""
    for first in links:
        goal = first.promise
        if goal is None or first.actual is None or not first.shares or not _EACH.search(goal.reading.lead):
            continue
        for other in links:
            told = other.actual if other.promise is None else None
            if told is None or told.sentence < goal.reading.sentence:
                continue
            if any(explains(share.reading, told, goal.reading) for share in other.shares):
                other.promise = replace(goal, name=told.name)
                goal.name = first.actual.name
                other.reason = first.reason
