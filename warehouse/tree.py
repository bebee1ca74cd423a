"""The warehouse as Parquet files, and the SQL that makes its macros and views over them in any DuckDB."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import duckdb

from warehouse.errors import OtherViews
from warehouse.macros import macros
from warehouse.migrate import migrations
from warehouse.quoting import named, quoted
from warehouse.store import open_reader
from warehouse.view_files import view_set, views

OPEN = "open.sql"
_SCHEMAS = ("raw", "core", "mart", "ops", "zh")


def write_partitions(copy: Path, sql: str, folder: Path, by: Iterable[str]) -> int:
    """The rows of a query as Parquet, a folder for each value of these columns (year=2026/...); how many rows."""
    with open_reader(copy, allow_external=True) as con:
        partition = ", ".join(by)
        con.execute(
            f"copy ({sql}) to {quoted(str(folder))}"
            f" (format parquet, compression zstd, partition_by ({partition}), overwrite_or_ignore)"
        )
        return int(con.fetchall()[0][0])


def write_tree(copy: Path, folder: Path) -> int:
    """Every table that a view reads, one file each, and `open.sql`; returns how many tables."""
    with open_reader(copy, allow_external=True) as con:
        _check(con, copy)
        tables = _tables(con)
        for schema, table in tables:
            place = folder / schema / f"{table}.parquet"
            place.parent.mkdir(exist_ok=True)
            con.execute(f"copy {schema}.{named(table)} to {quoted(str(place))} (format parquet, compression zstd)")
        chinese = con.execute("select sql from duckdb_views() where schema_name = 'zh' order by view_name").fetchall()
    script = _script(tables, [sql for (sql,) in chinese])
    (folder / OPEN).write_text(script, encoding="utf-8")
    return len(tables)


def _check(con: duckdb.DuckDBPyConnection, copy: Path) -> None:
    """The views of `open.sql` are this program's: they must be those that the copy was made with."""
    newest = con.execute("select arg_max(sha256, created_at) from ops.view_set where sha256 <> 'frozen'").fetchall()
    if newest != [(view_set(),)]:
        raise OtherViews(copy)


def _tables(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Those that the views read; the others stay here."""
    read = "\n".join(view.create for view in views())
    found = con.execute("select schema_name, table_name from duckdb_tables() where not internal order by all")
    return [(schema, table) for schema, table in found.fetchall() if re.search(rf"\b{schema}\.{table}\b", read)]


def _script(tables: Iterable[tuple[str, str]], chinese: Iterable[str]) -> str:
    """Run in the tree's folder: schemas, a view over each file, macros of the rule, views, macros."""
    parts = [f"create schema if not exists {schema};" for schema in _SCHEMAS]
    parts += [
        f"create or replace view {schema}.{named(table)} as from read_parquet({quoted(f'{schema}/{table}.parquet')});"
        for schema, table in tables
    ]
    parts += _rule_macros()
    parts += [view.create for view in views() if view.kind == "view"]
    parts += [macro.create for macro in macros()]
    parts += [sql.replace("CREATE VIEW", "create or replace view", 1) for sql in chinese]
    return "\n".join(parts) + "\n"


def _rule_macros() -> list[str]:
    """The macros that migrations made, in their order: what one of them says anew may call what was made since."""
    return [
        re.sub(r"create (?:or replace )?macro", "create or replace macro", statement.query.strip(), count=1) + ";"
        for migration in migrations()
        for statement in duckdb.extract_statements(migration.sql)
        if re.search(r"^create (?:or replace )?macro ", statement.query.strip(), re.M)
    ]
