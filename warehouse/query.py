"""Anybody's SQL on the published copy: it reads, and can neither write nor, unless asked for, look anywhere else."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from warehouse.errors import QueryRefused
from warehouse.store import open_reader

_REMEDIES = {
    "read-only": "the published copy is for reading; write into a database of your own",
    "disabled by configuration": "a query reads the published copy only, no files and no network; "
    "'duban sql --allow-external' lets it",
    "has been locked": "the settings of the published copy are locked",
}
_CARETS = re.compile(r"\s*\^+\s*$")  # they point at a word of the line above, which is no line of its own here
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns with their types as DuckDB writes them, and rows; `is_cut` where there were more of these."""

    columns: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]
    is_cut: bool = False


def query(path: Path, sql: str, *, allow_external: bool = False) -> Answer:
    """The answer to the (last) statement. Raises QueryRefused with DuckDB's word and what to do."""
    with open_reader(path, allow_external=allow_external) as con:
        return ask(con, sql)


def ask(con: duckdb.DuckDBPyConnection, sql: str, most: int | None = None) -> Answer:
    """The same on an open connection, at most so many rows. Ctrl-C stops the query and leaves the connection usable."""
    try:
        return _stoppable(con, lambda: _answer(con, sql, most))
    except duckdb.Error as error:
        raise QueryRefused(_CARETS.sub("", str(error)), _remedy(str(error))) from error


def _answer(con: duckdb.DuckDBPyConnection, sql: str, most: int | None) -> Answer:
    con.execute(sql)
    described = con.description or ()
    columns, types = [str(column[0]) for column in described], [str(column[1]) for column in described]
    if not columns:
        return Answer([], [], [])
    rows = con.fetchall() if most is None else con.fetchmany(most + 1)
    return Answer(columns, types, rows[:most], is_cut=most is not None and len(rows) > most)


def _stoppable(con: duckdb.DuckDBPyConnection, work: Callable[[], Done]) -> Done:
    """DuckDB does not look at signals: it works in a thread, and this one waits for it or for Ctrl-C."""
    future: Future[Done] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        return future.result()
    except KeyboardInterrupt:
        con.interrupt()
        wait([future])
        raise


def _remedy(text: str) -> str:
    found = (remedy for words, remedy in _REMEDIES.items() if words in text)
    return next(found, "correct it; 'show all tables' lists what there is, 'describe mart.progress' its columns")
