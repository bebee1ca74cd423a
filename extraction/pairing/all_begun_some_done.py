"""All of so many begun, and so many done, as their rate proves: 40处隐患点全部进场,…销号27处,销号率67.5%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_BEGUN = sought(
    r"(?P<thing>[^,。;\d]{1,18}?)(?:全部|全面|均|都|悉数)(?:已)?(?:[开复]复?工|动工|开建|进场|入场|启动|施工|实施|铺开)[^,。;\d]{0,6}(?=,)"
)
CUE = cue(_BEGUN)
_RATE = sought(
    r"[,、;(]?\s?(?:销号|完工|竣工|交付|交房|化解|验收|投用|通车|办结|整改|建成|完成|投产|整治|治理|交工|出险|排险|消险|摘牌)率(?:为|达到?)?\s?"
)
_CLOSE = Decimal("0.06")  # percentage points: as far as a share with one decimal is rounded
_NEAR = 6  # numbers before the rate among which the plan stands


def mark_all_begun(text: str, found: Sequence[Reading]) -> None:
    """Make the number of those begun the plan, and of those done the answer, in place."""
    for index in range(2, len(found)):
        done, share = found[index - 1 : index + 1]
        if share.quantity.noun != "%" or _RATE.fullmatch(text, done.quantity.end, share.start) is None:
            continue
        before = (p for p in found[max(0, index - _NEAR) : index - 1] if p.sentence == share.sentence)
        plans = [(p, begun) for p in before if _is_of(p, done) and (begun := _BEGUN.match(text, p.quantity.end))]
        if len(plans) == 1 and abs(done.base / plans[0][0].base * 100 - share.value) < _CLOSE:
            plan, begun = plans[0]
            if "“" in plan.own and "”" not in plan.own:
                plan.own = plan.subject = begun["thing"]  # a word in quotation marks inside the name
            plan.voice, plan.cued, done.voice, done.cued = "promise", True, "report", True
            plan.settled = done.settled = True
            done.own, done.subject = "", plan.name
            share.voice, share.measure, share.own, share.subject = "claim", "completion", "", plan.name


def _is_of(plan: Reading, done: Reading) -> bool:
    told = plan.voice in ("report", "promise") and done.voice == "report" and not (plan.bracket or done.bracket)
    return told and plan.quantity.noun == done.quantity.noun and plan.base > done.base and plan.owner == done.owner
