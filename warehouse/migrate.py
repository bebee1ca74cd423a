"""Numbered migrations, checksummed, each in one transaction; then views and macros, made anew when one changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files

import duckdb

from warehouse.errors import NewerDatabase, WarehouseDamaged
from warehouse.macros import macros
from warehouse.portable import portable
from warehouse.quoting import quoted
from warehouse.transaction import transaction
from warehouse.zh import create_zh_views, sources, zh_names

_QUALIFIED = re.compile(r"\b\w+\.\w+\b")
_COMMENT_BEHIND = re.compile(r"^ +(?:\w+\.)?(?:.* as )?(\w+),? -- (.+)$", re.M)
_COMMENT = re.compile(r"^comment on .+;$", re.M)
_COMMENT_ABOVE = re.compile(r"^ +-- (\S[^|\n]* \| .+)\n(?:(?! +--).*\n)*? *(?:.* )?as (\w+),?$", re.M)


@dataclass(frozen=True, slots=True)
class Migration:
    """One file of warehouse/schema; `sha256` is of its text."""

    number: int
    name: str
    sql: str
    sha256: str


@dataclass(frozen=True, slots=True)
class View:
    """One file of warehouse/views as statements: the view, and its comments."""

    name: str
    create: str
    comments: str
    reads: frozenset[str]

    @property
    def as_empty_table(self) -> str:
        """A table of the view's columns without a row."""
        return self.create.replace("create or replace view", "create table", 1).rstrip(";") + " limit 0;"


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
    needed = _closure(wanted)
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


@cache
def views() -> tuple[View, ...]:
    """The views of this program, each after those it reads."""
    bodies = {
        entry.name.removesuffix(".sql"): entry.read_text("utf-8")
        for entry in files("warehouse").joinpath("views").iterdir()
        if entry.name.endswith(".sql")
    }
    found = {name: _view(name, body, bodies) for name, body in sorted(bodies.items())}
    order = TopologicalSorter({name: sorted(view.reads) for name, view in found.items()}).static_order()
    return tuple(found[name] for name in order)


def view_set() -> str:
    """SHA-256 over everything that this program's views and macros are made from."""
    return _sha256(_view_script() + sources())


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
    names = [view.name for view in views()] + zh_names() + [f"{one.kind} {one.name}" for one in macros()]
    gone = sorted(set(newest[1]) - set(names)) if newest else []
    with transaction(con):
        con.execute("".join(map(_drop, gone)) + _view_script())
        create_zh_views(con)
        con.execute("insert into ops.view_set values (?, ?, now())", [view_set(), names])


def _view_script() -> str:
    of_views = (f"{view.create}\n{view.comments}" for view in views())
    return "\n".join([*of_views, *(f"{macro.create}\n{macro.comment}" for macro in macros())])


def _drop(kept: str) -> str:
    """A view is kept by its name, a macro with its kind before it: `macro table scoreboard`."""
    kind, _, name = kept.rpartition(" ")
    return f"drop {kind or 'view'} if exists {name};"


def _view(name: str, body: str, bodies: Iterable[str]) -> View:
    reads = (set(_QUALIFIED.findall(body)) & set(bodies)) - {name}
    return View(
        name, f"create or replace view {name} as\n{portable(body.rstrip())};", _comments(name, body), frozenset(reads)
    )


def _comments(name: str, body: str) -> str:
    """The file's first line explains the view; `-- 中文 | english` behind (or above) a column explains that."""
    columns = dict(_COMMENT_BEHIND.findall(body)) | {column: text for text, column in _COMMENT_ABOVE.findall(body)}
    statements = [f"comment on view {name} is {quoted(body.splitlines()[0].removeprefix('-- '))};"]
    statements += [f"comment on column {name}.{column} is {quoted(text)};" for column, text in columns.items()]
    return "\n".join(statements)


def _closure(wanted: Iterable[str]) -> set[str]:
    reads = {view.name: view.reads for view in views()}
    needed: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        needed.add(name)
        waiting += reads[name] - needed
    return needed


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
