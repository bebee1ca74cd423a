"""泊位_一项提前收官: that one task of those named, and no number of anything."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_THAT_ONE = sought(
    r"[一1][项件](?:已|也|则|还|均|更|率先|超额|如期|进展|推进|进度|尚|仍|暂|未|滞后|偏慢|落后|就|便|提前)"
)


@only_with(_THAT_ONE)
def that_one(p: Place) -> Said | None:
    """公厕_一项提前两个月完成: which of the tasks it was."""
    named = p.r.quantity.noun in ("项", "件") and len(p.r.lead.strip()) >= 2
    return CONTEXT if named and _THAT_ONE.match(p.s.text, p.r.start) else None
