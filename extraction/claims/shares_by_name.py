"""A stated share that says by its name which of several plans it is of.

招聘教师291名、购置医疗车13辆。教师到岗127名,医疗车完成76.9%.

The share of 医疗车 is none of the 127 before it, and no rate of its own, for a number of them was promised. A rate of a
stage (公租房开工7240套,开工率91.6%) is a share of the plan that is called alike, where the sum says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.claims.rates_of_ends import claim_by_ends
from extraction.pairing.share_arithmetic import explains
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_DONE = sought(r"(?:已|仅|累计|实际|只)?完成(?:了|约|近)?\s?$")
_ALIKE = 0.8
_NAMED = 0.5  # where the sum agrees


_STAGE_RATE = sought(r"(?P<stage>开工|竣工|完工|建成|交付|安置|配租|入住)率(?:已?达到?|为|仅|只有)?\s?$")


def claim_by_name(found: Sequence[Reading], promises: Sequence[Promise]) -> None:
    """Give the voice of a claim to 医疗车完成76.9% where a number of just these was promised, in place."""
    claim_by_ends(found, promises)
    for of, rate in pairwise(found):
        if _is_stages_share(of, rate, promises, found):
            rate.voice, rate.measure = "claim", "completion"
    for r in found:
        if r.voice != "report" or r.measure != "percent" or r.bracket or _DONE.search(r.lead) is None:
            continue
        if named_plan(r, promises) is not None:
            r.voice, r.measure = "claim", "completion"


def _is_stages_share(of: Reading, rate: Reading, promises: Sequence[Promise], found: Sequence[Reading]) -> bool:
    """公租房7900套,…,公租房开工7240套,开工率91.6%: how much of the plan of that name was begun."""
    if rate.voice != "report" or rate.measure != "percent" or of.sentence != rate.sentence:
        return False
    said = _STAGE_RATE.search(rate.lead)
    if said is None or said["stage"] not in of.lead:
        return False
    if any(r.sentence == of.sentence and r.start < of.start and explains(rate, of, r) for r in found):
        return False  # 卫生院33所,…,完工23所,完工率69.7%: the whole stands before it
    named = (p for p in promises if p.reading.start < of.start and explains(rate, of, p.reading))
    return any(names.likeness(p.name, of.own) >= _NAMED for p in named)


def named_plan(share: Reading, promises: Sequence[Promise]) -> Promise | None:
    """The one promise of a number that the share is named after; None where there is none, or more than one."""
    if share.bracket or len(names.folded(share.own)) < 2:
        return None
    alike = [p for p in promises if p.reading.start < share.start and _is_called(p, share)]
    return alike[0] if len(alike) == 1 and alike[0].measure == "amount" else None


def _is_called(promise: Promise, share: Reading) -> bool:
    same = names.likeness(promise.name, share.own) >= _ALIKE
    return same and promise.reading.owner == share.owner and names.conflict(promise.name, share.own) is None


_COUNTS = ("项", "件")
BUT = sought(r"[,;]?\s?(?:但是?|不过)")


def is_of_another(share: Reading, of: Reading, promises: Sequence[Promise]) -> bool:
    """Whether the share is named after a promise, and the figure before it, listed or in another clause, is not."""
    if of.bracket and share.lead.startswith("、") and len(names.folded(share.own)) >= 3:
        return names.likeness(share.own, of.name) < 0.5  # 改路160公里(交通局)、到位资金完成目标的71.4%
    if of.quantity.noun in _COUNTS and len(names.folded(share.own)) >= 3 and of.clause_start != share.clause_start:
        return True  # 列入通报的5项,其中…、财政收入完成任务的76.4%
    if BUT.match(share.clause_lead) and len(names.folded(share.own)) >= 3 and of.clause_start != share.clause_start:
        return names.likeness(share.own, of.name) < _ALIKE  # 利用外资完成7460万美元,…,但现汇进资仅占年度任务的38.6%
    plan = named_plan(share, promises)
    beside = of.clause_start == share.clause_start and not share.lead.startswith("、")
    if plan is None or beside or share.own.endswith("率"):
        return False  # 开工1962套,开工率92.1%: a rate of what stands before it
    if explains(share, of, plan.reading) or names.likeness(share.own, of.name) >= _ALIKE:
        return False  # 征缴失业保险基金147.58万元,是征缴任务的63.5%: its own name has the word as well
    return names.likeness(plan.name, of.name) < _ALIKE


_NEAR = 16  # numbers before a figure among which another's stands


def is_called_as_another(share: Reading, of: Reading, found: Sequence[Reading]) -> bool:
    """托位900个,幼儿园14所,托位完成任务的58%: whether one before the nearest figure has the share's name."""
    apart = of.clause_start != share.clause_start and len(names.folded(share.own)) >= 2 and not share.bracket
    if not apart or share.own.endswith("率") or names.likeness(share.own, of.own) >= _NAMED:
        return False
    at = index_of(found, of.start)
    near = (r for r in found[max(0, at - _NEAR) : at] if share.sentence - r.sentence <= 1 and not r.bracket)
    named = [r for r in near if r.measure == "amount" and names.likeness(share.own, r.own) >= _ALIKE]
    of_plan = any(
        r.voice == "promise" and explains(share, of, r) for r in named
    )  # 计划投资9亿元,完成6亿元,投资完成率67%
    return bool(named) and not of_plan


def figures_named_alike(run: Sequence[Reading], found: Sequence[Reading]) -> list[Reading | None]:
    """出栏生猪220万头。出栏肉牛5万头。分别完成任务的42%、34%: the figure of the very name of each share, or none."""
    told = (r for r in found if r.own and r.start < run[0].start and r.voice == "report" and r.measure == "amount")
    named = {r.own: r for r in told}
    return [named[share.own] for share in run] if all(share.own in named for share in run) else []
