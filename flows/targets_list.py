"""`duban targets list`: the register beside what reports say of it, from the published copy."""

from __future__ import annotations

from typing import Any

import duckdb

from flows.jsonout import dumps
from flows.problems import CommandError
from flows.published import copy_of
from flows.settings import Settings
from flows.show import listing
from flows.visible import visible
from warehouse.store import open_reader

_COLUMNS = (
    "year", "lead", "name", "target_text", "due", "origin", "match", "period", "status", "used_target_text", "place",
    "entry_key",
)  # fmt: skip


def register_rows(settings: Settings, source: str | None, year: int | None) -> list[dict[str, Any]]:
    """Rows of mart.register, by year and lead; of one source also what answers there."""
    with open_reader(copy_of(settings)) as con:
        try:
            found = con.execute(
                "select * from mart.register where (? is null or ? in (source_id, answered_by))"
                " and year = coalesce(?, year) order by year desc, source_id, lead, clauses, name, origin, entry_key",
                [source, source, year],
            )
        except duckdb.CatalogException as error:
            raise CommandError(
                "the published copy was made by an older Duban; 'duban run' publishes a new one"
            ) from error
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def show_register(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    """Print them as a list, or as one JSON list with every column."""
    if as_json:
        print(dumps(rows))
    elif rows:
        cells = [[visible("" if row[name] is None else str(row[name])) for name in _COLUMNS] for row in rows]
        listing([name.removesuffix("_text").replace("_", " ") for name in _COLUMNS], cells)
    else:
        print("The register is empty; 'duban targets import FILE' fills it, and so do breakdown documents.")
