"""What the words around a number say of it, as the weights know them: short pieces, alike in learning and in reading.

Figures are told by their place only (every number reads as 0), so that nothing is learned of a text but its words, its
punctuation and how its numbers compare.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import add
from typing import NamedTuple

from extraction.records import Quantity

_END = re.compile(r"[,;。:!?()、\n]")  # of the words that stand with a number
_STOPS = "。!?\n"
_FIGURE = re.compile(r"\d[\d.,]*")
_SHORT, _LONG = 14, 24  # characters of a clause that are looked at
_SIDE = 60  # characters to either side within which a clause, and a sentence's beginning and end, are sought
_NAME = 16  # and of those by which two numbers are called alike
_NEIGHBOURS = 8  # numbers to either side among which one of the same unit is sought
# how a figure compares with another: where the bounds lie between 几无, 部分, 过半, 接近, 相等, 超过
_RATIOS = (0.02, 0.1, 0.3, 0.6, 0.85, 0.97, 1.0001, 1.05, 1.5, 4.0)


_BESIDE = "E1: E2: E3: E4: R1: R2: R3: B1: B2: < > < #"
_AHEAD = "c: r: h: rh: j:"
# what each row of pieces begins with, piece by piece
ROWS: dict[str, tuple[str, ...]] = {
    name: tuple(tag + begin for begin in begins.split())
    for name, tag, begins in (
        ("near", "", "* u: q:"),
        ("far", "", "P$: N^: N.: k: S: S<"),
        ("beside", "", _BESIDE),
        ("X", "X", f"{_AHEAD} {_BESIDE}"),
        ("Y", "Y", f"{_AHEAD} {_BESIDE}"),
        ("V", "V", "= % d:"),
        ("W", "W", "= % d:"),
        ("V-", "V", "none"),
        ("W-", "W", "none"),
        (
            "between",
            "",
            "* way: h: s: same: nn rt: rtS: rtD: bs: bt: bts: bn: bsx: pt: pq: ptt: lk: lkb: ob: rk: d: d^: d$:",
        ),
        ("c", "c", f"{_BESIDE} P$: N^:"),
    )
}
# and what the characters (1) or the pairs of neighbours of a stretch of words begin with
STRETCHES = (
    *("L1:", "L2:", "r2:", "P1:", "P2:", "N1:", "N2:", "C1:", "C2:", "XL1:", "XL2:"),
    *("D:", "Z1:", "Z2:", "cL1:", "cL2:", "cr:"),
)


Row = tuple[str, Sequence[str]]


class Said(NamedTuple):
    """What is said around a number: rows of pieces, and the parts of stretches of words."""

    rows: list[Row]
    stretches: list[tuple[str, set[str]]]

    def spelled(self) -> list[str]:
        """All pieces as they stand in the weights."""
        pieces = [begin + piece for row, said in self.rows for begin, piece in zip(ROWS[row], said, strict=False)]
        return pieces + [begin + part for begin, parts in self.stretches for part in parts]


def _pairs(words: str) -> set[str]:
    return set(map(add, words, words[1:]))


class Words(NamedTuple):
    """The words of a number's clause to its left and right, what closes them, and those of the clauses beside it."""

    left: str  # as many as are looked at
    right: str
    before: str
    behind: str
    start: int  # of the clause
    beside: tuple[str, ...]  # what stands right at the number
    characters: set[str]  # of those to its left
    pairs: set[str]


class Numbers:
    """The numbers of a text that say how much of something there is; what is known of each is looked up once."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self.text = text
        self.all = [q for q in quantities if q.role == "context" and q.value is not None]
        self.nouns = [q.noun for q in self.all]
        self._ends: list[int] | None = None
        self._words: dict[int, Words] = {}
        self._named: dict[int, set[str]] = {}
        self._bases: dict[int, float] = {}

    def words(self, index: int) -> Words:
        """The words of the number; figures in them read as 0."""
        found = self._words.get(index)
        if found is None:
            found = self._words[index] = self._read(self.all[index])
        return found

    def named(self, index: int) -> set[str]:
        """The pairs of characters of the words right before the number: by them two numbers are called alike."""
        found = self._named.get(index)
        if found is None:
            found = self._named[index] = _pairs(self.words(index).left[-_NAME:])
        return found

    def base(self, index: int) -> float:
        """The number in its noun."""
        found = self._bases.get(index)
        if found is None:
            found = self._bases[index] = float(self.all[index].base or 0)
        return found

    def _read(self, q: Quantity) -> Words:
        text, size = self.text, len(self.text)
        if self._ends is None:
            self._ends = [m.start() for m in _END.finditer(text)]
        ends, low, high = self._ends, max(0, q.start - _SIDE), min(size, q.end + _SIDE)
        at = bisect_left(ends, q.start)
        start = max(low, ends[at - 1] + 1) if at else low
        before = max(low, ends[at - 2] + 1) if at > 1 else low
        at = bisect_left(ends, q.end, at)
        end = min(high, ends[at]) if at < len(ends) else high
        at = bisect_left(ends, end + 1, at)
        behind = min(size, end + 1 + _SHORT, *ends[at : at + 1])
        left, right = _plain(text[start : q.start]), _plain(text[q.end : end])
        own = left[-_LONG:]
        return Words(
            own,
            right,
            _plain(text[before : max(0, start - 1)])[-_SHORT:],
            _plain(text[end + 1 : behind])[:_SHORT],
            start,
            _beside(left, right, text[start - 1 : start] or "^", text[end : end + 1] or "$"),
            set(own),
            _pairs(own),
        )


def _beside(left: str, right: str, opened: str, closed: str) -> tuple[str, ...]:
    edges = (left[-1:], left[-2:], left[-3:], left[-4:], right[:1], right[:2], right[:3], left[:1], left[:2])
    return (*edges, opened, closed, f"{opened}>{closed}", str(min(len(left), 12) // 3))


def _plain(words: str) -> str:
    return _FIGURE.sub("0", words)


def _ratio(numbers: Numbers, one: int, other: int) -> str:
    """About how much of the one the other is: the number of a step, or "-" where one of them is nothing."""
    whole, part = numbers.base(one), numbers.base(other)
    if not whole or not part:
        return "-"
    return str(bisect_left(_RATIOS, part / whole))


def near(numbers: Numbers, index: int) -> Said:
    """The first half of what tells whether the number is a promise: its own clause."""
    words, q = numbers.words(index), numbers.all[index]
    rows: list[Row] = [("near", ("", q.noun, str(q.qualifier))), ("beside", words.beside)]
    return Said(rows, [("L1:", words.characters), ("L2:", words.pairs)])


def far(numbers: Numbers, index: int) -> Said:
    """The second half: the clauses beside it, its sentence, the numbers before and behind it."""
    text, q, words = numbers.text, numbers.all[index], numbers.words(index)
    before, behind = words.before, words.behind
    start = max(text.rfind(stop, max(0, q.start - 4 * _SIDE), q.start) for stop in _STOPS) + 1
    start = max(start, q.start - 4 * _SIDE, 0)
    wide = max(start, *(text.rfind(mark, start, words.start) + 1 for mark in ",;"))
    said = _plain(text[wide : words.start])[-_LONG:]
    others = numbers.all
    nth = sum(start <= other.start for other in others[max(0, index - 4) : index])
    opens, sentence = text[start - 1 : start] or "^", text[start : start + 2]
    rows: list[Row] = [("far", (before[-2:], behind[:2], behind[:1], str(nth), sentence, opens))]
    stretches = [("r2:", _pairs(words.right[:10])), ("P1:", set(before)), ("P2:", _pairs(before))]
    stretches += [("N1:", set(behind)), ("N2:", _pairs(behind)), ("C1:", set(said)), ("C2:", _pairs(said))]
    ahead, rows_ahead = _next(numbers, index, range(index + 1, min(len(others), index + 1 + _NEIGHBOURS)))
    if ahead is not None:
        stretches += [("XL1:", ahead.characters), ("XL2:", ahead.pairs)]
    _, rows_back = _next(numbers, index, range(index - 1, max(-1, index - 1 - _NEIGHBOURS), -1))
    rows += [("X", rows_ahead), ("Y", rows_back)]
    for tag, at in (("V", index + 1), ("W", index - 1)):
        if not 0 <= at < len(others):
            rows.append((f"{tag}-", ("",)))
            continue
        gap = text[q.end : others[at].start] if tag == "V" else text[others[at].end : q.start]
        joined = (_plain(gap),) if len(gap) <= 12 else ()
        rows.append((tag, (str(others[at].noun == q.noun), str(others[at].is_percent), *joined)))
    return Said(rows, stretches)


def _next(numbers: Numbers, index: int, nearest: range) -> tuple[Words | None, tuple[str, ...]]:
    """The next number of the same unit, in the one direction or the other, and what it says."""
    nouns = numbers.nouns
    alike = [n for n in nearest if nouns[n] == nouns[index]]
    if not alike:
        return None, ("0",)
    q, other, words = numbers.all[index], numbers.all[alike[0]], numbers.words(alike[0])
    gap = numbers.text[min(q.end, other.end) : max(q.start, other.start)]
    hard, soft, step = min(_count(gap, "。\n"), 2), min(_count(gap, ",;"), 3), _ratio(numbers, index, alike[0])
    many, far_off = str(min(len(alike), 3)), str(abs(alike[0] - index))
    return words, (many, step, f"{hard}{soft}", f"{step}{hard}", far_off, *words.beside)


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
    row = (
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
        f"{_rank(numbers, promise)}{_rank(numbers, answer)}{way}{min(hard, 1)}",
        *((words, words[:6], words[-6:]) if len(gap) <= _SHORT else ()),
    )
    last = words[-16:]
    stretches = [("D:", _pairs(words[:30])), ("Z1:", set(last)), ("Z2:", _pairs(last))]
    stretches += [("cL1:", said.characters), ("cL2:", said.pairs), ("cr:", _pairs(said.right[:10]))]
    return Said([("between", row), ("c", (*said.beside, said.before[-2:], said.behind[:2]))], stretches)


def _alike(a: set[str], b: set[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _rank(numbers: Numbers, index: int) -> int:
    """How many numbers of its unit stand before it in its list, at most four."""
    rank, at = 0, index - 1
    while at >= 0 and rank < 4 and index - at <= _NEIGHBOURS:
        if _count(numbers.text[numbers.all[at].end : numbers.all[at + 1].start], "。;\n"):
            break
        rank += numbers.nouns[at] == numbers.nouns[index]
        at -= 1
    return rank
