"""The share of the plan that the year is thought to bring is no share of it: 预计全年完成68亿元,为计划72亿元的94.4%.

The plan stays one, under the name of what is foreseen; what came of it stands elsewhere (1-9月完成45亿元), or nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_THOUGHT = sought(r"预计|预测|有望|可望|预期(?!目标)")
CUE = cue(_THOUGHT)
_OF_IT = sought(r"[\u4e00-\u9fff]{0,2}(?:左右|以上)?,?(?:可|约|将|能)*(?:为|占|达到?|完成)[^。;]{0,40}$")


def leave_foreseen_shares(text: str, found: Sequence[Reading]) -> None:
    """Take such shares from their plans, in place."""
    for index, share in enumerate(found):
        if share.voice != "claim" or share.quantity.noun != "%" or index == 0:
            continue
        plan = found[index - 1] if found[index - 1].voice == "promise" else None
        at = index - 2 if plan is not None else index - 1
        thought = found[at] if at >= 0 else None
        if thought is None or not _is_thought(thought) or thought.sentence != share.sentence:
            continue
        if _OF_IT.fullmatch(text, thought.quantity.end, share.start) is None:
            continue
        share.voice, share.settled = "context", True
        if plan is not None and len(names.folded(plan.name)) < 2:
            plan.own = plan.subject = _named_before(found, at)


def _is_thought(r: Reading) -> bool:
    said = _THOUGHT.search(r.clause_lead) is not None
    return said and r.measure == "amount" and r.voice == "forecast" and not r.bracket


def _named_before(found: Sequence[Reading], at: int) -> str:
    """The name of what is foreseen, else of the last figure of its unit before it."""
    thought = found[at]
    if len(names.folded(thought.name)) >= 2 and names.BARE_VERB.fullmatch(thought.name) is None:
        return thought.name
    before = (r for r in reversed(found[:at]) if r.quantity.noun == thought.quantity.noun and r.voice == "report")
    return next((r.name for r in before), "")
