"""What its parts did behind a plan that was set: 管网改造,全年任务80公里,县城完成_35公里,乡镇完成_12公里,合计47公里.

The line is a heading, but once the year's task is told as a bare number a name with 完成 behind it tells; where the
goals are named (年度目标:工业投资完成30亿元) it does not.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import REPORT, Place, Said

_SET = sought(r"(?:任务|目标|计划|指标)(?:数|量)?(?:为|是|共|约|:)*\s?$")
_TELLS = sought(
    r"[,、;]?\s?(?!其中|力争|确保|计划|任务|目标|需|要|应|拟|将|预计|[一二三四]季|[上下]半年|年[内底])[^,。;:\d]{2,10}?"
    r"(?:已|现|累计|共|目前|仅)*(?:完[成工]|竣工|建成|完成(?:改造|建设|安装|新建|整治))(?:了|约|近)?\s?"
)
_MORE_TO_DO = sought(r"任务|目标|计划|以上|力争|确保")
_BACK = 6  # numbers between a part and the plan


def part_told(p: Place) -> Said | None:
    """县城完成_35公里 behind a plain plan of its unit in the sentence, which is more than the part that is called."""
    if p.r.measure != "amount" or p.r.bracket or _TELLS.fullmatch(p.r.lead) is None:
        return None
    if _MORE_TO_DO.search(p.r.tail[:4]) or p.r.quantity.qualifier is not None:
        return None
    if not any(_is_set(plan, p) for plan in reversed(p.before[-_BACK:])):
        return None
    p.r.settled = True
    return REPORT


def _is_set(plan: Reading, p: Place) -> bool:
    set_plainly = plan.voice == "promise" and plan.sentence == p.r.sentence and _SET.search(plan.lead) is not None
    alike = set_plainly and not plan.bracket and plan.quantity.noun == p.r.quantity.noun
    return alike and plan.base > p.r.base
