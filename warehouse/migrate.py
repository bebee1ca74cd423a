"""Numbered migrations, checksummed, each in one transaction; then views and macros, made anew when one changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import duckdb

from warehouse.errors import NewerDatabase, WarehouseDamaged
from warehouse.measuring import measure_all
from warehouse.transaction import transaction
from warehouse.view_files import closure, entries, script, view_set, views
from warehouse.zh import create_zh_views

_COMMENT = re.compile(r"^comment on .+;$", re.M)


@dataclass(frozen=True, slots=True)
class Migration:
    """One file of warehouse/schema; `sha256` is of its text."""

    number: int
    name: str
    sql: str
    sha256: str


def migrate(con: duckdb.DuckDBPyConnection, path: str) -> None:
    """Bring the database to this program's state. Raises NewerDatabase, or WarehouseDamaged for a changed migration."""
    applied = _applied(con)
    _check(applied, path)
    for migration in migrations()[len(applied) :]:
        with transaction(con):
            con.execute(migration.sql)
            con.execute(
                "insert into ops.migration values (?, ?, ?, now())",
                [migration.number, migration.name, migration.sha256],
            )
    _refresh_views(con)


def check_known(con: duckdb.DuckDBPyConnection, path: str) -> None:
    """Raise NewerDatabase, or WarehouseDamaged, for a database that this program could not bring to its own state."""
    _check(_applied(con), path)


def create(con: duckdb.DuckDBPyConnection, wanted: Iterable[str], empty: Collection[str] = ()) -> None:
    """Make an empty database of the same tables and those views that `wanted` ones read, without a word of explanation.

    Nobody looks into it: it lives for one extraction, and is made in a third of the time. What never has a row there,
    the `empty` views, are tables of the same columns, which are not planned anew with every query.
    """
    needed = closure(wanted)
    tables = _COMMENT.sub("", "".join(migration.sql for migration in migrations()))
    made = (view.as_empty_table if view.name in empty else view.create for view in views() if view.name in needed)
    with transaction(con):
        con.execute(tables + "\n".join(made))


@cache
def migrations() -> tuple[Migration, ...]:
    """The migrations of this program, in order."""
    found = [
        Migration(int(entry.name[:3]), entry.name, text := entry.read_text("utf-8"), _sha256(text))
        for entry in files("warehouse").joinpath("schema").iterdir()
        if entry.name.endswith(".sql")
    ]
    return tuple(sorted(found, key=lambda migration: migration.number))


def _applied(con: duckdb.DuckDBPyConnection) -> list[tuple[int, str, str]]:
    exists = con.execute("select 1 from duckdb_tables() where schema_name = 'ops' and table_name = 'migration'")
    if exists.fetchone() is None:
        return []
    return con.execute("select number, name, sha256 from ops.migration order by number").fetchall()


def _check(applied: list[tuple[int, str, str]], path: str) -> None:
    known = migrations()
    if len(applied) > len(known):
        raise NewerDatabase(path, f"migration {applied[-1][1]}", f"up to {known[-1].name}")
    for (_, name, sha256), migration in zip(applied, known, strict=False):
        if (name, sha256) != (migration.name, migration.sha256):
            raise WarehouseDamaged(path, f"migration {name} is not the {migration.name} of this program")


def _refresh_views(con: duckdb.DuckDBPyConnection) -> None:
    """Views, macros and the Chinese views, all together whenever a file of them changed; what is gone is dropped."""
    newest = con.execute("select sha256, names from ops.view_set order by created_at desc limit 1").fetchone()
    if newest and newest[0] == view_set():
        return
    gone = sorted(set(newest[1]) - set(entries())) if newest else []
    with transaction(con):
        con.execute("".join(map(_drop, gone)) + script())
        create_zh_views(con)
        measure_all(con)
        con.execute("insert into ops.view_set values (?, ?, now())", [view_set(), entries()])


def _drop(kept: str) -> str:
    """What View.kept_as names, or a macro: `macro table scoreboard`."""
    kind, _, name = kept.rpartition(" ")
    return f"drop {kind or 'view'} if exists {name};"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
