"""What the words around a number say of it, as the weights know them: short pieces, alike in learning and in reading.

Figures are told by their place only (every number reads as 0), so that nothing is learned of a text but its words, its
punctuation and how its numbers compare.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from extraction.records import Quantity
from extraction.weighing.pieces import NEXT, Said, Words, pairs

_END = re.compile(r"[,;。:!?()、\n]")  # of the words that stand with a number
_STOPS = "。!?\n"
_FIGURE = re.compile(r"\d[\d.,]*")
_SHORT, _LONG = 14, 24  # characters of a clause that are looked at
_SIDE = 60  # characters to either side within which a clause, and a sentence's beginning and end, are sought
_NAME = 16  # and of those by which two numbers are called alike
_JOINED = 12  # characters between two numbers that are told whole
_NEIGHBOURS = 8  # numbers to either side among which one of the same unit is sought
# how a figure compares with another: where the bounds lie between 几无, 部分, 过半, 接近, 相等, 超过
_RATIOS = (0.02, 0.1, 0.3, 0.6, 0.85, 0.97, 1.0001, 1.05, 1.5, 4.0)


class Around(NamedTuple):
    """The words of a number's clause to its left and right, what stands right at it, and where the clauses are."""

    left: str  # as many as are looked at
    right: str
    beside: tuple[str, ...]  # what stands right at the number
    opens: int  # the clause before it, as far as is looked back
    start: int  # its own
    end: int
    closes: int  # what is looked at of the clause behind it


class Numbers:
    """The numbers of a text that say how much of something there is; what is known of each is looked up once."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self.text = text
        self.all = [q for q in quantities if q.role == "context" and q.value is not None]
        self.nouns = [q.noun for q in self.all]
        self.starts = [q.start for q in self.all]
        self._words: dict[int, Around] = {}
        self._named: dict[int, set[str]] = {}
        self._bases: dict[int, float] = {}
        self._ranks: dict[int, int] = {}

    def words(self, index: int) -> Around:
        """The words of the number; figures in them read as 0."""
        found = self._words.get(index)
        if found is None:
            found = self._words[index] = self._read(self.all[index])
        return found

    def before(self, index: int) -> str:
        """The words of the clause before the number's, as many as are looked at; asked of few numbers."""
        around = self.words(index)
        return _plain(self.text[around.opens : max(0, around.start - 1)])[-_SHORT:]

    def behind(self, index: int) -> str:
        """The words of the clause behind it."""
        around = self.words(index)
        return _plain(self.text[around.end + 1 : around.closes])[:_SHORT]

    def named(self, index: int) -> set[str]:
        """The pairs of characters of the words right before the number: by them two numbers are called alike."""
        found = self._named.get(index)
        if found is None:
            found = self._named[index] = pairs(self.words(index).left[-_NAME:])
        return found

    def base(self, index: int) -> float:
        """The number in its noun."""
        found = self._bases.get(index)
        if found is None:
            found = self._bases[index] = float(self.all[index].base or 0)
        return found

    def rank(self, index: int) -> int:
        """How many numbers of its unit stand before it in its list, at most four."""
        found = self._ranks.get(index)
        if found is None:
            found = self._ranks[index] = self._rank(index)
        return found

    def _rank(self, index: int) -> int:
        rank, at = 0, index - 1
        while at >= 0 and rank < 4 and index - at <= _NEIGHBOURS:
            if _count(self.text[self.all[at].end : self.starts[at + 1]], "。;\n"):
                break
            rank += self.nouns[at] == self.nouns[index]
            at -= 1
        return rank

    def sentence(self, index: int) -> int:
        """Where the number's sentence begins, as far as is looked back."""
        start, low = self.starts[index], max(0, self.starts[index] - 4 * _SIDE)
        at = bisect_left(self._stops, start)
        return max(self._stops[at - 1] + 1 if at else 0, low)

    @cached_property
    def _ends(self) -> list[int]:
        between = accumulate(map(len, _END.split(self.text)[:-1]))
        return [at + marks for marks, at in enumerate(between)]  # each mark is a character more

    @cached_property
    def _stops(self) -> list[int]:
        return [end for end in self._ends if self.text[end] in _STOPS]

    def _read(self, q: Quantity) -> Around:
        text, size = self.text, len(self.text)
        ends, low, high = self._ends, max(0, q.start - _SIDE), min(size, q.end + _SIDE)
        at = bisect_left(ends, q.start)
        start = max(low, ends[at - 1] + 1) if at else low
        before = max(low, ends[at - 2] + 1) if at > 1 else low
        at = bisect_left(ends, q.end, at)
        end = min(high, ends[at]) if at < len(ends) else high
        at = bisect_left(ends, end + 1, at)
        behind = min(size, end + 1 + _SHORT, *ends[at : at + 1])
        left, right = _plain(text[start : q.start]), _plain(text[q.end : end])
        return Around(
            left[-_LONG:],
            right,
            _beside(left, right, text[start - 1 : start] or "^", text[end : end + 1] or "$"),
            before,
            start,
            end,
            behind,
        )


def _beside(left: str, right: str, opened: str, closed: str) -> tuple[str, ...]:
    edges = (left[-1:], left[-2:], left[-3:], left[-4:], right[:1], right[:2], right[:3], left[:1], left[:2])
    return (*edges, opened, closed, f"{opened}>{closed}", str(min(len(left), 12) // 3))


def _plain(words: str) -> str:
    return words if words.isalpha() else _FIGURE.sub("0", words)


def _ratio(numbers: Numbers, one: int, other: int) -> str:
    """About how much of the one the other is: the number of a step, or "-" where one of them is nothing."""
    whole, part = numbers.base(one), numbers.base(other)
    if not whole or not part:
        return "-"
    return str(bisect_left(_RATIOS, part / whole))


def near(numbers: Numbers, index: int) -> Said:
    """The first half of what tells whether the number is a promise: its own clause."""
    words, q = numbers.words(index), numbers.all[index]
    return Said("near", ("", q.noun, str(q.qualifier)), [("beside", words.beside), ("left", words.left)])


def far(numbers: Numbers, index: int) -> Said:
    """The second half: the clauses beside it, its sentence, the numbers before and behind it."""
    text, q, words = numbers.text, numbers.all[index], numbers.words(index)
    before, behind = numbers.before(index), numbers.behind(index)
    start = numbers.sentence(index)
    wide = max(start, text.rfind(",", start, words.start) + 1, text.rfind(";", start, words.start) + 1)
    others = numbers.all
    nth = index - bisect_left(numbers.starts, start, max(0, index - 4), index)
    ahead, next_ahead = _next(numbers, index, range(index + 1, min(len(others), index + 1 + _NEIGHBOURS)))
    back, next_back = _next(numbers, index, range(index - 1, max(-1, index - 1 - _NEIGHBOURS), -1))
    opens, sentence = text[start - 1 : start] or "^", text[start : start + 2]
    pieces = (
        *(before[-2:], behind[:2], behind[:1], str(nth), sentence, opens),
        *ahead,
        *back,
        *_adjoining(numbers, q, index + 1),
        *_adjoining(numbers, q, index - 1),
    )
    opening = _plain(text[wide : words.start])[-_LONG:]
    said: list[tuple[str, Words]] = [("right", words.right[:10]), ("before", before), ("behind", behind)]
    said.append(("opening", opening))
    if next_ahead is not None:
        said += [("beside next", next_ahead.beside), ("next", next_ahead.left)]
    if next_back is not None:
        said.append(("beside last", next_back.beside))
    return Said("far", pieces, said)


def _adjoining(numbers: Numbers, q: Quantity, at: int) -> tuple[str | None, ...]:
    """The number that stands right beside it, before or behind."""
    if not 0 <= at < len(numbers.all):
        return "", None, None, None
    other = numbers.all[at]
    gap = numbers.text[q.end : other.start] if other.start >= q.end else numbers.text[other.end : q.start]
    joined = _plain(gap) if len(gap) <= _JOINED else None
    return None, str(other.noun == q.noun), str(other.is_percent), joined


_NO_OTHER = ("0", *[None] * (NEXT - 1))


def _next(numbers: Numbers, index: int, nearest: range) -> tuple[tuple[str | None, ...], Around | None]:
    """What the next number of the same unit says, in the one direction or the other, and its words."""
    nouns = numbers.nouns
    alike = [n for n in nearest if nouns[n] == nouns[index]]
    if not alike:
        return _NO_OTHER, None
    q, other, words = numbers.all[index], numbers.all[alike[0]], numbers.words(alike[0])
    gap = numbers.text[min(q.end, other.end) : max(q.start, other.start)]
    hard, soft = min(gap.count("。") + gap.count("\n"), 2), min(gap.count(",") + gap.count(";"), 3)
    step = _ratio(numbers, index, alike[0])
    many, far_off = str(min(len(alike), 3)), str(abs(alike[0] - index))
    return (many, step, f"{hard}{soft}", f"{step}{hard}", far_off), words


def _count(gap: str, marks: str) -> int:
    return sum(map(gap.count, marks))


def between(numbers: Numbers, promise: int, answer: int, promised: Callable[[int], float]) -> Said:
    """All that tells whether the one number answers the other; `promised`: of a number, how likely it is a promise."""
    a, b, nouns = numbers.all[promise], numbers.all[answer], numbers.nouns
    low, high = min(promise, answer), max(promise, answer)
    gap = numbers.text[numbers.all[low].end : numbers.all[high].start]
    way = "f" if answer > promise else "b"
    hard, semi, soft = _count(gap, _STOPS), gap.count(";"), _count(gap, ",、:(")
    same, step = a.noun == b.noun, _ratio(numbers, promise, answer)
    inside = range(low + 1, high)
    of_unit = [n for n in inside if nouns[n] == a.noun]
    goals, goals_of_unit = sum(map(promised, inside)), sum(map(promised, of_unit))
    its_chance, many_of_unit = int(promised(answer) * 5), min(len(of_unit), 3)
    its = numbers.named(answer)
    alike = _alike(numbers.named(promise), its)
    rivals = range(max(0, promise - _NEIGHBOURS), min(len(nouns), promise + 1 + _NEIGHBOURS))
    of_its_unit = [n for n in rivals if nouns[n] == b.noun and n not in (promise, answer) and promised(n) > 0.4]
    rival = max((_alike(numbers.named(n), its) for n in of_its_unit), default=0.0)
    likelier = "+" if rival > alike + 0.15 else "-" if rival < alike - 0.15 else "="
    words = _plain(gap[:80] + gap[-80:] if len(gap) > 160 else gap)
    said = numbers.words(answer)
    pieces = (
        "",
        way,
        f"{way}{min(hard, 4)}",
        f"{way}{min(hard, 2)}{min(semi, 2)}{min(soft, 4)}",
        str(same),
        "=" if same else f":{a.noun}|{b.noun}",
        step,
        f"{step}{same}{a.is_percent}",
        f"{step}{way}",
        f"{way}{many_of_unit}",
        f"{way}{min(round(goals), 4)}",
        f"{way}{min(round(goals_of_unit), 3)}",
        str(min(len(inside), 5)),
        f"{way}{many_of_unit}{min(hard, 2)}{same}",
        str(its_chance),
        f"{its_chance}{same}",
        str(int(promised(promise) * 5)),
        f"{int(alike * 4)}{same}",
        f"{int(alike * 4)}{min(len(its), 9) // 3}",
        f"{likelier}{same}{int(rival > 0)}",
        f"{numbers.rank(promise)}{numbers.rank(answer)}{way}{min(hard, 1)}",
        *((words, words[:6], words[-6:]) if len(gap) <= _SHORT else (None, None, None)),
        numbers.before(answer)[-2:],
        numbers.behind(answer)[:2],
    )
    stretches: list[tuple[str, Words]] = [("from", words[:30]), ("to", words[-16:]), ("answer", said.left)]
    stretches += [("behind answer", said.right[:10]), ("beside answer", said.beside)]
    return Said("between", pieces, stretches)


def _alike(a: set[str], b: set[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
