"""Every number of a task as a reader takes it: what it measures, of what, and in which voice.

The voices: `promise` (what shall be), `report` (what is), `forecast` (what is thought to come), `claim` (a share of the
plan), `gap` (points from the target), `base` and `peer` (another year's, another owner's), `context` (none of these).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import Literal

from extraction.records import Quantity
from extraction.report.period import PeriodMention
from extraction.words import names

Voice = Literal["promise", "report", "forecast", "claim", "gap", "base", "peer", "context"]
Measure = Literal["amount", "growth", "change", "percent", "completion", "index"]


@dataclass(slots=True, eq=False)
class Reading:
    """One number in its place, equal to itself only.

    `own` is the name that stands with it, `subject` what it inherits where it has none.
    """

    quantity: Quantity
    sentence: int
    point: int
    clause_start: int
    lead: str
    tail: str
    own: str
    subject: str
    measure: Measure
    value: Decimal
    voice: Voice
    period: PeriodMention | None
    bracket: bool = False
    part: bool = False
    estimated: bool = False
    cued: bool = False  # its voice comes from words, not from its place
    outlook: bool = False
    heading: bool = False
    clause_lead: str = ""
    owner: str | None = None
    interim: bool = False
    quoted: bool = False
    behind: Reading | None = None  # the number that a goal in brackets stands behind, where its place in a list says so
    compared: bool = False  # a goal that a figure was held against: its 低于 tells how it went, and bounds nothing
    start: int = field(init=False)  # of the number: asked for more often than anything else
    stock: bool = False  # a total of all years behind the year's addition
    of_work: bool = False  # a share of the work that it is named after, whatever figures stand before it
    of_plan: int | None = None  # where the plan begins that it tells a part of, or whose parts are told one by one
    due_words: str = ""  # the day by which it shall be, where that is told apart from it (pairing/deadlines_behind.py)
    settled: bool = False  # its voice is known from other numbers, whatever its own words weigh
    said_of_all: str = ""  # the stage or month that its list says once, before its first number or behind its last
    of_some: str = ""  # whose or which batch's its list is: not of all that was planned
    rest: Decimal | None = None  # how many more of its unit are left, told right behind it

    def __post_init__(self) -> None:
        self.start = self.quantity.start

    @property
    def name(self) -> str:
        # 某高速项目总投资86.7亿元,今年计划投资25亿元: the last words name half of all things
        generic = self.own in ("投资", "资金") and len(self.subject) > len(self.own)
        return self.subject if generic or not self.own or names.is_bare(self.own) else self.own

    @property
    def base(self) -> Decimal:
        return self.value * self.quantity.magnitude


_START = attrgetter("start")


def index_of(found: Sequence[Reading], start: int) -> int:
    """Where in the numbers of a task, which are in order, the one stands that begins there."""
    return bisect_left(found, start, key=_START)
