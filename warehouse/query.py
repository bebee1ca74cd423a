"""Anybody's SQL on the published copy: it reads, and can neither write nor look anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import QueryRefused
from warehouse.store import open_reader

_REMEDIES = {
    "read-only": "the published copy is for reading; write into a database of your own",
    "disabled by configuration": "a query reads the published copy only, no files and no network",
    "has been locked": "the settings of the published copy are locked",
}


def query(path: Path, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Columns and rows of the (last) statement. Raises QueryRefused with DuckDB's word and what to do."""
    with open_reader(path) as con:
        try:
            con.execute(sql)
            columns = [column[0] for column in con.description or ()]
            return columns, con.fetchall() if columns else []
        except duckdb.Error as error:
            raise QueryRefused(str(error), _remedy(str(error))) from error


def _remedy(text: str) -> str:
    found = (remedy for words, remedy in _REMEDIES.items() if words in text)
    return next(found, "correct it; 'show all tables' lists what there is, 'describe mart.progress' its columns")
