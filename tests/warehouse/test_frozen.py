"""A large copy is worked out once: the same answers, and a writer gets the views back."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from warehouse.frozen import LARGE, freeze
from warehouse.load import load
from warehouse.store import open_reader, open_writer

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each

NOW = datetime(2031, 10, 20, 3, tzinfo=UTC)
MARTS = ("mart.reports", "mart.progress", "mart.lagging", "mart.regressions", "mart.forecast", "scoreboard('2031Q3')")
ASKED = "select * from {} order by all"


@pytest.fixture
def copy(empty_warehouse, tmp_path, spec, written, revised):
    path = tmp_path / "copy.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_writer(path) as con:
        for period, actual in (("H1", "60"), ("Q3", "50")):
            report = written([spec(target="120", actual=actual, share="0.4")], period)
            put(con, revised(report, f"https://lanqiao.example/{period}.shtml"), report)
    return path


def put(con, revision, report):
    load(con, revision, report, version="1", run_id="r", known_at=NOW)


def answers(con):
    return [con.execute(ASKED.format(mart)).fetchall() for mart in MARTS]


def test_a_large_copy_answers_as_before_and_says_what_it_is(copy):
    with open_reader(copy) as con:
        before = answers(con), con.execute("describe mart.progress").fetchall()
    freeze(copy, large=1)
    with open_reader(copy) as con:
        assert (answers(con), con.execute("describe mart.progress").fetchall()) == before
        ((comment,),) = con.execute("select comment from duckdb_views() where view_name = 'progress'").fetchall()
        assert "进展" in comment
        assert con.execute("select count(*) from core.frozen_progress").fetchone() == (2,)
        assert [
            con.execute(f"select count(*) from core.frozen_{name}").fetchone() for name in ("regressions", "forecast")
        ] == [
            (1,),
            (1,),
        ]


def test_a_source_whose_only_report_promises_nothing_is_in_the_copy(copy, written, revised):
    with open_writer(copy) as con:
        report = written([])
        put(con, revised(report, "https://a.example/Q3.shtml", source_id="a-before-all-others"), report)
        before = answers(con)
    freeze(copy, large=1)
    with open_reader(copy) as con:
        assert answers(con) == before


def test_who_writes_to_a_frozen_copy_sees_what_is_written(copy, spec, written, revised):
    freeze(copy, large=1)
    with open_writer(copy) as con:
        report = written([spec(target="120", actual="119")], "FY")
        put(con, revised(report, "https://lanqiao.example/FY.shtml"), report)
        assert [len(rows) for rows in answers(con)[:2]] == [3, 3]


def test_a_small_copy_is_left_as_it_is(copy):
    assert LARGE > 1000
    freeze(copy)
    with open_reader(copy) as con:
        assert con.execute("select count(*) from duckdb_tables() where table_name like 'frozen%'").fetchone() == (0,)
