"""What its share says of a plan: 占年度控制指标的63%, 为接待费预算的52%. A limit is used up: to use less is no lag.

用水总量指标6.5亿立方米,1-9月用水4.1亿立方米,占年度控制指标的63%。      the words of the share make it a limit
“三公”经费支出1240万元,为预算的60%。                            frugal spending keeps its budget
"""

from __future__ import annotations

from dataclasses import replace

from extraction.promises.targets import Promise, accrues
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words.directions import FRUGAL, lower_is_better

_LIMIT = sought(
    r"控制(?:性|总)?(?:指标|目标|总?量|任务|计划|数|额|线|值)|管控(?:指标|目标)|限额(?!以[上下])|红线|上限|总量指标"
)
_ANY_LIMIT = sought(r"控制|限额(?!以[上下])|红线|上限")
_BARE = sought(r"[,、;\s]*(?:已|仅|分别|各)*占(?:年度|全年|年)?\s?")  # 东县死亡21人,占控制指标的91%;西县死亡12人,占80%


def is_of_limit(share: Reading, name: str) -> bool:
    """Whether the share is one of a limit."""
    said = share.clause_lead
    if _LIMIT.search(said) or (lower_is_better(name) and (_ANY_LIMIT.search(said) or _BARE.fullmatch(said))):
        return True
    return FRUGAL.search(name) is not None and "预算" in share.clause_lead


def as_limit(plan: Promise, share: Reading) -> None:
    """Make a limit of the plan where its share says so, in place."""
    if plan.measure == "amount" and plan.kind == "cumulative" and not plan.cut and is_of_limit(share, plan.name):
        plan.kind, plan.direction, plan.target = "ceiling", "down", replace(plan.target, operator="<=")


def unless_balance(plan: Promise) -> None:
    """债务余额45.6亿元,为核定限额48.2亿元的94.6%: what stands is no year's sum, and its limit has no pace; in place."""
    if plan.kind == "ceiling" and plan.accrues:
        plan.accrues = accrues(plan.kind, plan.name, plan.reading)
