"""Which patterns a sentence can hold at all, told from its characters.

Most questions that are put to a number are lists of words of which its sentence has none. From the expressions of such
patterns a few characters are derived of which every match holds one; one look at the characters of a sentence then
answers for all cues at once, and what lacks its cue is not asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, reduce
from operator import or_
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

ANYWHERE = 1  # the cue of what has none: every text has it
# how much a character counts against a set, by how many of a hundred sentences with numbers hold it
_USUAL = {
    **dict.fromkeys("0123456789,.%年成完目元", 30),
    **dict.fromkeys("月个工增标万全度()、务亿市人新上业计任-进建中公已资项区分", 14),
    **dict.fromkeys(
        "改点长县比:率农实位以占划于下为民村投局入政生达同其开到预发收城造情前况省日总期在高报百镇一产户家水", 7
    ),
    **dict.fromkeys(
        "通保出金办至底时是有三算展次”“要重定方均地里第企面降府查平部季化社数会老主共低截亩提小加费作事设额半值路未"
        "居级体合用现和行乡施就规单内源安场基大序来别电理科外推量制关口的;",
        4,
    ),
}
_RARE = 1  # any other; the set that counts least is taken
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_WIDEST = 64  # characters of a set that still tell something

_cues: dict[str, int] = defaultdict(int)  # of each character, the bits of the cues that it can be of
_count = 0


def cue(*patterns: re.Pattern[str]) -> int:
    """The bit that stands for the patterns. A pattern of which no character tells anything is an error."""
    global _count
    _count += 1
    for pattern in patterns:
        needed = _of_all(_parser.parse(pattern.pattern))
        if needed is None:
            raise ValueError(f"no character tells whether {pattern.pattern!r} can match")
        for character in needed:
            _cues[character] |= 1 << _count
    _telling.cache_clear()
    return 1 << _count


def cues_in(piece: str) -> int:
    """The cues of all patterns that can match in some part of the text."""
    return reduce(or_, map(_cues.__getitem__, _telling().findall(piece)), ANYWHERE)


@cache
def _telling() -> re.Pattern[str]:
    """Any character that is of a cue: sought as a set, it passes over the others without looking at each by itself."""
    return re.compile(f"[{''.join(map(re.escape, _cues))}]")


def _of_all(parsed: Any) -> frozenset[str] | None:
    """Characters of which the sequence needs one: those of the part that tells most."""
    sets = [found for kind, value in parsed if (found := _of(kind, value)) is not None]
    return min(sets, key=_weight, default=None)


def _weight(characters: frozenset[str]) -> int:
    return sum(_USUAL.get(c, _RARE) for c in characters)


def _of(kind: Any, value: Any) -> frozenset[str] | None:
    if kind is op.LITERAL:
        return frozenset(chr(value))
    if kind is op.IN:
        return _members(value)
    if kind is op.BRANCH:
        sets = [_of_all(way) for way in value[1]]
        return None if None in sets else frozenset().union(*(s for s in sets if s is not None))
    if kind is op.SUBPATTERN:
        return _of_all(value[3])
    if kind in _REPEATS and value[0]:
        return _of_all(value[2])
    return None


def _members(items: Any) -> frozenset[str] | None:
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < _WIDEST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found)
