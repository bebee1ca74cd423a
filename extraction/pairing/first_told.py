"""A number told twice, the second time with how its work goes: the first was the plan.

放映电影120场。…120场电影正在排片,12月中旬前放完。
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_TOLD = sought(r"已|累计|共|完成|建成|实际|截[至止]|目前|现有|\d月|季度|半年|其中")
_SAME = 0.8


def leave_to_first(found: Sequence[Reading]) -> None:
    """Make the first of such numbers the promise instead of the second, in place."""
    for index, again in enumerate(found):
        if again.voice != "promise" or again.heading or again.bracket or not wording.ONGOING.search(again.tail):
            continue
        first = next((p for p in found[:index] if _is_first(p, again)), None)
        if first is not None:
            first.voice, first.cued, again.voice = "promise", True, "report"


def _is_first(p: Reading, again: Reading) -> bool:
    same = p.base == again.base and p.quantity.noun == again.quantity.noun and p.sentence < again.sentence
    plain = p.voice == "report" and not (p.bracket or p.part) and not _TOLD.search(p.clause_lead)
    return same and plain and p.point == again.point and names.likeness(p.own, again.own) >= _SAME
