"""The files that go with a mail: made from its data when it is sent, so that they are stored nowhere twice."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from alerting.sheet import SHARES, file_name, table
from alerting.speech import Language
from connectors.channels import Attachment
from flows.spreadsheet import fill, first_sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {6: 28, 17: 24, 18: 36, 19: 60, 21: 36, 22: 40}  # of columns, in characters; the others have twelve


def attachments(data: Mapping[str, Any], language: Language) -> tuple[Attachment, ...]:
    """The rows of a digest as a sheet; nothing goes with another message."""
    columns, rows = table(data, language)
    if not rows:
        return ()
    book = Workbook()
    sheet = first_sheet(book)
    fill(sheet, "duban", columns, rows)
    for number in range(1, len(columns) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(number, 12)
    for line in range(2, len(rows) + 2):
        for number in SHARES:
            sheet.cell(line, number).number_format = "0.0%"
    content = io.BytesIO()
    book.save(content)
    return (Attachment(file_name(data), content.getvalue(), XLSX),)
