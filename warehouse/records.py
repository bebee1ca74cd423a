"""The records that cross the warehouse's wall: what the loader takes, and what alerting and flows are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Status = Literal["achieved", "on_track", "lagging", "not_reported", "not_comparable", "qualitative", "unknown"]
Severity = Literal["slight", "behind", "severe"]
Verdict = Literal["accepted", "corrected", "rejected"]
STATUSES: tuple[Status, ...] = (
    "lagging", "on_track", "achieved", "not_reported", "not_comparable", "unknown", "qualitative",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a revision is published with; the words of `state` are explained at raw.attachment."""

    url: str
    name: str
    state: Literal["read", "copy", "unread", "missing", "waiting"]
    sha256: str | None = None
    media_type: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One content of a document, named by the SHA-256 (hex) of its bytes. Times are UTC and zone-aware.

    With other attachments the same bytes are another revision.
    """

    source_id: str
    url: str
    sha256: str
    fetched_at: datetime
    media_type: str
    listed_title: str
    published_on: date | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """One indicator of one report as the warehouse judges it: a row of mart.progress.

    `indicator_key` names the same promise through all periods of its year; `gap_pp` is in points, negative is behind;
    `completion` and `pace` are shares; `sentence` is the sentence that proves the actual (else the target) and
    `marks` the intervals in it where its numbers stand.
    """

    assessment_id: str
    indicator_key: str
    source_id: str
    bureau: str
    region: str
    year: int | None
    period: str | None
    cutoff: date | None
    published_on: date | None
    url: str
    sha256: str
    report_title: str
    task_number: str
    task_title: str
    clauses: tuple[int, ...]
    departments: tuple[str, ...]
    name: str
    owner: str | None
    tier: str
    kind: str
    target_text: str | None
    actual_text: str | None
    completion: Decimal | None
    pace: Decimal | None
    gap_pp: Decimal | None
    status: Status
    severity: Severity | None
    basis: Literal["figure", "claim", "correction", "none"]
    reason: str
    claim_text: str | None
    sentence: str
    marks: tuple[tuple[int, int], ...]
    confidence: float
    is_baseline: bool  # loaded with the first visit of its source
    review_id: str = ""  # names it for `duban review`
    review: Verdict | None = None  # what a person said of it
    # the promise and the result as numbers in their units, for who puts them into words
    operator: str | None = None  # >= <= == ~ range
    target_value: Decimal | None = None
    target_unit: str | None = None
    actual_value: Decimal | None = None
    actual_unit: str | None = None
    stated_completion: Decimal | None = None  # a share
    due: date | None = None
    place: str | None = None  # where its figure is found again in a file


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert's present state. Its identity is indicator, year and rule: never a value or a wording."""

    alert_id: str  # sha256 hex of rule | indicator_key | year, the first 16 characters
    rule: Literal["lagging"]
    indicator_key: str
    source_id: str
    year: int
    state: Literal["firing", "resolved"]
    severity: Severity | None
    since_period: str  # the first period of the present lag
    period: str  # the newest period it was judged for
    told: bool  # a message about this firing was written to the outbox


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of an alert's life, with its cause; rows are only added."""

    alert_id: str
    rule: Literal["lagging"]
    indicator_key: str
    source_id: str
    year: int
    period: str
    since_period: str
    state: Literal["firing", "resolved"]
    severity: Severity | None
    reason: str  # why it was notified or not: first, worse, better, resolved, none, baseline, closed
    assessment_id: str
    told: bool


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A message to be sent. `message_id` is made from what it is about, so that a second writing changes nothing."""

    message_id: str
    channel: str  # the name of a configured channel
    recipient: str
    subject: str
    text: str
    html: str
    payload: str  # the JSON that a webhook posts
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a source's list: its state is listed, vanished, returned, or copy (of the report at `same_as`)."""

    url: str
    state: Literal["listed", "vanished", "returned", "copy"]
    title: str
    published_on: date | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Validator:
    """What to ask for a page by whether it is still the one with these bytes."""

    url: str
    sha256: str
    etag: str | None
    last_modified: str | None
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """How a source stood at a visit; `trouble` is None where all is well, `step` what was decided about telling it."""

    source_id: str
    run_id: str
    checked_at: datetime
    trouble: str | None
    detail: str | None
    listed: int
    newest_on: date | None
    step: str
    told: bool
