"""What shall be done about a lag is no promise of the year: 整改措施:增加施工队伍6支,10月底前建成2000亩."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_REMEDY = sought(r"(?:整改|改进|追赶|补救)(?:落实)?(?:措施|办法|举措):[^。\n]*$")
CUE = cue(_REMEDY)
_FAR = 160  # characters behind the label
_KEPT = ("gap", "claim", "peer", "base")


def mark_remedies(text: str, found: Sequence[Reading]) -> None:
    """Take the voice of what such a label introduces, in place."""
    for r in found:
        if r.voice not in _KEPT and _REMEDY.search(text[max(0, r.start - _FAR) : r.start]):
            r.voice, r.settled = "context", True
