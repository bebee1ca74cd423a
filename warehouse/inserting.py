"""Many rows in one statement, by name: what a run decided may be ten thousand steps for five hundred people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from warehouse.staging import replan


def insert_rows(
    con: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    also: str = "",
    given: Sequence[Any] = (),
) -> None:
    """Add the rows; `also` adds expressions to each (over `row_no`, from 1), with parameters from `given`.

    To be called in a transaction: it makes and drops a table of its own.
    """
    if not rows:
        return
    names = ", ".join(columns)
    con.execute(f"create or replace temp table incoming as select 0::bigint as row_no, {names} from {table} limit 0")
    with con.appender("incoming") as appender:
        appender.append_rows([(number, *row) for number, row in enumerate(rows, 1)])
    con.execute(f"insert into {table} by name select {names}{also and ', ' + also} from incoming", list(given))
    con.execute("drop table incoming")
    replan(con)
