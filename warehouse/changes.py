"""What a new revision of a document changed in its figures: rows of mart.changes as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal

import duckdb


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of a report that differs from the revision before; None where there was, or is, none."""

    report_title: str | None
    name: str
    what: Literal["promise", "target", "actual"]
    before: str | None
    after: str | None

    def __str__(self) -> str:
        differs = f"{self.what} {self.before or 'none'} -> {self.after or 'none'}"
        return f"{self.report_title or 'report'}: {self.name}, {differs}"


def changes(con: duckdb.DuckDBPyConnection, extraction_ids: Sequence[str]) -> list[tuple[str, Change]]:
    """(source_id, change) where these readings differ from that of the revision before; nothing for first revisions."""
    if not extraction_ids:
        return []
    columns = ", ".join(field.name for field in fields(Change))
    found = con.execute(
        f"select source_id, {columns} from mart.changes where extraction_id in (select unnest(?))"
        " order by extraction_id, name, what",
        [extraction_ids],
    )
    return [(source_id, Change(*row)) for source_id, *row in found.fetchall()]
