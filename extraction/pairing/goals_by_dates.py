"""A rate asked for by one date and, without its name, by a later one: 上半年投资完成率须达到48%及以上,全年达到96%以上.

Both are goals of that rate, whatever 达到 tells elsewhere: neither answers the other. The later one is held against its
pace where the rate is one of what is done through the year, and tells nothing where it is another (满意率). Where
nothing asks for the first (上半年合格率达到98%,全年达到99.2%), or the year is over and nothing bounds the second, it is
what was reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_ASKED = sought(r"[须应要需]|确保|力争|不低于|不少于|目标")
_DATED = sought(r"半年|季度|\d月|年底前|年末前|年初")
_TOLD = sought(r"已|实际|目前|截至|累计|同比|仅|只有")
_BY_THEN = sought(
    r"(?:[及或]?以上|左右)?[,、;\s]*[到至]?(?:全年|年内|年[底末]|半年|上半年|前?[二三四]季度|\d{1,2}月(?=[底末份前]))[底末份]?前?"
    r"(?:必须|确保|力争|[须应要需])*(?:再)?(?:达到?|不低于|不少于|完成|实现|提[高升][到至])\s?$"
)
_THROUGH_THE_YEAR = sought(r"(?:开工|动工|竣工|完工|建成|完成|执行|支出|支付|拨付)(?:率|进度)$|进度$")
_OR_MORE = ("以上", "及以上", "或以上")
_YEAR = 12
CUE = cue(_BY_THEN)


def mark_by_dates(found: Sequence[Reading], month: int | None) -> None:
    """Give such second goals the voice and the name of the first, in place; `month`: the last that is told of."""
    rates = [r for r in found if r.quantity.noun == "%" and not r.bracket]
    for first, second in pairwise(rates):
        if first.voice != "promise" or first.sentence != second.sentence or second.own:
            continue
        asked = all(p.search(first.clause_lead) for p in (_ASKED, _DATED)) and not _TOLD.search(first.clause_lead)
        if month == _YEAR and not (second.tail.startswith(_OR_MORE) or _ASKED.search(second.lead)):
            continue
        if asked and first.name and second.base > first.base and _BY_THEN.fullmatch(second.lead):
            through = first.measure == "completion" or _THROUGH_THE_YEAR.search(first.name) is not None
            second.voice, second.cued, second.settled = "promise" if through else "context", True, True
            second.own, second.subject, second.measure = first.own, first.name, first.measure
