"""Where a number stands, and what is decided of it there: what every rule of the voices takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extraction.readings import Reading, Voice
from extraction.records import Quantity
from extraction.sentence_context import SentenceContext


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its sentence: `clause_lead` is its clause (or bracket) up to it, `before` the numbers before it."""

    s: SentenceContext
    r: Reading
    clause_lead: str
    before_bracket: str
    before: list[Reading]

    @property
    def last(self) -> Reading | None:
        return self.before[-1] if self.before else None

    @property
    def sentence_lead(self) -> str:
        """The sentence up to the number."""
        return self.s.text[self.s.sentence.start : self.r.quantity.start]

    @property
    def behind(self) -> Quantity | None:
        """The next number of the sentence."""
        return next((q for q in self.s.inside if q.start >= self.r.quantity.end), None)


@dataclass(frozen=True, slots=True)
class Said:
    """The voice, and what else the words that gave it say; None leaves things as they are."""

    voice: Voice
    cued: bool | None = None
    outlook: bool | None = None
    interim: bool | None = None
    estimated: bool | None = None
    part: bool | None = None
    own: str | None = None
    subject: str | None = None

    def of(self, r: Reading) -> Voice:
        """Note on the reading what was said, in place; its voice."""
        for field in _NOTED:
            if (noted := getattr(self, field)) is not None:
                setattr(r, field, noted)
        return self.voice


_NOTED = ("cued", "outlook", "interim", "estimated", "part", "own", "subject")
Rule = Callable[[Place], Said | None]
CONTEXT, BASE, PEER, GAP, CLAIM = Said("context"), Said("base"), Said("peer"), Said("gap"), Said("claim")
PROMISE, REPORT, FORECAST = Said("promise", cued=True), Said("report"), Said("forecast")


def first(rules: Iterable[Rule], p: Place) -> Said | None:
    """What the first rule says that says anything."""
    return next((said for rule in rules if (said := rule(p)) is not None), None)
