"""Queries with parameters: the periods they take, and that they can be read like a question."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import duckdb
import pytest

from warehouse import macros as macros_of
from warehouse.load import load
from warehouse.store import open_writer


@pytest.fixture(scope="module")
def two_quarters(tmp_path_factory, empty_warehouse, written, revised, spec):
    path = tmp_path_factory.mktemp("macros") / "warehouse.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_writer(path) as con:
        con.execute("insert into core.source values ('a', '重城局', '安州', '', 'trs', now())")
        con.execute("insert into core.source values ('b', '北城局', '安州', '', 'trs', now())")
        for source, actual in (("a", "20"), ("b", "50")):
            for period, share in (("H1", 1), ("Q3", 2), ("FY", 3)):
                extraction = written([spec(target="100", actual=str(int(actual) * share))], period)
                revision = revised(extraction, f"https://lanqiao.example/{source}/{period}.shtml", source_id=source)
                load(con, revision, extraction, version="1", run_id="r", known_at=datetime(2031, 10, 20, tzinfo=UTC))
        yield con


@pytest.mark.parametrize(
    ("words", "rank"),
    [("2024Q1", 202403), ("2024Q2", 202406), ("2024H1", 202406), ("2024Q3", 202409), ("2024q4", 202412),
     (" 2024FY ", 202412), ("2024M05", 202405), ("2024m11", 202411)],
)  # fmt: skip
def test_a_period_is_read_in_every_way_it_is_written(two_quarters, words, rank):
    assert two_quarters.execute("select core.period_rank(?)", [words]).fetchone() == (rank,)


@pytest.mark.parametrize("words", ["2024", "2024Q5", "2024M13", "三季度", ""])
def test_what_is_no_period_is_said_in_one_line(two_quarters, words):
    with pytest.raises(duckdb.Error, match="a period is written 2024Q1, 2024H1"):
        two_quarters.execute("select core.period_rank(?)", [words]).fetchall()


def test_the_scoreboard_of_a_period_counts_and_sorts_by_pinyin(two_quarters):
    columns = "select bureau, period, promises, lagging, achieved"
    assert two_quarters.execute(f"{columns} from scoreboard('2031Q2')").fetchall() == [
        ("重城局", "H1", 1, 1, 0),
        ("北城局", "H1", 1, 0, 0),
    ]
    assert two_quarters.execute(f"{columns} from scoreboard('2031FY')").fetchall() == [
        ("重城局", "FY", 1, 1, 0),
        ("北城局", "FY", 1, 0, 1),
    ]
    assert two_quarters.execute("from scoreboard('2030FY')").fetchall() == []


def test_one_promise_and_two_periods_can_be_asked_for(two_quarters):
    history = two_quarters.execute("select bureau, period, added from history('窗口')").fetchall()
    assert [(bureau, period, added and int(added)) for bureau, period, added in history] == [
        ("北城局", "H1", None), ("北城局", "Q3", 50), ("北城局", "FY", 50),
        ("重城局", "H1", None), ("重城局", "Q3", 20), ("重城局", "FY", 20),
    ]  # fmt: skip
    between = two_quarters.execute("select bureau, earlier_status, status from changed_between('2031H1', '2031Q3')")
    assert between.fetchall() == [("北城局", "on_track", "achieved")]
    assert two_quarters.execute("select bureau from lagging('2031Q3')").fetchall() == [("重城局",)]
    assert two_quarters.execute("select bureau from progress('2031Q3')").fetchall() == [("重城局",), ("北城局",)]


def test_a_file_that_holds_no_macro_is_refused():
    with pytest.raises(ValueError, match="no macro begins here"):
        macros_of._macro("-- 甲 | a\nselect 1;")
