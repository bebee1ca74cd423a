"""Rows as a Parquet file, through a database of their own: whoever asked for them gets no way to other files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from warehouse.quoting import named, quoted


def write_parquet(path: Path, columns: Sequence[str], types: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """One file, compressed; `types` are as DuckDB writes them."""
    with duckdb.connect() as con:
        shape = ", ".join(f"{named(name)} {kind}" for name, kind in zip(columns, types, strict=True))
        con.execute(f"create table answer ({shape})")
        if rows:
            with con.appender("answer") as appender:
                appender.append_rows([tuple(row) for row in rows])
        con.execute(f"copy answer to {quoted(str(path))} (format parquet, compression zstd)")
