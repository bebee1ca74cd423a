"""A change told twice with one verb and nothing else: the first was to be, the second is: 会议费压减10%,压减7.4%."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_VERB = r"(?:压减|压缩|削减|下降|降低|减少|增长)"
_FIRST = sought(rf"(?P<verb>{_VERB})\s?$")
_AGAIN = sought(rf"[,、]?\s?(?P<verb>{_VERB})\s?")
CUE = cue(sought(_VERB))
_TOLD = sought(r"已|目前|截至|累计|实际|[同环]比|比上年|较上年|比去年|月|季度|半年|去年|上年|其中|平均")


def mark_verb_again(text: str, found: Sequence[Reading]) -> None:
    """Give the first of such two the voice of a promise, in place."""
    for first, second in pairwise(found):
        growth = first.measure == second.measure == "growth" and first.voice == second.voice == "report"
        if not growth or first.bracket or second.bracket or len(names.folded(first.own)) < 2:
            continue
        said, again = _FIRST.search(first.lead), _AGAIN.fullmatch(text, first.quantity.end, second.start)
        if (
            said is not None
            and again is not None
            and said["verb"] == again["verb"]
            and not _TOLD.search(first.clause_lead)
        ):
            first.voice, first.cued, second.cued = "promise", True, True
