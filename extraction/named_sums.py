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


_DOING = sought(r"^(?:新增|新认定|认定|培育|创建|获评|评定)(?=..)")


@lru_cache(maxsize=2048)
def members(name: str) -> tuple[str, ...]:
    """The things that the name lists: 新建中小学、幼儿园 -> both; none where it names one."""
    if not _JOIN.search(name):
        return ()
    parts = [part.strip() for part in _JOIN.split(sought(r"\([^()]*\)").sub("", name)) if part.strip()]
    parts = [_DOING.sub("", parts[0]), *parts[1:]] if len(parts) > 2 else parts
    things = [p for p in parts if len(p) >= 2 and names.folded(p) and names.BARE_VERB.fullmatch(p) is None]
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
    return _some(promise, found) if len(listed) > 2 else []


def _some(promise: Promise, found: Sequence[Reading]) -> list[Reading]:
    """绿色、有机、地理标志农产品12个: 获绿色认证7个、有机认证2个. All that is told, of two things or more."""
    told = [r for r in found if r.start > promise.reading.start and r.quantity.noun == promise.target.noun]
    told = [r for r in told if r.voice == "report" and not (r.bracket or r.part)]
    named = [member(promise, r) for r in told]
    one_list = len({r.clause_start for r in told}) == 1 and None not in named
    return told if len(told) > 1 and one_list and len(set(named)) == len(told) else []


def _is_of(reading: Reading, thing: str) -> bool:
    return thing in reading.own or names.likeness(thing, reading.own) >= 0.8
