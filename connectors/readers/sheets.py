"""A workbook as a document: each visible sheet is its title, its table and its notes, every cell as it is shown."""

from __future__ import annotations

import io
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from connectors.errors import UnreadableDocument
from connectors.readers.cell_formats import GENERAL, shown
from connectors.readers.grid import Grid, GridCell
from connectors.readers.page_text import PageText
from connectors.readers.sheet_marks import Marks, address, asks_for_password, marks_of
from connectors.readers.spacing import tidy
from connectors.readers.zips import refuse_bomb
from extraction.document import Document

_MOST_CELLS = 2_000_000  # of a sheet, empty ones too
_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.I)
_REMEDY = "open it in Excel or WPS and save it anew as xlsx"
_PASSWORD = "ask the bureau for the file without a password"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that shows something, at its place in the sheet, with the place that its merging reaches to."""

    row: int
    column: int
    text: str
    last_row: int
    last_column: int


def read_xlsx(content: bytes, url: str) -> Document:
    """The document of an xlsx or xlsb. Raises UnreadableDocument."""
    refuse_bomb(content, url)
    return _read("xlsx", content, url)


def read_xls(content: bytes, url: str) -> Document:
    """The document of an xls or et. Raises UnreadableDocument."""
    return _read("xls", content, url)


def _read(kind: str, content: bytes, url: str) -> Document:
    marks = marks_of(kind, content)
    if any(mark.rows * mark.columns > _MOST_CELLS for mark in marks.values()):
        raise UnreadableDocument(url, f"has a sheet of more than {_MOST_CELLS // 10**6} million cells", _REMEDY)
    try:
        sheets = list(_sheets(content, marks))
    except BaseException as error:  # calamine's panics are no Exceptions
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        said = " ".join(str(error).split())[:120]
        if "password" in said.lower() or asks_for_password(content):
            raise UnreadableDocument(url, "is a workbook that asks for a password", _PASSWORD) from error
        raise UnreadableDocument(url, f"is a damaged workbook ({said})", _REMEDY) from error
    page = PageText()
    for name, cells in sheets:
        _add_sheet(page, name, cells, is_one_of_several=len(sheets) > 1)
    if not page.length:
        raise UnreadableDocument(url, "is a workbook without a filled visible sheet", "see whether it holds pictures")
    return page.document({})


def _sheets(content: bytes, marks: Mapping[str, Marks]) -> Iterator[tuple[str, list[_Cell]]]:
    """Name and cells of every visible sheet that shows something."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    with load_workbook(io.BytesIO(content)) as book:
        for number, about in enumerate(book.sheets_metadata):
            if about.visible != SheetVisibleEnum.Visible or about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(number)
            top, left = sheet.start or (0, 0)
            forms = marks[about.name].formats if about.name in marks else {}
            merged = dict(sheet.merged_cell_ranges or [])
            cells = [
                _Cell(row, column, text, *merged.get((row, column), (row, column)))
                for row, values in enumerate(sheet.to_python(), top)
                for column, value in enumerate(values, left)
                if (text := tidy(shown(value, forms.get((row, column), GENERAL))))
            ]
            if cells:
                yield about.name, cells


def _add_sheet(page: PageText, name: str, cells: Sequence[_Cell], *, is_one_of_several: bool) -> None:
    words = f"工作表“{name}”"
    if is_one_of_several and not _DEFAULT_NAME.fullmatch(name):
        page.add_paragraph("heading", tidy(name), words)
    for rows in _parts([list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]):
        if all(len(row) == 1 for row in rows):
            for (cell,) in rows:
                page.add_paragraph("paragraph", cell.text, f"{words}{address(cell.row, cell.column)}")
        else:
            _add_table(page, words, rows)


def _parts(rows: Sequence[list[_Cell]]) -> Iterator[list[list[_Cell]]]:
    """Titles above a table, the table, the notes below it; a title behind an empty row begins another."""
    part: list[list[_Cell]] = []
    for row in rows:
        apart = bool(part) and len(row) == 1 and row[0].row > _last_row(part[-1]) + 1
        if apart or (part and len(row) > 1 and all(len(above) == 1 for above in part)):
            yield from _without_notes(part)
            part = []
        part.append(row)
    yield from _without_notes(part)


def _last_row(row: Sequence[_Cell]) -> int:
    return max(cell.last_row for cell in row)


def _without_notes(part: list[list[_Cell]]) -> Iterator[list[list[_Cell]]]:
    """The table, and the lines of one cell at its end."""
    end = len(part)
    while end and len(part[end - 1]) == 1:
        end -= 1
    yield from (piece for piece in (part[:end], part[end:]) if piece)


def _add_table(page: PageText, words: str, rows: Sequence[Sequence[_Cell]]) -> None:
    """The rows and columns that show something, side by side."""
    kept_rows = [row[0].row for row in rows]
    kept_columns = sorted({cell.column for row in rows for cell in row})
    column_of = {column: number for number, column in enumerate(kept_columns)}

    def reach(kept: Sequence[int], first: int, last: int) -> int:
        return 1 if first == last else max(1, bisect_right(kept, last) - bisect_left(kept, first))

    cells = tuple(
        GridCell(
            number,
            column_of[cell.column],
            cell.text,
            reach(kept_rows, cell.row, cell.last_row),
            reach(kept_columns, cell.column, cell.last_column),
        )
        for number, row in enumerate(rows)
        for cell in row
    )
    grid = Grid(len(kept_rows), len(kept_columns), cells)
    page.add_table(grid, lambda row, column: f"{words}{address(kept_rows[row], kept_columns[column])}")
