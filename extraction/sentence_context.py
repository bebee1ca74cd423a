"""One sentence as its numbers are read: its clauses and brackets, and what was said before it."""

from __future__ import annotations

import re

from extraction import wording
from extraction.outline import Sentence
from extraction.owners import NOBODY, Owners
from extraction.period import PeriodMention
from extraction.records import Quantity
from extraction.telling import tells

BRACKETS = re.compile(r"\([^()]*\)")
_BREAK = re.compile(r"[,;:。!?]")


class SentenceContext:
    """The clauses of a sentence, and what its numbers inherit: `subject` and `part` change as it is read."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        index: int,
        inside: list[Quantity],
        spans: list[PeriodMention],
        carried: PeriodMention | None,
        promising: bool,
        topic: str,
        cutoff_month: int | None,
        main: str = "",
        year: int | None = None,
        known: frozenset[str] = frozenset(),
        claimed: bool = False,
        owners: Owners = NOBODY,
    ) -> None:
        self.known, self.claimed, self.owners = known, claimed, owners
        self.year = year
        self.text, self.sentence, self.index, self.inside, self.spans = text, sentence, index, inside, spans
        self.carried, self.topic, self.cutoff_month = carried, topic, cutoff_month
        self.piece = text[sentence.start : sentence.end]
        self.brackets = [(sentence.start + m.start(), sentence.start + m.end()) for m in BRACKETS.finditer(self.piece)]
        self.promising = sentence.labelled or (
            promising
            and not wording.REPORT.search(self.piece)
            and not tells(text, sentence.start, sentence.end, inside)
        )
        self.next_steps = wording.PLANNED_NEXT.search(self.piece)
        self.breaks = [
            sentence.start + m.end()
            for m in _BREAK.finditer(self.piece)
            if not self.bracketed(sentence.start + m.start())
        ]
        self.answering = False  # the item's heading has promised: what follows tells
        self.told = -1  # where the last figure so far was reported
        self.subject = ""
        self.part = False
        self.main = main
        self.first_number = inside[0].start if inside else sentence.end

    def bracketed(self, position: int) -> bool:
        return any(low < position < high for low, high in self.brackets)

    def clause_start(self, position: int) -> int:
        start = self.sentence.start
        for cut in self.breaks:
            if cut > position:
                break
            start = cut
        return start

    def clause_end(self, position: int) -> int:
        return next((cut - 1 for cut in self.breaks if cut > position), self.sentence.end)

    def period(self, position: int) -> PeriodMention | None:
        inside = self.bracketed(position)
        own = [
            p
            for p in self.spans
            if p.start <= position and p.governs != "other" and (inside or not self.bracketed(p.start))
        ]
        return own[-1] if own else self.carried
