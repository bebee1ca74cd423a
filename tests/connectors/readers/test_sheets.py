from __future__ import annotations

import struct
from datetime import date, datetime

import openpyxl
import pytest
import xlwt
from openpyxl.worksheet.worksheet import Worksheet

from connectors.errors import UnreadableDocument
from connectors.readers import read
from connectors.readers.cell_formats import shown
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, TITLE, fill, locked_xls, saved, xls_of, xlsx_of

URL = "file:///附件1.xlsx"


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.785, "0.0%", "78.5%"),
        (0.785, "0%", "79%"),
        (0.004, "0%", "0.4%"),
        (1.2, "0.00%", "120%"),
        (120.0, "General", "120"),
        (43.333333333333336, "General", "43.3333333333"),
        (43.333333333333336, "0.00_ ", "43.33"),
        (0.1 + 0.2, "General", "0.3"),
        (12345678.0, "#,##0", "12345678"),
        (1560.0, '0"户"', "1560户"),
        (28.17, '[$￥-804]0.00"亿元"', "28.17亿元"),
        (-3.5, "0.0;[Red]-0.0", "-3.5"),
        (0.0, "0.00", "0"),
        (True, "General", "是"),
        (date(2026, 9, 30), "General", "2026-09-30"),
        (date(2026, 9, 30), 'yyyy"年"m"月"d"日"', "2026年9月30日"),
        (datetime(2026, 9, 1), 'yyyy"年"m"月"', "2026年9月"),
        (datetime(2026, 9, 1), 'm"月"d"日"', "9月1日"),
        ("≥95%", "0.0%", "≥95%"),
    ],
)
def test_a_cell_says_what_it_shows(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


def report() -> openpyxl.Workbook:
    """A sheet as offices make them: a merged title, the unit above, headings over two rows, gaps, a note."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "前三季度"
    fill(sheet, [[TITLE]], 2, 2)
    sheet.merge_cells("B2:G2")
    fill(sheet, [["单位：户、公里"]], 3, 7)
    fill(sheet, [["序号", "任务名称", "年度目标", None, "进度"], [None, None, None, None, "1-9月完成", "完成率"]], 4, 2)
    for merged in ("B4:B5", "C4:C5", "D4:D5", "F4:G4"):
        sheet.merge_cells(merged)
    fill(sheet, [[1, "农村户厕改造（户）", 2000, None, 1560, 0.78], [2, "绿道建设（公里）", 120, None, 66, 0.55]], 6, 2)
    for row in (6, 7):
        sheet.cell(row, 7).number_format = "0.0%"
    fill(sheet, [["注：数据截至9月30日"]], 9, 2)
    return book


def test_a_sheet_as_offices_make_them() -> None:
    document = read(saved(report()), "", URL)
    assert document.text.split("\n") == [
        TITLE,
        "单位：户、公里",
        "序号\t任务名称\t年度目标\t进度\t",
        "\t\t\t1-9月完成\t完成率",
        "1\t农村户厕改造（户）\t2000\t1560\t78%",
        "2\t绿道建设（公里）\t120\t66\t55%",
        "注：数据截至9月30日",
    ]
    extraction = extract(document)
    read_figures = [
        (i.target.text, i.actual.text, i.actual.unit, extraction.place_of(i.actual.start))
        for task in extraction.tasks
        for i in task.indicators
        if i.target and i.actual
    ]
    assert read_figures == [
        ("2000", "1560", "户", "工作表“前三季度”F6"),
        ("120", "66", "公里", "工作表“前三季度”F7"),
    ]
    assert (extraction.report.year, extraction.report.period) == (2026, "Q3")


def test_the_old_format_is_read_alike() -> None:
    rows = [[TITLE], HEADER, *ROWS]
    old, new = (read(make(rows), "", URL) for make in (xls_of, xlsx_of))
    assert old == new
    assert extract(old).tasks == extract(new).tasks


def test_formats_of_the_old_format() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表一")
    cells = [(0.785, "0.0%"), (1560, '0"户"'), (date(2026, 9, 30), "yyyy年m月d日"), (0.5, "General")]
    for column, (value, form) in enumerate(cells):
        sheet.write(0, column, value, xlwt.easyxf(num_format_str=form))
    for column in range(4):
        sheet.write(1, column, 0.25, xlwt.easyxf(num_format_str="0%"))  # one record for all four
    assert read(saved(book), "", URL).text == "78.5%\t1560户\t2026年9月30日\t0.5\n25%\t25%\t25%\t25%"


def test_hidden_and_empty_sheets_are_left_out_and_others_named() -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "工业"
    fill(first, [["项目", "实绩"], ["新增企业", 12]])
    book.create_sheet("空")
    hidden = book.create_sheet("草稿")
    fill(hidden, [["项目", "实绩"], ["新增企业", 99]])
    hidden.sheet_state = "hidden"
    fill(book.create_sheet("Sheet4"), [["项目", "实绩"], ["绿道", 66]])
    document = read(saved(book), "", URL)
    assert document.text == "工业\n项目\t实绩\n新增企业\t12\n项目\t实绩\n绿道\t66"
    assert len(document.tables) == 2


def test_two_tables_on_one_sheet() -> None:
    rows = [["表一"], ["项目", "实绩"], ["企业", 12], [], ["表二"], ["项目", "实绩"], ["绿道", 66]]
    document = read(xlsx_of(rows), "", URL)
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "表一", "项目\t实绩\n企业\t12", "表二", "项目\t实绩\n绿道\t66",
    ]  # fmt: skip


def far_xlsx() -> bytes:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    fill(book.active, [[1]])
    fill(book.active, [[1]], 1048576, 16384)
    return saved(book)


def far_xls() -> bytes:
    content = xls_of([[1.23456789]])
    place = content.index(struct.pack("<HHHH", 0x0203, 14, 0, 0))
    return content[: place + 4] + struct.pack("<HH", 65535, 255) + content[place + 8 :]


@pytest.mark.parametrize("make", [far_xlsx, far_xls])
def test_a_cell_in_the_last_corner_is_refused_before_it_takes_all_memory(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnreadableDocument, match="million cells"):
        read(make(), "", URL)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (xlsx_of([[1]])[:-600], "damaged"),
        (xls_of([[1]])[:1500], "damaged|old Office format"),
        (locked_xls(), "asks for a password"),
        (xlsx_of([]), "without a filled visible sheet"),
    ],
)
def test_bad_workbooks_are_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(content, "", URL)
    assert "\n" not in str(caught.value)
