"""What the sentence before has just named, where the next one opens with telling: 危旧桥改造计划23座。|已完工19座."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extraction.sentences.doers import passes_by
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.words import names
from extraction.words.when import after_when

_TELLS_ON = sought(r"[,、\s]*(?:已|现|累计|共|实际|完成|实现|达|分别|均)")
_BEGUN = sought(r"^开工|(?<=..)新?(?:开工|动工)$")


def last_sentence(found: Sequence[Reading], index: int, point: int) -> list[Reading]:
    """The numbers of the sentence before, the last of those read so far, where it is of the same point."""
    return [*takewhile(lambda r: r.sentence == index and r.point == point, reversed(found))]


def just_named(s: SentenceContext, reading: Reading) -> str:
    """The name of the one number of this unit there; empty where there are more, or where it is of another stage."""
    if reading.bracket or not reading.quantity.noun or _TELLS_ON.match(after_when(s.piece)) is None:
        return ""
    alike = [
        r
        for r in s.just_told
        if r.quantity.noun == reading.quantity.noun and not (r.bracket or r.part or passes_by(r.own))
    ]
    name = alike[0].name if len(alike) == 1 else ""
    other_stage = _BEGUN.search(name) is not None and names.is_bare(reading.own)
    return "" if len(names.folded(name)) < 4 or other_stage else name
