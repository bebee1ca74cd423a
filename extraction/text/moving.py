"""A document with stretches of it in another order, and what was read of it put back where it stands.

1.新建公厕30座 / 2.造林4万亩 / 第1项:建成23座        1.新建公厕30座 / 第1项:建成23座 / 2.造林4万亩
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from extraction.document import Block, Document
from extraction.records import Extraction, Interval
from extraction.text.mending import restore


class Piece(NamedTuple):
    """A stretch of the text, as it stands there or with other words in its place."""

    start: int
    end: int
    instead: str | None = None


class Moves:
    """From places of the text in the new order to the text, and back; the pieces are all of it, in the new order."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self.raw = text
        self.pieces = [p for p in pieces if p.instead or (p.instead is None and p.end > p.start)]
        self._words = [text[p.start : p.end] if p.instead is None else p.instead for p in self.pieces]
        self._at = list(accumulate(map(len, self._words), initial=0))
        self._order = sorted(range(len(self.pieces)), key=lambda n: self.pieces[n])
        self._starts = [self.pieces[n].start for n in self._order]

    def moved(self) -> str:
        return "".join(self._words)

    def _character(self, position: int) -> tuple[int, Interval]:
        """The piece that this place of the new text is in, and what stood there."""
        index = min(max(bisect_right(self._at, position) - 1, 0), len(self.pieces) - 1)
        piece = self.pieces[index]
        if piece.instead is not None:
            return index, (piece.start, piece.end)
        start = min(piece.start + position - self._at[index], piece.end)
        return index, (start, min(start + 1, piece.end))

    def span(self, start: int, end: int) -> Interval:
        """Where these characters stand; of what now follows from elsewhere the first stretch."""
        first, low = self._character(start)
        last, high = self._character(max(start, end - 1))
        if end <= start:
            return low[0], low[0]
        for n in range(first, last):
            if self.pieces[n + 1].start != self.pieces[n].end:
                return low[0], max(low[1], self.pieces[n].end)
        return low[0], high[1]

    def place(self, position: int) -> int:
        """Where this place of the text is in the new order."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return 0
        n = self._order[index]
        return min(self._at[n] + position - self.pieces[n].start, self._at[n + 1])


def moved(document: Document, pieces: Sequence[Piece]) -> tuple[Document, Moves | None]:
    """The document in the new order; itself where there are no pieces."""
    if not pieces:
        return document, None
    moves = Moves(document.text, pieces)
    blocks = []
    for block in document.blocks:
        start = moves.place(block.start)
        blocks.append(Block(block.kind, start, max(start, moves.place(max(block.start, block.end - 1)) + 1)))
    blocks.sort(key=lambda b: b.start)
    own_end = None if document.own_end is None else moves.place(document.own_end)
    return Document(moves.moved(), tuple(blocks), (), document.metadata, own_end=own_end), moves


def put_back(extraction: Extraction, moves: Moves) -> Extraction:
    """What was read of the new order, said of the text."""
    back = restore(extraction, moves)
    return replace(
        back,
        quantities=tuple(sorted(back.quantities, key=lambda q: (q.start, q.end))),
    )
