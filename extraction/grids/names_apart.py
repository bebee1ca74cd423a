"""Rows of blank-parted fields whose name has a blank in it, or a group's name before its own: 文化惠民 送戏下乡20场.

Such a row has a cell too many for what it holds; with the two made one it lies where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import GridCell
from extraction.grids.columns import MEASURED, Column
from extraction.grids.fitting import content, misfit
from extraction.grids.laying import FIGURES

_STRANGE = 6  # what a cell costs that does not belong where it stands
_WORDS = ("text", "promise", "story", "body")


def names_whole(text: str, row: list[GridCell], columns: Sequence[Column]) -> list[GridCell]:
    """The row with its name in one cell, where it stands awry without that and not with it."""
    at = next((i for i, c in enumerate(columns) if c.role == "name"), None)
    if at is None or len(row) < at + 4 or len(row) > len(columns) + 1:
        return row
    kinds = [content(c.of(text)) for c in row[at : at + 2]]
    if kinds[0] not in _WORDS or kinds[1] not in ("text", "promise", "story"):
        return row
    joined = [*row[:at], GridCell(row[at].start, row[at + 1].end), *row[at + 2 :]]
    awry = len(row) > len(columns) or _strange(text, row, columns)
    return joined if awry and len(joined) <= len(columns) and not _strange(text, joined, columns) else row


def _strange(text: str, row: Sequence[GridCell], columns: Sequence[Column]) -> bool:
    """Whether a figure or an office stands where none belongs, up to the first heading that measures."""
    until = next((i for i, c in enumerate(columns) if c.role in MEASURED), len(columns))
    pieces = [(c, p.of(text)) for c, p in zip(columns[: until + 1], row, strict=False)]
    kinds = [(c, content(p), p) for c, p in pieces]
    return any(misfit(c, k, p) >= _STRANGE for c, k, p in kinds if k in (*FIGURES, "body", "promise"))
