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
_IN_ORDER = sought(r"分别|依次")


def repeat_for_each(links: Sequence[Link]) -> None:
    """Give such a goal to every figure that is told with its share of it, named by the figure, in place."""
    for first in links:
        goal = first.promise
        if goal is None or first.actual is None or not first.shares:
            continue
        each = _EACH.search(goal.reading.lead) is not None
        for other in links:
            told = other.actual if other.promise is None else None
            if told is None or told.sentence < goal.reading.sentence or not (each or _in_one_run(first, other)):
                continue
            if any(explains(share.reading, told, goal.reading) for share in other.shares):
                other.promise = replace(goal, name=told.name)
                goal.name = first.actual.name
                other.reason = first.reason


def _in_one_run(first: Link, other: Link) -> bool:
    """任务4.2万人,已查宫颈癌1.96万人、乳腺癌1.83万人,分别完成46.7%、43.6%: shares of one 分别, of named figures."""
    one, two = first.shares[0].reading, other.shares[0].reading if other.shares else None
    if two is None or first.actual is None or other.actual is None or not _IN_ORDER.search(one.clause_lead):
        return False
    named = len(first.actual.own) >= 2 and len(other.actual.own) >= 2 and first.actual.own != other.actual.own
    return named and (one.sentence, one.clause_start) == (two.sentence, two.clause_start)
