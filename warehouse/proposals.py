"""What a second reader proposed for entries of the review queue: kept beside them, and asked once for each content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import duckdb

from warehouse.review import ReviewEntry
from warehouse.rows import storable


@dataclass(frozen=True, slots=True)
class Proposed:
    """An answer: `outcome` is `figure` with a value, a unit and a quote, or says in a word why there is none."""

    outcome: str
    value: Decimal | None = None
    unit: str | None = None
    quote: str | None = None
    detail: str = ""


def unasked(con: duckdb.DuckDBPyConnection, entries: list[ReviewEntry], model: str) -> list[ReviewEntry]:
    """Of these entries the indicators that this model was not asked about, as the page stands now."""
    rows = con.execute("select indicator_key, sha256 from core.proposal where model = ?", [model]).fetchall()
    asked = set(rows)
    return [entry for entry in entries if entry.indicator_key and (entry.indicator_key, entry.sha256) not in asked]


def keep(con: duckdb.DuckDBPyConnection, entry: ReviewEntry, answer: Proposed, model: str, known_at: datetime) -> None:
    """Keep an answer; the same at the same moment is kept once."""
    name = hashlib.sha256(f"{entry.indicator_key}|{entry.sha256}|{model}|{known_at.isoformat()}".encode()).hexdigest()
    con.execute(
        "insert into core.proposal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        [
            name[:16], entry.source_id, entry.document_id, entry.sha256, entry.indicator_key, entry.year, entry.period,
            model, answer.outcome, storable(answer.value), answer.unit, answer.quote, answer.detail, known_at,
        ],
    )  # fmt: skip
