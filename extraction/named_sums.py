"""A plan for several things named in one list, told thing by thing: 新建学校、幼儿园7所 ... 建成学校2所、幼儿园3所.

Each of the figures is only a part; all of them together are the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extraction import names
from extraction.readings import Reading
from extraction.sought import sought
from extraction.targets import Promise

_JOIN = sought(r"[、]|(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff]{2})")


@lru_cache(maxsize=2048)
def members(name: str) -> tuple[str, ...]:
    """The things that the name lists: 新建中小学、幼儿园 -> both; none where it names one."""
    if not _JOIN.search(name):
        return ()
    parts = [part.strip() for part in _JOIN.split(sought(r"\([^()]*\)").sub("", name)) if part.strip()]
    things = [p for p in parts if len(names.folded(p)) >= 2 and names.BARE_VERB.fullmatch(p) is None]
    return tuple(parts) if len(parts) > 1 and len(things) == len(parts) else ()


def member(promise: Promise, reading: Reading) -> str | None:
    """The one thing of the promise's list that the figure is of, and of no other."""
    if (
        promise.measure != "amount"
        or not reading.own
        or names.BARE_VERB.fullmatch(reading.own)
        or len(members(reading.own)) > 1
    ):
        return None
    named = [m for m in members(promise.name) if _is_of(reading, m)]
    return named[0] if len(named) == 1 else None


def told_by_name(promise: Promise, found: Sequence[Reading]) -> list[Reading]:
    """One figure of its unit for each thing of the promise's list, side by side in one sentence; else none."""
    listed = members(promise.name)
    run: list[Reading] = []
    for r in found if listed else ():
        fitting = r.voice == "report" and r.quantity.noun == promise.target.noun and not (r.bracket or r.part)
        if r.start <= promise.reading.start or not fitting or member(promise, r) is None:
            run = []
            continue
        run = [*run, r] if not run or run[-1].sentence == r.sentence else [r]
        if len({member(promise, one) for one in run}) == len(run) == len(listed):
            return run
    return []


def _is_of(reading: Reading, thing: str) -> bool:
    return names.likeness(thing, reading.own) >= 0.8
