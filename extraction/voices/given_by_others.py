"""What somebody else gave, told beside the goal: 新开公交线路26条。市内燃气公司捐建站亭40座,前三季度新开19条.

A gift is no plan of the report's, and answers none, though it is told without a word of when.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import PEER, Place, Said, only_with

_WHO = (
    r"(?:企业|公司|集团|银行|基金会?|红十字会|慈善(?:总)?会|商会|协会|中心|机构|单位|部队|人士|乡贤|校友|侨胞|同胞"
    r"|企业家|个人|社会资本|社会力量|各界)"
)
_GIFT = sought(
    rf"^[,、;]?\s?(?:另有|此外|另|由|有)?[,、]?[^,。;:\d]{{0,12}}{_WHO}(?:还|另|又|也)?(?:无偿|自愿|出资|捐资|定向)*"
    r"(?:捐建|援建|捐赠|捐助|赞助|资助|捐资(?:新建|建设|修建|兴建|改造))了?[^,。;:\d]{0,12}$"
)
_GIVEN = sought(r"捐|援建|赞助|资助")
_PLANNED = sought(r"目标|任务|计划|全年|年度|年内|确保|力争|争取|引导|鼓励|动员|发动|接受|吸引|[应需须]")


@only_with(_GIFT)
def given_by_others(p: Place) -> Said | None:
    """市内燃气公司捐建站亭_40座, beside a goal of the report's own."""
    if p.r.bracket or _GIFT.match(p.clause_lead) is None or _PLANNED.search(p.clause_lead):
        return None
    goals = [b for b in (*p.before, *p.s.just_told) if b.voice == "promise"]
    if not goals or any(_GIVEN.search(b.clause_lead) for b in goals):
        return None  # 动员社会力量捐建驿站60个: the goal is of gifts itself
    p.r.settled = True
    return PEER
