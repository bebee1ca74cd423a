"""A plan and what came of it in one bracket: 完成率不足50%(任务1120套,基本建成486套).

The second number of the bracket has a verb that ends the work and nothing else, and is no more than twice the plan.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_DONE = sought(
    r"[,、;]?\s?(?:截至[^,。;\d]{0,4}\d{0,2}月?[底末]?,?|1-\d{1,2}月份?)?(?:目前|现|已|仅|只|才|实际|累计|共|基本|全面)*(?:完成|建成|竣工|完工|新增|新建|改造|安装|投用|交付|发放|培训|引进|到位|办结|治理"
    r"|整治|栽植|造林|实现|配备|分配|筹集|救助)(?:投资|资金|任务)?(?:了|约|近|仅)?\s?"
)
_GREW = sought(
    r"[,、;]?\s?(?:截至[^,。;\d]{0,4}\d{0,2}月?[底末]?,?|1-\d{1,2}月份?|前?[一二三]季度|上半年)?(?:实际|实绩|目前|现|仅|只|累计)+(?:完成|实现)?"
    r"(?:增长|下降|增速|增幅|提高|降低)(?:为|了|约|近|仅)?\s?-?"
)
_MOST = 2  # times the plan


def done_in_bracket(r: Reading, own: str, last: Reading | None) -> bool:
    """Whether the number tells what came of the plan that stands before it in its bracket."""
    if last is None or not last.bracket or last.voice != "promise" or last.clause_start != r.clause_start:
        return False
    if last.measure == r.measure == "growth":
        return _GREW.fullmatch(own) is not None  # 投资(目标增长8%,实际下降_1.6%)
    alike = last.measure == r.measure == "amount" and last.quantity.noun == r.quantity.noun != "%"
    return alike and r.base <= last.base * _MOST and _DONE.fullmatch(own) is not None
