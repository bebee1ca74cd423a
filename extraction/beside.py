"""Numbers that stand side by side, without a word between: 减贫1860户6700人."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.readings import Reading
from extraction.records import Quantity


def run_end(inside: Sequence[Quantity], quantity: Quantity) -> int:
    """1897户6815人实现脱贫: where the numbers end that stand side by side."""
    end = quantity.end
    for q in inside:
        end = q.end if q.start == end else end
    return end


def beside(reading: Reading, before: list[Reading]) -> None:
    """计划减贫1860户6700人: the second number says what the first says, in another unit."""
    first = before[-1] if before else None
    if first is None or first.quantity.end != reading.start or first.quantity.noun == reading.quantity.noun:
        return
    plain = {first.voice, reading.voice} <= {"report", "promise"} and not first.bracket
    if plain and first.measure == reading.measure == "amount":
        reading.own, reading.subject, reading.part = first.own, first.subject, first.part
        reading.voice, reading.cued, reading.outlook = first.voice, first.cued, first.outlook
