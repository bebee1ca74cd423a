"""Answers in other words than the plan's, known by date and unit: 培训2000人次,截至10月办班38期2264人次."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_DATED = sought(
    r"[,、]\s?(?:截至|截止|到|至)?(?:[^,。;\d]{0,4}|\d{1,2}(?:-\d{1,2})?)(?:月[底末份]?|半年|季度|目前|年末)[,已共]?"
)


def is_dated_answer(text: str, found: Sequence[Reading], first: Reading, second: Reading) -> bool:
    """技能培训2000人次,截至10月举办培训班38期2264人次: dated, alone of its unit, and a word of the name in its own."""
    apart = second.sentence - first.sentence
    if not 0 <= apart <= first.heading or second.quantity.noun != first.quantity.noun:
        return False
    if not _DATED.match(text[first.quantity.end : min(second.start, first.quantity.end + 40)]):
        return False
    same = [
        r for r in found if first.sentence <= r.sentence <= second.sentence and r.quantity.noun == first.quantity.noun
    ]
    mine, told = names.folded(first.own), names.folded(second.own)
    shared = any(mine[i : i + 2] in told for i in range(len(mine) - 1) if not names.is_generic(mine[i : i + 2]))
    return same == [first, second] and shared and bool(first.quantity.noun)


def name_dated(text: str, found: Sequence[Reading]) -> None:
    """Call the dated answers by the names of their plans, in place."""
    for promised in found:
        if promised.voice != "promise" or promised.measure != "amount" or promised.bracket:
            continue
        for told in found:
            if told.start > promised.start and is_dated_answer(text, found, promised, told):
                told.own, told.subject = "", promised.name
