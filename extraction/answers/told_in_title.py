"""A title that tells what stands below it again: 东陵市上半年技改投资完成38.6亿元, 至6月底,全市技改投资完成38.6亿元.

Such a title has the report's months and no word of a plan; that its figure comes back makes it news, and no promise.
So does the story that tells it with its months, and another figure beside it (pairing/echoes.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from extraction.pairing.echoes import is_news
from extraction.sentences.readings import Reading
from extraction.sought import sought

_MONTHS = sought(r"上半年|[前一]?[一二三]季度|(?:1-|前)\d{0,2}[一二两三四五六七八九十]{0,2}个?月|今年以来")
_PLANNED = sought(r"目标|任务|计划|力争|确保|将")
_ROUNDED = sought(r"(?:近|超过?|逾|约|过|突破|接近)\s?$")
_LONGEST, _BEHIND = 4000, 40  # characters before a title's figure, page and all, and behind it
_AHEAD = 6  # numbers behind the title among which its figure comes back


def is_told_in_title(text: str, found: Sequence[Reading], index: int) -> bool:
    """Whether the number stands in a line of its own that tells of months, and is reported again below."""
    r = found[index]
    if r.sentence or r.start > _LONGEST:
        return False
    if is_news(text, found, r):
        return True
    line = text[text.rfind("\n", 0, r.start) + 1 : r.start]
    ends = text.find("\n", r.quantity.end, r.quantity.end + _BEHIND)
    two_news = text[r.quantity.end : r.quantity.end + 1].isspace()  # 上半年新增学校12所 9家场馆免费开放
    if ends < 0 or (len(text[r.quantity.end : ends].strip()) > 8 and not two_news):
        return False
    if not (_MONTHS.search(line) or r.quantity.is_percent) or _PLANNED.search(line):
        return False  # a rate that comes back to the point needs no months: 某局:卫生厕所普及率达到73%
    behind = islice(found, index + 1, index + 1 + _AHEAD)
    rounded = _ROUNDED.search(line) is not None
    return any(b.voice == "report" and b.quantity.noun == r.quantity.noun and _is_same(b, r, rounded) for b in behind)


def _is_same(told: Reading, r: Reading, rounded: bool) -> bool:
    """新开工道路近500公里 is what the 489公里 below it come to."""
    return told.base == r.base or (rounded and abs(told.base - r.base) * 10 <= abs(r.base))
