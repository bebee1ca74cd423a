"""The rows of a warehouse as SQL, to be kept when a version is released: what a later one must be able to bring up.

    python tests/warehouse/dump.py data/warehouse.duckdb yunting-mzj > tests/warehouse/dumps/040.sql
    (cd warehouse/schema && sha256sum *.sql) > tests/warehouse/released.txt

The number is the last migration's. What released.txt names must not change any more, by no letter.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb

# whose rows: those of one source, by the ways in which tables name it
_REPORTS = "select extraction_id from core.report where source_id = '{source}'"
_REVISIONS = "select revision_id from raw.revision where document_id in (select document_id from raw.document where source_id = '{source}')"  # noqa: E501


def statements(con: duckdb.DuckDBPyConnection, source: str) -> Iterator[str]:
    """One insert for each table that has rows of the source, all others but for settings and what the program keeps."""
    found = con.execute(
        "select schema_name || '.' || table_name, list(column_name order by column_index) from duckdb_columns()"
        " where schema_name in ('raw', 'core', 'ops') and table_name in (select table_name from duckdb_tables())"
        " and table_name not in ('migration', 'view_set', 'rule_setting', 'run', 'outbox', 'delivery', 'validator')"
        " group by all order by all"
    )
    for table, columns in found.fetchall():
        if where := _where(columns, source):
            rows = con.execute(f"select * from {table} where {where} order by all").fetchall()
            if rows:
                values = ",\n".join("(" + ", ".join(map(literal, row)) + ")" for row in rows)
                yield f"insert into {table} ({', '.join(columns)}) values\n{values};"


def literal(value: Any) -> str:
    """A value as DuckDB reads it."""
    if value is None:
        return "null"
    if isinstance(value, bool | int | float):
        return str(value).lower()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return f"timestamptz '{value.isoformat()}'"
    if isinstance(value, date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return "'" + str(value).replace("'", "''") + "'"


def _where(columns: list[str], source: str) -> str | None:
    if "source_id" in columns:
        return f"source_id = '{source}'"
    if "extraction_id" in columns:
        return f"extraction_id in ({_REPORTS.format(source=source)})"
    return f"revision_id in ({_REVISIONS.format(source=source)})" if "revision_id" in columns else None


if __name__ == "__main__":
    with duckdb.connect(sys.argv[1], read_only=True) as warehouse:
        print("\n\n".join(statements(warehouse, sys.argv[2])))
