"""Plans listed inside the words of their shares: 分别占年度计划100公里、8座、300公里的45%、62.5%、40%.

As many figures stand before them, in the same order and units: each is held against the plan in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_OPENS = sought(r"(?:分别|依次)(?:占|为|完成|达到?)(?:全?年度?|年初|今年)?(?:计划|目标|任务)(?:任务|目标)?\s?$")
_JOINED = sought(r"\s?[、,和及]\s?")
_OF = sought(r"\s?的\s?")
CUE = cue(_OPENS)


def mark_plans_in_shares(text: str, found: Sequence[Reading]) -> None:
    """Give such plans their voices and their figures, in place; their shares say nothing more."""
    for index, first in enumerate(found):
        if first.measure != "amount" or first.bracket or _OPENS.search(first.lead) is None:
            continue
        plans = _run(text, found, index)
        shares = _run(text, found, index + len(plans))
        told = found[max(0, index - len(plans)) : index]
        if len(plans) < 2 or not len(plans) == len(shares) == len(told):
            continue
        of = _OF.fullmatch(text, plans[-1].quantity.end, shares[0].start)
        fits = all(r.quantity.noun == p.quantity.noun and not r.bracket for r, p in zip(told, plans, strict=True))
        if of is None or not fits or any(s.quantity.noun != "%" for s in shares):
            continue
        for figure, plan, share in zip(told, plans, shares, strict=True):
            figure.voice, share.voice, share.settled = "report", "context", True
            plan.voice, plan.cued, plan.own, plan.subject, plan.behind = "promise", True, "", figure.name, figure


def _run(text: str, found: Sequence[Reading], start: int) -> list[Reading]:
    """The numbers from this one on that nothing but a comma parts."""
    run = list(found[start : start + 1])
    for r in found[start + 1 :]:
        if _JOINED.fullmatch(text, run[-1].quantity.end, r.start) is None:
            break
        run.append(r)
    return run
