"""How far the trades of a work are, before what is ready for use: 精装修完成320套,交付200套; 架线完成86公里,投运60公里.

Each trade goes over the same houses or kilometres. Its figure is no plan of what is ready, and none of it says how much
of the plan is there where that is told behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording

_WORK = (
    rf"(?:{wording.SITE_WORKS}|开挖|铺设|架设|敷设|立杆|架线|平整|配套|砌筑|浇筑|吊装|粉刷|防水|外墙|内装|水电|门窗"
    r"|回填|衬砌|清淤|栽植|整地|管沟|沟槽|渠系)"
)
_TRADE = sought(
    rf"[,、;:。]?\s?(?:目前|现|其中|已|累计|共)*,?(?P<trade>[\u4e00-\u9fff]{{0,4}}?{_WORK}[\u4e00-\u9fff]{{0,4}}?)"
    r"(?:已|累计|共)*(?:完成|封顶)(?:了)?(?:约|近)?\s?"
)
_READY = sought(
    r"[,、;]?\s?(?:已|累计|共|正式|实现|具备|目前|现)*(?:通水|通气|通车|通电|投运|投用|投产|投入使用|投入运行|交付(?:使用)?|验收(?:合格|通过)?"
    r"|竣工(?:验收)?|入住|并网|移交)(?:了)?(?:约|近)?\s?"
)
CUE = cue(sought(r"(?:通[水气车电]|投[运用产入]|交付|验收|竣工|入住|并网|移交)"))


def leave_trades(found: Sequence[Reading]) -> None:
    """Take the voice of what the trades have done of a plan whose ready part is told behind them, in place."""
    for index, ready in enumerate(found):
        if ready.voice != "report" or ready.bracket or _READY.fullmatch(ready.lead) is None:
            continue
        plan = _plan_of(found[:index], ready)
        if plan is None:
            continue
        for r in reversed(found[:index]):
            if r is plan or r.sentence != ready.sentence or r.quantity.noun != ready.quantity.noun:
                break
            trade = _TRADE.fullmatch(r.lead)
            if trade is None or r.bracket or r.base < ready.base or trade["trade"] in plan.name:
                break
            r.voice, r.settled = "context", True
            ready.subject = plan.name  # 交付200套 of the flats, and not of 精装修


def _plan_of(before: Sequence[Reading], ready: Reading) -> Reading | None:
    """The plan of its unit, or what may be one, that the sentence, or the one before, or a heading has."""
    alike = (p for p in reversed(before) if p.quantity.noun == ready.quantity.noun and not p.bracket)
    plan = next((p for p in alike if p.voice in ("promise", "report") and _TRADE.fullmatch(p.lead) is None), None)
    if plan is None or plan.measure != "amount" or plan.base < ready.base:
        return None
    return plan if plan.heading or ready.sentence - plan.sentence <= 1 else None
