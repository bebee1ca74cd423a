"""What a plan of several years wants by the end of this one, and where it stands.

    “十四五”规划到2025年底:A级景区累计达到45家,2025年9月底为41家;旅游厕所累计建成620座,9月底为597座

The sums are of all years: they are levels, and nothing of them was this year's to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_BY = sought(r"(?:到|至)(?P<year>20\d\d)年(?:年?[底末])(?:之?前|时)?(?:[,:]|(?=[\u4e00-\u9fff]))")
CUE = cue(_BY)
_SUM = sought(
    r"(?P<name>[^,。;:、()]{2,24}?)(?:数量?)?(?:要|应|须|需|将|力争|预计)?累计(?:达到?|建成|创建|认定|培育|拥有|开通|完成|安装)(?:到)?\s?"
)
_STANDS = sought(
    r"[,、]\s?(?:(?:20\d\d年|今年)?\d{1,2}月[底末份]?|[前第]?[一二三]季度末?|上半年末?|目前|现|截至[^,。;]{2,8}|当前)[,]?(?:实际|已|共)*(?:累计)?"
    r"(?:为|达到?|有|建成|创建|认定|培育|开通|完成|安装)?\s?"
)
_FAR = 160  # characters from the words to the last of the sums
_MOST = 2  # times the sum that may be there already


def mark_by_this_year(text: str, found: Sequence[Reading], year: int | None) -> None:
    """Give the two their voices, in place."""
    for goal, told in pairwise(found):
        alike = goal.measure == told.measure == "amount" and goal.quantity.noun == told.quantity.noun != ""
        if not alike or goal.bracket or told.bracket or goal.voice != "report" or told.voice != "report":
            continue
        said = _SUM.fullmatch(_YEAR_END.sub("", goal.clause_lead))
        stands = _STANDS.fullmatch(text, goal.quantity.end, told.start)
        if said is None or stands is None or not 0 < told.base <= goal.base * _MOST or not _is_due(text, goal, year):
            continue
        goal.voice, goal.cued, goal.stock = "promise", True, True
        goal.own = goal.subject = said["name"]
        told.own, told.subject, told.cued = "", said["name"], True


_YEAR_END = re.compile(r"^.*(?:到|至)20\d\d年年?[底末](?:之?前|时)?")


def _is_due(text: str, goal: Reading, year: int | None) -> bool:
    """Whether the last year's end before it in its sentence is this year's."""
    low = max(0, goal.start - _FAR)
    low = max(low, *(text.rfind(mark, low, goal.start) + 1 for mark in "。\n"))
    ends = list(_BY.finditer(text, low, goal.start))
    return bool(ends) and year is not None and int(ends[-1]["year"]) == year
