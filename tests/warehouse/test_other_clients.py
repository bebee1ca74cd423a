"""The DuckDB command line that people have (1.5) opens the published copy, also while it is written and replaced."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from warehouse.load import load
from warehouse.publish import current, publish
from warehouse.store import open_writer
from warehouse.view_files import views
from warehouse.zh import zh_names

DUCKDB = Path(sys.executable).with_name("duckdb")
pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(not DUCKDB.exists(), reason="there is no duckdb-cli for this platform"),
]


@pytest.fixture
def place(tmp_path, empty_warehouse, written, revised, spec):
    """A folder with a warehouse of one report, and its published copy."""
    shutil.copyfile(empty_warehouse, tmp_path / "warehouse.duckdb")
    with open_writer(tmp_path / "warehouse.duckdb") as con:
        con.execute("insert into core.source values ('lanqiao-zwj', '岚桥区政务局', '岚桥区', '', 'trs', now())")
        extraction = written([spec(target="100", actual="50")])
        load(con, revised(extraction), extraction, version="1", run_id="r", known_at=datetime(2031, 10, 20, tzinfo=UTC))
    publish(tmp_path / "warehouse.duckdb", tmp_path / "published")
    return tmp_path


def answered(place, *queries):
    """What the command line prints for these queries on the newest copy, in one session."""
    asked = [part for query in queries for part in ("-c", query)]
    done = subprocess.run(
        [DUCKDB, "-readonly", "-csv", "-noheader", current(place / "published"), *asked],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.replace('"', "").split()


def test_it_is_the_version_that_the_docs_speak_of():
    done = subprocess.run([DUCKDB, "--version"], capture_output=True, text=True, timeout=300, check=True)
    assert done.stdout.startswith("v1.5.")


def test_every_view_and_macro_answers_there(place):
    names = [view.name for view in views()] + zh_names()
    counts = answered(place, *(f"select count(*) from {name}" for name in names))
    assert dict(zip(names, map(int, counts), strict=True))["mart.lagging"] == 1
    assert answered(place, "select bureau, lagging from scoreboard('2031Q3')") == ["岚桥区政务局,1"]
    assert answered(place, "select 部门, 状态, 程度 from zh.滞后") == ["岚桥区政务局,滞后,明显"]
    assert answered(place, "select period from history('窗口')") == ["Q3"]


def test_it_is_open_while_a_run_writes_and_publishes(place):
    reader = subprocess.Popen(
        [DUCKDB, "-readonly", "-csv", "-noheader", current(place / "published")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reader.stdin
    assert reader.stdout
    try:
        ask = "select count(*) from core.source;\n"
        reader.stdin.write(ask)
        reader.stdin.flush()
        assert reader.stdout.readline() == "1\n"
        with open_writer(place / "warehouse.duckdb", wait_s=0) as con:
            con.execute("insert into core.source values ('b', '乙局', '乙', '', 'trs', now())")
            assert answered(place, "select count(*) from core.source") == ["1"]
        for _ in range(4):  # the copy that the reader has open is gone from the disk
            publish(place / "warehouse.duckdb", place / "published")
        reader.stdin.write(ask)
        reader.stdin.flush()
        assert reader.stdout.readline() == "1\n"
        assert answered(place, "select count(*) from core.source") == ["2"]
    finally:
        reader.communicate(timeout=300)
