"""Migrations, views, and that everything explains itself."""

from __future__ import annotations

import duckdb
import pytest

from warehouse import migrate as migrating
from warehouse import view_files, zh
from warehouse.errors import NewerDatabase, WarehouseDamaged
from warehouse.macros import Macro, macros
from warehouse.migrate import migrate, migrations
from warehouse.store import connect_memory, connect_scratch, open_writer
from warehouse.view_files import View, views

ROOMS = "schema_name in ('raw', 'core', 'mart', 'ops')"


def test_every_table_view_and_column_is_explained_in_both_languages(con):
    silent = con.execute(
        f"""
        select table_name, comment from duckdb_tables() where {ROOMS}
        union all select view_name, comment from duckdb_views() where {ROOMS} or schema_name = 'zh'
        union all select function_name, comment from duckdb_functions() where not internal
        union all select table_name || '.' || column_name, comment from duckdb_columns()
        where ({ROOMS} or schema_name = 'zh') and table_name not like 'v\\_%' escape '\\'
        """
    ).fetchall()
    assert len(silent) > 300
    assert [name for name, comment in silent if " | " not in (comment or "")] == []


def test_views_read_as_the_house_wants_them(repo):
    for path in sorted((repo / "warehouse" / "views").glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("-- "), path
        assert " | " in text.splitlines()[0], path
        assert text.rstrip().endswith("from final"), path
        code = "\n".join(line.split("--")[0] for line in text.splitlines())
        for literal in code.split("'")[1::2]:
            code = code.replace(f"'{literal}'", "")
        assert code == code.lower(), path


def test_every_migration_has_a_number_of_its_own():
    numbers = [migration.number for migration in migrations()]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1


def test_opening_again_changes_nothing(tmp_path):
    made = []
    for _ in range(2):
        with open_writer(tmp_path / "warehouse.duckdb") as con:
            made.append(con.execute("select * from ops.migration order by number").fetchall())
            assert con.execute("select count(*) from ops.view_set").fetchone() == (1,)
    assert made[0] == made[1]


def test_a_newer_database_is_refused(con):
    con.execute("insert into ops.migration values (99, '099_future.sql', 'x', now())")
    with pytest.raises(NewerDatabase, match=r"w\.duckdb .*099_future\.sql.*update Duban") as caught:
        migrate(con, "w.duckdb")
    assert "\n" not in str(caught.value)


def test_a_changed_migration_is_refused(con):
    con.execute("update ops.migration set sha256 = 'x' where number = 2")
    with pytest.raises(WarehouseDamaged, match=r"002_raw\.sql.*restore"):
        migrate(con, "w.duckdb")


def test_a_migration_that_fails_leaves_the_database_as_it_was(con, monkeypatch):
    broken = migrating.Migration(6, "006_broken.sql", "create table core.half (a integer); select nothing;", "x")
    monkeypatch.setattr(migrating, "migrations", lambda: (*migrations(), broken))
    with pytest.raises(duckdb.Error):
        migrate(con, "w.duckdb")
    assert con.execute("select count(*) from duckdb_tables() where table_name = 'half'").fetchone() == (0,)
    monkeypatch.undo()
    migrate(con, "w.duckdb")


def test_changed_views_and_macros_are_made_anew_and_gone_ones_dropped(con, monkeypatch):
    extra = View("mart.extra", "select 1 as one", "", frozenset())
    macro = Macro("extra", "macro table", "-- 甲 | a\ncreate or replace macro extra(x) as table select x as one;")
    dictionary = zh.dictionary()
    monkeypatch.setattr(view_files, "views", lambda: (*views(), extra))
    monkeypatch.setattr(view_files, "macros", lambda: (*macros(), macro))
    views_of = {**dictionary["views"], "新的": {"of": "mart.regions"}}
    monkeypatch.setattr(zh, "dictionary", lambda: {**dictionary, "views": views_of})
    migrate(con, "w.duckdb")
    made = ("from mart.extra", "from extra(1)", "from zh.新的")
    assert [con.execute(sql).fetchall() for sql in made] == [[(1,)], [(1,)], []]
    monkeypatch.undo()
    migrate(con, "w.duckdb")
    for sql in made:
        with pytest.raises(duckdb.CatalogException):
            con.execute(sql)


def test_the_scratch_warehouse_has_the_same_tables():
    with connect_memory() as whole, connect_scratch() as scratch:
        # views that have no row there are tables of the same columns
        tables = (
            f"select schema_name, table_name, column_count from duckdb_tables() where {ROOMS}"
            " and not starts_with(table_name, 'v_') order by all"
        )
        assert scratch.execute(tables).fetchall() == whole.execute(tables).fetchall()
