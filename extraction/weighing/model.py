"""How likely a number is a promise, and how likely another answers it: by weights learned from annotated reports.

What the rules cannot tell, because no rule knows the verb or the order, is often plain from all the words together.
The weights are those of two logistic regressions over extraction.weighing.words, learned by `make weights`
(benchmarks/learning.py) from the reports and paragraphs in benchmarks/; a weight not listed is nothing.
"""

from __future__ import annotations

import math
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from extraction.records import Quantity
from extraction.weighing.pieces import ROWS, STRETCHES, Said, Words, parts
from extraction.weighing.words import Numbers, between, far, near

REACH = 14  # numbers behind a promise among which its answer is sought
_REACH_BACK = 10  # and before it
_FARTHEST = 400  # characters between the two
_HOPELESS = -2.5  # log-odds, by its own clause alone, below which nothing around a number makes it a promise


_one_object = cache(float)
_Weighed = dict[str | None, float]  # None is a piece that is not there, and has no weight
_get: Callable[[_Weighed, str | None], float | None] = dict.get


class Weights:
    """Log-odds, in thousandths, of what may be said: by what a piece begins with, then by what it goes on with."""

    def __init__(self, thousandths: Mapping[str, float]) -> None:
        begun: dict[str, _Weighed] = {begin: {} for begin in chain(*ROWS.values())}
        self._rows = {row: tuple(begun[begin] for begin in begins) for row, begins in ROWS.items()}
        self._parts: dict[str, _Weighed] = {name: {} for name in STRETCHES}
        begun |= {begin: self._parts[name] for name, begins in STRETCHES.items() for begin in begins if begin}
        beginning = re.compile("|".join(map(re.escape, begun)))
        for piece, weight in thousandths.items():
            if begins := beginning.match(piece):
                # one object for what is equal: with so many strings and numbers, it is memory that takes time
                begun[begins.group()][sys.intern(piece[begins.end() :])] = _one_object(weight)
        self._of_words = lru_cache(maxsize=8192)(self._sum)  # reports say many things in the same words

    def odds(self, *said: Said) -> float:
        """The log-odds that all of it makes together; what has no weight is nothing."""
        total = 0.0
        for row, pieces, words in said:
            total += sum(filter(None, map(_get, self._rows[row], pieces)))
            for where, what in words:
                total += self._of_words(where, what)
        return total / 1000

    def _sum(self, name: str, words: Words) -> float:
        if isinstance(words, tuple):
            return sum(filter(None, map(_get, self._rows[name], words)))
        return sum(filter(None, map(self._parts[name].get, parts(words))))


@lru_cache(maxsize=3)
def weights(name: str) -> Weights:
    """The weights of that name: `hints` (a number's own clause, to be quick), `promises` or `answers`."""
    lines = files("extraction.weighing").joinpath(f"{name}.tsv").read_text("utf-8").split("\n")
    rows = (line.rpartition("\t") for line in lines if line)
    return Weights({piece.replace("\\n", "\n").replace("\\t", "\t"): float(weight) for piece, _, weight in rows})


def probability(log_odds: float) -> float:
    """The chance, of 1, that log-odds are."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


class Weigher:
    """The numbers of one text, each weighed when it is asked for."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self._numbers = Numbers(text, quantities)
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
        return probability(weights("answers").odds(between(self._numbers, one, other, self._glance)))

    def _index(self, start: int) -> int | None:
        starts = self._numbers.starts
        index = bisect_left(starts, start)
        return index if index < len(starts) and starts[index] == start else None

    def _glance(self, index: int) -> float:
        """The chance, taken for 0 where its own clause alone leaves no hope."""
        found = self._glanced.get(index)
        if found is None:
            own = near(self._numbers, index)
            hopeless = weights("hints").odds(own) < _HOPELESS
            found = self._glanced[index] = 0.0 if hopeless else self._look(index, own)
        return found

    def _look(self, index: int, own: Said | None = None) -> float:
        found = self._looked.get(index)
        if found is None:
            said = own or near(self._numbers, index), far(self._numbers, index)
            found = self._looked[index] = probability(weights("promises").odds(*said))
        return found


def within_reach(numbers: Numbers, promise: int, answer: int) -> bool:
    """Whether the one may answer the other: near enough, and a share for a share."""
    if promise == answer or not -_REACH_BACK <= answer - promise < REACH:
        return False
    first, last = numbers.all[min(promise, answer)], numbers.all[max(promise, answer)]
    near_by = last.start - first.end <= _FARTHEST and first.is_percent == last.is_percent
    return near_by and sum(numbers.text.count(stop, first.end, last.start) for stop in "。!?\n") <= 5
