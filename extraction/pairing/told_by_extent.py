"""How much came of the year's plan, told by what is counted: 公租房全年开工2600套,开工套数超过1900套.

Behind the plan's own verb such a figure is the result, though 超过 and 突破 bound a goal elsewhere. Where what follows
tells of the same once more, both may have been goals, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_YEARS = sought(r"(?:全年|年内|年度|今年)(?:计划)?(?P<verb>[\u4e00-\u9fff]{2})$")
_EXTENT = r"(?:面积|里程|长度|容积|套数|户数|个数|栋数|数量|规模|总量)"
_CAME = sought(rf"[,、]?\s?(?:累计)?(?P<verb>[\u4e00-\u9fff]{{2}}){_EXTENT}(?:突破|超过|超|达到?)了?\s?")
_DONE = ("建成", "完成")
CUE = cue(sought(_EXTENT))


def tell_by_extent(found: Sequence[Reading]) -> None:
    """Let such figures report, in place."""
    for index, (plan, told) in enumerate(pairwise(found)):
        if _is_result(plan, told) and not _is_told_again(found[index + 2 :], plan):
            told.voice, told.cued, told.settled = "report", True, True
            told.own, told.subject = "", plan.name


def _is_result(plan: Reading, told: Reading) -> bool:
    both = plan.voice == told.voice == "promise" and plan.measure == told.measure == "amount"
    alike = plan.quantity.noun == told.quantity.noun and told.sentence - plan.sentence <= 1 and told.base < plan.base
    if not (both and alike) or plan.outlook or plan.bracket or told.bracket or "目标" in plan.clause_lead:
        return False
    year, came = _YEARS.search(plan.clause_lead), _CAME.fullmatch(told.lead)
    return year is not None and came is not None and came["verb"] in (year["verb"], *_DONE)


def _is_told_again(rest: Sequence[Reading], plan: Reading) -> bool:
    """Whether the next number of its unit is no plan of the year's itself."""
    after = next((r for r in rest if r.quantity.noun == plan.quantity.noun and not r.bracket), None)
    return after is not None and _YEARS.search(after.clause_lead) is None
