"""`duban export`: what offices and analysts take away, and that no text of others becomes a formula in it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest
from openpyxl import load_workbook

from flows.export_sheet import light, write_sheet
from flows.office import COLUMNS, harmless, office_rows, write_csv
from flows.published import copy_of
from flows.settings import load_settings
from warehouse.errors import OtherViews
from warehouse.progress import progress
from warehouse.store import open_reader
from warehouse.tree import write_tree

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each

HOSTILE = '=HYPERLINK("http://x";"点")\x1b[31m'


@pytest.fixture
def rows(after_first_run, sample):
    """What the sample's bureau of civil affairs reported, and its copy."""
    after_first_run("yunting-mzj")
    with open_reader(copy_of(load_settings())) as con:
        return progress(con)


def test_the_office_s_columns_hold_what_an_office_reads(rows):
    (row,) = [row for row in office_rows(rows) if "助餐" in str(row[1])]
    assert dict(zip(COLUMNS, row, strict=True)) | {"序号": 0, "依据": str(row[8]).splitlines()} == {
        "序号": 0,
        "任务": "扩大老年助餐覆盖面，建成老年助餐点60个",
        "牵头单位": "云汀市民政局（养老服务科）",
        "年度目标": "60个",
        "进展": "26个",
        "完成率": Decimal("0.433333333"),
        "序时进度": Decimal("0.75"),
        "状态": "严重滞后",
        "依据": [
            "完成26个/60个＝43.3%，序时进度75.0%，落后31.7个百分点",
            "自评：进展顺利",
            "原文：目前已建成老年助餐点26个，另有19个正在装修，工作总体进展顺利。",
            "http://mzj.yunting.example/zwxx/dcqk/202611/t20261118_1000689.shtml",
        ],
    }


def test_csv_opens_in_excel_and_holds_no_formula(rows):
    file = io.StringIO()
    hostile = replace(
        rows[0], task_title=HOSTILE, name=HOSTILE, bureau="@SUM(A1)", target_text="-5%", actual_text="\t=1"
    )
    write_csv(file, [hostile, replace(rows[0], completion=Decimal("-0.05"), departments=())])
    text = file.getvalue()
    assert text.startswith("\ufeff序号,任务,")
    assert "\r\n" in text
    first, second = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))[1:]
    assert first[1] == '\'=HYPERLINK("http://x";"点")␛[31m'
    assert (first[2][:2], first[3], first[4]) == ("'@", "'-5%", "'\t=1")
    assert (second[0], second[5]) == ("2", "-5.0%")
    assert "\x1b" not in text


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_takes_for_a_formula_gets_a_quote(text):
    assert harmless(text) == f"'{text}"
    assert harmless(f"共{text}") == f"共{text}"


def test_a_sheet_has_lights_and_numbers_and_no_formula(rows, tmp_path):
    hostile = [replace(rows[0], task_title=HOSTILE, name=HOSTILE), *rows[1:]]
    write_sheet(tmp_path / "q3.xlsx", hostile, "2026年前三季度", "2026-11-24 09:00")
    book = load_workbook(tmp_path / "q3.xlsx")
    sheet, notes = book["2026年前三季度"], book["说明"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert {cell.data_type for line in sheet.iter_rows(min_row=2) for cell in line} <= {"n", "s"}
    assert (sheet["B2"].value, sheet["B2"].quotePrefix) == (HOSTILE.replace("\x1b", "␛"), True)
    number = next(line for line, row in enumerate(hostile, start=2) if row.severity == "severe")
    assert sheet.cell(number, 6).value == pytest.approx(float(hostile[number - 2].completion))
    assert sheet.cell(number, 6).number_format == "0.0%"
    assert sheet.cell(number, 8).fill.start_color.rgb == "00FFC7CE"
    assert "不是官方评价" in str(notes["A2"].value)


def test_every_status_has_its_light(rows):
    lights = {(row.status, row.severity): light(row) for row in rows}
    assert lights[("on_track", None)] == "C6EFCE"
    assert lights[("lagging", "slight")] == "FFEB9C"
    assert light(replace(rows[0], status="unknown", severity=None)) == "EDEDED"
    assert light(replace(rows[0], status="lagging", severity=None)) == "FFD3A1"


@pytest.mark.parametrize("name", ["q3.csv", "q3.json", "q3.xlsx", "q3.parquet"])
def test_a_period_is_written_in_each_form(duban, after_first_run, sample, tmp_path, name):
    after_first_run("yunting-mzj")
    done = duban("export", "--period", "2026Q2", "--out", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (0, f"7 promises in {tmp_path / name}\n")
    if name.endswith("json"):
        read = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        assert {row["period"] for row in read} == {"H1"}
        assert isinstance(read[0]["target_value"], float)
    if name.endswith("parquet"):
        found = duckdb.sql(f"select year, region, count(*) from '{tmp_path}/{name}/**/*.parquet' group by all")
        assert found.fetchall() == [(2026, "云汀市", 7)]


def test_the_newest_period_is_written_where_none_is_named(duban, after_first_run, sample, tmp_path):
    after_first_run("yunting-mzj")
    assert duban("export", "--out", str(tmp_path / "new.json")).returncode == 0
    read = json.loads((tmp_path / "new.json").read_text(encoding="utf-8"))
    assert {row["period"] for row in read} == {"Q3"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "a.doc"], "say --format"),
        (["--out", "a.csv", "--period", "2026Q5"], "no period is called '2026Q5'"),
        (["--out", "full", "--format", "parquet"], "is there already"),
        (["--out", "full", "--tree"], "is there already"),
        (["--out", "t", "--tree", "--period", "2026Q3"], "leave out --period"),
        (["--out", "full", "--format", "csv"], "name a file"),
    ],
)
def test_what_cannot_be_exported_is_one_line(duban, after_first_run, sample, tmp_path, arguments, said):
    after_first_run("yunting-mzj")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    done = duban("export", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert (tmp_path / "full" / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.integration
def test_the_views_say_the_same_over_a_parquet_tree(duban, after_first_run, sample, tmp_path, monkeypatch):
    after_first_run("yunting-mzj")
    assert "tables in" in duban("export", "--tree", "--out", str(tmp_path / "tree")).stdout
    monkeypatch.chdir(tmp_path / "tree")
    sorted_views = [f"from mart.{view} order by all" for view in ("progress", "ledger", "league", "forecast")]
    questions = (*sorted_views, "from scoreboard('2026Q3')", "from zh.部门榜")
    with duckdb.connect() as tree, open_reader(copy_of(load_settings())) as copy:
        tree.execute((tmp_path / "tree" / "open.sql").read_text(encoding="utf-8"))
        for question in questions:
            expected = copy.execute(question).fetchall()
            assert expected
            assert tree.execute(question).fetchall() == expected, question
    assert not (tmp_path / "tree" / "ops" / "run.parquet").exists()


def test_a_copy_of_another_version_gives_no_tree(after_first_run, sample, tmp_path, monkeypatch):
    after_first_run("yunting-mzj")
    monkeypatch.setattr("warehouse.tree.view_set", lambda: "other")
    with pytest.raises(OtherViews, match="duban publish"):
        write_tree(copy_of(load_settings()), tmp_path)
