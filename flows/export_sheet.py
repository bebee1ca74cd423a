"""The office's table as a sheet: a traffic light in the column 状态, and a second sheet that says what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill

from flows.office import COLUMNS, office_rows, status_word
from flows.spreadsheet import fill, first_sheet, put
from warehouse.records import Progress, Severity, Status

_WIDTHS = (6, 36, 24, 16, 16, 10, 10, 14, 70)
_SHARES = (6, 7)
_STATUS = 8
_GREEN, _YELLOW, _ORANGE, _RED, _GREY = "C6EFCE", "FFEB9C", "FFD3A1", "FFC7CE", "EDEDED"
_LAGGING: dict[Severity, str] = {"slight": _YELLOW, "behind": _ORANGE, "severe": _RED}
_LIGHTS: dict[Status, str] = {"achieved": _GREEN, "on_track": _GREEN, "qualitative": "FFFFFF"}


def write_sheet(path: Path, rows: Sequence[Progress], title: str, made_at: str) -> None:
    """The workbook: one row for each promise in the office's columns, and the notes."""
    book = Workbook()
    sheet = first_sheet(book)
    fill(sheet, title, COLUMNS, list(office_rows(rows)))
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[number]].width = width
    for line, row in enumerate(rows, start=2):
        sheet.cell(line, _STATUS).fill = PatternFill("solid", start_color=light(row))
        for column in range(1, len(COLUMNS) + 1):
            sheet.cell(line, column).alignment = Alignment(wrap_text=True, vertical="top")
        for column in _SHARES:
            sheet.cell(line, column).number_format = "0.0%"
    sheet.auto_filter.ref = f"A1:I{len(rows) + 1}"
    _notes(book, rows, made_at)
    book.save(path)


def light(row: Progress) -> str:
    """Green where the promise is kept or on pace, yellow to red where it lags, grey where nothing can be said."""
    if row.status == "lagging":
        return _LAGGING[row.severity] if row.severity else _ORANGE
    return _LIGHTS.get(row.status, _GREY)


def _notes(book: Workbook, rows: Sequence[Progress], made_at: str) -> None:
    sheet = book.create_sheet("说明")
    sheet.column_dimensions["A"].width = 60
    lines = [
        f"数据截至 {made_at} 已公布并收录的报告。",
        "本表由公开文字自动计算得出，不是官方评价；以“依据”栏所引原文为准。",
        "序时进度为已过月数除以12（有季度节点的按节点）；绿：完成或正常，黄：略滞后，橙：滞后，红：严重滞后，灰：无法判断。",
    ]
    for number, line in enumerate(lines, start=1):
        put(sheet, number, 1, line)
    for number, (word, count) in enumerate(Counter(map(status_word, rows)).items(), start=len(lines) + 2):
        put(sheet, number, 1, word)
        put(sheet, number, 2, count)
