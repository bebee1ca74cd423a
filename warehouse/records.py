"""The records that cross the warehouse's wall: what the loader takes, and what alerting and flows are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Status = Literal["achieved", "on_track", "lagging", "not_reported", "not_comparable", "qualitative", "unknown"]
Severity = Literal["slight", "behind", "severe"]
Verdict = Literal["accepted", "corrected", "rejected"]
# what raises an alert; each is a view mart.alert_<rule>
RuleName = Literal[
    "lagging", "year_missed", "forecast", "regression", "target_lowered", "target_dropped", "claim", "stated_share",
    "overdue", "broken", "due_soon",
]  # fmt: skip
AlertState = Literal["pending", "firing", "acknowledged", "resolved", "superseded", "expired"]
# what made an alert change
Cause = Literal["report", "revision", "rereading", "correction", "assessment", "clock", "visit", "person"]
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
class Finding:
    """One row of a view mart.alert_*: something found of an indicator, or of a source, in one period of a year.

    `subject` is the indicator's key, or the source's id where the finding is about the source itself. `raised`: it
    holds; `cleared`: it is known not to hold; `open`: nothing can be said. `words`: what was found, with its numbers.
    """

    rule: RuleName
    subject: str
    source_id: str
    bureau: str
    region: str
    year: int
    period: str
    cutoff: date
    state: Literal["raised", "cleared", "open"]
    severity: Severity | None = None
    gap_pp: Decimal | None = None
    name: str = ""
    department: str = ""
    words: str = ""
    sentence: str = ""
    url: str = ""
    published_on: date | None = None
    evidence: str = ""  # the assessment it rests on; for a source the visit, or the day of the search
    extraction_id: str = ""
    revision_id: str = ""
    tier: str = "firm"
    is_baseline: bool = False  # loaded with the first visit of its source
    review: Verdict | None = None  # what a person said of its figure
    due: date | None = None  # the day by which it must be done or reported


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert's present state. Its identity is rule, indicator or source, and year: never a value or a wording."""

    alert_id: str  # sha256 hex of rule | subject | year, the first 16 characters
    rule: RuleName
    indicator_key: str  # its subject: of a finding about a source the source's id
    source_id: str
    year: int
    state: AlertState
    severity: Severity | None
    since_period: str  # the first period of the present firing
    period: str  # the newest period it was judged for
    told: bool  # a message about this firing was written to the outbox
    step_no: int = 1  # the steps of its life so far
    began_no: int = 1  # the step by which the present firing, or its end, began
    rose_no: int | None = None  # the step by which it last began or grew worse; None since it grew better
    quiet: str | None = None  # why this firing is told to nobody: baseline, closed, stretch, pending
    level: int = 1  # of escalation: 1 first period, 2 second in a row, 3 behind at Q3, 4 year missed
    periods: int = 1  # reports in a row that showed it
    assessment_id: str = ""  # the evidence
    words: str = ""  # what was found, with its numbers, as it was last said
    extraction_id: str = ""
    revision_id: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of an alert's life, with its cause; rows are only added."""

    alert_id: str
    rule: RuleName
    indicator_key: str
    source_id: str
    year: int
    period: str
    since_period: str
    state: AlertState
    severity: Severity | None
    # first, worse, better, none, resolved, withdrawn, baseline, closed, stretch, pending, expired, acknowledged
    reason: str
    assessment_id: str
    told: bool
    step_no: int = 1
    rose_no: int | None = None
    quiet: str | None = None
    level: int = 1
    periods: int = 1
    cause: Cause = "report"
    words: str = ""
    extraction_id: str = ""
    revision_id: str = ""
    actor: str | None = None  # the person, where one did it
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What one recipient of one channel was last told of an alert."""

    channel: str
    recipient: str
    alert_id: str
    source_id: str
    kind: Literal["firing", "ended", "withdrawn"]
    step_no: int  # of the alert's life, up to which they know it
    level: int  # the highest level of escalation of which they know
    message_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody's wish not to be told of what `matcher` names, until a day; `matcher` is (field, pattern) pairs."""

    silence_id: str
    matcher: tuple[tuple[str, str], ...]
    author: str
    reason: str
    until: date
    made_at: datetime


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
    thread: str = ""  # messages to one recipient in one year: a mail program shows them together


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
