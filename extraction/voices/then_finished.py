"""What shall be finished, bare behind what shall be begun: 将开工安置房360套,建成_290套。已开工310套,建成170套。

Alone it might tell what came of the plan before it (将改造86个,建成41个). Where the same verb tells another figure of
the same unit, in another sentence near by, that is what came, and this one is still to come.
"""

from __future__ import annotations

import re

from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with

_SHALL = sought(
    r"(?:^|[,。;:、\n])\s?(?:今年|全年|年内|[全我本][省市县旗区州乡镇]|\d{4}年|还|也|共|计划|,)*将(?!军|于|在)[^,。;:\d]*\s?$"
)
_FINISHED = r"建成|竣工|完工|交付|投产|投用|通车|完成"
_BARE = sought(rf"[,、]\s?(?P<verb>{_FINISHED})\s?")
_NEAR = 300  # characters on either side


@only_with(_SHALL)
def then_finished(p: Place) -> Said | None:
    """今年将开工安置房3600套,建成_2900套: told by another figure of that verb near by."""
    last, r = p.last, p.r
    if last is None or r.bracket or last.voice not in ("forecast", "promise") or last.sentence != r.sentence:
        return None
    said = _BARE.fullmatch(p.s.text, last.quantity.end, r.start)
    if said is None or last.quantity.noun != r.quantity.noun or _SHALL.search(last.clause_lead) is None:
        return None
    start, end = p.s.sentence.start, p.s.sentence.end
    told = re.compile(rf"{said['verb']}[^,。;:\d]{{0,8}}\d[\d.,]*\s?[万亿]?(?:{re.escape(r.quantity.noun)})")
    before, behind = p.s.text[max(0, start - _NEAR) : start], p.s.text[end : end + _NEAR]
    if told.search(before) is None and told.search(behind) is None:
        return None
    return Said(last.voice, cued=last.cued)
