"""Texts that an expression matches, made at random from its own parts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_AROUND = "完成,任务。项目:已\n有%个;(目标)是"
_MORE = 2  # times beyond the least that a repeat is made


def texts(pattern: re.Pattern[str], count: int, rng: random.Random) -> Iterator[str]:
    """Up to `count` texts that the pattern is found in; what it looks at around itself is made too."""
    parsed = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for _ in range(count):
        made = _made(parsed, rng, {})
        text = "".join(rng.choice(_AROUND) for _ in range(2)) + made + "".join(rng.choice(_AROUND) for _ in range(2))
        for candidate in (text, made, "\n" + made + "\n"):
            if pattern.search(candidate):
                yield candidate
                break


def _made(parsed: Any, rng: random.Random, groups: dict[int, str]) -> str:
    return "".join(_one(kind, value, rng, groups) for kind, value in parsed)


def _one(kind: Any, value: Any, rng: random.Random, groups: dict[int, str]) -> str:
    match kind:
        case op.LITERAL:
            return chr(value)
        case op.NOT_LITERAL | op.ANY:
            return rng.choice("某地的")
        case op.IN:
            return _of_set(value, rng)
        case op.BRANCH:
            return _made(rng.choice(value[1]), rng, groups)
        case op.SUBPATTERN:
            number, _, _, inside = value
            made = _made(inside, rng, groups)
            if number is not None:
                groups[number] = made
            return made
        case op.GROUPREF:
            return groups.get(value, "")
        case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
            least, most, inside = value
            times = rng.randint(least, min(most, least + _MORE))
            return "".join(_made(inside, rng, groups) for _ in range(times))
        case op.ASSERT:
            return _made(value[1], rng, groups) if rng.random() < 0.5 else ""
        case op.GROUPREF_EXISTS:
            return ""
        case _:
            return ""  # a place, or what must not stand there


def _of_set(members: Any, rng: random.Random) -> str:
    if members[0][0] is op.NEGATE:
        return rng.choice("某地的县区道路改造")
    kind, value = rng.choice(members)
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.RANGE:
        low, high = value
        return rng.choice("道路改造新建") if (low, high) == (0x4E00, 0x9FFF) else chr(rng.randint(low, high))
    return rng.choice({op.CATEGORY_DIGIT: "0123456789", op.CATEGORY_SPACE: " "}.get(value, "某"))
