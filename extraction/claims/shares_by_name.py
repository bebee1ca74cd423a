"""A stated share that says by its name which of several plans it is of.

招聘教师291名、购置医疗车13辆。教师到岗127名,医疗车完成76.9%.

The share of 医疗车 is none of the 127 before it, and no rate of its own, for a number of them was promised.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.rates import explains
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_DONE = sought(r"(?:已|仅|累计|实际|只)?完成(?:了|约|近)?\s?$")
_ALIKE = 0.8


def claim_by_name(found: Sequence[Reading], promises: Sequence[Promise]) -> None:
    """Give the voice of a claim to 医疗车完成76.9% where a number of just these was promised, in place."""
    for r in found:
        if r.voice != "report" or r.measure != "percent" or r.bracket or _DONE.search(r.lead) is None:
            continue
        if named_plan(r, promises) is not None:
            r.voice, r.measure = "claim", "completion"


def named_plan(share: Reading, promises: Sequence[Promise]) -> Promise | None:
    """The one promise of a number that the share is named after; None where there is none, or more than one."""
    if share.bracket or len(names.folded(share.own)) < 2:
        return None
    alike = [p for p in promises if p.reading.start < share.start and _is_called(p, share)]
    return alike[0] if len(alike) == 1 and alike[0].measure == "amount" else None


def _is_called(promise: Promise, share: Reading) -> bool:
    same = names.likeness(promise.name, share.own) >= _ALIKE
    return same and promise.reading.owner == share.owner and names.conflict(promise.name, share.own) is None


def is_of_another(share: Reading, of: Reading, promises: Sequence[Promise]) -> bool:
    """Whether the share is named after a promise, and the figure before it, listed or in another clause, is not."""
    if of.bracket and share.lead.startswith("、") and len(names.folded(share.own)) >= 3:
        return names.likeness(share.own, of.name) < 0.5  # 改路160公里(交通局)、到位资金完成目标的71.4%
    plan = named_plan(share, promises)
    beside = of.clause_start == share.clause_start and not share.lead.startswith("、")
    if plan is None or beside or share.own.endswith("率"):
        return False  # 开工1962套,开工率92.1%: a rate of what stands before it
    if explains(share, of, plan.reading):
        return False
    return names.likeness(plan.name, of.name) < _ALIKE
