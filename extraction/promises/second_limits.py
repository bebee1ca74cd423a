"""The second tier of a limit is a limit too: 浓度不高于37,力争35; 失业率控制在5.5%以内,力争5%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.promises.targets import Promise
from extraction.sought import sought

_SECOND = sought(r"[,、;(]?\s?(?:力争|争取|努力|确保)(?:控制)?(?:达到|实现|为|在|到)?\s?$")


def with_second_limits(promises: Sequence[Promise]) -> Iterator[Promise]:
    """The promises, the second tier of each limit as a limit of its kind."""
    last: Promise | None = None
    for promise in promises:
        if last is not None and _is_second(last, promise):
            target = replace(promise.target, operator="<=")
            promise = replace(promise, target=target, kind=last.kind, direction=last.direction, accrues=last.accrues)
        yield promise
        last = promise


def _is_second(first: Promise, second: Promise) -> bool:
    """Whether the number right behind a limit, of its unit and no larger, is strived for and says no bound."""
    a, b = first.reading, second.reading
    known = first.kind == "ceiling" and first.target.operator == "<=" and a.sentence == b.sentence
    if not known or a.quantity.noun != b.quantity.noun or not b.base <= a.base <= b.base * 2:
        return False
    return _SECOND.fullmatch(b.lead) is not None and not b.tail.startswith(("以上", "及以上"))
