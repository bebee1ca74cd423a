"""A rate of what came after the planned work: how many of those done went a step further says nothing of the plan.

计划体检5万人,已体检4.4万人,复查1.1万人,复查率25%       (4.4 of 5 is done, whatever the rate of it)
计划争取专项债9亿元,已下达8亿元,支出3.2亿元,支出率40%   (money won is answered by what came)
计划改造620户,已开工600户,完工360户,完工率60%          (of those begun; the plan is answered by what is finished)
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.pairing.share_arithmetic import comes_to
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import when

_RATE = sought(r"[\u4e00-\u9fff]{2,8}率(?:已|仅|只|约)*(?:为|达到?|是)?(?:约|近)?\s?")
_FINISHING = sought(r"(?:完工|竣工|建成|完成|办结|交付|验收|投用|投产)率")
_TOLD = sought(r"(?:已经?|均|共|累计|目前|现|实际|全部|顺利|完成|[,;、:\s])+")
_VERB = sought(r"[\u4e00-\u9fff]{2,4}")
_BEGUN = sought(r"(?:开|动|复)工|启动|进场|在建")
_TO_WIN = sought(r"争取|申[请报]|落实|获[批得]|发行")
_WON = sought(r"发行|下达|到位|争取|获批|获得|落实|到账")
_MOST = Decimal("1.3")  # times the plan
_BACK = 8  # numbers before the rate among which its plan stands
_APART = 2  # sentences between them


def silence_rates_of_next_steps(found: Sequence[Reading]) -> None:
    """The rate tells nothing of the plan, the further step neither; what was done stays told; in place."""
    for index in range(3, len(found)):
        done, step, rate = found[index - 2 : index + 1]
        if rate.quantity.noun != "%" or rate.bracket or not _is_rate(done, step, rate):
            continue
        for plan in reversed(found[max(0, index - _BACK) : index - 2]):
            if plan.measure != "amount" or done.sentence - plan.sentence > _APART:
                continue
            if plan.voice != "promise" and not _is_made_a_plan(plan, done):
                continue
            if plan.quantity.noun == done.quantity.noun and done.base <= plan.base * _MOST:
                _settle(plan, done, step, rate)
                break


def _is_made_a_plan(plan: Reading, done: Reading) -> bool:
    """培训2000人次,已培训1860人次: the first number of its sentence, by the other's 已."""
    bare = plan.voice == "report" and not plan.bracket and _TOLD.search(plan.clause_lead) is None
    return bare and plan.sentence == done.sentence and plan.base > done.base and "已" in done.lead


def _is_rate(done: Reading, step: Reading, rate: Reading) -> bool:
    """Whether the three stand in one sentence and the last is the second of the first."""
    one = done.sentence == step.sentence == rate.sentence and not (done.bracket or step.bracket)
    told = one and "promise" not in (step.voice, rate.voice) and done.voice in ("report", "promise")
    return told and _RATE.fullmatch(rate.lead.lstrip(" ,、;")) is not None and comes_to(rate, step, done)


def _settle(plan: Reading, done: Reading, step: Reading, rate: Reading) -> None:
    finishing = _FINISHING.match(rate.lead.lstrip(" ,、;")) is not None
    if finishing and _BEGUN.search(done.lead) and not _BEGUN.search(plan.clause_lead):
        done.voice, rate.voice, rate.settled = "report", "context", True
    elif not finishing or _BEGUN.search(plan.clause_lead):
        if not _does_the_planned(plan, done):
            return
        done.voice, done.cued = "report", True
        for r in (step, rate):
            r.voice, r.settled = "context", True


def _does_the_planned(plan: Reading, done: Reading) -> bool:
    """已体检 of a plan to 体检, 已下达 of one to 争取: by the plan's own verb, or what wins money."""
    told = when.after_when(done.lead.lstrip(" ,、;"))
    verb = _TOLD.sub("", told).strip()
    if verb == told or _VERB.fullmatch(verb) is None:
        return False
    planned = plan.clause_lead + plan.name
    won = done.quantity.noun == "元" and _TO_WIN.search(planned) is not None and _WON.fullmatch(verb) is not None
    return verb in planned or won
