"""The review queue: what deserves a person's look, with the sentence, the reason, and what was said of it before."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Literal

import duckdb

from warehouse.records import Status, Verdict

About = Literal["indicator", "report", "finding", "identity"]


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One thing to look at: a row of mart.review_queue. `review_id` is the same whenever it is read again.

    `marks` are intervals of `sentence`; `reasons` is empty where nothing is doubtful. An indicator has a name, a
    kind, a status and a confidence; of a report `name` is the title, of a finding the words it points at; of a doubt
    about identity `indicator_key` is the two keys with a + between them.
    `proposal` is what a second reader read, with its quote.
    """

    review_id: str
    about: About
    reasons: tuple[str, ...]
    explanation: str
    source_id: str
    bureau: str
    year: int | None
    period: str | None
    name: str
    task_title: str
    kind: str | None
    target_text: str | None
    actual_text: str | None
    claim_text: str | None
    target_unit: str | None
    actual_unit: str | None
    status: Status | None
    verdict_reason: str | None
    confidence: float | None
    sentence: str
    marks: tuple[tuple[int, int], ...]
    url: str
    report_title: str | None
    published_on: date | None
    proposal: str | None
    proposal_quote: str | None
    proposed_by: str | None
    review: Verdict | None
    reviewed_by: str | None
    reviewed_at: datetime | None
    review_why: str | None
    correction_id: str | None
    indicator_key: str | None
    finding_kind: str | None
    document_id: str
    sha256: str
    extraction_id: str


@dataclass(frozen=True, slots=True)
class Adrift:
    """A correction that holds of nothing: the page has changed since, or is read otherwise."""

    correction_id: str
    verdict: str
    correction: str
    sentence: str
    who: str
    known_at: datetime
    url: str


_COLUMNS = ", ".join(field.name for field in fields(ReviewEntry))
_NEWEST_FIRST = "order by is_newest desc, source_id, year desc nulls first, url, about desc, review_id"


def queue(
    con: duckdb.DuckDBPyConnection, *, source_id: str | None = None, older: bool = False, seen: bool = False
) -> list[ReviewEntry]:
    """What nobody looked at yet, of the newest period of each source; `older` and `seen` add the rest."""
    found = con.execute(
        f"select {_COLUMNS} from mart.review_queue"
        " where (is_open or ?) and (is_newest or ?) and source_id = coalesce(?, source_id)"
        f" {_NEWEST_FIRST}",
        [seen, older, source_id],
    )
    return [_entry(row) for row in found.fetchall()]


def find(con: duckdb.DuckDBPyConnection, review_id: str) -> list[ReviewEntry]:
    """What the beginning of a review_id names, also where nothing is doubtful: one entry unless it is too short."""
    found = con.execute(
        f"select {_COLUMNS} from core.v_reviewable where starts_with(review_id, ?) {_NEWEST_FIRST} limit 2", [review_id]
    )
    return [_entry(row) for row in found.fetchall()]


def report_of(con: duckdb.DuckDBPyConnection, entry: ReviewEntry) -> ReviewEntry:
    """The entry of the report in which this one stands: its period is corrected there."""
    found = con.execute(
        f"select {_COLUMNS} from core.v_reviewable where about = 'report' and extraction_id = ?", [entry.extraction_id]
    )
    return _entry(found.fetchall()[0])


def text_of(con: duckdb.DuckDBPyConnection, entry: ReviewEntry) -> str:
    """The whole text that the entry's report was read from."""
    (text,) = con.execute("select text from raw.text where extraction_id = ?", [entry.extraction_id]).fetchall()[0]
    return str(text)


def adrift(con: duckdb.DuckDBPyConnection, correction_id: str = "") -> list[Adrift]:
    """Corrections that hold of nothing that is read now; of these, those whose id begins so."""
    names = ", ".join(field.name for field in fields(Adrift))
    found = con.execute(
        f"select {names} from mart.corrections where state = 'adrift' and starts_with(correction_id, ?)"
        " order by known_at",
        [correction_id],
    )
    return [Adrift(*row) for row in found.fetchall()]


def _entry(row: tuple[Any, ...]) -> ReviewEntry:
    values = dict(zip((field.name for field in fields(ReviewEntry)), row, strict=True))
    values["reasons"] = tuple(values["reasons"])
    values["marks"] = tuple((start, end) for start, end in values["marks"])
    return ReviewEntry(**values)
