"""Numbers that stand side by side, without a word between: 减贫1860户6700人."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.records import Quantity
from extraction.sentences.readings import Reading
from extraction.sought import sought


def run_end(inside: Sequence[Quantity], quantity: Quantity) -> int:
    """1897户6815人实现脱贫: where the numbers end that stand side by side."""
    end = quantity.end
    for q in inside:
        end = q.end if q.start == end and q.noun != quantity.noun else end  # 建成97所12所正在装修 lost its comma
    return end


def beside(reading: Reading, before: list[Reading]) -> None:
    """计划减贫1860户6700人: the second number says what the first says, in another unit."""
    first = before[-1] if before else None
    if first is None or first.sentence != reading.sentence or first.quantity.noun == reading.quantity.noun:
        return
    if first.quantity.end != reading.start and not _as_long(first, reading):
        return
    plain = {first.voice, reading.voice} <= {"report", "promise"} and not first.bracket
    if plain and first.measure == reading.measure == "amount":
        reading.own, reading.subject, reading.part = first.own, first.subject, first.part
        reading.voice, reading.cued, reading.outlook = first.voice, first.cued, first.outlook
        reading.lead = reading.lead if first.quantity.end == reading.start else first.lead


_THINGS = sought(
    r"个?(?:项目|标段|工程|路段|小区|地块|片区|河段)(?:共|共计|合计|总计|约|近|总长|全长|里程|总里程|面积|总面积)*\s?"
)
_SIZES = frozenset((*units.LENGTH, *units.AREA))


def _as_long(first: Reading, reading: Reading) -> bool:
    """已开工9个标段120公里: how long the counted things are, under the verb of their count."""
    counted = first.quantity.noun in units.COUNTED and reading.quantity.noun in _SIZES
    return counted and first.clause_start == reading.clause_start and _THINGS.fullmatch(reading.lead) is not None
