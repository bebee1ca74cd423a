"""The one text of a document, built line by line, with the place of each block and table cell in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from connectors.readers.grid import Grid
from extraction.document import Block, Cell, Document, Table


class PageText:
    """Blocks parted by line breaks. A table is lines of cells parted by tabs, a merged cell at its top left."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []

    def add_paragraph(self, kind: Literal["heading", "paragraph"], text: str) -> None:
        """Add one line."""
        start = self._start_line()
        self._write(text)
        self._blocks.append(Block(kind, start, self._length))

    def add_table(self, grid: Grid) -> None:
        """Add a table; columns stay in line, since a place that a merged cell covers is an empty cell of the text."""
        start = self._start_line()
        by_place = {(cell.row, cell.column): cell for cell in grid.cells}
        cells: list[Cell] = []
        for row in range(grid.rows):
            self._write("\n" if row else "")
            for column in range(grid.columns):
                self._write("\t" if column else "")
                if cell := by_place.get((row, column)):
                    begin = self._length
                    self._write(cell.text)
                    cells.append(Cell(row, column, begin, self._length, cell.row_span, cell.column_span))
        self._blocks.append(Block("table", start, self._length))
        self._tables.append(Table(start, self._length, tuple(cells)))

    def document(self, metadata: Mapping[str, str]) -> Document:
        """The document of all that was added."""
        return Document("".join(self._parts), tuple(self._blocks), tuple(self._tables), dict(metadata))

    def _start_line(self) -> int:
        if self._blocks:
            self._write("\n")
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
