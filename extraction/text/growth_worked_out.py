"""A goal of growth with the amount that it comes to: 今年目标增长8%,即34.1亿元 reads as 今年目标增长8%,达到34.1亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_THAT_IS = re.compile(
    r"(?:目标|计划|预期|任务|力争|确保)(?:是|为|要)?(?:增长|增加|提高)\d[\d.]{0,5}%(?:以上|左右)?[,、]"
    rf"(?P<that>即|也就是|相当于)(?:达到?|实现|完成)?(?=\d[\d.]{{0,8}}[万亿]?(?:{units.AMOUNTS})[,。;\n])"
)


def growth_worked_out(text: str) -> Iterator[Edit]:
    """The edits that say of such an amount that it shall be reached."""
    for found in _THAT_IS.finditer(text) if "%" in text else ():
        yield found.start("that"), found.end(), "达到"
