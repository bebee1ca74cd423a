"""What the words around a number say of it, as the weights know them: short pieces, alike in learning and in reading.

Figures are told by their place only (every number reads as 0), so that nothing is learned of a text but its words, its
punctuation and how its numbers compare.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from extraction.records import Quantity

_END = re.compile(r"[,;。:!?()、\n]")  # of the words that stand with a number
_STOPS = "。!?\n"
_FIGURE = re.compile(r"\d[\d.,]*")
_SHORT, _LONG = 14, 24  # characters of a clause that are looked at
_SIDE = 60  # characters to either side within which a clause, and a sentence's beginning and end, are sought
_NEIGHBOURS = 8  # numbers to either side among which one of the same unit is sought
# how a figure compares with another: where the bounds lie between 几无, 部分, 过半, 接近, 相等, 超过
_RATIOS = (0.02, 0.1, 0.3, 0.6, 0.85, 0.97, 1.0001, 1.05, 1.5, 4.0)


class Words(NamedTuple):
    """The words of a number's clause to its left and right, what closes them, and those of the clauses beside it."""

    left: str
    right: str
    opened: str
    closed: str
    before: str
    behind: str
    start: int  # of the clause


class Numbers:
    """The numbers of a text that say how much of something there is, with the words of each, looked up once."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self.text = text
        self.all = [q for q in quantities if q.role == "context" and q.value is not None]
        self._words: dict[int, Words] = {}

    def words(self, index: int) -> Words:
        """The words of the number; figures in them read as 0."""
        if index not in self._words:
            self._words[index] = _words(self.text, self.all[index])
        return self._words[index]


def _words(text: str, q: Quantity) -> Words:
    ends = [m.start() for m in _END.finditer(text, max(0, q.start - _SIDE), q.start)]
    left = ends[-1] + 1 if ends else max(0, q.start - _SIDE)
    before = ends[-2] + 1 if len(ends) > 1 else max(0, q.start - _SIDE)
    closing = _END.search(text, q.end, q.end + _SIDE)
    right = closing.start() if closing else min(len(text), q.end + _SIDE)
    ending = _END.search(text, right + 1, right + 1 + _SHORT)
    behind = ending.start() if ending else min(len(text), right + 1 + _SHORT)
    return Words(
        _plain(text[left : q.start]),
        _plain(text[q.end : right]),
        text[left - 1 : left] or "^",
        text[right : right + 1] or "$",
        _plain(text[before : max(0, left - 1)]),
        _plain(text[right + 1 : behind]),
        left,
    )


def _plain(words: str) -> str:
    return _FIGURE.sub("0", words)


def _ratio(a: Quantity, b: Quantity) -> str:
    """About how much of `a` the second is: the number of a step, or "-" where one of them is nothing."""
    if not a.base or not b.base:
        return "-"
    share = float(b.base) / float(a.base)
    return str(next((step for step, bound in enumerate(_RATIOS) if share <= bound), len(_RATIOS)))


def _pieces(tag: str, words: str, size: int) -> list[str]:
    return [tag + words[i : i + size] for i in range(len(words) - size + 1)]


def _beside(tag: str, words: Words) -> list[str]:
    """What stands right at a number."""
    left, right, opened, closed = words[:4]
    return [
        f"{tag}E1:{left[-1:]}",
        f"{tag}E2:{left[-2:]}",
        f"{tag}E3:{left[-3:]}",
        f"{tag}E4:{left[-4:]}",
        f"{tag}R1:{right[:1]}",
        f"{tag}R2:{right[:2]}",
        f"{tag}R3:{right[:3]}",
        f"{tag}B1:{left[:1]}",
        f"{tag}B2:{left[:2]}",
        f"{tag}<{opened}",
        f"{tag}>{closed}",
        f"{tag}<{opened}>{closed}",
        f"{tag}#{min(len(left), 12) // 3}",
    ]


def near(numbers: Numbers, index: int) -> list[str]:
    """The first half of what tells whether the number is a promise: its own clause."""
    words, q = numbers.words(index), numbers.all[index]
    left = words.left[-_LONG:]
    out = ["*", f"u:{q.noun}", f"q:{q.qualifier}", *_beside("", words)]
    out += _pieces("L1:", left, 1)
    out += _pieces("L2:", left, 2)
    return out


def far(numbers: Numbers, index: int) -> list[str]:
    """The second half: the clauses beside it, its sentence, the numbers before and behind it."""
    text, q, words = numbers.text, numbers.all[index], numbers.words(index)
    before, behind = words.before[-_SHORT:], words.behind[:_SHORT]
    out = [f"P$:{before[-2:]}", f"N^:{behind[:2]}", f"N.:{behind[:1]}", *_pieces("r2:", words.right[:10], 2)]
    for tag, said in (("P", before), ("N", behind)):
        out += _pieces(tag + "1:", said, 1)
        out += _pieces(tag + "2:", said, 2)
    start = max(text.rfind(stop, max(0, q.start - 4 * _SIDE), q.start) for stop in _STOPS) + 1
    start = max(start, q.start - 4 * _SIDE, 0)
    wide = max(start, *(text.rfind(mark, start, words.start) + 1 for mark in ",;"))
    said = _plain(text[wide : words.start])[-_LONG:]
    out += _pieces("C1:", said, 1)
    out += _pieces("C2:", said, 2)
    others = numbers.all
    nth = sum(start <= other.start for other in others[max(0, index - 4) : index])
    out += [f"k:{nth}", f"S:{text[start : start + 2]}", f"S<{text[start - 1 : start] or '^'}"]
    out += _next(numbers, index, "X", range(index + 1, min(len(others), index + 1 + _NEIGHBOURS)))
    out += _next(numbers, index, "Y", range(index - 1, max(-1, index - 1 - _NEIGHBOURS), -1))
    for tag, at in (("V", index + 1), ("W", index - 1)):
        if not 0 <= at < len(others):
            out.append(f"{tag}none")
            continue
        gap = text[q.end : others[at].start] if tag == "V" else text[others[at].end : q.start]
        out += [f"{tag}={others[at].noun == q.noun}", f"{tag}%{others[at].is_percent}"]
        out += [f"{tag}d:{_plain(gap)}"] if len(gap) <= 12 else []
    return out


def _next(numbers: Numbers, index: int, tag: str, nearest: range) -> list[str]:
    """What the next number of the same unit says, in the one direction or the other."""
    q, text = numbers.all[index], numbers.text
    alike = [n for n in nearest if numbers.all[n].noun == q.noun]
    out = [f"{tag}c:{min(len(alike), 3)}"]
    if not alike:
        return out
    other, words = numbers.all[alike[0]], numbers.words(alike[0])
    gap = text[min(q.end, other.end) : max(q.start, other.start)]
    hard, soft, step = _count(gap, "。\n"), _count(gap, ",;"), _ratio(q, other)
    out += [f"{tag}r:{step}", f"{tag}h:{min(hard, 2)}{min(soft, 3)}", f"{tag}rh:{step}{min(hard, 2)}"]
    out += [f"{tag}j:{abs(alike[0] - index)}", *_beside(tag, words)]
    if tag == "X":
        out += _pieces("XL1:", words.left[-_LONG:], 1)
        out += _pieces("XL2:", words.left[-_LONG:], 2)
    return out


def _count(gap: str, marks: str) -> int:
    return sum(map(gap.count, marks))


def between(numbers: Numbers, promise: int, answer: int, promised: Callable[[int], float]) -> list[str]:
    """All that tells whether the one number answers the other; `promised`: of a number, how likely it is a promise."""
    a, b = numbers.all[promise], numbers.all[answer]
    low, high = min(promise, answer), max(promise, answer)
    gap = numbers.text[numbers.all[low].end : numbers.all[high].start]
    way = "f" if answer > promise else "b"
    hard, semi, soft = _count(gap, _STOPS), gap.count(";"), _count(gap, ",、:(")
    same, step = a.noun == b.noun, _ratio(a, b)
    inside = range(low + 1, high)
    of_unit = [n for n in inside if numbers.all[n].noun == a.noun]
    goals, goals_of_unit = sum(map(promised, inside)), sum(map(promised, of_unit))
    its_chance = int(promised(answer) * 5)
    out = ["*", f"way:{way}", f"h:{way}{min(hard, 4)}", f"s:{way}{min(hard, 2)}{min(semi, 2)}{min(soft, 4)}"]
    out += [f"same:{same}", "nn=" if same else f"nn:{a.noun}|{b.noun}", f"rt:{step}", f"rtS:{step}{same}{a.is_percent}"]
    out += [f"rtD:{step}{way}", f"bs:{way}{min(len(of_unit), 3)}", f"bt:{way}{min(round(goals), 4)}"]
    out += [f"bts:{way}{min(round(goals_of_unit), 3)}", f"bn:{min(len(inside), 5)}"]
    out += [f"bsx:{way}{min(len(of_unit), 3)}{min(hard, 2)}{same}", f"pt:{its_chance}", f"pq:{its_chance}{same}"]
    out.append(f"ptt:{int(promised(promise) * 5)}")
    mine, its = _pairs(numbers, promise), _pairs(numbers, answer)
    alike = _alike(mine, its)
    rivals = range(max(0, promise - _NEIGHBOURS), min(len(numbers.all), promise + 1 + _NEIGHBOURS))
    rival = max(
        (
            _alike(_pairs(numbers, n), its)
            for n in rivals
            if n not in (promise, answer) and numbers.all[n].noun == b.noun and promised(n) > 0.4
        ),
        default=0.0,
    )
    likelier = "+" if rival > alike + 0.15 else "-" if rival < alike - 0.15 else "="
    out += [f"lk:{int(alike * 4)}{same}", f"lkb:{int(alike * 4)}{min(len(its), 9) // 3}"]
    out.append(f"ob:{likelier}{same}{int(rival > 0)}")
    out.append(f"rk:{_rank(numbers, promise)}{_rank(numbers, answer)}{way}{min(hard, 1)}")
    words = _plain(gap[:80] + gap[-80:] if len(gap) > 160 else gap)
    if len(gap) <= _SHORT:
        out += [f"d:{words}", f"d^:{words[:6]}", f"d$:{words[-6:]}"]
    out += _pieces("D:", words[:30], 2)
    out += _pieces("Z1:", words[-16:], 1)
    out += _pieces("Z2:", words[-16:], 2)
    said = numbers.words(answer)
    out += _beside("c", said)
    out += _pieces("cL1:", said.left[-_LONG:], 1)
    out += _pieces("cL2:", said.left[-_LONG:], 2)
    out += [f"cP$:{said.before[-2:]}", f"cN^:{said.behind[:2]}", *_pieces("cr:", said.right[:10], 2)]
    return out


def _pairs(numbers: Numbers, index: int) -> frozenset[str]:
    """The pairs of characters of the words before the number."""
    words = numbers.words(index).left[-16:]
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _rank(numbers: Numbers, index: int) -> int:
    """How many numbers of its unit stand before it in its list, at most four."""
    rank, at = 0, index - 1
    while at >= 0 and rank < 4 and index - at <= _NEIGHBOURS:
        if _count(numbers.text[numbers.all[at].end : numbers.all[at + 1].start], "。;\n"):
            break
        rank += numbers.all[at].noun == numbers.all[index].noun
        at -= 1
    return rank
