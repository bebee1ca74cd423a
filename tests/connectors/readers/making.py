"""Files as bureaus publish them, made by the libraries that make such files."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

import docx
import openpyxl
import xlwt
from docx.document import Document as Docx
from openpyxl.worksheet.worksheet import Worksheet

TITLE = "云河市2026年前三季度重点任务完成情况"
HEADER = ["序号", "任务名称", "年度目标", "1-9月完成", "完成率"]
ROWS = [[1, "农村户厕改造", "2000户", "1560户", "78%"], [2, "绿道建设", "120公里", "66公里", "55%"]]
SENTENCE = "全年新建绿道120公里，1-9月已建成66公里。"


def saved(file: Docx | openpyxl.Workbook | xlwt.Workbook) -> bytes:
    """The bytes of a file that a library has in hand."""
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def docx_of(*paragraphs: str, rows: Sequence[Sequence[object]] = ()) -> bytes:
    """A docx of paragraphs and, behind them, a table."""
    file = docx.Document()
    for text in paragraphs:
        file.add_paragraph(text)
    if rows:
        table = file.add_table(len(rows), len(rows[0]))
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                table.cell(r, c).text = str(value)
    return saved(file)


def fill(sheet: Worksheet, rows: Sequence[Sequence[object]], row: int = 1, column: int = 1) -> None:
    """Write the rows from this cell on."""
    for r, values in enumerate(rows, row):
        for c, value in enumerate(values, column):
            if value is not None:
                sheet.cell(r, c, value)


def xlsx_of(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.title = "Sheet1"
    fill(book.active, rows)
    return saved(book)


def xls_of(rows: Sequence[Sequence[object]]) -> bytes:
    """The same in the old format."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for r, values in enumerate(rows):
        for c, value in enumerate(values):
            sheet.write(r, c, value)
    return saved(book)


def ole_of(stream: str) -> bytes:
    """An OLE file whose one stream has this name."""
    content, name = xls_of([[1]]), stream.encode("utf-16-le")
    at = content.index("Workbook".encode("utf-16-le"))
    return content[:at] + name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2) + content[at + 66 :]


def locked_xls() -> bytes:
    """A workbook that says that it asks for a password."""
    content = xls_of([[1]])
    at = content.index(b"\x09\x08\x10\x00") + 20  # the record behind the first
    return content[:at] + b"\x2f\x00" + content[at + 2 :]


def zip_of(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
