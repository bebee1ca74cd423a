"""Which of two figures was planned, proved by the share behind them: 盘活2.6万平方米,盘活1.1万平方米,完成42.3%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.pairing.share_arithmetic import comes_to
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words.wording import LOOKED_AT

_SHARE = sought(r"[,、;(]?\s?(?:目前|现)?(?:已)?完成(?:率|比例|进度)?(?:为|达到?)?\s?$")
_CLOSE = Decimal("0.06")  # percentage points: as far as a share with one decimal is rounded
_EARLIER = sought(r"去年|上年|同期|其中")
# 排查排污口620个,已整治410个,完成率66.1%: what was found is no plan of what was done with it
_FOUND = sought(rf"(?:{LOOKED_AT})(?!并|整治|整改|治理|改造|[、和率])")


_NEAR = 8  # numbers before a rate among which its goal stands
_CALLED = sought(r"(?P<rate>[\u4e00-\u9fff]{2}率)(?:也|已|均|仅|只有|约|为|达到?)*\s?$")


def goal_of_rate(found: Sequence[Reading], rate: Reading) -> Reading | None:
    """验收率要求达到80%,412个项目中已验收268个,验收率65%: the goal that the rate's own word has before it."""
    called = _CALLED.search(rate.clause_lead)
    if called is None:
        return None
    at = index_of(found, rate.start)
    near = found[max(0, at - _NEAR) : at]
    before = (r for r in near if r.sentence == rate.sentence and r.quantity.noun == "%")
    named = (r for r in before if not r.bracket and r.voice in ("promise", "report"))
    return next((r for r in named if r.own.endswith(called["rate"]) and len(r.own) > len(called["rate"])), None)


def mark_proved(found: Sequence[Reading]) -> None:
    """Make the first of such figures the plan and the second its answer where they were taken otherwise; in place."""
    for index in range(2, len(found)):
        plan, done, share = found[index - 2 : index + 1]
        if share.quantity.noun != "%" or _SHARE.fullmatch(share.lead) is None or plan.voice != "report":
            continue
        amounts = plan.measure == done.measure == "amount" and plan.quantity.noun == done.quantity.noun
        together = plan.sentence == done.sentence == share.sentence and not (plan.bracket or done.bracket)
        if not amounts or not together or plan.owner != done.owner or done.voice not in ("report", "promise"):
            continue
        proved = plan.base > done.base > 0 and abs(done.base / plan.base * 100 - share.value) < _CLOSE
        if proved and share.voice == "report" and share.measure == "completion":
            plan.voice = done.voice = "context"  # it answers a goal of its own: 整治完成率达到60%
        elif proved and (goal := goal_of_rate(found, share)) is not None:
            plan.voice = done.voice = "context"
            share.voice, share.measure, share.own, share.subject = "report", goal.measure, "", goal.name
        elif proved and _FOUND.search(plan.lead):
            plan.voice = done.voice = share.voice = "context"
        elif proved and not _EARLIER.search(plan.lead + done.lead):
            plan.voice, done.voice = "promise", "report"


_TASK_DONE = sought(r"完成了?[^,。;\d]{2,14}任务\s?$")
_SET = sought(r"下达|任务|计划|目标")


def mark_proved_before(found: Sequence[Reading]) -> None:
    """下达我市9.8万户任务. …共完成改厕任务4.7万户,完成率48%: what was done of it is no task, as the share proves."""
    for done, share in pairwise(found):
        shared = share.voice == "claim" and share.quantity.noun == "%" and not (share.own or share.bracket)
        if not shared or done.voice != "promise" or done.bracket or _TASK_DONE.search(done.clause_lead) is None:
            continue
        at = index_of(found, done.start)
        near = (p for p in found[max(0, at - _NEAR) : at] if p.owner == done.owner)
        plans = (p for p in near if p.voice == "promise" or _SET.search(p.clause_lead + p.tail))
        fitting = [p for p in plans if p.base > done.base and comes_to(share, done, p)]
        if len(fitting) == 1:
            fitting[0].voice, fitting[0].cued = "promise", True
            done.voice, done.settled, done.own, done.subject = "report", True, "", fitting[0].name
