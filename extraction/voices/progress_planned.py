"""How far a work is, and in the bracket behind it how far it shall be by the year's end: 完成38%(年度计划60%)."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

PLANNED = sought(r"(?:年度|全年|年|今年)?计划(?:进度|完成)?(?:为|达到?)?\s?")
_FAR_ON = sought(r"完成(?:了)?(?:总工程量的?|工程量的?|总量的?)?\s?$")


def progress_of(of: Reading, r: Reading) -> bool:
    """体育中心完成38%(年度计划_60%): how far a work is, right before the bracket with how far it shall be."""
    share = of.voice in ("claim", "report") and of.quantity.noun == r.quantity.noun == "%" and not of.bracket
    beside = r.start - of.quantity.end <= len("(年度计划进度为")
    return share and beside and len(of.own) >= 3 and _FAR_ON.search(of.lead) is not None
