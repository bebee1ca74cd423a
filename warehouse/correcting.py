"""What a person says of what was read: kept beside it, never over it, and assessed in the same transaction.

A correction is about an indicator of a period, a report or a finding, by their names and words: it holds whenever the
same is read again. It may be taken back; then the one before it holds, or what was read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import duckdb

from warehouse.assessing import assess
from warehouse.records import Verdict
from warehouse.review import ReviewEntry
from warehouse.rows import storable
from warehouse.transaction import transaction


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in its unit (200 亿元), its unit without magnitude (元), and how many of these the unit is."""

    value: Decimal
    unit: str
    noun: str
    magnitude: Decimal = Decimal(1)
    countable: bool = False


@dataclass(frozen=True, slots=True)
class Dating:
    """The year, the period (Q1, H1, Q3, FY, M01 to M12) and the last day that a report's figures cover."""

    year: int
    period: str
    cutoff: date


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says, why, and who it is. `quote` are words of the report that prove a corrected value."""

    verdict: Verdict
    why: str
    who: str
    actual: Figure | None = None
    target: Figure | None = None
    status: Literal["not_comparable"] | None = None
    dating: Dating | None = None
    quote: str | None = None


def rule(con: duckdb.DuckDBPyConnection, entry: ReviewEntry, ruling: Ruling, known_at: datetime) -> str:
    """Keep the ruling and assess what it is about, in one transaction; returns the correction_id."""
    row = _subject(entry) | _words(ruling)
    return _add(con, row, known_at)


def undo(con: duckdb.DuckDBPyConnection, correction_id: str, why: str, who: str, known_at: datetime) -> str:
    """Take a correction back: from now on the one before it holds, or what was read. Raises KeyError for no such id."""
    found = con.execute(
        f"select {', '.join(_SUBJECT)} from core.correction where correction_id = ? and verdict <> 'undone'",
        [correction_id],
    ).fetchall()
    if not found:
        raise KeyError(correction_id)
    row = dict(zip(_SUBJECT, found[0], strict=True))
    return _add(con, row | {"verdict": "undone", "undoes": correction_id, "why": why, "who": who}, known_at)


_SUBJECT = (
    "about", "source_id", "document_id", "sha256", "indicator_key", "year", "period", "finding_kind", "sentence",
)  # fmt: skip


def _subject(entry: ReviewEntry) -> dict[str, Any]:
    """What it is about: never a row's number. Of a finding the words it points at are its identity."""
    subject = {name: getattr(entry, name) for name in _SUBJECT}
    return subject | {"sentence": entry.name} if entry.about == "finding" else subject


def _words(ruling: Ruling) -> dict[str, Any]:
    """What it says."""
    dating = ruling.dating
    return {
        "verdict": ruling.verdict,
        **_figure("actual", ruling.actual),
        **_figure("target", ruling.target),
        "target_countable": ruling.target and ruling.target.countable,
        "ruled_status": ruling.status,
        "ruled_year": dating and dating.year,
        "ruled_period": dating and dating.period,
        "ruled_cutoff": dating and dating.cutoff,
        "quote": ruling.quote,
        "why": ruling.why,
        "who": ruling.who,
    }


def _figure(name: str, figure: Figure | None) -> dict[str, Any]:
    if figure is None:
        return {}
    return {
        f"{name}_value": storable(figure.value),
        f"{name}_unit": figure.unit,
        f"{name}_noun": figure.noun,
        f"{name}_base": storable(figure.value * figure.magnitude),
    }


def _add(con: duckdb.DuckDBPyConnection, row: dict[str, Any], known_at: datetime) -> str:
    """Written once, however often it is said at that moment."""
    said = "|".join(f"{name}={value}" for name, value in sorted(row.items()))
    row = row | {"correction_id": hashlib.sha256(f"{said}|{known_at.isoformat()}".encode()).hexdigest()[:16]}
    row |= {"known_at": known_at}
    with transaction(con):
        con.execute(
            f"insert into core.correction ({', '.join(row)}) values ({', '.join('?' * len(row))})"
            " on conflict do nothing",
            list(row.values()),
        )
        assess(con, _concerned(con, row), known_at)
    return str(row["correction_id"])


def _concerned(con: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> list[str]:
    """The extractions, older ones too, of which it may change what is measured."""
    found = con.execute(
        "select extraction_id from core.report inner join raw.revision using (revision_id)"
        " where source_id = ? and (document_id = ? or exists (select 1 from core.indicator"
        " where indicator.extraction_id = report.extraction_id and indicator_key = ?))",
        [row["source_id"], row["document_id"], row["indicator_key"]],
    )
    return [extraction_id for (extraction_id,) in found.fetchall()]
