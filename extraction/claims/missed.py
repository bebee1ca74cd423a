"""What the bureau itself says was not reached: 每千名老年人床位31张,未达到33张的要求."""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sought import sought

_MISSED = sought(r"(?P<said>未(?:能)?达到?|没有达到|达不到|未完成|未实现)[^,。;\d]{0,10}$")


def missed(scope: Scope, promise: Promise | None) -> Claim | None:
    """The words before a goal that say that it was missed; the figure before them says by how much."""
    if promise is None or promise.reading.bracket or not stands_as_goal(promise.reading.tail):
        return None
    place = promise.reading
    said = _MISSED.search(scope.text, place.clause_start, place.start)
    return Claim(None, "lagging", said["said"], said.start("said"), said.end("said")) if said is not None else None
