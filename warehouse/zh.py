"""The Chinese views: those of mart with Chinese names, columns and words, made from the dictionary zh.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from warehouse.quoting import named, quoted


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an English view, with what its comment calls it in Chinese and says in English."""

    name: str
    zh: str
    meaning: str


@cache
def dictionary() -> dict[str, Any]:
    """zh.toml as it is written: views, values, same."""
    return tomllib.loads(files("warehouse").joinpath("zh.toml").read_text("utf-8"))


def zh_names() -> list[str]:
    """The Chinese views, as they are called in SQL."""
    return [f"zh.{name}" for name in dictionary()["views"]]


def sources() -> str:
    """Everything the Chinese views are made from besides the English ones: when it changes, they are made anew."""
    folder = files("warehouse")
    return folder.joinpath("zh.toml").read_text("utf-8") + folder.joinpath("zh.py").read_text("utf-8")


def create_zh_views(con: duckdb.DuckDBPyConnection) -> None:
    """Make them over the views that are there."""
    columns = _columns(con)
    statements = (
        statement
        for name, view in dictionary()["views"].items()
        for statement in _statements(name, view["of"], view.get("order"), columns[view["of"]])
    )
    con.execute("\n".join(statements))


def _columns(con: duckdb.DuckDBPyConnection) -> dict[str, list[Column]]:
    """The columns of every view that is shown, in their order."""
    found = con.execute(
        "select schema_name || '.' || table_name as view, column_name, comment from duckdb_columns()"
        " where list_contains(?, view) and database_name = current_database() order by column_index",
        [[view["of"] for view in dictionary()["views"].values()]],
    )
    columns: dict[str, list[Column]] = {}
    for view, column, comment in found.fetchall():
        columns.setdefault(view, []).append(Column(column, *comment.split(" | ", 1)))
    return columns


def _statements(name: str, of: str, order: str | None, columns: Iterable[Column]) -> Iterator[str]:
    columns = list(columns)
    shown = ",\n    ".join(f"{_cell(column.name)} as {named(column.zh)}" for column in columns)
    yield f"create or replace view zh.{named(name)} as\nselect\n    {shown}\nfrom {of}"
    yield f"order by {order};" if order else ";"
    yield f"comment on view zh.{named(name)} is {quoted(f'{name} | {of} in Chinese')};"
    for column in columns:
        words = quoted(f"{column.zh} | {column.name}: {column.meaning}")
        yield f"comment on column zh.{named(name)}.{named(column.zh)} is {words};"


def _cell(column: str) -> str:
    """The column, its words in Chinese where the dictionary has them."""
    words = dictionary()["values"].get(dictionary()["same"].get(column, column))
    if not words:
        return named(column)
    cases = " ".join(f"when {quoted(word)} then {quoted(zh)}" for word, zh in words.items())
    return f"case {named(column)} {cases} else {named(column)} end"
