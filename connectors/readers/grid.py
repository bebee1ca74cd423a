"""A data table as a grid: which text stands in which row and column, merged cells once, at their top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# a table whose one cell holds most of a long text is a page's layout
_LAYOUT_CHARS = 1000
_LAYOUT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell; `row` and `column` are those of its top left corner, counted from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by row, then column."""

    rows: int
    columns: int
    cells: tuple[GridCell, ...]


def is_layout(lengths: Sequence[int]) -> bool:
    """Whether cells of so many characters are a page's layout rather than data."""
    return max(lengths, default=0) >= _LAYOUT_CHARS and max(lengths) >= sum(lengths) * _LAYOUT_SHARE
