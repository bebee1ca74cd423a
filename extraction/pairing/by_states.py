"""A number that the states behind it share out: 新建幼儿园3所,主体封顶1所,另2所未开工; 校舍26栋,竣工15栋,在建11栋.

The states add up to it, and one at least says that the work is not done: so it is how many there are to be, and the
finished ones, if any are told, answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_OPEN = (
    r"未|正在|在[建施]|续建|施工|主体|封顶|装修|前期|选址|招标|设计|办理|(?<!已)待|筹备|推进|调试|扫尾|收尾|进场"
    r"|手续|立项"
)
_STATE = sought(rf"{_OPEN}|新?开工|动工|完工|竣工|建成|投用|投入|运营|验收|交付|挂牌|开[园业放]|启用|完成|改造完")
_UNDONE = sought(_OPEN)
_FOUND = sought(rf"{wording.LOOKED_AT}|现有|共有|辖|拥有|问题|隐患|线索|案件|工单|投诉|信访")
_OF_TASKS = ("项", "件", "条", "类")  # 涉及我区38项,5项已完成,29项按序时推进
_MOST = 6  # states of one number


def shared_by_states(text: str, found: Sequence[Reading], index: int) -> bool:
    """Whether the numbers right behind this one are its parts, each in a state."""
    whole = found[index]
    counted = whole.quantity.noun in units.COUNTED and whole.quantity.noun not in _OF_TASKS
    if not counted or len(names.folded(whole.own)) < 3 or _FOUND.search(whole.own) or _UNDONE.search(whole.own):
        return False
    total, undone, end, parts = whole.base * 0, False, whole.quantity.end, 0
    for r in islice(found, index + 1, index + 1 + _MOST):
        if r.sentence != whole.sentence or r.quantity.noun != whole.quantity.noun or r.bracket or r.voice == "promise":
            return False
        said = text[end : r.start] + r.tail[:12]
        if _STATE.search(said) is None or len(said) > 30:
            return False
        undone = undone or _UNDONE.search(said) is not None
        total, end, parts = total + r.base, r.quantity.end, parts + 1
        if total >= whole.base:
            break
    return total == whole.base and parts > 1 and undone
