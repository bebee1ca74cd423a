"""How far a work was to be by now, and how far it is: 预定进度57%,实际进度54%. The first is compared as it stands."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with
from extraction.words import names
from extraction.words.words_around import without_leading

_PROGRESS = r"(?:的)?(?:工程|施工|总体|形象)?进度"
_OUGHT = rf"(?:预定|计划|规划|(?<![供响反效适感对])应)(?:累计)?(?:完成|达到?|有)?{_PROGRESS}(?:应?为|应?达到?|是)?\s?"
_BUT = r"[,、;(]?\s?(?:但|而|目前|截至目前)*"
_REALLY = rf"{_BUT}实际(?:累计)?(?:完成)?{_PROGRESS}(?:仅|只|才|已|约)*(?:为|达到?|是|有)?(?:约|近)?\s?"
_SCHEDULED = sought(rf"(?<!按)(?<!按照){_OUGHT}$")
_THEN_REAL = sought(rf"{_REALLY}\d[\d.]{{0,6}}%")
_REAL = sought(_REALLY)
_DATED = sought(r"^.*?(?:[底末日]|目前|季度|半年)[,、]?(?=[\u4e00-\u9fff]{2})")


@only_with(sought(r"实际"))
def scheduled_progress(p: Place) -> Said | None:
    """东环路预定进度_57%,实际进度54%."""
    if p.r.quantity.noun != "%" or _THEN_REAL.match(p.s.text, p.r.quantity.end) is None:
        return None
    said = _SCHEDULED.search(p.clause_lead)
    if said is None:
        return None
    own = without_leading(_DATED.sub("", p.clause_lead[: said.start()]).strip(",、; "))
    own = own if len(names.folded(own)) >= 2 else p.r.subject or p.r.own
    p.r.settled = True
    return Said(
        "promise", cued=True, interim=True, part=False, own=f"{own}进度", subject=f"{own}进度", measure="percent"
    )


@only_with(sought(r"实际"))
def real_progress(p: Place) -> Said | None:
    """东环路预定进度57%,实际进度_54%."""
    last = p.last
    if last is None or last.voice != "promise" or not (last.interim and last.settled) or not last.own.endswith("进度"):
        return None
    if p.r.quantity.noun != "%" or _REAL.fullmatch(p.s.text, last.quantity.end, p.r.start) is None:
        return None
    p.r.settled = True
    return Said("report", part=False, own=last.own, subject=last.own, measure="percent")
