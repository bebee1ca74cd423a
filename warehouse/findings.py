"""What the views mart.alert_* find now, as records."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields

import duckdb

from warehouse.records import Finding, RuleName

_COLUMNS = tuple(field.name for field in fields(Finding))


def findings(
    con: duckdb.DuckDBPyConnection, rules: Collection[RuleName], source_ids: Sequence[str] | None = None
) -> list[Finding]:
    """The rows of the views of these rules, of these sources (of all, where none are named)."""
    chosen, given = ("", []) if source_ids is None else (" where list_contains(?, source_id)", [list(source_ids)])
    return [
        Finding(*row)
        for rule in rules
        for row in con.execute(f"select {', '.join(_COLUMNS)} from mart.alert_{rule}{chosen}", given).fetchall()
    ]
