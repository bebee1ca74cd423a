"""A table of the document as rows of cells, each with its pieces of the text and the white space in front of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extraction.document import Table
from flows.explaining.marks import Piece


@dataclass(slots=True)
class ShownCell:
    """One cell. `before` is what the text has between the cell before and this one: tabs and line feeds."""

    before: str
    row_span: int
    column_span: int
    pieces: list[Piece] = field(default_factory=list)

    @property
    def is_number(self) -> bool:
        """Whether it holds little else than a number."""
        words = sum(len(piece.text.strip()) for piece in self.pieces if not piece.quantities)
        return words <= 2 and any(piece.quantities for piece in self.pieces)


def table_rows(table: Table, pieces: Sequence[Piece]) -> tuple[list[list[ShownCell]], str]:
    """The rows from the top, and the white space behind the last cell: together the pieces, each once."""
    left = deque(pieces)
    rows = []
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        row = []
        for cell in cells:
            shown = ShownCell(
                "".join(piece.text for piece in _before(left, cell.start)), cell.row_span, cell.column_span
            )
            shown.pieces += _before(left, cell.end)
            row.append(shown)
        rows.append(row)
    return rows, "".join(piece.text for piece in left)


def _before(left: deque[Piece], place: int) -> list[Piece]:
    taken = []
    while left and left[0].start < place:
        taken.append(left.popleft())
    return taken
