"""Sheets that Excel and WPS open: numbers are numbers, and no text of others becomes a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from flows.problems import MisuseError
from flows.settings import CLOCK
from flows.visible import visible

MOST_ROWS = 1_048_575  # of a sheet, below its header
_MOST_CHARACTERS = 32_767


def write_xlsx(path: Path, columns: Sequence[str], rows: Sequence[Sequence[Any]], title: str = "duban") -> None:
    """One sheet with a header that stays in sight."""
    book = Workbook()
    fill(first_sheet(book), title, columns, rows)
    book.save(path)


def fill(sheet: Worksheet, title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Header and rows. Raises MisuseError where the sheet cannot hold them."""
    if len(rows) > MOST_ROWS:
        raise MisuseError(f"{len(rows)} rows are more than a sheet holds ({MOST_ROWS}); choose csv or parquet")
    sheet.title = title
    for number, name in enumerate(columns, start=1):
        put(sheet, 1, number, name).font = Font(bold=True)
    for line, row in enumerate(rows, start=2):
        for number, value in enumerate(row, start=1):
            if value is not None:
                put(sheet, line, number, value)
    sheet.freeze_panes = "A2"


def put(sheet: Worksheet, line: int, column: int, value: Any) -> Cell:
    """A value in its cell: a number, a date, or a text that stays a text also when the cell is edited."""
    cell = sheet.cell(line, column)
    assert isinstance(cell, Cell)  # nothing is merged
    if isinstance(value, bool | int | float | Decimal):
        cell.value = value
    elif isinstance(value, datetime):
        cell.value = value.astimezone(CLOCK).replace(tzinfo=None) if value.tzinfo else value
    elif isinstance(value, date):
        cell.value = value
    else:
        cell.value = visible(str(value))[:_MOST_CHARACTERS]
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def first_sheet(book: Workbook) -> Worksheet:
    """The sheet that a new workbook has."""
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet
