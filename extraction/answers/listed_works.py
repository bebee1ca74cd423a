"""Works side by side in one list are planned together or told together: 新建卫生室12所、维修加固20所."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought

_WORK = sought(
    r"^(?:今年|全年|年度|计划)?(?:新|改|扩|续|迁|重|维|养|修|更|提|加|整|治|清|疏|拆|安|绿|硬)[\u4e00-\u9fff]+"
)
_JOINED = sought(r"(?:以上|左右)?(?:\([^()\n]{0,16}\))?[、和及]\s?[^,。;、\d]{2,20}")
_TOLD = sought(r"已|累计|共(?!享|建)|完成|目前|截至|实际|其中|上年|去年|同比|月|季度|半年|建成|竣工|开工|投用")


def side_by_side(text: str, first: Reading, second: Reading) -> bool:
    """Whether the two are members of one list of works that nothing in it tells."""
    plain = first.measure == second.measure == "amount" and not (first.bracket or second.bracket or second.part)
    alike = plain and first.clause_start == second.clause_start and first.quantity.noun == second.quantity.noun
    if not alike or _TOLD.search(second.clause_lead):
        return False
    works = _WORK.match(first.own) is not None and _WORK.match(second.own) is not None and first.own != second.own
    return works and _JOINED.fullmatch(text, first.quantity.end, second.start) is not None


def promise_listed(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to a member whose neighbour in such a list has it, in place."""
    for first, second in pairwise(found):
        voices = {first.voice, second.voice}
        if voices == {"promise", "report"} and side_by_side(text, first, second):
            first.voice = second.voice = "promise"
            first.cued = second.cued = True
