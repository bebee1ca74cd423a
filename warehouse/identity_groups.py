"""Which of many promises are one: groups that no report tells twice, whatever the order they were loaded in.

Pure: the answer follows from the set of promises, what is known of pairs of them, and what people ruled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Kin(Protocol):
    """What is known of a pair: `how` is clause, lead, name or doubtful, `score` the likeness of their names."""

    @property
    def how(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Member:
    """An indicator key with the readings that hold it; `first` sorts it by year and month of its first report."""

    key: str
    year: int
    first: int
    folded: str
    clauses: frozenset[int]
    readings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on two keys; of all that hold, newest first."""

    a: str
    b: str
    same: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member belongs: `how` and `score` tell what joined it, `own` where nothing did."""

    promise_id: str
    year_key: str
    how: str = "own"
    score: float = 100.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two members that may be one; the earlier first."""

    a: str
    b: str
    score: float
    why: str


class _Groups:
    """Members joined so far; what may not be joined any more is refused."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.of = {member.key: member.key for member in members}
        self.held = {member.key: [member.key] for member in members}
        self.readings = {member.key: set(member.readings) for member in members}
        self.apart: set[frozenset[str]] = set()

    def may_join(self, a: str, b: str) -> bool:
        x, y = self.of[a], self.of[b]
        if x == y or self.readings[x] & self.readings[y]:
            return False
        return not any(frozenset((p, q)) in self.apart for p in self.held[x] for q in self.held[y])

    def join(self, a: str, b: str) -> bool:
        if not self.may_join(a, b):
            return False
        x, y = sorted((self.of[a], self.of[b]))
        self.held[x] += self.held.pop(y)
        self.readings[x] |= self.readings.pop(y)
        self.of.update(dict.fromkeys(self.held[x], x))
        return True

    def part(self, a: str, b: str) -> None:
        if self.of[a] != self.of[b]:
            self.apart.add(frozenset((a, b)))


_STRENGTH = {"person": 0, "clause": 1, "lead": 2, "name": 3}


def grouped(
    members: Sequence[Member], kinship: Callable[[str, str], Kin | None], rulings: Sequence[Ruling] = ()
) -> tuple[dict[str, Place], list[Doubt]]:
    """The place of every member, and the pairs that are left for a person."""
    by_key = {member.key: member for member in sorted(members, key=lambda m: m.key)}
    groups = _Groups(list(by_key.values()))
    joined: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for ruling in rulings:
        if ruling.a in by_key and ruling.b in by_key:
            _obey(groups, ruling, joined)
    kin = {pair: found for pair in _candidates(by_key) if (found := kinship(*pair)) is not None}
    certain = [(pair, found) for pair, found in kin.items() if found.how != "doubtful"]
    for pair, found in sorted(certain, key=lambda one: _rank(by_key, *one)):
        if groups.join(*pair):
            for key in pair:
                joined[key].append((found.how, found.score))
    return _places(by_key, groups, joined), list(_doubts(by_key, groups, kin))


def _obey(groups: _Groups, ruling: Ruling, joined: Mapping[str, list[tuple[str, float]]]) -> None:
    if not ruling.same:
        groups.part(ruling.a, ruling.b)
    elif groups.join(ruling.a, ruling.b):
        for key in (ruling.a, ruling.b):
            joined[key].append(("person", 100.0))


def _rank(by_key: Mapping[str, Member], pair: tuple[str, str], found: Kin) -> tuple[object, ...]:
    """The surest first: of one year before another, of neighbouring years before distant ones; then by their keys."""
    a, b = (by_key[key] for key in pair)
    return abs(a.year - b.year), _STRENGTH[found.how], -found.score, pair


def _candidates(by_key: Mapping[str, Member]) -> Iterator[tuple[str, str]]:
    """Pairs that share a pair of characters, or a clause; what one report tells apart is never one."""
    shelves: dict[object, list[str]] = defaultdict(list)
    for key, member in by_key.items():
        for mark in {*_bigrams(member.folded), *member.clauses}:
            shelves[mark].append(key)
    seen: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        for index, a in enumerate(shelf):
            seen.update((a, b) for b in shelf[index + 1 :])
    return (pair for pair in sorted(seen) if not by_key[pair[0]].readings & by_key[pair[1]].readings)


def _bigrams(text: str) -> Iterable[str]:
    return (text[i : i + 2] for i in range(len(text) - 1)) if len(text) > 1 else (text,)


def _places(
    by_key: Mapping[str, Member], groups: _Groups, joined: Mapping[str, list[tuple[str, float]]]
) -> dict[str, Place]:
    """A promise is named by its first member, within a year by the first of that year."""
    places = {}
    for keys in groups.held.values():
        held = sorted((by_key[key] for key in keys), key=lambda m: (m.year, m.first, m.key))
        first_of: dict[int, str] = {}
        for member in held:
            how, score = min(joined[member.key], key=lambda j: (_STRENGTH[j[0]], -j[1]), default=("own", 100.0))
            year_key = first_of.setdefault(member.year, member.key)
            places[member.key] = Place(held[0].key, year_key, how, score)
    return places


def _doubts(by_key: Mapping[str, Member], groups: _Groups, kin: Mapping[tuple[str, str], Kin]) -> Iterator[Doubt]:
    """The likest pair of each two groups that might still be joined; of a member's several only its likest."""
    best: dict[frozenset[str], tuple[float, tuple[str, str], str]] = {}
    for pair, found in kin.items():
        if groups.may_join(*pair):
            between = frozenset(groups.of[key] for key in pair)
            best[between] = min(best.get(between, (0.0, pair, found.why)), (-found.score, pair, found.why))
    asked: set[tuple[str, int]] = set()
    for score, pair, why in sorted(best.values()):
        a, b = sorted((by_key[key] for key in pair), key=lambda m: (m.year, m.first, m.key))
        if (a.key, b.year) not in asked and (b.key, a.year) not in asked:
            asked |= {(a.key, b.year), (b.key, a.year)}
            yield Doubt(a.key, b.key, -score, why or "一年中两项都可能是它")
