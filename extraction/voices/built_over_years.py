"""How far a work is that is built over several years, by the span told with it: no share of this year's plan.

生态基础工程一期,投资5463万元,(2017年11月-2019年11月),完成7.5%
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_SPAN = sought(
    r"\((?:建设(?:期限?|周期|年限)|工期|起止(?:年限|时间))?(?:为|:)?(?P<first>20\d\d)年?(?:\d{1,2}月)?(?:-|--|—|~|至|到){1,2}(?P<last>20\d\d)年?(?:\d{1,2}月)?\)"
)
_DONE = sought(r"(?:^|[,;、)])\s?(?:目前|现|已|累计|仅|总体|形象进度)*(?:完成|达到?)(?:了|约|近)?\s?$")
_REACH = 120  # characters back to the span
_YEARS_PLAN = sought(r"年度|全年|今年|当年|年计划")


@only_with(sought(r"20\d\d"))
def built_over_years(p: Place) -> Said | None:
    """(2017年11月-2019年11月),完成_7.5% in a report of 2018."""
    if p.r.quantity.noun != "%" or _DONE.search(p.r.lead) is None or p.s.year is None:
        return None
    low = max(p.s.sentence.start, p.r.start - _REACH)
    start = max(low, p.s.text.rfind(";", low, p.r.start) + 1)
    spans = list(_SPAN.finditer(p.s.text, start, p.r.start))
    if not spans or _YEARS_PLAN.search(p.s.text, spans[-1].end(), p.r.start):
        return None
    several = int(spans[-1]["first"]) < int(spans[-1]["last"])
    return CONTEXT if several and int(spans[-1]["last"]) > p.s.year else None
