"""Growth that a sentence without a name tells is of what was told right before it, and answers no other goal.

人均纯收入增长15%。公益岗位安置2310人。较去年同期增长12.5%       of the 2310
工业用电量增长7%。全县工业用电量18.6亿千瓦时。较去年同期增长5.2%   of what was promised
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_NAMELESS = sought(
    r"\s?(?:(?:与|较|比)?(?:去年|上年)?同期?(?:相比|比)?|同比|环比)[,、]?(?:增长|增加|下降|减少|上升|提高|降低)了?\s?"
)
_UNLIKE = 0.3


def grown_before(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether the growth has no name, and the figure in the sentence before it is of another thing than the goal."""
    if reading.measure not in ("growth", "change") or reading.own or _NAMELESS.fullmatch(reading.lead) is None:
        return False
    before = [r for r in scope.found if r.start < reading.start and not r.bracket]
    last = before[-1] if before else None
    if last is None or last is promise.reading or last.sentence == reading.sentence or last.voice == "promise":
        return False
    return last.sentence > promise.reading.sentence and names.likeness(promise.name, last.name) < _UNLIKE
