"""What one verb says of two things is promised with the first: 创建4A级景区1家、3A级景区2家."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.words import names


def promise_beside(found: Sequence[Reading], index: int) -> None:
    """Give the number right behind this promise its voice, where it has a thing of its own and no verb; in place."""
    r, beside = found[index], found[index + 1] if index + 1 < len(found) else None
    if beside is None or beside.voice != "report" or beside.bracket or beside.clause_start != r.clause_start:
        return
    alike = beside.lead.startswith("、") and beside.quantity.noun == r.quantity.noun and beside.measure == r.measure
    if alike and len(names.folded(beside.own)) >= 2 and beside.own == beside.lead[1:].strip() and not beside.settled:
        beside.voice = "promise"
