"""Quarters planned one by one and then told one by one are left alone: nothing is one quarter's plan for the year.

    计划一季度3个、二季度累计8个、三季度累计15个;实际一季度3个、二季度累计6个、三季度累计12个

Whether they add up or are all up to then is told by words that stand anywhere, or by none.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_QUARTER = sought(
    r"(?P<opens>(?P<plan>计划|目标|任务)[数为是]?[:,]?|(?:实际|目前)(?:完成)?(?:数|情况)?[:,]?)?[,、:;\s]*"
    r"第?(?P<quarter>[一二三四1-4])季度末?(?:应|需)?(?:累计)?(?:应|需)?(?:完成|建成|新建|改造|达到?)?\s?$"
)
_ORDER = "一二三四"


def leave_planned_quarters(found: Sequence[Reading]) -> None:
    """Take the voices from such figures, in place."""
    planned: list[Reading] = []
    told: list[Reading] = []
    current, last = planned, 0
    for r in found:
        said = _QUARTER.search(r.lead) if "季度" in r.lead and r.measure == "amount" and not r.bracket else None
        if said is None:
            continue
        quarter = int(said["quarter"]) if said["quarter"].isdigit() else _ORDER.index(said["quarter"]) + 1
        if said["plan"]:
            planned, told = [], []
            current = planned
        elif said["opens"]:
            told = []
            current = told
        elif quarter != last + 1 or not current or current[-1].quantity.noun != r.quantity.noun:
            planned, told = [], []
            current = planned
            last = 0
            continue
        current.append(r)
        last = quarter
        if len(planned) > 1 and len(told) > 1 and told[0].sentence - planned[-1].sentence <= 1:
            for one in (*planned, *told):
                one.voice, one.settled = "context", True
