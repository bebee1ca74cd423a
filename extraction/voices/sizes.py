"""How large what was counted will be: 新建幼儿园20所,规划建设面积约6万平方米 is no second goal."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_SIZE = sought(r"(?:^|[,、;(])\s?(?:规划|计划|设计|计容|其?总)+(?:建筑|建设|占地|用地)+面积(?:约|为|共|达)*\s?$")
_AREAS = ("平方", "亩", "公顷")
_REACH = 20  # characters


@only_with(sought(r"面积"))
def size_of_works(p: Place) -> Said | None:
    """规划建设面积约_6万平方米 behind a number of works."""
    r = p.r
    lead = p.s.text[max(p.s.sentence.start, r.start - _REACH) : r.start]
    if not r.quantity.noun.startswith(_AREAS) or _SIZE.search(lead) is None:
        return None
    if not any(p.s.sentence.start <= q.start < r.start for q in p.s.inside):
        return None
    r.settled = True
    return CONTEXT
