"""Stages that a task sets side by side: 全市危房改造任务为开工1.5万户,竣工_9200户: both are goals.

The task names the stage that its first number is of, so that a bare number of another stage behind it is no answer.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with

_STAGE = r"新?开工|动工|(?:基本|全面)?建成|竣工|完工|交付|分配入住|入住|验收"
_SET = sought(rf"(?:任务|目标)(?:分别|主要)?(?:为|是|:)\s?(?P<stage>{_STAGE})(?:约|近)?\s?$")
_NEXT = sought(rf"[,、]\s?(?P<stage>{_STAGE})(?:约|近)?\s?")
_TOLD = sought(r"%|已|目前|截至|累计|实际|同比|完成率|占(?=[^,。;\d]{0,8}(?:任务|目标|计划))")


@only_with(_SET)
def stage_beside(p: Place) -> Said | None:
    """任务为开工1.5万户,竣工_9200户: where the sentence tells nothing of either."""
    first, r = p.last, p.r
    if first is None or first.voice != "promise" or first.bracket or r.bracket or first.sentence != r.sentence:
        return None
    mine, its = _NEXT.fullmatch("," + r.lead.lstrip(",、")), _SET.search(p.s.text[first.clause_start : first.start])
    alike = first.quantity.noun == r.quantity.noun and first.measure == r.measure == "amount"
    if not alike or mine is None or its is None or mine["stage"] == its["stage"]:
        return None
    if _TOLD.search(p.s.text, first.quantity.end, p.s.sentence.end) is not None:
        return None
    r.settled = True
    return PROMISE
