"""The Chinese views: names, columns and words from one dictionary, in the order of pinyin."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime

import pytest

from warehouse.load import load
from warehouse.publish import current, publish
from warehouse.records import STATUSES
from warehouse.store import open_reader, open_writer
from warehouse.zh import dictionary

BUREAUS = {"a": "重庆局", "b": "北京局", "c": "安徽局", "d": "上海局", "e": "广东局"}


@pytest.fixture(scope="module")
def published(tmp_path_factory, empty_warehouse, written, revised, spec):
    folder = tmp_path_factory.mktemp("zh")
    shutil.copyfile(empty_warehouse, folder / "warehouse.duckdb")
    with open_writer(folder / "warehouse.duckdb") as con:
        for source, bureau in BUREAUS.items():
            con.execute("insert into core.source values (?, ?, '甲', '', 'trs', now())", [source, bureau])
            extraction = written([spec(target="100", actual="10")])
            revision = revised(extraction, f"https://lanqiao.example/{source}.shtml", source_id=source)
            load(con, revision, extraction, version="1", run_id="r", known_at=datetime(2031, 10, 20, tzinfo=UTC))
    publish(folder / "warehouse.duckdb", folder / "published")
    return current(folder / "published")


def test_names_are_sorted_by_pinyin_in_the_published_copy(published):
    with open_reader(published) as con:
        rows = con.execute("select 部门, 滞后, 报告期 from zh.部门榜").fetchall()
        assert [bureau for bureau, _, _ in rows] == ["安徽局", "北京局", "重庆局", "广东局", "上海局"]
        assert {row[1:] for row in rows} == {(1, "前三季度")}
        words = con.execute("select distinct 状态, 程度, 类型, 档次, 依据 from zh.进度").fetchall()
        assert words == [("滞后", "严重", "累计", "确保", "数据")]


def test_every_chinese_view_shows_every_column_of_its_english_one(published):
    with open_reader(published) as con:
        for name, view in dictionary()["views"].items():
            english = con.execute(f"describe {view['of']}").fetchall()
            chinese = con.execute(f"describe zh.{name}").fetchall()
            assert len(chinese) == len(english), name
            assert all(re.search(r"[\u4e00-\u9fff]", row[0]) for row in chinese), chinese


def test_the_chinese_views_are_of_views_that_are_there(published):
    shown = {view["of"] for view in dictionary()["views"].values()}
    with open_reader(published) as con:
        found = con.execute("select 'mart.' || view_name from duckdb_views() where schema_name = 'mart'").fetchall()
    assert len(shown) >= 20
    assert {name for (name,) in found} >= shown


def test_the_dictionary_knows_every_status():
    assert set(dictionary()["values"]["status"]) == set(STATUSES)


def test_words_that_stand_for_others_are_in_the_dictionary():
    assert set(dictionary()["same"].values()) <= set(dictionary()["values"])
