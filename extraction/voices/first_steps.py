"""What was advertised or applied for is a step on the way and no plan, though 计划 or 今年 stands before it.

发布招聘计划280名,报名3120人,到岗231名        of posts offered
今年第一批组织申报42家,将于9月公布认定结果     of applications
分解落实29个项目,3614套,为目标任务的110%       of what was shared out among projects
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_OFFERED = sought(
    r"(?:发布|公布|推出|征集|收集|梳理)(?:了)?[^,。;\d]{0,6}(?:招聘|招录|招生|需求|引才|用人)(?:岗位|需求)?(?:计划|公告|信息)(?:共|约)?\s?$"
)
_ALLOTTED = sought(
    r"(已|目前)?(?:全部|均|共)?(?:分解落实|分解下达)(?:到|至|了)?[^。;,\d]{0,10}(?:\d+个?(?:项目|单位|乡镇|县区),?)?(?:共|约)?\s?$"
)
_ITS_SHARE = sought(r"(?:分解落实|分解下达)[^。;]{2,40}[,、](?:为|占|完成)[^,。;\d]{0,10}(?:任务|计划)(?:数|量)?的\s?$")
_POSTS = sought(r"发布(?:招聘)?岗位(?:共|约)?\s?$")
_HIRED = sought(r"个?[,、;][^。\d]{0,8}(?:招聘|招录|录用|到岗|签约|入职)")
_APPLIED = sought(
    r"(?:第[一二三四]批|首批|[本该]批)(?:次)?(?:已|共)*(?:组织|推荐)?(?:申报|推荐|上报)(?:了)?(?:约|近)?\s?$"
)


@only_with(_OFFERED, _APPLIED, _POSTS, _ALLOTTED)
def first_step(p: Place) -> Said | None:
    """发布招聘计划_280名; 今年第一批组织申报_42家, below what was promised."""
    if p.r.quantity.is_percent:
        return CONTEXT if _ITS_SHARE.search(p.sentence_lead) else None
    if p.r.measure != "amount":
        return None
    allotted = _ALLOTTED.search(p.sentence_lead)
    if p.s.index == 0 and not (allotted and allotted[1]):
        return None  # the sentence that promises
    posts = _POSTS.search(p.clause_lead) and _HIRED.match(p.s.text, p.r.quantity.end)
    if allotted:
        p.r.settled = True
        return Said("forecast")  # what is still to be done, by whom
    if posts or _OFFERED.search(p.clause_lead):
        p.r.settled = True
        return CONTEXT
    if _APPLIED.search(p.clause_lead):
        p.r.settled = True
        return Said("report", cued=True)
    return None
