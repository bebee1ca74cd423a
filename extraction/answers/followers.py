"""Figures that answer a promise by their place: the next number under 已, the first of its unit behind it."""

from __future__ import annotations

from itertools import chain

from extraction.answers.same_measure import same_measure
from extraction.numbers import units
from extraction.promises import stages
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_DONE_OF_THEM = sought(r"[^,。;\d]{0,8},(?:目前|现)?(?:均|都|全部)?已[^,。;\d]{2,12},[^,。;\d]{2,16}(?<!已)")


def follows(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """计划建成200公里农村公路,已铺设路面216公里: the next number, in the same unit, under 已."""
    if id(promise) not in scope.followers:
        scope.followers[id(promise)] = _follower(scope, promise)
    following = scope.followers[id(promise)]
    apart = reading.sentence - promise.reading.sentence
    if following is not reading or reading.part or not (apart == 0 or (apart == 1 and promise.reading.heading)):
        return False
    said = len(names.folded(reading.own))
    named = said >= 3 and not names.BARE_VERB.fullmatch(reading.own)
    named = named or (said == 2 and any(names.likeness(n, reading.own) >= 0.9 for n in scope.named("amount")))
    unlike = named and names.likeness(promise.name, reading.own) < 0.3
    if unlike and (
        _summed_up(scope, reading) or any(names.likeness(n, reading.own) >= 0.5 for n in scope.named("amount"))
    ):
        return False  # 争取债券25亿元,已储备项目资金需求91亿元,累计发行18.6亿元
    between = scope.between(promise.reading, reading)
    if unlike and promise.measure == "percent":
        return False  # 机械化率目标78%,目前夏粮机收率96.3%: a rate of its own
    if unlike and _DONE_OF_THEM.fullmatch(between):
        return False  # 自然村60个,已全部启动,购置垃圾桶2400个: what was done is told of them
    same = promise.target.noun == reading.quantity.noun
    return (
        same
        and bool(
            sought(r"已|现有|实际(?!利用|使用|吸收)|目前|截[至止][^,。;]{2,10}(?:完成|完工|建成|竣工)").search(between)
        )
        and not sought(r"[;。]").search(between)
    )


def _summed_up(scope: Scope, reading: Reading) -> bool:
    """Whether the same sentence goes on to a sum in the same unit: 累计发行18.6亿元."""
    return any(
        r.sentence == reading.sentence
        and r.start > reading.start
        and r.quantity.noun == reading.quantity.noun
        and sought(r"累计|共计|总计").search(r.lead) is not None
        for r in scope.found
    )


def _follower(scope: Scope, promise: Promise) -> Reading | None:
    index = scope.found.index(promise.reading)
    behind = (r for r in scope.found[index + 1 : index + 6] if _follows_on(promise, r))
    following = next(behind, None)
    if following is not None and not units.fits(promise.target.noun, following.quantity.noun):
        following = next((r for r in chain((following,), behind) if _may_skip_to(promise, r)), following)
    if promise.reading.part and following is not None and not following.part:
        return None  # what follows the parts of a plan tells of the whole again
    return following


def _may_skip_to(promise: Promise, r: Reading) -> bool:
    """计划改造95个,召开调度会4次,已完成80个: a nameless number of the plan's unit and size, whatever stands between."""
    size = promise.target.value * promise.target.magnitude
    return r.quantity.noun == promise.target.noun and not r.own and r.base <= size * 20


def _follows_on(promise: Promise, r: Reading) -> bool:
    """The next number, but for its own parts: 新建50个,其中甲30个、乙20个,已建成41个."""
    passing = r.voice == "context" and r.quantity.noun != promise.target.noun  # 涉及6个乡镇
    part = r.bracket or passing or (r.part and r.voice == "promise")
    return not part and stages.clash(promise, r) is None


def _has_whole_plan(scope: Scope, part: Promise, reading: Reading) -> bool:
    """Whether the plan that this is a part of stands just before it, in the unit of the figure."""
    return any(
        p.reading.sentence == part.reading.sentence
        and p.reading.start < part.reading.start
        and not p.reading.part
        and p.target.noun == part.target.noun == reading.quantity.noun
        for p in scope.promises
    )


def first_after(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether no promise of the same unit stands between, and no earlier report of it."""
    if reading.start < promise.reading.start:
        return False
    if promise.reading.part and not reading.part and _has_whole_plan(scope, promise, reading):
        return False  # 危房改造1.9万户,其中示范村2400户. 竣工1.5万户: of the whole again
    whole = not (promise.reading.part or reading.part)  # 55个,其中10亿元以上8个: what is no part answers none
    for other in scope.promises:
        if (
            other is not promise
            and not (whole and other.reading.part)
            and promise.reading.start < other.reading.start < reading.start
            and same_measure(other, reading)
            and (other.target.noun == reading.quantity.noun or promise.target.noun != reading.quantity.noun)
        ):
            return names.likeness(other.name, promise.name) > 0.8
    return True
