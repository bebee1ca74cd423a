"""What the bureau itself says was not reached: 每千名老年人床位31张,未达到33张的要求."""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sought import sought
from extraction.words.directions import lower_is_better

_MISSED = sought(r"(?P<said>未(?:能)?达到?|没有达到|达不到|未完成|未实现)[^,。;\d]{0,10}$")


def missed(scope: Scope, promise: Promise | None) -> Claim | None:
    """The words before a goal that say that it was missed; the figure before them says by how much."""
    if promise is None:
        return None
    place = promise.reading
    if place.bracket or not stands_as_goal(place.tail):
        return short_of_it(scope, promise)
    said = _MISSED.search(scope.text, place.clause_start, place.start)
    return Claim(None, "lagging", said["said"], said.start("said"), said.end("said")) if said is not None else None


_SHORT = sought(  # 低于年度目标(6%)3.7个百分点; 比年度目标(8%)低2个百分点
    r"(?:低于|落后于?|慢于|不及)[^,;。()\d]{2,12}\((?P<goal>[\d.]+)%[^()\d]{0,3}\)(?:约|近)?[\d.]+个?百分点"
    r"|[比较与距][^,;。()\d]{2,12}\((?P<goal2>[\d.]+)%[^()\d]{0,3}\)(?:还|尚|仍)?(?:[低少慢差]|相差)(?:了|约|近)?[\d.]+个?百分点"
)


def short_of_it(scope: Scope, promise: Promise | None) -> Claim | None:
    """How far the figure stays below the goal in brackets; of what is better lower that is no lag."""
    if promise is None or not promise.reading.bracket or promise.reading.quantity.noun != "%":
        return None
    if lower_is_better(promise.name):
        return None
    place = promise.reading
    near = max(0, place.start - 16)
    for said in _SHORT.finditer(scope.text, near, place.quantity.end + 16):
        if place.start in (said.start("goal"), said.start("goal2")):
            return Claim(None, "lagging", said.group(), said.start(), said.end())
    return None
