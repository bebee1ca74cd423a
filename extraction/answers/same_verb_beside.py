"""What the same verb says of another thing in the next clause is no answer: 新建公园26个,新建驿站15个.

Both are planned, or both were done. A result has a word of telling (已新建, 目前新建), or tells of the very thing, or
of the wider one that the plan's name ends in (新建农村公路300公里,新建公路210公里). A deed alone, which the plan does
not name, is another one as well: 计划新增就业8000人,培训3000人.
"""

from __future__ import annotations

import re

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_VERB = sought(
    r"^(?:今年|全年|年内|计划|拟|将)*(?P<verb>新改?建|改扩?建|扩建|改造|新增|建成|建设|完成|实施|打造|创建|培育|引进|发放|修建|修复|开展|举办|培训|治理|整治|更新"
    r"|安装|购置|投放|栽植|种植|铺设)(?P<thing>[^,。;、]{2,16})$"
)
_CLAUSE = sought(r"[^,;]*$")
_TOLD = sought(
    r"已|目前|现(?!代|场|金|有)|截至|累计|实际|共(?!享|建|同)|今年以来|\d月|季度|半年|分别|其中|另|仅|只|才|占|同比|[比较]上年"
)
_DEED = sought(
    r"[,、]\s?(?P<deed>培训|招聘|招录|引进|救助|慰问|走访|资助|帮扶|体检|筛查|接种|安置)\s?"
)  # 新增就业8000人,培训
_APART = 60  # characters between the two figures


def _said(r: Reading) -> re.Match[str] | None:
    """The verb and its thing: of the name where that holds both, else of the clause (完成户厕改造: 户厕改造)."""
    clause = _CLAUSE.search(r.lead)
    return _VERB.match(r.own) or (_VERB.match(clause.group().strip()) if clause else None)


def is_same_verb_beside(text: str, plan: Reading, r: Reading) -> bool:
    """Whether the figure stands in the next clause, said of another thing by the plan's own verb, with no word told."""
    end = plan.quantity.end
    if not end <= r.start <= end + _APART or r.quantity.noun != plan.quantity.noun or r.bracket or plan.bracket:
        return False
    between = text[end : r.start]
    if between[:1] not in (",", ";", "、") or "。" in between or "\n" in between or _TOLD.search(between):
        return False
    if (deed := _DEED.fullmatch(between)) is not None and deed["deed"] not in plan.own + plan.lead:
        return True
    planned, told = _said(plan), _said(r)
    if planned is None or told is None or planned["verb"] != told["verb"] or _TOLD.search(plan.clause_lead):
        return False
    one, other = names.folded(planned["thing"]), names.folded(told["thing"])
    return len(other) >= 2 and other not in one
