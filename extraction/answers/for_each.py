"""A goal set for each of several: 任务各2.4万人; 胃癌筛查19320人,肠癌筛查16248人,分别完成80.5%、67.7%.

The share of each is told, and its sum says that it is of this goal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.numbers import units
from extraction.pairing.share_arithmetic import explains
from extraction.pairing.sums import add
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words.owner_names import PLACE

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


_EACH_PLACE = sought(
    r"(?:^|[,;。:])\s?[各全](?:[\u4e00-\u9fff]{0,3}?(?:乡镇|镇街|街镇|县区|区县|[县旗市区州镇乡]|街道))"
)
_MISSED = sought(  # 柳林镇8.2吨/平方公里,未达到要求
    r",(?:均|都|仍|尚|也)?(?:未|没有|未能|不)(?:达到?|完成|实现|符合)[^,。;\d]{0,4}(?:目标|要求|标准|任务)"
    r"|,(?:均|都|仍|已)?(?:超出?|超过|高于|突破)(?:了)?[^,。;\d]{0,4}(?:目标|要求|标准|限值|控制)"
)
_A_PLACE = re.compile(rf"(?:其中|但|而|只有|仅)?({PLACE})")


def tell_places(scope: Scope, links: list[Link]) -> None:
    """各乡镇降尘量目标为9吨以下,柳林镇11吨,未达到要求: the goal is each place's, and one has missed it; in place."""
    taken = {id(entry.actual) for entry in links}
    for entry in list(links):
        goal = entry.promise
        if goal is None or goal.reading.owner or not _EACH_PLACE.match(goal.reading.clause_lead):
            continue
        for r in scope.found:
            fits = 0 <= r.sentence - goal.reading.sentence <= 1 and r.start > goal.reading.start and id(r) not in taken
            if fits and r.voice == "report" and not r.bracket and (place := _missed_by(scope, goal, r)):
                its = replace(goal, name=_EACH_PLACE.sub("", goal.name), reading=replace(goal.reading, owner=place))
                links.append(Link(its, r, reason="the goal is each place's, and this one is said to have missed it"))


def _missed_by(scope: Scope, goal: Promise, r: Reading) -> str:
    """The place whose figure it is, of which the words behind say that it missed the goal; empty where they do not."""
    if r.measure != goal.measure or r.quantity.noun != goal.target.noun:
        return ""
    named = _A_PLACE.fullmatch(r.lead.strip(",;、 "))
    return named[1] if named and _MISSED.match(scope.text, r.quantity.end) else ""


_FOUND_ILL = sought(r"检出|确诊|病变|阳性|患病|发现")
