"""A share of the year's plan and the figure of another time that stands before it: neither is told by the other.

三季度新增参保1630人,累计完成年度目标7500人的78%          what one quarter, month or season gave
上半年完成投资14亿元,截至9月底完成年度计划28亿元的71%       what stood at an earlier day
暑期培训710人,年度计划2600人,目前已培训1950人               nor is it the answer beside what was done so far

Only where the arithmetic says so: a share that the figure does make is of it, whatever its time is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from extraction.answers.one_month import TELLS_SO_FAR, is_short
from extraction.numbers import units
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought

_DONE = sought(r",?(?:目前|现)?(?:已|仅|只|累计)+[完开竣动][成工](?:了|约|近)?\s?")  # 全年任务3900套,|已开工84%
_APART = Decimal("1.5")  # points by which a share that is of the figure may be told wrong
_RUN = 6  # numbers before the share that may add up with it: quarters


def _is_earlier(of: Reading, share: Reading) -> bool:
    """Whether the share tells of a later day, by a word of its own behind the figure."""
    then, now = of.period, share.period
    if now is None or then is None or then is now or now.start < of.quantity.end or now.governs == "forecast":
        return False
    return then.year == now.year and then.last_month < now.last_month


def of_another_time(text: str, share: Reading, of: Reading, plan: Promise | None, found: Sequence[Reading]) -> bool:
    """Whether the share is not of this figure, which stands before it in its sentence or the one before."""
    if of.measure != "amount" or not of.start < share.start or share.sentence - of.sentence > (plan is not None):
        return False
    if plan is None:
        return _is_earlier(of, share)
    if not (_is_earlier(of, share) or is_short(text, of)):
        return False
    at = index_of(found, share.start)
    before = [r for r in found[max(0, at - _RUN) : at] if r.voice == "report" and r.quantity.noun == of.quantity.noun]
    sums = [of.base, *accumulate(r.base for r in reversed(before) if not r.bracket)]
    return not any(_makes(share, of, total, plan.reading) for total in sums)  # 上半年3.2亿元,三季度3.6亿元,占72%


def plan_between(share: Reading, of: Reading, promises: Sequence[Promise]) -> Promise | None:
    """全年目标900万人次,|已完成81%: the year's plan that stands between the figure and the share."""
    between = [p for p in promises if of.start < p.reading.start < share.start and p.reading.sentence == share.sentence]
    last = between[-1] if between else None
    return last if last is not None and last.measure == "amount" and not last.reading.bracket else None


def _makes(share: Reading, of: Reading, total: Decimal, plan: Reading) -> bool:
    if plan.measure != "amount" or not plan.base or not units.fits(of.quantity.noun, plan.quantity.noun):
        return True
    return abs(total / plan.base * 100 - share.value) <= _APART


def told_anew(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether the year's plan has another answer behind it than the figure of another time: a share, or a later sum."""
    place = promise.reading
    if promise.measure != "amount" or reading.measure != "amount" or place.heading or not reading.start < place.start:
        return False
    behind = (r for r in scope.found if r.start > place.start and r.sentence == place.sentence)
    following = next(behind, None)
    if following is None:
        return False
    if following.voice == "claim" or (following.quantity.noun == "%" and _DONE.fullmatch(following.lead)):
        return of_another_time(scope.text, following, reading, promise, scope.found)
    more = following.voice == "report" and following.base > reading.base
    same = following.quantity.noun == reading.quantity.noun and not (following.part or following.bracket)
    return more and same and is_short(scope.text, reading) and TELLS_SO_FAR.search(following.clause_lead) is not None
