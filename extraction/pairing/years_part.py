"""What a work has cost since it began, and what of it this year: 累计完成投资6900万元,其中今年完成2860万元.

The plan of the year is answered by the year's part alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_OF_YEAR = sought(
    r"[,、;]?\s?其中[,:]?(?:今年|本年度?|当年|年内|(?P<year>20\d\d)年)(?:以来|度)?(?:已|共|实际|累计)*完成(?:投资)?(?:了|约|近)?\s?"
)
_SINCE_BEGUN = sought(r"累计|开工以来|共完成|总共")
CUE = cue(sought(r"其中[,:]?(?:今年|本年|当年|年内|20\d\d年)"))


def take_years_part(found: Sequence[Reading], year: int | None) -> None:
    """Leave the sum since the beginning to the years before, and let the year's part be told of the work, in place."""
    for whole, part in pairwise(found):
        told = all(r.voice == "report" and r.measure == "amount" and not r.bracket for r in (whole, part))
        if not told or part.quantity.noun != "元" or whole.quantity.noun != "元" or part.base >= whole.base:
            continue
        said = _OF_YEAR.fullmatch(part.lead)
        this_year = said is not None and (said["year"] is None or int(said["year"]) == year)
        if this_year and part.sentence == whole.sentence and _SINCE_BEGUN.search(whole.lead):
            whole.voice, whole.settled = "base", True
            part.part, part.own, part.subject = False, "", _name(whole)


def _name(whole: Reading) -> str:
    """What the sum was said of, without what only the sum is."""
    return whole.subject.removeprefix("项目").replace("累计", "")


_SUM, _THIS_YEAR = sought(r"累计"), sought(r"今年|本年|全年|年度|当年")


def is_since_begun(found: Sequence[Reading], plan: Reading, told: Reading) -> bool:
    """累计开挖61公里,今年开挖目标85公里,上半年开挖28公里: all there is, where the year's is told behind."""
    before = told.start < plan.start and told.sentence == plan.sentence and not plan.bracket
    if not before or not _SUM.search(told.lead) or not _THIS_YEAR.search(plan.clause_lead):
        return False
    behind = (r for r in found if r.start > plan.start and r.sentence == plan.sentence)
    return any(r.voice == "report" and r.quantity.noun == told.quantity.noun and not r.bracket for r in behind)


_ALL_YEARS = sought(r"[,、;]?\s?(?:已|现)?(?:累计|总数|总量)")
_THE_YEAR = sought(
    r"(?:^|[,、;。])\s?(?:20\d\d年)?(?:全年|今年|当年|本年度?|年内|\d{1,2}-\d{1,2}月)(?!度?(?:计划|任务|目标))"
)
_MORE, _FAR_MORE = Decimal("1.5"), 3  # times what was added: where the year is named, and where it is not
_NO_STOCK = 200  # times: 每人1000元,累计发放1.1亿元 is of another kind


def adds_to_all(found: Sequence[Reading], index: int) -> bool:
    """全年投资建设_2650个,累计已建成9860个: what the year added to what there is, and no plan of it."""
    r = found[index]
    total = found[index + 1] if index + 1 < len(found) else None
    if total is None or total.sentence != r.sentence or total.bracket or r.bracket or r.measure != "amount":
        return False
    if total.quantity.noun != r.quantity.noun or _ALL_YEARS.match(total.clause_lead) is None:
        return False
    times = _MORE if _THE_YEAR.search(r.clause_lead) else _FAR_MORE
    return r.base * times <= total.base <= r.base * _NO_STOCK


_PLANNED = sought(r"任务|目标|计划|力争|确保|要求|[拟将应须]")


def tell_what_was_added(found: Sequence[Reading]) -> None:
    """计划建设3000个,全年投资建设_2650个,累计已建成9860个: what the year added is told, in place."""
    for index, r in enumerate(found):
        if r.voice == "promise" and _PLANNED.search(r.lead) is None and adds_to_all(found, index):
            plans = (p for p in found[:index] if p.voice == "promise" and p.sentence == r.sentence)
            if any(p.quantity.noun == r.quantity.noun for p in plans):
                r.voice, r.cued = "report", False
