"""How much more than its plan was done, in per cent: 超额完成20%, 超计划20%, 比任务多20% say that the share is 120%.

Behind one such number those that 、 and 和 join say the same: 分别超额完成21%、16%和8%.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording

ALL = Decimal(100)
_JOINED = sought(r"\s?[、,和及与]\s?")


def is_excess(r: Reading) -> bool:
    """Whether the share has been told as what goes beyond the plan."""
    return r.voice == "claim" and r.quantity.value is not None and r.value == r.quantity.value + ALL


def count_from_whole(r: Reading, before: Sequence[Reading]) -> None:
    """超额完成_20%: nobody who is short of a plan has done more than it, so it is 120%; in place."""
    if r.voice != "claim" or r.quantity.noun != "%" or not 0 < r.value < ALL:
        return
    last = before[-1] if before else None
    goes_on = last is not None and is_excess(last) and last.sentence == r.sentence and _JOINED.fullmatch(r.lead)
    if goes_on or wording.OVER_THE_PLAN.search(r.clause_lead):
        r.value += ALL
