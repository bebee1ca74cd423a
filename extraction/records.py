"""The records that leave extraction. The warehouse imports this module and nothing else of the room.

All positions are half-open intervals `[start, end)` of Unicode characters in `Extraction.text`. Numbers are Decimal
and keep the digits of the text; a unit keeps its own magnitude (`200` and `亿元`), beside it stand `magnitude`
(`100000000`) and `noun` (`元`), so that `value * magnitude` is comparable between two records of the same noun.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["cumulative", "rate", "level", "ceiling", "milestone", "qualitative"]
Operator = Literal[">=", "<=", "==", "~", "range"]
Tier = Literal["firm", "stretch"]
StatedStatus = Literal["done", "ongoing", "lagging"]
Direction = Literal["up", "down"]
# what a number of the text is there for; every number of the text has exactly one
Role = Literal["target", "actual", "claim", "context", "date", "clause", "ordinal", "name"]
Interval = tuple[int, int]
Edit = tuple[int, int, str]  # an interval, and what is to be read there instead


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of the text is found again in its file, in a person's words: 第3页, 工作表“进度”C7."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of the text with its unit. `value` is None where a person must look (`4812-15岁`)."""

    text: str
    start: int
    end: int
    value: Decimal | None
    unit: str = ""
    upper: Decimal | None = None
    qualifier: str | None = None
    magnitude: Decimal = Decimal(1)
    noun: str = ""
    role: Role = "context"
    task: str | None = None

    @property
    def base(self) -> Decimal | None:
        """The value in its noun: 200 亿元 -> 20000000000 (元)."""
        return None if self.value is None else self.value * self.magnitude

    @property
    def is_percent(self) -> bool:
        """Per cent or percentage points."""
        return self.noun in ("%", "个百分点")


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised. A derived target (`低于目标0.9个百分点`) has no `start`, but `derived_from`."""

    operator: Operator
    value: Decimal
    unit: str
    text: str
    start: int | None
    end: int | None
    upper: Decimal | None = None
    magnitude: Decimal = Decimal(1)
    noun: str = ""
    countable: bool = False  # whole things (家, 项, 个): expected in whole units
    derived_from: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Actual:
    """What was reported. `parts` are the intervals of the addends where the text gives only those."""

    value: Decimal
    unit: str
    text: str
    start: int
    end: int
    cutoff: date | None = None
    qualifier: str | None = None
    magnitude: Decimal = Decimal(1)
    noun: str = ""
    parts: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """The bureau's own words on an indicator: `completion` 0.963 for 96.3%, or a status word, with their place."""

    completion: Decimal | None
    status: StatedStatus | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measurable promise inside a task, with what answers it or why nothing does.

    `refusal` is set where a candidate stood in the text and was refused (status `not_comparable`); `reason` says why
    the link was made or not made. `accrues` is true where the target is a year's sum that the pace scales, also for
    a ceiling (不超过30起). `due` is the target's own deadline where the text gives one (半年 40%, 6月底前建成).
    """

    name: str
    kind: Kind
    folded: str
    qualifiers: tuple[str, ...] = ()
    direction: Direction | None = "up"
    accrues: bool = False
    owner: str | None = None
    tier: Tier = "firm"
    due: date | None = None
    target: Target | None = None
    actual: Actual | None = None
    baseline: Decimal | None = None  # in the target's unit
    claims: tuple[Claim, ...] = ()
    refusal: str | None = None
    reason: str = ""
    confidence: float = 1.0

    @property
    def stated_completion(self) -> Decimal | None:
        """The share of the annual target that the source itself states; 0.963 for 96.3%."""
        return next((c.completion for c in self.claims if c.completion is not None), None)

    @property
    def stated_status(self) -> StatedStatus | None:
        """The status that the source itself states."""
        return next((c.status for c in self.claims if c.status is not None), None)


@dataclass(frozen=True, slots=True)
class Task:
    """One numbered item of the report. `number` is as written (`三`, `(一)`, `16`), unique within its parents' path."""

    number: str
    title: str
    start: int
    end: int
    clauses: tuple[int, ...] = ()
    departments: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Pledge:
    """One promise of a breakdown document (责任分解方案), which reports nothing: who leads it, who helps, until when.

    `indicator` has its target, with its place in the document; None where no number is promised. `nodes` are the shares
    of the target to be reached by the ends of March, June and September. `[start, end)` is the sentence.
    """

    task: str
    start: int
    end: int
    lead: str = ""
    co_units: tuple[str, ...] = ()
    clauses: tuple[int, ...] = ()
    due: date | None = None
    indicator: Indicator | None = None
    nodes: tuple[Decimal | None, Decimal | None, Decimal | None] = (None, None, None)


@dataclass(frozen=True, slots=True)
class Report:
    """What the report is. `period` is Q1, H1, Q3, FY or M01 to M12; `cutoff` the last day its figures cover."""

    title: str | None = None
    index_number: str | None = None
    document_number: str | None = None
    topic: str | None = None
    issuer: str | None = None
    published_on: date | None = None
    signed_on: date | None = None
    region: str | None = None
    year: int | None = None
    period: str | None = None
    cutoff: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that deserves a person's look: `claim_differs`, `arithmetic`, `implausible`, `damaged`, `duplicate`,
    `unread_goal`, `period_unknown`, `low_confidence` ..."""

    kind: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document. `places` are in order and apart; a page of its own has none."""

    report: Report
    text: str
    tasks: tuple[Task, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    places: tuple[Place, ...] = ()

    def place_of(self, position: int) -> str | None:
        """In which page, sheet or cell of which file the character stands; None where the text is the page itself."""
        index = bisect_right(self.places, position, key=lambda place: place.start) - 1
        found = self.places[index] if index >= 0 else None
        return found.words if found and position < found.end else None

    def place_of_indicator(self, indicator: Indicator) -> str | None:
        """The place of its actual, else of its target, else of the bureau's word; None where that is the page."""
        starts = [indicator.actual.start] if indicator.actual else []
        if indicator.target:
            starts += [indicator.target.start] if indicator.target.start is not None else []
            starts += [start for start, _ in indicator.target.derived_from]
        starts += [claim.start for claim in indicator.claims]
        return self.place_of(starts[0]) if starts and self.places else None
