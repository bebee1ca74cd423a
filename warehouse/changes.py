"""What a new revision of a document changed in its figures: rows of mart.changes as records."""

from __future__ import annotations

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


def changes(con: duckdb.DuckDBPyConnection, extraction_id: str) -> list[Change]:
    """What differs in this reading from that of the revision before; nothing for a first revision."""
    columns = ", ".join(field.name for field in fields(Change))
    found = con.execute(
        f"select {columns} from mart.changes where extraction_id = ? order by name, what", [extraction_id]
    )
    return [Change(*row) for row in found.fetchall()]
