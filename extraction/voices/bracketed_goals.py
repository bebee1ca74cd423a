"""Goals in brackets that say themselves what they are of: a list behind a colon, and one of another measure.

旅游收入310亿元,完成年度任务68.9%(省下达目标任务:接待游客4000万人次,旅游收入450亿元)   all of the list
研发投入占比达到0.5%(2024年研发投入目标任务为2100万元)   of no other number than itself
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_SETS_OUT = sought(r"(?:目标任务|目标|任务|计划)(?:任务|数)?(?:为|是|如下)?:")
_TOLD = sought(r"平均|去年|上年|同期|实际|已|累计|完成率|[高低]于")
_NAMES_ITSELF = sought(
    r"(?:^|年|[,;])(?P<name>[A-Za-z&\u4e00-\u9fff]{3,12}?)(?:目标任务|任务目标|目标|任务|计划)(?:数|量)?(?:为|是)\s?"
)


def sets_itself(r: Reading, inside: str, own: str, before_bracket: str, before: list[Reading]) -> bool:
    """Whether the number in brackets is such a goal; noted on it, in place."""
    last = before[-1] if before else None
    if last is None or not (last.voice == "promise" if last.bracket else True):
        return False
    return _goes_on_setting(r, inside, own) if last.bracket else _named_itself(r, own, before_bracket, last)


def _goes_on_setting(r: Reading, inside: str, own: str) -> bool:
    """(省厅下达目标任务:接待游客4000万人次,旅游收入_450亿元): behind its colon the whole bracket sets goals."""
    opened = _SETS_OUT.search(inside)
    named = len(names.folded(r.own)) >= 2 and not _TOLD.search(own)
    r.cued = opened is not None and named and not _TOLD.search(inside, opened.end())
    return r.cued


def _named_itself(r: Reading, own: str, before_bracket: str, last: Reading) -> bool:
    """占比达到0.5%(2024年研发投入目标任务为_2100万元): of another measure than the number before; named in place."""
    said = _NAMES_ITSELF.search(own)
    if said is None or units.fits(last.quantity.noun, r.quantity.noun):
        return False
    if said.end() != len(own) or said["name"] not in before_bracket:
        return False
    r.cued, r.own, r.subject = True, said["name"], said["name"]
    return True
