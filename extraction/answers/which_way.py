"""Which way is better, where only what is said of figure and goal together tells it.

近视率降至31.2%,未达到年度目标(30%)    it is above, and missed: less is better
空心率降至29.2%,达到30%的目标          it fell below, and met it
性别比110.2,比目标108高2.2,未完成目标  it is above, and missed
"""

from __future__ import annotations

from dataclasses import replace

from extraction.numbers import units
from extraction.numbers.cut_to import CUT_TO
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading
from extraction.sought import sought

_GOAL = r"[^,。;\d]{0,12}[(]?[^()\d]{0,6}$"
_MISSED = sought(rf"[,、]\s?(?:均|都|仍|尚|还|但)*(?:未能?|没有|没能|达不到|不到)(?:达到?|完成|实现)?{_GOAL}")
_MISSED_BEHIND = sought(
    r"(?:高|多|超)(?:出|了)?\d[\d.]*[^,。;\d]{0,6}[,、](?:仍|尚|均|还)?(?:未能?|没有?)(?:完成|达到|实现)了?[^,。;\d]{0,8}(?:目标|任务|要求)"
)
_MET = sought(rf"[,、]\s?(?:均|都|已|提前|如期)*(?:达到?|完成|实现|优于|满足)了?(?!序时){_GOAL}")
_FELL = sought(rf"(?:{CUT_TO}|(?:下调|回落|收窄)[到至]|降为)\s?$")
_WHO = sought(r"(?:以上|以下)?[)]?的(?:有|是|为|[县旗市区镇乡街]|单位|地区|部门)")  # 未达到目标(93%)的县有平江县
_NEAR = 30  # characters between figure and goal


def turn_round(scope: Scope, links: list[Link]) -> None:
    """Make a limit of a goal that these words say is one, in place."""
    for link in links:
        goal, told = link.promise, link.actual
        if goal is None or told is None or goal.kind not in ("rate", "cumulative", "level") or goal.reduction:
            continue
        if goal.measure not in ("amount", "percent", "index") or told.measure != goal.measure:
            continue
        stands = goal.kind != "cumulative" or goal.target.noun in ("", *units.TIME)
        if _is_limit(scope.text, told, goal.reading, stands):
            limit = replace(goal.target, operator="<=")
            link.promise = replace(goal, kind="ceiling", direction="down", accrues=False, target=limit)


def _is_limit(text: str, told: Reading, goal: Reading, stands: bool) -> bool:
    """`stands`: nothing adds up to it, so that more than the goal cannot have been too little."""
    near = max(told.quantity.end, goal.start - _NEAR)
    between = text[max(text.rfind(",", near, goal.start), text.rfind("、", near, goal.start), near) : goal.start]
    if told.sentence != goal.sentence or not (goal.behind is told or 0 < goal.start - told.quantity.end <= _NEAR):
        return False
    if _WHO.match(text, goal.quantity.end):
        return False
    fell = _FELL.search(told.lead) is not None
    if told.base == goal.base:
        return False
    if told.base > goal.base and stands and _MISSED_BEHIND.match(text, goal.quantity.end) is not None:
        return True
    if told.base > goal.base:
        return (fell or stands) and _MISSED.match(between) is not None
    return fell and _MET.match(between) is not None
