"""What the year gives to works whose whole cost stands before it: 全年实施项目90个,总投资300亿元,年度投资_80亿元."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with

_YEARS = sought(r"[,、;]?\s?(?:其中)?(?:年度|今年|当年)(?:投资|计划)(?:额)?(?:约|为)?\s?")
_WHOLE = sought(r"(?:计划|概算|估算)?总投资(?:额)?(?:约|近|达|为)?\s?$")


@only_with(_WHOLE)
def years_money(p: Place) -> Said | None:
    """Planned, as the number of works is that its sentence opens with."""
    if p.r.quantity.noun != "元" or _YEARS.fullmatch(p.r.lead) is None or p.last is None:
        return None
    beside = p.last.sentence == p.r.sentence and _WHOLE.search(p.last.lead) is not None
    planned = any(b.voice == "promise" and b.sentence == p.r.sentence and not b.bracket for b in p.before)
    return PROMISE if beside and planned else None
