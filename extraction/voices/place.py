"""Where a number stands, and what is decided of it there: what every rule of the voices takes and gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache, reduce
from operator import or_

from extraction.cues import ANYWHERE, cue
from extraction.records import Quantity
from extraction.sentences.readings import Measure, Reading, Voice
from extraction.sentences.sentence_context import SentenceContext


@dataclass(slots=True)
class Place:
    """A number in its sentence: `clause_lead` is its clause (or bracket) up to it, `before` the numbers before it, of
    which `last` is the nearest.
    """

    s: SentenceContext
    r: Reading
    clause_lead: str
    before_bracket: str
    before: list[Reading]
    last: Reading | None = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.before[-1] if self.before else None

    @property
    def sentence_lead(self) -> str:
        """The sentence up to the number."""
        return self.s.text[self.s.sentence.start : self.r.quantity.start]

    @property
    def behind(self) -> Quantity | None:
        """The next number of the sentence."""
        return self.s.number_behind(self.r.quantity.end)


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
    measure: Measure | None = None

    def of(self, r: Reading) -> Voice:
        """Note on the reading what was said, in place; its voice."""
        r.cued = r.cued if self.cued is None else self.cued
        r.outlook = r.outlook if self.outlook is None else self.outlook
        r.interim = r.interim if self.interim is None else self.interim
        r.estimated = r.estimated if self.estimated is None else self.estimated
        r.part = r.part if self.part is None else self.part
        r.own = r.own if self.own is None else self.own
        r.subject = r.subject if self.subject is None else self.subject
        r.measure = r.measure if self.measure is None else self.measure
        return self.voice


@cache
def plainly(voice: Voice, cued: bool | None = None, estimated: bool | None = None) -> Said:
    """What is said most: a voice and little more, made once."""
    return Said(voice, cued=cued, estimated=estimated)


Rule = Callable[[Place], Said | None]
CONTEXT, BASE, PEER, GAP, CLAIM = Said("context"), Said("base"), Said("peer"), Said("gap"), Said("claim")
PROMISE, REPORT, FORECAST = Said("promise", cued=True), Said("report"), Said("forecast")


_NEEDED: dict[Rule, int] = {}


def only_with(*patterns: re.Pattern[str]) -> Callable[[Rule], Rule]:
    """Of a rule that says nothing where none of the patterns stands in the sentence: there it is not asked."""

    def marked(rule: Rule) -> Rule:
        _NEEDED[rule] = cue(*patterns)
        return rule

    return marked


class Rules:
    """Rules in their order."""

    def __init__(self, *rules: Rule) -> None:
        self._rules = tuple((_NEEDED.get(rule, ANYWHERE), rule) for rule in rules)
        self._cues = reduce(or_, (needed for needed, _ in self._rules), 0)
        self._with = lru_cache(maxsize=1024)(self._among)  # sentences have few of the cues, and the same again

    def first(self, p: Place) -> Said | None:
        """What the first rule says that says anything."""
        for rule in self._with(p.s.cues & self._cues):
            if (said := rule(p)) is not None:
                return said
        return None

    def _among(self, cues: int) -> tuple[Rule, ...]:
        """The rules that may say anything where these cues are."""
        return tuple(rule for needed, rule in self._rules if needed & cues)
