"""A database of any earlier state is brought up: every row stays what it was, and the views say what they said."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from warehouse import migrate as migrating
from warehouse.migrate import migrate, migrations

RELEASED = Path(__file__).parent / "released.txt"
DUMPS = sorted((Path(__file__).parent / "dumps").glob("*.sql"))
# what the rule said of the sample's bureau of civil affairs, and must go on saying
SAID = [
    ("H1", "城乡低保标准提高", "not_reported", None), ("H1", "家庭适老化改造", "not_reported", None),
    ("H1", "平均办理时限", "on_track", None), ("H1", "建成老年助餐点", "lagging", "behind"),
    ("H1", "护理型床位", "on_track", None), ("H1", "新增养老服务床位", "lagging", "slight"),
    ("Q3", "城乡低保标准提高", "on_track", None), ("Q3", "家庭适老化改造", "on_track", None),
    ("Q3", "平均办理时限", "on_track", None), ("Q3", "建成老年助餐点", "lagging", "severe"),
    ("Q3", "护理型床位", "lagging", "slight"), ("Q3", "新增养老服务床位", "on_track", None),
]  # fmt: skip
VALUES = {
    "VARCHAR": """'{{"词": {n}}}'""", "INTEGER": "{n}", "BIGINT": "{n}", "DOUBLE": "0.{n}", "BOOLEAN": "true",
    "DATE": "date '2031-01-01' + {n}", "TIMESTAMP WITH TIME ZONE": "timestamptz '2031-01-01 00:00:00+00'",
}  # fmt: skip


def made_by(con: duckdb.DuckDBPyConnection, last: int) -> None:
    """The database as the program with migrations up to this number made it."""
    for migration in migrations():
        if migration.number <= last:
            con.execute(migration.sql)
            con.execute(
                "insert into ops.migration values (?, ?, ?, now())",
                [migration.number, migration.name, migration.sha256],
            )


def contents(con: duckdb.DuckDBPyConnection, shape: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """Every row of these tables, in these columns."""
    return {
        table: con.execute(f"select {', '.join(columns)} from {table} order by all").fetchall()
        for table, columns in shape.items()
    }


def shape_of(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The tables and their columns, but for what a migration itself writes."""
    found = con.execute(
        "select schema_name || '.' || table_name, list(column_name order by column_index) from duckdb_columns()"
        " where schema_name in ('raw', 'core', 'ops') and table_name in (select table_name from duckdb_tables())"
        " and table_name not in ('migration', 'view_set', 'rule_setting') group by all"
    )
    return dict(found.fetchall())


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Two rows in every table, made from the types of its columns."""
    for table in shape_of(con):
        types = [row[1] for row in con.execute(f"describe {table}").fetchall()]
        for number in (1, 2):
            con.execute(f"insert into {table} values ({', '.join(_value(kind, number) for kind in types)})")


def _value(kind: str, number: int) -> str:
    if kind.endswith("[]"):
        return f"[{_value(kind.removesuffix('[]'), number)}]"
    return VALUES.get(kind, "{n}.5" if kind.startswith("DECIMAL") else "null").format(n=number)


def test_a_released_migration_stands_as_it_was_released():
    """released.txt names them all; a database that was made with one refuses any other text of it."""
    released = [line.split() for line in RELEASED.read_text(encoding="utf-8").splitlines()]
    now = {one.name: one.sha256 for one in migrations()}
    assert {name: now.get(name) for _, name in released} == {name: sha256 for sha256, name in released}
    assert max(released, key=lambda line: line[1])[1][:3] == DUMPS[-1].stem


# the first and the newest at every change, those between in `make integration`
_BETWEEN = [pytest.param(dump, marks=pytest.mark.integration) for dump in DUMPS[1:-1]]


@pytest.mark.parametrize("dump", [DUMPS[0], *_BETWEEN, DUMPS[-1]], ids=lambda path: path.stem)
def test_what_a_released_version_kept_is_kept_and_judged_as_it_was(dump):
    with duckdb.connect() as con:
        made_by(con, int(dump.stem))
        con.execute(dump.read_text(encoding="utf-8"))
        shape = shape_of(con)
        before = contents(con, shape)
        assert sum(map(len, before.values())) > 100
        migrate(con, "old.duckdb")
        assert contents(con, shape) == before
        said = con.execute(
            "select period, name, status, severity from mart.progress where kind <> 'qualitative' order by all"
        ).fetchall()
        assert said == SAID
        assert con.execute("select count(*) from zh.滞后").fetchone() == (2,)


@pytest.mark.integration
@pytest.mark.parametrize("last", [migration.number for migration in migrations()[1:]])
def test_the_rows_of_any_earlier_state_stay(last, monkeypatch):
    monkeypatch.setattr(migrating, "_refresh_views", lambda con: None)  # they hold no rows, and take the most time
    with duckdb.connect() as con:
        made_by(con, last)
        fill(con)
        shape = shape_of(con)
        before = contents(con, shape)
        assert all(len(rows) >= 2 for rows in before.values())  # a migration may bring rows of its own
        migrate(con, "old.duckdb")
        assert contents(con, shape) == before
        assert con.execute("select count(*) from ops.migration").fetchone() == (len(migrations()),)


def test_a_broken_source_that_was_told_in_its_own_message_is_not_told_again() -> None:
    since = "timestamptz '2026-11-03 08:00:00+00'"
    with duckdb.connect() as con:
        made_by(con, 40)
        for number, source in enumerate(("told", "well"), 1):
            con.execute(
                "insert into ops.source_check by name"
                f" select {number} as check_no, '{source}' as source_id, 'r' as run_id, {since} as checked_at,"
                " 'changed' as trouble, 0 as listed, 'first' as step, true as told"
            )
            con.execute(
                "insert into ops.alert_event by name"
                f" select {number} as event_no, 'a-{source}' as alert_id, 'broken' as rule,"
                f" '{source}' as indicator_key, '{source}' as source_id,"
                " 2026 as year, 'M11' as period, 'M11' as since_period, 'firing' as state,"
                f" 'first' as reason, '' as assessment_id, false as told, 'r' as run_id, {since} as known_at"
            )
            con.execute(
                "insert into ops.outbox by name"
                f" select 'm-{source}' as message_id, 'mail' as channel, 'a@b' as recipient, '' as subject, '' as text,"
                f""" '' as html, '{{"type": "duban.source_broken", "source_id": "{source}"}}' as payload,"""
                f" {since} as created_at, 'r' as run_id"
            )
        con.execute(
            "insert into ops.source_check by name select 3 as check_no, 'well' as source_id, 's' as run_id,"
            f" {since} + interval 1 day as checked_at, 3 as listed, 'recovered' as step, true as told"
        )
        migrate(con, "old.duckdb")
        known = con.execute("select message_id, recipient, alert_id, kind, step_no from ops.told").fetchall()
        assert known == [("m-told", "a@b", "a-told", "firing", 1)]
        assert con.execute("select alert_id, told from mart.alerts order by all").fetchall() == [
            ("a-told", True), ("a-well", False),
        ]  # fmt: skip
