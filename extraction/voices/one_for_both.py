"""What was handled, without a name, behind two kinds beside each other, of more than either: it is of both together.

承办代表建议56件、政协提案48件,已办结62件        62 of 104, and of none of them how many
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said

_BARE = sought(
    r"[,;。]\s?(?:截[至止][^,。;\d]{0,4}|目前|现|至今)?,?(?:均|已|共|累计|合计|全部)*(?:办结|办理|办复|答复)(?:了)?\s?"
)
_BESIDE = sought(r"[、和及]")


def one_for_both(p: Place) -> Said | None:
    """代表建议56件、政协提案48件,已办结_62件."""
    if len(p.before) < 2 or p.r.measure != "amount" or p.r.bracket:
        return None
    first, second = p.before[-2:]
    nouns = {first.quantity.noun, second.quantity.noun, p.r.quantity.noun}
    if len(nouns) != 1 or not _BESIDE.match(p.s.text, first.quantity.end) or first.sentence != second.sentence:
        return None
    if not max(first.base, second.base) < p.r.base <= first.base + second.base:
        return None
    if _BARE.fullmatch(p.s.text, second.quantity.end, p.r.start) is None:
        return None
    p.r.settled = True
    return CONTEXT
