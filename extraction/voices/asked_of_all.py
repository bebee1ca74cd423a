"""What is asked of all indicators at once, and of those below a bound: nothing that was promised, and nobody's figure.

三季度末各项指标均要达到75%以上        of no thing
对低于70%的,将约谈主要负责人            whoever it is
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_ALL = sought(
    r"(?:(?:各[项类]|所有|全部|每项|[\u4e00-\u9fff]{2}类|[\u4e00-\u9fff]{2}性)(?:[\u4e00-\u9fff]{0,4})?(?:指标|任务|目标|工作)"
    r"|(?:^|[,;。])[^,。;\d]{0,4}(?:指标|任务))(?:完成率|进度|完成比例)?"
    r"(?:(?:均|都|全部|一律)+(?:要|须|应|需|必须|务必|力争|确保)|(?:要|须|应|需|必须|务必|确保)(?:均|都|全部|一律)+)"
    r"(?:完成|达到?|实现|不低于|推进到?)(?:年度|全年)?(?:任务|计划|目标)?的?\s?$"
    r"|(?:^|[,;。])[^,。;\d]{0,4}各(?:项目?|项工程|县区?|县市区|市县|乡镇|镇街|单位|部门|责任单位|地)的?(?:任务|项目|工作)?(?:完成率|进度|完成比例)"
    r"(?:均|都)?(?:要|须|应|需|必须|务必|力争|确保)(?:均|都)?(?:达到?|不低于|超过)\s?$"
)
_BELOW = sought(  # 对低于70%的, 凡完成率不足60%的单位
    r"(?:^|[,;。:])\s?(?:对|凡是?|如|若|届时|到期)(?:仍|仍然|还)?[^,。;:\d]{0,16}(?:低于|不足|未达到?|不到|未完成|达不到)\s?$"
)
_WHO = sought(r"(?:以上)?的")


@only_with(sought(r"%"))
def asked_of_all(p: Place) -> Said | None:
    """三季度末总量类指标均要达到_75%以上; 对低于_70%的,将约谈."""
    if p.r.quantity.noun != "%":
        return None
    if _ALL.search(p.clause_lead):
        return CONTEXT
    below = _BELOW.search(p.sentence_lead) is not None and _WHO.match(p.s.text, p.r.quantity.end) is not None
    return CONTEXT if below else None
