"""How many enterprises of a sort there shall be, and how many there are: 规上工业企业目标300家,目前286家.

Nobody adds 286 of them in nine months: such a goal is a level, and most of it stood there in January. A figure that is
far below its goal may be what the year added (高新技术企业目标40家,目前21家), and says nothing of the sort.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words.when import after_when

_SORT = sought(
    r"^(?:(?!新|培育|认定|引进|招引|申报|创建|推荐|服务|走访|帮扶|辅导|改造|培训)[\u4e00-\u9fff“”]){0,8}"
    r"(?:高新技术企业|高企|规[上模][\u4e00-\u9fff]{0,5}(?:企业|单位)|限[上额][\u4e00-\u9fff]{0,5}(?:企业|单位)|[“]?四上[”]?(?:企业|单位)"
    r"|专精特新[”]?(?:中小)?企业|小巨人[”]?企业|瞪羚企业|独角兽企业|科技型中小企业|上市(?:企业|公司)|市场主体|经营主体|个体工商户|民营企业)(?:总?数量?)?$"
)
CUE = cue(sought(r"目标"))
_GOAL = sought(r"目标(?:值|任务)?(?:为|是|[:])?\s?$")
_HAS = sought(r"(?:现有|实有|共有|拥有|保有|有效|在册|在库|在营|存量)")
_BARE = sought(
    r"[,、\s]*(?:现|共|已|仅|只|有|为|达到?|[:])*(?:有效|在册|在库|在营|实有|现有|共有|拥有|保有|存量)*(?P<of>[\u4e00-\u9fff“”]{0,14}?)(?:为|有|共|达到?)?\s?"
)
_NEAR = Decimal("0.75")  # of the goal: so much of what is there was there in January


def mark_standing(found: Sequence[Reading]) -> None:
    """Set `stock` on such goals, in place."""
    for goal, told in pairwise(found):
        alike = goal.voice == "promise" and told.voice == "report" and goal.measure == told.measure == "amount"
        if not alike or goal.bracket or told.bracket or goal.quantity.noun != told.quantity.noun:
            continue
        if told.sentence - goal.sentence > 1 or _GOAL.search(goal.lead) is None or _SORT.search(goal.name) is None:
            continue
        said = _BARE.fullmatch(after_when(told.lead))
        if said is None or (said["of"] and said["of"] not in goal.name and goal.name not in said["of"]):
            continue
        if _HAS.search(told.lead) or told.base >= goal.base * _NEAR:
            goal.stock = True
