"""What was only made ready: 已完成前期准备的小区_88个,占任务数的_100%. No work was begun, and no share of it done."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_READY = sought(
    r"(?:前期(?:准备|工作|手续)(?:工作)?|手续办理|入户(?:调查|摸底)|摸底(?:调查)?|意愿征集|征求意见|群众工作)等?(?:前期)?(?:准备|工作)*(?:已)?"
    r"(?:完成)?的(?:项目|小区|村庄?|工程|路段|楼栋|户数?|泵站|学校|企业)?(?:共|有|为|达到?)*\s?$"
)
_ITS_SHARE = sought(r"[,、(]?\s?占[^,。;\d]{0,10}的?\s?")


@only_with(_READY)
def made_ready(p: Place) -> Said | None:
    """已完成前期准备的小区_88个, and the share of the plan behind it."""
    r, last = p.r, p.last
    if r.quantity.noun != "%":
        ready = _READY.search(p.clause_lead) is not None
    else:
        ready = last is not None and last.voice == "context" and last.settled
        ready = ready and last is not None and _READY.search(last.clause_lead) is not None
        ready = ready and last is not None and _ITS_SHARE.fullmatch(p.s.text, last.quantity.end, r.start) is not None
    if not ready or p.s.promising:
        return None
    r.settled = True
    return CONTEXT
