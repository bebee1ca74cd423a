"""Whether a source is well after a visit: its history gets a row, from which the run's decision tells what broke."""

from __future__ import annotations

import duckdb

from alerting.broken import decide_source
from connectors.health import Trouble, lacking
from connectors.source import Source
from flows.visiting import Visit
from warehouse import health
from warehouse.records import SourceCheck


def check(con: duckdb.DuckDBPyConnection, source: Source, brought: Visit, run_id: str) -> Trouble | None:
    """The source's trouble; None where it is well."""
    trouble = brought.trouble or lacking(source, health.lacking(con, source.id, source.required))
    kind, detail = (trouble.kind, trouble.detail) if trouble else (None, None)
    step = decide_source(kind, health.checks(con, source.id))
    told = step in ("first", "recovered")
    health.record_check(
        con,
        SourceCheck(source.id, run_id, brought.visited_at, kind, detail, brought.listed, brought.newest_on, step, told),
    )
    return trouble
