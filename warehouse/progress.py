"""What the warehouse says of indicators: rows of mart.progress as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import duckdb

from extraction.records import Extraction
from warehouse.assessing import set_threshold
from warehouse.bulk import load_many
from warehouse.records import Progress, Revision
from warehouse.rows import Incoming
from warehouse.store import connect_scratch

_COLUMNS = tuple(field.name for field in fields(Progress))


def progress(
    con: duckdb.DuckDBPyConnection,
    *,
    source_id: str | None = None,
    year: int | None = None,
    period: str | None = None,
    extraction_id: str | None = None,
    latest: bool = True,
    lagging: bool = False,
) -> list[Progress]:
    """Rows of mart.progress, by source and period, in the order of the report.

    `latest` keeps the newest period of each source, unless a year, a period or an extraction is asked for.
    """
    wanted: dict[str, Any] = {
        "source_id = ?": source_id,
        "year = ?": year,
        "period = ?": period,
        "extraction_id = ?": extraction_id,
        "is_newest = ?": True if latest and not (year or period or extraction_id) else None,
        "status = ?": "lagging" if lagging else None,
    }
    given = {condition: value for condition, value in wanted.items() if value is not None}
    found = con.execute(
        f"select {', '.join(_COLUMNS)} from mart.progress where {' and '.join(given) or 'true'}"
        " order by source_id, period_rank, url, extraction_id, indicator_no",
        list(given.values()),
    )
    return [_record(row) for row in found.fetchall()]


def assess_in_memory(
    extraction: Extraction, source_id: str = "adhoc", url: str = "", confidence_min: Decimal | None = None
) -> list[Progress]:
    """The indicators of one extraction as the rule judges them, in its order. Nothing is kept. Raises SpanMismatch."""
    return assess_all_in_memory([extraction], source_id, url, confidence_min)[0]


def assess_all_in_memory(
    extractions: Sequence[Extraction], source_id: str = "adhoc", url: str = "", confidence_min: Decimal | None = None
) -> list[list[Progress]]:
    """The same of many, judged at once: what is slow is planning the rule. Each is a report of a source of its own."""
    now = datetime.now(UTC)
    names = [source_id if number == 0 else f"{source_id}-{number}" for number in range(len(extractions))]
    revisions = [Revision(name, url, sha256="", fetched_at=now, media_type="", listed_title="") for name in names]
    incoming = [Incoming(revision, read, "") for revision, read in zip(revisions, extractions, strict=True)]
    with connect_scratch() as con:
        if confidence_min is not None:
            set_threshold(con, "confidence_min", confidence_min, now)
        for refusal in load_many(con, incoming, run_id="", known_at=now).refused:
            raise refusal
        rows = progress(con, latest=False)
    return [[row for row in rows if row.source_id == name] for name in names]


def _record(row: tuple[Any, ...]) -> Progress:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["clauses"], values["departments"] = tuple(values["clauses"]), tuple(values["departments"])
    values["marks"] = tuple((start, end) for start, end in values["marks"])
    return Progress(**values)
