"""What was done, or is to be done, beyond the plan, by words that say so: it is none of it.

任务已完成,还多栽了11.8万株        110处任务已全部完成,并超额谋划42处
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_MORE = sought(
    r"(?:^|[,;。、])\s?(?:并且?|而且|还|又|另)*多(?:栽|种|植|造|建|改|修|招|引|发|办|做|治|收|打|挖|培训|培育|完成|新增|改造|整治|接种|检查)了?\s?$"
    r"|(?:超额|超计划|计划外|额外|自加压力)(?:多|再)?(?:谋划|安排|实施|新增|增加|增建|增设|申报|争取)(?:了)?\s?$"
)


@only_with(sought(r"多|超额|超计划|计划外|额外|自加压力"))
def more_than_planned(p: Place) -> Said | None:
    """还多栽了_11.8万株, 超额谋划_42处: how far the plan was passed, and no figure of it."""
    if _MORE.search(p.clause_lead) is None or p.r.bracket:
        return None
    p.r.settled = True
    return CONTEXT
