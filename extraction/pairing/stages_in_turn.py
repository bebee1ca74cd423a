"""Stages, kinds or parts planned one by one, in clauses of their own, and told together in their order.

计划开工安置房2400套,竣工1600套,交付900套,分别完成2100套、870套、410套
固定资产投资增长9%、其中工业投资增长13%;前三季度分别增长7.1%、10.4%
新建、改建学校分别为5所、8所,目前完工2所、7所

By their own words the later ones tell (竣工1600套); the run behind them says that they were planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_IN_TURN = sought(r"分别|依次")
_DATED = sought(r"[前一二三]+季度|\d月|上半年|截至|目前")
_RUN = sought(
    r"[,、;\s]*(?:(?:截至|到)?(?:目前|\d{1,2}月[底末]|(?:1-)?\d{1,2}月(?:份)?|前?[一二三]季度|上半年|今年以来),?)?"
    r"(?:已|实际|累计|仅|只)*(?P<turn>分别|依次)?(?:已|实际|累计|仅|只)*(?:完[成工]|竣工|建成|实现|达到?|增长|为|开工|投产|交付)(?:了|约|近)?\s?"
)
_DID = sought(r"(?:分别|依次)(?:已|仅|只)?完成$")
_NEXT = sought(r"\s?[、和]\s?")
_TOLD = sought(r"已|累计|完成|目前|截至|实际|\d月|季度|[去上前]年|同期|同比")
_LEAST, _MOST = 2, 6  # members of such a run


def tell_in_turn(found: Sequence[Reading]) -> None:
    """Make the plans promises and name the figures by them; in place."""
    for index, first in enumerate(found):
        opens = _RUN.fullmatch(first.lead) if first.voice == "report" and not first.bracket else None
        if opens is None or index < _LEAST:
            continue
        rest = takewhile(lambda r: r.voice == "report" and _NEXT.fullmatch(r.lead) is not None, found[index + 1 :])
        run = [first, *rest]
        plans = found[max(0, index - len(run)) : index]
        if not _LEAST <= len(run) <= _MOST or len(plans) < len(run) or not _are_alike(plans, run):
            continue
        in_turn = opens["turn"] is not None or _IN_TURN.search(plans[0].clause_lead) is not None
        if not in_turn:
            continue
        if any(_TOLD.search(p.clause_lead) for p in plans):
            if plans[0].voice == "report":
                plans[-1].settled = True  # 去年增长8%、12%;前三季度分别增长6%、9%: the last is no plan of the next
        elif plans[0].voice == "promise" or _DATED.search(first.lead) or _DID.search(first.lead):
            _pair(plans, run)


def _are_alike(plans: Sequence[Reading], run: Sequence[Reading]) -> bool:
    """Whether each is of the unit and the measure of the figure in its place, and has a name."""
    alike = all((p.quantity.noun, p.measure) == (r.quantity.noun, r.measure) for p, r in zip(plans, run, strict=True))
    plain = all(p.own and p.voice in ("report", "promise") and not p.bracket and not p.settled for p in plans)
    near = run[0].sentence - plans[0].sentence <= 1 and len({p.own for p in plans}) == len(plans)
    sized = all(r.measure != "amount" or p.base / 5 < r.base < p.base * 2 for p, r in zip(plans, run, strict=True))
    return alike and plain and near and sized


def _pair(plans: Sequence[Reading], run: Sequence[Reading]) -> None:
    for plan, told in zip(plans, run, strict=True):
        if plan is not plans[0] and plan.subject == plans[0].own + plan.own and names.stage(plans[0].own):
            plan.subject = plan.own  # 开工900套,竣工600套: no 开工竣工
        plan.voice, plan.cued, plan.settled = "promise", True, True
        told.own, told.subject, told.part, told.settled = plan.own, plan.name, plan.part, True
