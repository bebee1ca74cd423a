"""Whether a sentence that could be a heading already tells a result beside its goal: 新增规上企业2家,全年确保10家."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.numbers import units
from extraction.records import Quantity
from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sentences.made_up import is_part_of_goal
from extraction.sought import sought
from extraction.words import wording

_GOAL_HERE = sought(
    r"(?:全年|年度|今年|年初|本年|年)?(?:的)?(?:目标任务|目标|任务|计划|预算)(?:任务|数|值)?(?:为|是|[:])?\s?$"
    r"|(?:全年|年度|今年)(?:确保|力争|计划|保底)(?:目标|完成|达到?)*\s?$"
)
_GOAL_BRACKET = re.compile(
    r"\((?:全年|年度|预期|控制|年初|年)*(?:目标任务|目标|任务|计划|预期|预算)(?:数|值)?(?:为|是|[:])?[^,()\d]{0,4}$"
)


_BOUND_BEHIND = sought(  # 死亡率2.41‰,控制在5‰以内: a nameless bound behind a figure of its unit
    r"\s?,\s?(?:均|都|全部)?(?:控制在|不超过|不高于|不低于|低于|高于|超过|优于|好于)(?:了)?\s?"
)
_UNDER_WAY = sought(  # 机关节能等工作按要求推进,办理提案62件: what is under way is told of, not promised
    r"(?:按照?[^,。;\d]{2,16}|有序|稳步|正常|扎实|顺利|持续)(?:推进|开展|实施|进行|落实)(?=[,;])"
)
_PLANNED = sought(r"计划|目标|任务|拟|应")
_MET = sought(r"(?:达到|未达|完成|超过|实现|[高低]于)(?:了)?(?:年度|全年|预期|省定|市定|既定|序时)*(?:目标|任务|进度)")


_END = r"(?:到岗|入职|录用|聘用|报到|上岗|建成|完工|竣工|投用|投产|开园|通过验收|交付|通车|达标|办结|销号|出列|入住)"
_ENDED = sought(rf"{_END}(?:了|约|近)?\s?$")
_ENDED_BEHIND = sought(rf"[^,;。\d]{{0,10}}(?:已|均|全部){{1,2}}(?:正式|顺利)?{_END}")


def ended(lead: str, behind: str) -> bool:
    """Whether the words around a number have the verb of the end: 到岗_172名, 38名_医护人员已入职."""
    return _ENDED.search(lead) is not None or _ENDED_BEHIND.match(behind) is not None


def tells(text: str, start: int, end: int, inside: Sequence[Quantity]) -> bool:
    """`inside` are the sentence's numbers; the first is the result where a later one is its goal, share or distance."""
    if inside and _MET.search(text, inside[0].end, end):
        return True
    if inside and _UNDER_WAY.search(text, start, inside[0].start):
        return True
    for earlier, q in pairwise(inside):
        lead = text[max(earlier.end, q.start - 48) : q.start]
        before = text[max(start, q.start - 48) : q.start]
        if wording.GAP.search(lead) or (q.noun == "%" and wording.CLAIM.search(before)):
            return True
        same = any(units.fits(e.noun, q.noun) and e.noun for e in inside if e.start < q.start)
        planned = _PLANNED.search(text, start, earlier.start) is not None
        if same and planned and earlier.noun == q.noun and ended(lead, text[q.end : q.end + 24]):
            return True
        if same and _BOUND_BEHIND.fullmatch(lead):
            return True
        if same and stands_as_goal(text[q.end : q.end + 24]):
            return True
        if same and is_part_of_goal(text, inside, q):
            continue
        if same and (_GOAL_HERE.search(lead) or _GOAL_BRACKET.search(lead)):
            return True
    return False
