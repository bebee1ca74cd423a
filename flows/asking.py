"""`duban review ask`: a second reader's proposal for each open entry of the review queue, where one is configured.

Nothing is open while it thinks. Each answer is kept as it comes, so that a run that is stopped goes on from there; what
was asked about a page as it stands is not asked again of the same model.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from connectors.errors import SecondReaderError
from connectors.http import Client
from connectors.second_reader import Answer, Question, SecondReader
from flows.keeping import writer
from flows.problems import CommandError, Problem, problem
from flows.published import copy_of
from flows.ruling import COMPUTED
from flows.settings import SecondReaderSettings, Settings
from warehouse import proposals, review
from warehouse.proposals import Proposed
from warehouse.review import ReviewEntry

log = logging.getLogger("duban")
MAX_ANSWER = 2**20  # bytes; an answer is some hundred
ENOUGH = 3  # failures in a row: the endpoint is down, and not one question too hard


@dataclass(frozen=True, slots=True)
class Asked:
    """How many answers of each outcome came, how many entries were left for the next time, and what went wrong."""

    outcomes: Counter[str]
    left: int = 0
    problems: tuple[Problem, ...] = ()


def ask(settings: Settings) -> Asked:
    """Ask about what waits, as many as the settings allow. Raises CommandError where no reader is configured."""
    chosen = settings.second_reader
    if chosen is None:
        raise CommandError("no second reader is configured; docs/review.md says how, and what is sent to whom")
    copy_of(settings)
    waiting = _waiting(settings, chosen)
    outcomes: Counter[str] = Counter()
    problems: list[Problem] = []
    failures = 0
    with _reader(chosen, settings) as reader:
        for entry, text in waiting[: chosen.max_questions]:
            try:
                answer = reader.ask(question(entry, text, chosen.max_chars))
            except SecondReaderError as error:
                problems.append(problem("second reader", error))
                failures += 1
                if failures == ENOUGH:
                    break
                continue
            _keep(settings, entry, answer, chosen.model)
            outcomes[answer.outcome] += 1
            failures = 0
    return Asked(outcomes, len(waiting) - outcomes.total(), tuple(dict.fromkeys(problems)))


def question(entry: ReviewEntry, text: str, max_chars: int) -> Question:
    """The promise, and as much of the report around its sentence as may be sent."""
    at = max(0, text.find(entry.sentence))
    start = max(0, min(at + len(entry.sentence) // 2 - max_chars // 2, len(text) - max_chars))
    period = f"{entry.year or '未知'} {entry.period or '未知'}"
    unit = entry.target_unit or entry.actual_unit
    return Question(entry.name, entry.target_text, unit, period, text[start : start + max_chars])


def _waiting(settings: Settings, chosen: SecondReaderSettings) -> list[tuple[ReviewEntry, str]]:
    """The entries that a figure would answer, with the text of their report."""
    with writer(settings) as con:
        entries = [entry for entry in review.queue(con) if entry.kind in COMPUTED]
        return [(entry, review.text_of(con, entry)) for entry in proposals.unasked(con, entries, chosen.model)]


def _keep(settings: Settings, entry: ReviewEntry, answer: Answer, model: str) -> None:
    said = Proposed(answer.outcome, answer.value, answer.unit, answer.quote, answer.detail)
    with writer(settings) as con:
        proposals.keep(con, entry, said, model, datetime.now(UTC))
    log.info("%s %s: %s", entry.review_id, entry.name, answer.outcome)


@contextmanager
def _reader(chosen: SecondReaderSettings, settings: Settings) -> Iterator[SecondReader]:
    """The reader over a client of its own: no rests, its own patience, small answers."""
    client = Client(
        user_agent=settings.user_agent,
        delay_s=0,
        timeout_s=chosen.timeout_s,
        deadline_s=chosen.timeout_s,
        max_bytes=MAX_ANSWER,
        retries=1,
        resolve=settings.resolve if settings.hosts else None,
    )
    with client:
        key = chosen.key.get_secret_value() if chosen.key else None
        yield SecondReader(client, chosen.url, chosen.model, key, chosen.max_tokens)
