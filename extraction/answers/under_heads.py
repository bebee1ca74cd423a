"""Two promises of one measure, each behind its own head: a figure answers the one whose head it stands behind.

    新建幼儿园14所,新增学位4100个;新建小学6所,新增学位8200个。幼儿园建成9所,新增学位2700个;小学建成4所,新增学位5300个。

The figures' own names say nothing that tells the two apart, nor does their order. Where no head is told, and the plans
stand together before the figures, none of them answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_END = ";。\n"
_ENDS = sought(rf"[{_END}]")
_WORDS = 60  # characters of a clause that may name the head without a number: 标准厂房已封顶,完成投资4.2亿元
_REACH = 8  # numbers between a measure and its head
_ALIKE = 0.5  # of a head's name to what the promise's is called

_Key = tuple[str, str, str]


def of_other_head(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """Why a figure behind another head answers not this promise, or None."""
    heads = _twins(scope, promise)
    if not heads or promise.reading.behind is reading:
        return None
    mine = promise.reading.start
    if (told := _told_of(scope, heads, reading)) is not None:
        return None if told == mine else refusals.other_kind(heads[told])
    before = max((place for place in heads if place < reading.start), default=None)
    in_turn = before is not None and _told_between(scope, promise, [*heads])
    return None if in_turn and before == mine else refusals.SAME_NAMES


def name_by_heads(scope: Scope) -> None:
    """Call each such promise by its head as well, in place."""
    for p in scope.promises:
        head = _twins(scope, p).get(p.reading.start, "")
        p.name = p.name if p.name.startswith(head) else f"{head}{p.name}"


def is_told_by_head(scope: Scope, promise: Promise | None) -> bool:
    """Whether only its head tells the promise from others."""
    return promise is not None and bool(_twins(scope, promise))


def _twins(scope: Scope, promise: Promise) -> Mapping[int, str]:
    """The heads of all promises that are called as this one, by the places of the promises; none where it is alone."""
    if scope.heads is None:
        scope.heads = _all_heads(scope)
    return scope.heads.get(promise.reading.start, {})


def _all_heads(scope: Scope) -> dict[int, dict[int, str]]:
    groups: dict[_Key, list[Reading]] = {}
    for p in scope.promises:
        if (key := _key(p.reading)) is not None:
            groups.setdefault(key, []).append(p.reading)
    inner = {key for key, group in groups.items() if len(group) > 1}
    heads: dict[int, dict[int, str]] = {}
    for key in inner:
        told = {r.start: _head(scope, r, inner) for r in groups[key]}
        if all(told.values()) and _apart([*told.values()]):
            heads.update(dict.fromkeys(told, told))
    return heads


def _key(r: Reading) -> _Key | None:
    """What promises have in common that only their heads tell apart: name, or whose they are, and what is counted."""
    called = (r.owner or "") if r.own in ("", r.owner) else f"{r.owner or ''}{names.folded(r.own)}"
    return (called, r.quantity.noun, r.measure) if len(called) >= 2 and not names.is_bare(called) else None


def _apart(heads: Sequence[str]) -> bool:
    return all(_likeness(a, b) < _ALIKE for n, a in enumerate(heads) for b in heads[:n])


def _likeness(head: str, told: str) -> float:
    if names.conflict(head, told):
        return 0.0
    thing = _thing(head)
    return 1.0 if len(thing) >= 2 and thing in told else names.likeness(head, told)


def _thing(head: str) -> str:
    did = names.BARE_VERB.match(head)
    return head[did.end() :] if did is not None else head


def _before(scope: Scope, r: Reading) -> Iterator[Reading]:
    """The numbers of its stretch of the sentence that it may stand behind, the nearest first."""
    at, mine = index_of(scope.found, r.start), _key(r)
    for before in reversed(scope.found[max(0, at - _REACH) : at]):
        ended = before.sentence != r.sentence or _ENDS.search(scope.text, before.quantity.end, r.start) is not None
        if ended or (mine is not None and _key(before) == mine):
            return
        if not (before.part or before.bracket or before.owner):
            yield before


def _head(scope: Scope, r: Reading, inner: Collection[_Key]) -> str:
    """The name of the number that it stands behind: 新建小学5所,新增学位|7500个; empty where none."""
    head = next(_before(scope, r), None)
    while head is not None and _key(head) in inner and (further := next(_before(scope, head), None)) is not None:
        head = further  # 建成8所,投资1.2亿元,新增学位|2400个
    return head.name if head is not None and len(names.folded(head.name)) >= 2 else ""


def _told_of(scope: Scope, heads: Mapping[int, str], r: Reading) -> int | None:
    """The place of the promise behind whose head the figure stands; None where no head is told, or two are alike."""
    for told in (r.own, *(b.name for b in _before(scope, r))):
        alike = {place: _likeness(head, told) for place, head in heads.items()}
        best = max(alike.values())
        if best >= _ALIKE and len(named := [place for place, how in alike.items() if how == best]) == 1:
            return named[0]
    words = scope.text[max(0, r.start - _WORDS) : r.start]
    words = words[max(words.rfind(end) for end in _END) + 1 :]
    said = [place for place, head in heads.items() if len(thing := _thing(head)) >= 2 and thing in words]
    return said[0] if len(said) == 1 else None


def _told_between(scope: Scope, promise: Promise, places: Sequence[int]) -> bool:
    """Whether each plan is told before the next one is set: a figure of the unit stands between two of them."""
    first, last = min(places), max(places)
    between = scope.found[index_of(scope.found, first) : index_of(scope.found, last)]
    return any(r.voice == "report" and r.quantity.noun == promise.target.noun for r in between)
