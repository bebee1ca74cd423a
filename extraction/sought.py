"""Regular expressions compiled once, and tried only where they can begin.

Most patterns here are lists of words, sought in a text that holds none of them. `re` tries every alternative at every
character unless all of them begin with a plain one. `sought` derives from the expression itself which characters a
match can begin with, and lets it be tried at no other: what it finds is the same.
"""

from __future__ import annotations

import re
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_CATEGORIES = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_NOWHERE = (op.ASSERT, op.ASSERT_NOT, op.AT)  # take no character; what stands behind them begins the match
_SPACED, _WIDE = 400, 200  # characters of a set, or of a range in it; a wider one tells little apart


@cache
def sought(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled expression, kept for good: for expressions that stand in the code, not for made ones."""
    begins = _beginnings(expression, flags)
    return re.compile(f"(?=[{begins}])(?:{expression})" if begins else expression, flags)


def _beginnings(expression: str, flags: int) -> str:
    """The characters that a match can begin with, as the inside of a set; empty where no set helps."""
    parsed = _parser.parse(expression, flags)
    begins = None if flags or _seen(parsed) else _first(parsed)
    return "" if begins is None or "" in begins or sum(map(len, begins)) > _SPACED else "".join(sorted(begins))


def _seen(parsed: Any) -> bool:
    """Whether all alternatives begin with one plain character or set: `re` looks for those by itself."""
    while len(parsed) and parsed[0][0] is op.SUBPATTERN:
        parsed = parsed[0][1][3]
    if not len(parsed):
        return True
    kind, value = parsed[0]
    if kind in _REPEATS and value[0] and len(value[2]) == 1:
        kind, value = value[2][0]
    alone = kind in (op.LITERAL, op.IN)
    return alone or (kind is op.BRANCH and all(len(p) and p[0][0] is op.LITERAL for p in value[1]))


def _first(parsed: Any) -> set[str] | None:
    """The set's members, "" among them where the match may be empty; None where any character may begin it."""
    found: set[str] = set()
    for kind, value in parsed:
        members = _of(kind, value)
        if members is None:
            return None
        found |= members - {""}
        if "" not in members:
            return found
    return found | {""}


def _of(kind: Any, value: Any) -> set[str] | None:
    if kind is op.LITERAL:
        return {re.escape(chr(value))}
    if kind is op.IN:
        return _members(value)
    if kind is op.BRANCH:
        return _union([_first(p) for p in value[1]])
    if kind is op.SUBPATTERN:
        return None if value[1] or value[2] else _first(value[3])
    if kind in _REPEATS:
        return _union([_first(value[2]), {""} if value[0] == 0 else set()])
    if kind is op.ASSERT and value[0] > 0 and (ahead := _first(value[1])) is not None and "" not in ahead:
        return ahead
    return {""} if kind in _NOWHERE else None


def _union(sets: list[set[str] | None]) -> set[str] | None:
    known = [s for s in sets if s is not None]
    return set().union(*known) if len(known) == len(sets) else None


def _members(items: Any) -> set[str] | None:
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(re.escape(chr(value)))
        elif kind is op.RANGE and value[1] - value[0] < _WIDE:
            found.add(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif kind is op.CATEGORY and value in _CATEGORIES:
            found.add(_CATEGORIES[value])
        else:
            return None
    return found
