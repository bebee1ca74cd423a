"""What linking works on: the material of one task, a stated share, and an indicator in the making."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extraction.outline.items import Item
from extraction.promises.targets import Promise
from extraction.records import Interval
from extraction.sentences.readings import Reading
from extraction.weighing.model import Weigher
from extraction.words import names


@dataclass(slots=True)
class Share:
    """A stated share of the plan, and the reading it is a share of."""

    reading: Reading
    of: Reading | None = None
    plan: Promise | None = None


@dataclass(slots=True)
class Link:
    """One indicator in the making."""

    promise: Promise | None
    actual: Reading | None = None
    shares: list[Share] = field(default_factory=list)
    refusal: str | None = None
    refused: Reading | None = None
    reason: str = ""
    parts: tuple[Interval, ...] = ()
    total: Decimal | None = None  # of the parts
    worked_out: Decimal | None = None  # the change in percent that the parts come to
    score: float = 1.0  # how well the actual answers
    rival: float = 0.0  # how well the best of the other figures would, that answer nothing else
    weighed: bool = False  # no rule, only the weights say that the actual answers
    hardly: bool = False  # by weight no promise at all: counts only where words say what became of it


def answered_by_one(links: Iterable[Link]) -> Iterator[tuple[Link, Promise, Reading]]:
    """The cumulative promises that one figure alone answers, and it: no share is stated, no parts are added."""
    for entry in links:
        promise, actual = entry.promise, entry.actual
        if promise is None or actual is None or entry.shares or entry.parts:
            continue
        if promise.kind == "cumulative":
            yield entry, promise, actual


@dataclass(slots=True)
class Scope:
    """One task's material."""

    text: str
    item: Item
    found: list[Reading]
    promises: list[Promise]
    cutoff_month: int | None
    weigher: Weigher | None = None  # of running text; cells have no words around them
    # what every pair of promise and reading asks for again, found once
    elsewhere: list[Reading] = field(default_factory=list)  # what tasks before it report, for goals at the end
    followers: dict[int, Reading | None] = field(default_factory=dict)
    in_its_unit: dict[int, bool] = field(default_factory=dict)
    heads: dict[int, dict[int, str]] | None = None  # what tells promises of one name apart (answers/under_heads.py)
    _called: frozenset[str] | None = None
    _named: dict[str, frozenset[str]] = field(default_factory=dict)

    def called(self) -> frozenset[str]:
        """The folded names of the promises; asked for when they no longer change."""
        if self._called is None:
            self._called = frozenset(names.folded(p.name) for p in self.promises)
        return self._called

    def named(self, measure: str) -> frozenset[str]:
        """The names of the promises that are measured so; asked for when they no longer change."""
        if measure not in self._named:
            self._named[measure] = frozenset(p.name for p in self.promises if p.measure == measure)
        return self._named[measure]

    def between(self, a: Reading, b: Reading) -> str:
        return self.text[a.quantity.end : b.start]
