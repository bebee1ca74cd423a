"""A goal whose other tier stands bare behind it.

The surer one: 工业投资增长14%,确保11%; 签约项目60个,保底50个. The higher one: 工业增加值增长8%以上,力争达到9.5%.
"""

from __future__ import annotations

from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with
from extraction.words import wording

# 确保11% and nothing more of what it is: 建成学校12所,确保8所投用 is another stage
_SURE = sought(r"(?:以上|左右)?[,、]\s?(?:确保|保底|底线)(?:目标)?(?:为|是|增长|达到?|完成|实现)?\s?(?=\d)")
_HIGHER = sought(r"(?:以上|左右)?[,、]\s?(?:力争|争取|冲刺|力求)(?:目标)?(?:为|是|增长|达到?|完成|实现|突破)?\s?(?=\d)")
_ENDS = sought(r"(?:以上)?(?=[,、。;]|$)")
_BARE = sought(r"[,、]?\s?(?:确保|保底|底线)(?:目标)?(?:为|是|增长|达到?|完成|实现)?\s?")
# what was done already is told: 前三季度增长14%,确保11%
_DONE = sought(r"已|目前|截至|截止|完成|[\d一二三]季度|月|半年|累计|同比|今年以来|高于|低于|超过")


@only_with(_SURE, _HIGHER)
def other_tier_behind(p: Place) -> Said | None:
    """工业投资增长_14%,确保11%; 工业增加值增长_8%以上,力争达到9.5%."""
    r, behind = p.r, p.behind
    if behind is None or r.bracket or behind.noun != r.quantity.noun or not r.quantity.noun:
        return None
    sure = _SURE.match(p.s.text, r.quantity.end)
    led = sure or (_HIGHER.match(p.s.text, r.quantity.end) if r.measure == "growth" else None)
    if led is None or led.end() != behind.start:
        return None
    if _ENDS.match(p.s.text, behind.end) is None or _DONE.search(p.sentence_lead) or wording.REPORT.search(r.lead):
        return None
    other = (behind.value or Decimal(0)) * behind.magnitude
    return PROMISE if (other < r.base if sure else other > r.base) else None


def is_sure_tier(first: Reading, second: Reading) -> bool:
    """Whether the second goal is nothing but the surer tier of the one right before it."""
    alike = first.quantity.noun == second.quantity.noun and first.sentence == second.sentence
    return alike and second.base < first.base and _BARE.fullmatch(second.lead) is not None
