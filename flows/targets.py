"""The target register filled: from a breakdown document that was fetched, and from a curated file."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import duckdb

from extraction.pledges import Nodes
from extraction.records import Extraction, Indicator, Pledge
from extraction.words.names import folded, qualifiers
from flows.following import concerns, follow
from warehouse import keys, register
from warehouse.records import Revision
from warehouse.register import Entry

log = logging.getLogger("duban")


def entries_of(
    pledges: Iterable[Pledge], extraction: Extraction, extraction_id: str, source_id: str, region: str, year: int
) -> list[Entry]:
    """The promises of a breakdown document as entries, each with its place in the document's text."""
    return [_entry(pledge, extraction, extraction_id, source_id, region, year) for pledge in pledges]


def _entry(pledge: Pledge, extraction: Extraction, extraction_id: str, source_id: str, region: str, year: int) -> Entry:
    target = pledge.indicator.target if pledge.indicator else None
    start = target.start if target and target.start is not None else pledge.start
    end = target.end if target and target.end is not None else pledge.end
    return Entry(
        origin="breakdown",
        source_id=source_id,
        region=region,
        year=year,
        clauses=pledge.clauses,
        task=pledge.task,
        lead=pledge.lead,
        co_units=pledge.co_units,
        due=pledge.due,
        **promised(pledge.task[:60], pledge.indicator),
        **nodes(pledge.nodes),
        sentence=extraction.text[pledge.start : pledge.end],
        extraction_id=extraction_id,
        span_start=start,
        span_end=end,
    )


def promised(name: str, indicator: Indicator | None) -> dict[str, Any]:
    """What is promised under a name, as columns of an entry; without a number it is qualitative."""
    name = indicator.name if indicator else name
    target = indicator.target if indicator else None
    magnitude = target.magnitude if target else Decimal(1)
    text = "" if target is None else target.text
    if target and text[-1:].isdigit():  # a cell whose unit stands in another one
        text += target.unit
    return {
        "name": name,
        "folded": folded(name),
        "qualifiers": qualifiers(name),
        "kind": indicator.kind if indicator else "qualitative",
        "direction": indicator.direction if indicator else None,
        "accrues": bool(indicator and indicator.accrues),
        "owner": indicator.owner if indicator else None,
        "tier": indicator.tier if indicator else "firm",
        "operator": target and target.operator,
        "value": target and target.value,
        "upper": target and target.upper,
        "unit": target.unit if target else "",
        "noun": target.noun if target else "",
        "base": target and target.value * magnitude,
        "upper_base": target and target.upper and target.upper * magnitude,
        "countable": bool(target and target.countable),
        "text": text,
        "baseline": indicator and indicator.baseline,
        "baseline_base": indicator and indicator.baseline and indicator.baseline * magnitude,
    }


def nodes(shares: Nodes) -> dict[str, Any]:
    """Quarterly nodes as columns of an entry."""
    return dict(zip(("node_q1", "node_h1", "node_q3"), shares, strict=True))


def keep_breakdown(
    con: duckdb.DuckDBPyConnection,
    revision: Revision,
    extraction: Extraction,
    pledges: Sequence[Pledge],
    version: str,
) -> None:
    """Put a breakdown document's promises into the register, once, before its text is loaded.

    Killed between the two, it is brought again, adds nothing here, and is loaded.
    """
    now, source_id = datetime.now(UTC), revision.source_id
    document_id = keys.document_id(source_id, revision.url)
    revision_id = keys.revision_id(document_id, revision.sha256, revision.attachments)
    extraction_id = keys.extraction_id(revision_id, version)
    if con.execute("select 1 from core.breakdown where extraction_id = ?", [extraction_id]).fetchall():
        return
    found = con.execute("select region from core.v_source where source_id = ?", [source_id]).fetchall()
    region = found[0][0] if found else extraction.report.region or ""
    year = extraction.report.year or 0
    entries = entries_of(pledges, extraction, extraction_id, source_id, region, year)
    added = register.add(con, entries, "duban", now)
    log.info("%s: a breakdown document: %d promises, %d new to the register", source_id, len(entries), added)
    con.execute(
        "insert into core.breakdown values (?, ?, ?, ?, ?)", [extraction_id, source_id, year, len(entries), now]
    )
    follow_entries(con, entries)


def follow_entries(con: duckdb.DuckDBPyConnection, entries: Iterable[Entry]) -> list[str]:
    """Match new entries to the promises of every source that they may speak of; returns these sources."""
    entries = list(entries)
    sources = con.execute("select source_id, bureau, region from core.v_source order by source_id").fetchall()
    touched = [row[0] for row in sources if any(concerns(entry, *row) for entry in entries)]
    for source_id in touched:
        follow(con, source_id, datetime.now(UTC))
    register.reconcile(con, datetime.now(UTC))
    return touched
