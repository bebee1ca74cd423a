"""Places told by rank in one line, written without their ranks: 排名为:1、甲区98%;2、乙县91% reads as 甲区98%;乙县91%.

各县区排名:1.甲区112%;2.乙县、丙县100%;4.丁县85.2%      two that are equal take one rank, and the next is left out
1、甲区98%;2、乙县91%;其余未启动                          the list ends with its last place

The numbers of such a line count places, and begin no items. Each has a place and its share at once, and the first is 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.words.owner_names import PLACE

_SHARE = r"(?:仅|只|为|达|完成)?\d{1,3}(?:\.\d{1,2})?%(?:\([^()\n]{0,30}\))?"
_MEMBER = rf"{PLACE}(?:[、和]{PLACE}){{0,5}}+{_SHARE}"
_FIRST = re.compile(r"[:][ ]?(?P<mark>1[、.]\s?)(?=[\u4e00-\u9fff]{2})")
_ONE = re.compile(rf"(?P<mark>(?P<rank>\d{{1,2}})[、.]\s?){_MEMBER}(?:[;,。、]\s?|$|(?=\n))")


def places_ranked(text: str) -> Iterator[Edit]:
    """The edits that take such ranks away."""
    for first in _FIRST.finditer(text):
        marks = [member.span("mark") for member in _ranked(text, first.start("mark"))]
        if len(marks) > 1:
            yield from ((start, end, "") for start, end in marks)


def _ranked(text: str, position: int) -> Iterator[re.Match[str]]:
    """The members of the list that begins there, each with a higher rank than the one before."""
    last = 0
    while (member := _ONE.match(text, position)) is not None and int(member["rank"]) > last:
        yield member
        position, last = member.end(), int(member["rank"])
