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
    for index, (first, second) in enumerate(pairwise(found)):
        promised = first.voice == "promise" and second.voice == "report"
        if promised and _told_apart(text, first, second, found[index + 2 : index + 2 + _FEW]):
            second.voice, second.cued = "promise", first.cued


_FEW = 8  # numbers behind a list among which its members are told


def _told_apart(text: str, first: Reading, second: Reading, behind: Sequence[Reading]) -> bool:
    """新建幼儿园200所、中小学100所,其中幼儿园完工83所,中小学完工49所: the verb is of both, each is told by its name."""
    plain = first.measure == second.measure == "amount" and not (first.bracket or second.bracket or second.part)
    if not plain or first.clause_start != second.clause_start or len(second.own) < 2:
        return False
    if _TOLD.search(second.clause_lead):
        return False
    if _JOINED.fullmatch(text, first.quantity.end, second.start) is None or _WORK.match(first.own) is None:
        return False
    same = (r for r in behind if r.quantity.noun == second.quantity.noun and r.voice == "report")
    return any(r.own.startswith(second.own) and r.own != second.own and r.base <= second.base for r in same)
