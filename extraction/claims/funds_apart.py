"""Shares of one plan that are of what was invested, and of what was raised for it: the first is how far the plan is.

完成投资107亿元,为年度计划的27%;已落实资金160亿元,为年度计划的40%
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.pairing.share_arithmetic import explains
from extraction.promises.links import Share
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_FUNDS = sought(r"(?:资金|款项?|贷款)$")


def funds_apart(shares: Sequence[Share]) -> list[Share]:
    """The shares; one that is of funds leaves a plan to another that is of no funds, and stands alone."""
    invested = {id(s.plan) for s in shares if s.of is not None and "投资" in s.of.name and not _FUNDS.search(s.of.own)}
    return [replace(s, plan=None) if id(s.plan) in invested and _is_of_funds(s) else s for s in shares]


def _is_of_funds(share: Share) -> bool:
    of, plan = share.of, share.plan
    return of is not None and plan is not None and "资金" not in plan.name and _FUNDS.search(of.own) is not None


_MONEY = sought(r"(?:投资|资金)$")


def is_of_money(share: Reading, of: Reading, promises: Sequence[Promise]) -> bool:
    """小区17个已开工,项目投资完成进度为60%: a share that is called one of money is of things only by its sum."""
    if any(explains(share, of, p.reading) for p in promises):
        return False
    return of.quantity.noun != "元" and of.measure == "amount" and _MONEY.search(share.own) is not None
