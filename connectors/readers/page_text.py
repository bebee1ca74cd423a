"""The one text of a document, built line by line, with the place of each block and table cell in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from connectors.readers.grid import Grid
from extraction.document import Block, Cell, Document, Doubt, File, Table
from extraction.records import Finding, Place


class PageText:
    """Blocks parted by line breaks. A table is lines of cells parted by tabs, a merged cell at its top left."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._places: list[Place] = []
        self._findings: list[Finding] = []
        self._doubts: list[Doubt] = []

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    def add_paragraph(self, kind: Literal["heading", "paragraph"], text: str, place: str = "") -> None:
        """Add one line; `place` says where it is found again in its file."""
        start = self._start_line()
        self._write(text)
        self._blocks.append(Block(kind, start, self._length))
        self._add_place(start, self._length, place)

    def add_table(self, grid: Grid, place_of: Callable[[int, int], str] | None = None) -> None:
        """Add a table; columns stay in line, since a place that a merged cell covers is an empty cell of the text.

        `place_of` a row and a column of the grid says where the cell is found again.
        """
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
                    self._add_place(begin, self._length, place_of(row, column) if place_of else "")
        self._blocks.append(Block("table", start, self._length))
        self._tables.append(Table(start, self._length, tuple(cells)))

    def add_finding(self, kind: str, message: str, words: str = "") -> None:
        """Say that a person should look: at these words of the text so far, else at its end."""
        text = "".join(self._parts) if words else ""
        at = text.find(words) if words else -1
        start, end = (at, at + len(words)) if at >= 0 else (max(0, self._length - 1), self._length)
        self._findings.append(Finding(kind, message, start, end))

    def add_doubt(self, start: int, confidence: float) -> None:
        """Say that nothing from `start` to the end so far is surer than this."""
        self._doubts.append(Doubt(start, self._length, confidence))

    def add_document(self, document: Document, file: str) -> None:
        """Add a whole document; where it stands in `file` is said with the file's name."""
        start = self._start_line()
        self._write(document.text)
        self._blocks += [Block(b.kind, b.start + start, b.end + start) for b in document.blocks]
        self._tables += [_moved(table, start) for table in document.tables]
        self._findings += [replace(f, start=f.start + start, end=f.end + start) for f in document.findings]
        self._doubts += [replace(d, start=d.start + start, end=d.end + start) for d in document.doubts]
        position = 0
        for place in document.places:
            self._add_place(start + position, start + place.start, file)
            self._add_place(start + place.start, start + place.end, f"{file} {place.words}".strip())
            position = place.end
        self._add_place(start + position, self._length, file)

    def document(self, metadata: Mapping[str, str], files: Sequence[File] = (), own_end: int | None = None) -> Document:
        """The document of all that was added."""
        return Document(
            "".join(self._parts),
            tuple(self._blocks),
            tuple(self._tables),
            dict(metadata),
            tuple(self._places),
            tuple(self._findings),
            tuple(self._doubts),
            tuple(files),
            own_end,
        )

    def _add_place(self, start: int, end: int, words: str) -> None:
        """Stretches of the same words that only a break parts are one."""
        if not words or start >= end:
            return
        last = self._places[-1] if self._places else None
        if last and last.words == words and start - last.end <= 1:
            self._places[-1] = replace(last, end=end)
        else:
            self._places.append(Place(start, end, words))

    def _start_line(self) -> int:
        if self._length:
            self._write("\n")
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _moved(table: Table, by: int) -> Table:
    cells = tuple(Cell(c.row, c.column, c.start + by, c.end + by, c.row_span, c.column_span) for c in table.cells)
    return Table(table.start + by, table.end + by, cells)
