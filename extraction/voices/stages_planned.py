"""Stages that a task sets side by side: 全市危房改造任务为开工1.5万户,竣工_9200户: both are goals.

The task names the stage that its first number is of, so that a bare number of another stage behind it is no answer:
今年计划新开工改造小区180个、5.6万户,完工_150个.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with

_STAGE = r"新?开工|动工|(?:基本|全面)?建成|竣工|完工|交付|分配入住|入住|验收"
_SET = sought(rf"(?:任务|目标)(?:分别|主要)?(?:为|是|:)\s?(?P<stage>{_STAGE})(?:约|近)?\s?$")
_BEGINS = sought(  # what shall begin, of a thing named or not
    r"(?:计划|拟|[将要应需]|目标[为是]?|任务[为是]?|力争|确保)[^,。;:\d]{0,8}?(?P<stage>新?开工|动工|启动)(?:建设|改造)?[^,。;:\d]{0,16}$"
)
_NEXT = sought(rf"[,、]\s?(?P<stage>{_STAGE})(?:约|近)?\s?")
_TOLD = sought(r"%|已|目前|截至|累计|实际|同比|其余|剩余|正在|在建|完成率|占(?=[^,。;\d]{0,8}(?:任务|目标|计划))")


@only_with(_SET, _BEGINS)
def stage_beside(p: Place) -> Said | None:
    """任务为开工1.5万户,竣工_9200户: where the sentence tells nothing of either."""
    r, first = p.r, _first_of_list(p)
    if first is None or first.voice != "promise" or first.bracket or r.bracket or first.sentence != r.sentence:
        return None
    lead = p.s.text[first.clause_start : first.start]
    mine, its = _NEXT.fullmatch("," + r.lead.lstrip(",、")), _SET.search(lead) or _BEGINS.search(lead)
    alike = first.quantity.noun == r.quantity.noun and first.measure == r.measure == "amount"
    if not alike or mine is None or its is None or mine["stage"] == its["stage"]:
        return None
    if _TOLD.search(p.s.text, first.quantity.end, p.s.sentence.end) is not None:
        return None
    r.settled = True
    return PROMISE


def _first_of_list(p: Place) -> Reading | None:
    """The number before; of 180个、5.6万户 the one of the same unit."""
    last, before = p.last, p.before[-2] if len(p.before) > 1 else None
    if last is None or before is None or last.lead.strip() != "、" or last.quantity.noun == p.r.quantity.noun:
        return last
    return before if before.clause_start == last.clause_start else last
