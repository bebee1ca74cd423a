"""All there is of a thing, and how much of it this year gave, behind a plan of the year.

新建公厕45座。已建成公厕290座,其中今年新建27座      this year's answers, and not all there is
累计建成车站84座(今年新增9座)                        in a bracket as well
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_VERB = r"(?:新建成?|新增|净增|新开工|新培育|新认定|新登记|建成|建设|增加|完成|培育|认定|创建)"
_OF_YEAR = sought(
    r"[,、;(]?\s?(?:其中)?[,:]?\s?(?:今年|本年度?|当年|年内|(?P<year>20\d\d)年)(?:以来|度)?(?:已|共|新|实际|累计)*"
    rf"{_VERB}(?P<of>[^,。;()\d]{{0,14}})\s?"
)
_IN_BRACKET = sought(rf"\s?(?:其中)?{_VERB}\s?")  # 床位6200张(新增410张): of a bracket the verb alone says so
_ADDS = sought(r"新|建|增|培育|认定|创建|发展|开工")
_REACHES = sought(r"达到?|总数|总量|保有|累计|以上的")
_TOLD = sought(r"已|目前|截至|截止|累计|\d月|季度|半年|今年以来|实际")
CUE = cue(sought(_VERB))
_MORE = Decimal("1.5")  # times the plan: so much was not done of it in a year


def take_years_share(found: Sequence[Reading], year: int | None) -> None:
    """Leave all there is to the years before, and let the year's share of it be told of the plan, in place."""
    for whole, part in pairwise(found):
        told = whole.voice in ("report", "context") and whole.measure == part.measure == "amount" and not whole.bracket
        if not told or part.voice not in ("report", "context", "base") or part.sentence != whole.sentence:
            continue
        if part.quantity.noun != whole.quantity.noun or part.base >= whole.base or not _is_years(whole, part, year):
            continue
        plan = _plan(found, whole)
        told_again = plan is not None and plan.voice == "report" and plan.base == part.base
        if plan is not None and part.base <= plan.base * _MORE and not told_again:
            plan.voice = "promise"
            whole.voice, whole.settled = "base", True
            part.clause_lead = part.lead if part.bracket else part.clause_lead
            part.voice, part.part, part.bracket, part.settled = "report", False, False, True
            part.own, part.subject = "", plan.name


def _is_years(whole: Reading, part: Reading, year: int | None) -> bool:
    """Whether the words before the second number say that it is this year's of the first."""
    if part.bracket and part.start - whole.quantity.end <= _NEAR and _IN_BRACKET.fullmatch(part.lead):
        return True
    said = _OF_YEAR.fullmatch(part.lead)
    if said is None or (said["year"] is not None and int(said["year"]) != year):
        return False
    return len(said["of"]) < 2 or said["of"] in whole.lead or names.likeness(said["of"], whole.name) >= _ALIKE


_NEAR, _ALIKE = 6, 0.6


def _plan(found: Sequence[Reading], whole: Reading) -> Reading | None:
    """What was to be added of the thing, told before it: far less than there is."""
    for p in reversed(found):
        if p.start >= whole.start or p.bracket or p.measure != "amount" or p.quantity.noun != whole.quantity.noun:
            continue
        if p.voice not in ("promise", "report") or p.sentence >= whole.sentence or whole.base <= p.base * _MORE:
            continue
        if p.voice == "report" and _TOLD.search(p.clause_lead):
            continue
        adds = _ADDS.search(p.clause_lead) is not None and _REACHES.search(p.lead) is None
        if adds and names.likeness(p.name, whole.name) >= _ALIKE:
            return p
    return None
