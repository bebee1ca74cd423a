"""How likely a number is a promise, and how likely another answers it: by weights learned from annotated reports.

What the rules cannot tell, because no rule knows the verb or the order, is often plain from all the words together.
The weights are those of two logistic regressions over extraction.weighed_words, learned by `make weights`
(benchmarks/learning.py) from the reports and paragraphs in benchmarks/; a weight not listed is nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from extraction.records import Quantity
from extraction.weighed_words import Numbers, between, far, near

REACH = 14  # numbers behind a promise among which its answer is sought
_REACH_BACK = 10  # and before it
_FARTHEST = 400  # characters between the two
_HOPELESS = -2.5  # log-odds, by its own clause alone, below which nothing around a number makes it a promise


@lru_cache(maxsize=3)
def weights(name: str) -> dict[str, float]:
    """The weights of that name: `hints` (a number's own clause, to be quick), `promises` or `answers`."""
    lines = files("extraction").joinpath("weights", f"{name}.tsv").read_text("utf-8").split("\n")
    rows = (line.rpartition("\t") for line in lines if line)
    return {piece.replace("\\n", "\n").replace("\\t", "\t"): int(weight) / 1000 for piece, _, weight in rows}


def odds(known: dict[str, float], pieces: Sequence[str]) -> float:
    """The log-odds that the pieces, each counted once, make together."""
    return sum(filter(None, map(known.get, set(pieces))))


def probability(log_odds: float) -> float:
    """The chance, of 1, that log-odds are."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


class Weigher:
    """The numbers of one text, each weighed when it is asked for."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self._numbers = Numbers(text, quantities)
        self._starts = [q.start for q in self._numbers.all]
        self._glanced: dict[int, float] = {}
        self._looked: dict[int, float] = {}

    @property
    def text(self) -> str:
        """The folded text."""
        return self._numbers.text

    def promised(self, start: int, thorough: bool = False) -> float:
        """How likely the number there is a promise; 0 where none begins or, unless `thorough`, a glance says no."""
        index = self._index(start)
        if index is None:
            return 0.0
        return self._look(index) if thorough else self._glance(index)

    def answers(self, promise: int, answer: int) -> float:
        """How likely the number at `answer` answers the promise at `promise` (where they begin)."""
        one, other = self._index(promise), self._index(answer)
        if one is None or other is None or not within_reach(self._numbers, one, other):
            return 0.0
        return probability(odds(weights("answers"), between(self._numbers, one, other, self._glance)))

    def _index(self, start: int) -> int | None:
        index = bisect_left(self._starts, start)
        return index if index < len(self._starts) and self._starts[index] == start else None

    def _glance(self, index: int) -> float:
        """The chance, taken for 0 where its own clause alone leaves no hope."""
        if index not in self._glanced:
            hopeless = odds(weights("hints"), near(self._numbers, index)) < _HOPELESS
            self._glanced[index] = 0.0 if hopeless else self._look(index)
        return self._glanced[index]

    def _look(self, index: int) -> float:
        if index not in self._looked:
            pieces = near(self._numbers, index) + far(self._numbers, index)
            self._looked[index] = probability(odds(weights("promises"), pieces))
        return self._looked[index]


def within_reach(numbers: Numbers, promise: int, answer: int) -> bool:
    """Whether the one may answer the other: near enough, and a share for a share."""
    if promise == answer or not -_REACH_BACK <= answer - promise < REACH:
        return False
    first, last = numbers.all[min(promise, answer)], numbers.all[max(promise, answer)]
    near_by = last.start - first.end <= _FARTHEST and first.is_percent == last.is_percent
    return near_by and sum(numbers.text.count(stop, first.end, last.start) for stop in "。!?\n") <= 5
