"""Shares of the plan that are of what was begun of it, alone or with what is finished, and say not how far it is.

完工18座、在建12座,合计占年度任务的100%      路基352公里,占任务310公里的113.5%
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.share_arithmetic import explains
from extraction.promises import stages
from extraction.promises.begun_counted import counts_begun
from extraction.promises.targets import Promise
from extraction.sentences.at_work import is_at_work
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_OF_ALL = sought("占|任务|计划|目标")  # and no rate of a stage


def is_of_begun(
    text: str, share: Reading, of: Reading, plan: Promise | None, promises: Sequence[Promise], found: Sequence[Reading]
) -> bool:
    """Whether it is the share of what was begun, alone or with what is finished, of a plan to finish it."""
    if plan is None and _OF_ALL.search(share.clause_lead) and is_at_work(text, of, found):
        return True
    plans = [plan] if plan is not None else [p for p in promises if explains(share, of, p.reading)]
    return any(_then_finished(share, of, p, found) for p in plans)


def _then_finished(share: Reading, of: Reading, plan: Promise, found: Sequence[Reading]) -> bool:
    """已开工15.1万户,开工率94.4%,竣工10.85万户 of a plan to rebuild: what is finished answers, not what was begun."""
    if names.stage(of.own) != "started" or names.promised_stage(plan.name) == "started":
        return False
    later = (r for r in found if r.sentence == of.sentence and r.start > share.start and r.voice == "report")
    return any(r.quantity.noun == of.quantity.noun and stages.done(r) and not r.part for r in later)


def is_of_early(share: Reading, of: Reading, promises: Sequence[Promise]) -> bool:
    """路基352公里占任务310公里的113.5%: the share of an earlier stage is no share of what was promised."""
    told = of.own + of.tail.split(",")[0]
    if names.stage(told) is None:
        return False
    if not sought(r"任务|计划|目标").search(share.clause_lead):  # 开工1962套,开工率92.1%: a rate of its own stage
        promises = [p for p in promises if p.reading.own and not counts_begun(p, told)]
    return any(explains(share, of, p.reading) and stages.clash(p, of) for p in promises)
