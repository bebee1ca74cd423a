"""The pieces in which the words around a number are weighed, and what each of them begins with in extraction/weighing.

A piece is a tag and what was said (`E2:建成`); all that is said of a number is looked up at once, each under its tag.
"""

from __future__ import annotations

from operator import add
from typing import NamedTuple

_BESIDE = "E1: E2: E3: E4: R1: R2: R3: B1: B2: < > < #"
_NEXT = "c: r: h: rh: j:"
NEXT = len(_NEXT.split())
_ADJOINING = "none = % d:"


def _begins(*rows: tuple[str, str]) -> tuple[str, ...]:
    return tuple(tag + begin for tag, begins in rows for begin in begins.split())


# what the pieces of a row begin with, one by one
ROWS = {
    "near": _begins(("", "* u: q:")),
    "far": _begins(
        ("", "P$: N^: N.: k: S: S<"), ("X", _NEXT), ("Y", _NEXT), ("V", "none = % d:"), ("W", "none = % d:")
    ),
    "between": _begins(
        ("", "* way: h: s: same: nn rt: rtS: rtD: bs: bt: bts: bn: bsx: pt: pq: ptt: lk: lkb: ob: rk: d: d^: d$:"),
        ("c", "P$: N^:"),
    ),
    # what stands right at the number, at the next of its unit, at the one before, at the answer
    "beside": _begins(("", _BESIDE)),
    "beside next": _begins(("X", _BESIDE)),
    "beside last": _begins(("Y", _BESIDE)),
    "beside answer": _begins(("c", _BESIDE)),
}
# and what the characters of a stretch of words begin with, and its pairs of neighbours; "" where they do not count
STRETCHES = {
    "left": ("L1:", "L2:"),
    "right": ("", "r2:"),
    "before": ("P1:", "P2:"),
    "behind": ("N1:", "N2:"),
    "opening": ("C1:", "C2:"),
    "next": ("XL1:", "XL2:"),
    "from": ("", "D:"),
    "to": ("Z1:", "Z2:"),
    "answer": ("cL1:", "cL2:"),
    "behind answer": ("", "cr:"),
}


Words = str | tuple[str, ...]


class Said(NamedTuple):
    """What is said around a number: a row of pieces, None for what is not there, and words as other numbers have them.

    Words are a stretch that counts by its parts, or a row of what stands right at a number.
    """

    row: str
    pieces: tuple[str | None, ...]
    words: list[tuple[str, Words]]

    def spelled(self) -> list[str]:
        """All of it as it stands in the weights."""
        row = zip(ROWS[self.row], self.pieces, strict=True)
        pieces = [begin + piece for begin, piece in row if piece is not None]
        return pieces + [piece for name, words in self.words for piece in _spelled(name, words)]


def _spelled(name: str, words: Words) -> list[str]:
    if isinstance(words, tuple):
        return [begin + piece for begin, piece in zip(ROWS[name], words, strict=True)]
    begun = ((STRETCHES[name][len(part) - 1], part) for part in parts(words))
    return [begin + part for begin, part in begun if begin]


def pairs(words: str) -> set[str]:
    """The pairs of neighbouring characters of the words."""
    return set(map(add, words, words[1:]))


def parts(words: str) -> set[str]:
    """The characters of the words, and the pairs."""
    return pairs(words).union(words)
