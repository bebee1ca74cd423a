"""Bounds that a sign alone sets: 氨氮≤1.0毫克/升、总磷≤0.2毫克/升,实测0.72毫克/升、0.23毫克/升.

Nobody measures ≤1.0: such a number is a goal where a bare one of its unit tells behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_SIGNED = sought(r"[≤≥≦≧]\s?$")
CUE = cue(_SIGNED)
_TOLD = sought(r"已|目前|实测|监测值|截至|\d月|季度|半年")


def mark_signed(found: Sequence[Reading]) -> None:
    """Give the voice of a promise to such numbers, in place."""
    signed = [r for r in found if _is_signed(r)]
    for r in signed:
        behind = (a for a in found if a.start > r.start and 0 <= a.sentence - r.sentence <= 1)
        if any(a.quantity.noun == r.quantity.noun and a.voice == "report" and a not in signed for a in behind):
            r.voice, r.cued = "promise", True


def _is_signed(r: Reading) -> bool:
    plain = r.voice == "report" and not r.bracket and r.quantity.unit != ""
    return plain and _SIGNED.search(r.lead) is not None and _TOLD.search(r.clause_lead) is None
