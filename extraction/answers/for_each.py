"""A goal set for each of several: 任务各2.4万人; 胃癌筛查19320人,肠癌筛查16248人,分别完成80.5%、67.7%.

The share of each is told, and its sum says that it is of this goal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.numbers import units
from extraction.pairing.rates import explains
from extraction.pairing.sums import add
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading
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


# what two illnesses are called in one word, each of which everybody on the list is seen for
_BOTH = {"两癌": ("宫颈癌", "乳腺癌"), "两病": ("高血压", "糖尿病")}
_EACH_ITS_OWN = ("两病",)  # whose patients are not the same people


def answer_both(scope: Scope, links: list[Link]) -> None:
    """“两癌”免费检查10500人 ... 宫颈癌检查5418人、乳腺癌检查4102人: the goal is each one's, in place."""
    for link in list(links):
        goal = link.promise
        word = next((w for w in _BOTH if goal is not None and w in goal.name), None)
        if goal is None or word is None or goal.measure != "amount" or link.shares:
            continue
        told = [_only(scope, goal.reading, kind) for kind in _BOTH[word]]
        first, second = told
        if first is None or second is None or (link.actual is not None and link.actual not in told):
            continue
        if word in _EACH_ITS_OWN and first.base + second.base <= goal.reading.base:
            link.actual = first
            add(link, [first, second], f"the patients of both are what {word} counts")
            continue
        kinds = [replace(goal, name=kind + _DID_TO[word].sub("", goal.name)) for kind in _BOTH[word]]
        why = f"{word} names both, and each is told"
        link.promise, link.actual, link.reason, link.refusal, link.refused = kinds[0], first, why, None, None
        links.append(Link(kinds[1], second, reason=why))


_DID_TO = {word: sought(rf".*{word}[”’]?(?:患者|人群)?") for word in _BOTH}


def _only(scope: Scope, goal: Reading, kind: str) -> Reading | None:
    """The one figure behind the goal that is told of this kind in its unit."""
    told = [
        r
        for r in scope.found
        if r.start > goal.start
        and r.voice == "report"
        and not r.bracket
        and kind in r.clause_lead
        and kind in r.name
        and not _FOUND_ILL.search(r.name)
        and units.fits(r.quantity.noun, goal.quantity.noun)
    ]
    return told[0] if len(told) == 1 else None


_FOUND_ILL = sought(r"检出|确诊|病变|阳性|患病|发现")
