"""A rate of the work's end is all that is told of a plan: 危房改造640户。截至9月底,开工率100%,竣工率57.2%.

So much of the plan is finished, by the bureau's word. A rate of what was begun says so of a plan to begin alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_RATE = sought(
    r"^(?:[,、;\s]*(?:截[至止到][^,、]{1,8},?|目前,?|现|前?[一二三]季度,?|上半年,?|1-\d{1,2}月,?|已|总体|实际))*[,、;\s]*"
    r"(?P<stage>开工|动工|竣工|完工|基本建成|建成)率(?:已?达到?|为|仅|只有|约|[:])*\s?$"
)
_BEGUN = ("开工", "动工")
_BEGINS = sought(r"开工|动工|启动")
_WORK = sought(r"改造|建设|新建|改建|扩建|建成|竣工|完工|整治|修缮|加固|更新|提升|开工|治理|铺设|工程")
_MOST = 100  # per cent


def claim_by_ends(found: Sequence[Reading], promises: Sequence[Promise]) -> None:
    """Give such rates the voice of a claim of their plan, in place."""
    plans = [p for p in promises if p.measure == "amount" and not p.reading.bracket]
    if not plans or len(plans) != len(promises) or len(plans) > 2:
        return
    rates = [(r, stage) for r in found if (stage := _stage(r)) is not None]
    counted = {p.target.noun for p in plans}
    if not rates or any(r.quantity.noun in counted and r.voice != "promise" for r in found):
        return  # a figure says more
    for plan in plans:
        told = [r for r, stage in rates if _is_of(plan, stage, len(plans)) and r.start > plan.reading.start]
        if len(told) == 1 and told[0].voice == "report":
            told[0].voice, told[0].measure = "claim", "completion"
            told[0].own = told[0].subject = plan.name


def _stage(r: Reading) -> str | None:
    """The stage that it is a rate of, and of nothing that is named."""
    fits = r.quantity.noun == "%" and r.measure in ("percent", "completion") and not r.bracket and r.value <= _MOST
    said = _RATE.search(r.lead) if fits and r.owner is None else None
    return said["stage"] if said is not None else None


def _is_of(plan: Promise, stage: str, plans: int) -> bool:
    """Whether the stage's rate is how far that plan is."""
    begins = _BEGINS.search(plan.name) is not None
    if stage in _BEGUN:
        return begins
    if plans > 1:
        return stage in plan.name
    return not begins and _WORK.search(plan.name) is not None
