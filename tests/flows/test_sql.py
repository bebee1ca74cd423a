"""`duban sql`: answers in every form, queries from everywhere, and nothing that writes or looks elsewhere."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import duckdb
import pytest
from openpyxl import load_workbook

from flows.problems import MisuseError
from flows.sql_output import chosen, csv_of, is_wide, json_of, plain, write
from warehouse.errors import QueryRefused
from warehouse.query import Answer, query

ODD = Answer(
    ["n", "n", "text", "list", "day"],
    ["DECIMAL(9,3)", "DOUBLE", "VARCHAR", "VARCHAR[]", "DATE"],
    [(Decimal("0E-9"), float("nan"), '=1+1\x1b[2J"', ["甲", "乙"], date(2031, 9, 30)), (None,) * 5],
)


@pytest.fixture
def copy(data, empty_warehouse):
    """A published copy with nothing in it."""
    path = data / "published" / "current" / "duban.duckdb"
    path.parent.mkdir(parents=True)
    path.write_bytes(empty_warehouse.read_bytes())
    return path


def test_a_query_comes_from_the_line_a_file_or_a_pipe(duban, copy, tmp_path):
    (tmp_path / "q.sql").write_text("\ufeffselect '甲' as a", encoding="utf-8")
    for arguments, stdin in (
        (["select '甲' as a"], b""),
        (["--file", "q.sql"], b""),
        (["-"], "select '甲' as a;".encode()),
        (["--file", "-"], "select '甲' as a".encode()),
        ([], "select '甲' as a".encode()),
    ):
        done = duban("sql", *arguments, stdin=stdin)
        assert (done.returncode, done.stdout) == (0, "a\n甲\n"), (arguments, done.stderr)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["select 1", "--file", "q.sql"], "not both"),
        (["--format", "xlsx", "select 1"], "name it with --out answer.xlsx"),
        (["--out", "answer.doc", "select 1"], "say --format"),
        (["--format", "xml", "select 1"], "xml"),
        (["--file", "nosuch.sql"], "nosuch.sql"),
        (["--out", "nosuch/answer.csv", "select 1"], "nosuch"),
    ],
)
def test_what_cannot_be_done_is_one_line(duban, copy, arguments, said):
    done = duban("sql", *arguments)
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["answer.csv", "answer.json", "answer.parquet", "answer.xlsx"])
def test_an_answer_is_written_whole_into_a_file(duban, copy, tmp_path, name):
    out = tmp_path / name
    out.write_text("older", encoding="utf-8")
    sql = "select '=1+1' as text, 1.50::decimal(9, 2) as n, [1, 2] as list, date '2031-09-30' as day"
    done = duban("sql", "--out", str(out), sql)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"1 row in {out}\n", "")
    assert list(tmp_path.glob(".*")) == []
    if name.endswith("xlsx"):
        cells = next(iter(load_workbook(out).active.iter_rows(min_row=2)))
        assert [cell.value for cell in cells] == ["=1+1", 1.5, "[1, 2]", datetime(2031, 9, 30)]
        assert (cells[0].data_type, cells[0].quotePrefix) == ("s", True)
    else:
        with duckdb.connect() as con:
            read = con.execute(f"select text, n, day::varchar from '{out}'").fetchall()
        assert read == [("=1+1", Decimal("1.50") if name.endswith("parquet") else 1.5, "2031-09-30")]


def test_an_answer_that_fails_leaves_what_was_there(duban, copy, tmp_path):
    out = tmp_path / "answer.csv"
    out.write_text("older", encoding="utf-8")
    assert duban("sql", "--out", str(out), "select error('no')").returncode == 1
    assert out.read_text(encoding="utf-8") == "older"
    with pytest.raises(MisuseError, match="name a file"):
        write(ODD, "csv", tmp_path)


def test_odd_cells_come_out_as_what_they_are():
    rows = list(csv.reader(io.StringIO(csv_of(ODD))))
    assert rows[1] == ["0.000000000", "nan", '=1+1␛[2J"', "['甲', '乙']", "2031-09-30"]
    assert rows[2] == [""] * 5
    read = json.loads(json_of(ODD))
    assert read[0] == {"n": 0, "n_2": None, "text": '=1+1\x1b[2J"', "list": ["甲", "乙"], "day": "2031-09-30"}
    assert set(read[1].values()) == {None}
    assert "\x1b" not in json_of(ODD)


def test_what_json_has_no_word_for_is_a_text():
    moment = datetime(2031, 9, 30, 8, tzinfo=UTC)
    assert plain({"a": (moment, b"x", float("inf"))}) == {"a": ["2031-09-30T08:00:00+00:00", "b'x'", None]}


def test_the_form_follows_the_name_and_the_screen(tmp_path):
    assert chosen(None, tmp_path / "a.parquet") == "parquet"
    assert chosen("json", tmp_path / "a.txt") == "json"
    assert chosen(None, None) == "csv"


@pytest.mark.parametrize(
    "sql",
    [
        "create table x (a integer)", "insert into core.source values ('a')", "drop view mart.progress",
        "copy (select 1) to 'out.csv'", "from read_csv('/etc/passwd')", "from '/etc/passwd'",
        "attach 'other.duckdb'",
        "set enable_external_access = true", "set threads = 1", "install httpfs", "load httpfs",
        "from read_text('https://example.com/')", "export database 'x'", "selec 1", "from nosuch",
    ],
)  # fmt: skip
def test_what_writes_or_looks_elsewhere_is_refused_in_one_line(copy, sql):
    with pytest.raises(QueryRefused) as caught:
        query(copy, sql)
    assert "\n" not in str(caught.value)
    assert "^" not in str(caught.value)
    assert caught.value.remedy


def test_files_are_read_where_that_is_asked_for(duban, copy, tmp_path):
    (tmp_path / "mine.csv").write_text("a\n7\n", encoding="utf-8")
    done = duban("sql", "--allow-external", f"from '{tmp_path}/mine.csv'")
    assert (done.returncode, done.stdout) == (0, "a\n7\n")
    assert duban("sql", "--allow-external", "create table x (a integer)").returncode == 1
    assert duban("sql", f"from '{tmp_path}/mine.csv'").returncode == 1


def test_what_is_too_wide_for_a_terminal_is_shown_row_after_row():
    ours, theirs = pty.openpty()
    code = (
        "from flows.sql_output import write; from warehouse.query import Answer;"
        "write(Answer(['n%d' % n for n in range(40)], [''] * 40, [('x' + chr(27),) * 40]), 'table', None)"
    )
    environ = {**os.environ, "TERM": "dumb", "COLUMNS": "80"}
    subprocess.run([sys.executable, "-c", code], stdout=theirs, check=True, timeout=300, env=environ)
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        lines = terminal.read(100_000).decode().splitlines()
    assert (lines[0], lines[1], len(lines)) == ("-- 1 --", "n0   x␛", 41)


def test_a_table_is_wide_by_its_names_and_the_shortest_sensible_cells():
    answer = Answer(["部门", "n"], ["VARCHAR", "INTEGER"], [("甲" * 50, 1)])
    assert not is_wide(answer, 17)
    assert is_wide(answer, 16)
    assert is_wide(Answer(["a" * 20], ["INTEGER"], []), 20)
