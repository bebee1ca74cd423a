"""What the rest is of a whole: 税收收入占预算收入的61%;非税收入2.3亿元,占39%. It is no share of a plan.

A bare 占 goes on from the last share of whatever it was; that the two make a hundred says of which.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_BARE = sought(r"[,、(]?\s?(?:仅|只)?占(?:比)?(?:为|达)?\s?")
_OF_A_WHOLE = sought(r"占[^,。;\d]{2,20}的?(?:比重|比例)?(?:为|达到?|约)?\s?$")
_PLAN = sought(r"任务|目标|计划|指标")
CUE = cue(sought(r"占(?:比)?(?:为|达)?\s?\d"))
_NEAR = 6  # numbers before it
_CLOSE = Decimal("0.15")  # percentage points: two shares with one decimal each


def silence_complements(found: Sequence[Reading]) -> None:
    """Take the voice of a claim from what is the rest of such a whole, in place."""
    for index, r in enumerate(found):
        if r.voice != "claim" or r.bracket or _BARE.fullmatch(r.lead) is None:
            continue
        before = (b for b in found[max(0, index - _NEAR) : index] if b.quantity.noun == "%" and b.voice == "report")
        of_wholes = (b for b in before if _OF_A_WHOLE.search(b.lead) and not _PLAN.search(b.lead))
        if any(abs(b.value + r.value - 100) <= _CLOSE for b in of_wholes):
            r.voice, r.settled = "context", True
