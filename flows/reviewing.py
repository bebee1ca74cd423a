"""`duban review` without a terminal: the queue as it is published, and one word on one entry at a time.

The queue is read from the published copy, which no run locks. A word is written to the warehouse, which is open for
that moment only, and a new copy is published. What it changes is told by the next run, as a revision's would be.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import duckdb

from flows.following import follow
from flows.keeping import writer
from flows.problems import CommandError, MisuseError
from flows.published import copy_of
from flows.publishing import mark
from flows.ruling import Wish, ruling_of
from flows.settings import Settings
from warehouse import correcting, identity, review
from warehouse.correcting import Ruling
from warehouse.review import Adrift, ReviewEntry
from warehouse.store import open_reader


@dataclass(frozen=True, slots=True)
class Said:
    """What a word changed: the entry before and after it, and the correction that was kept."""

    before: ReviewEntry
    after: ReviewEntry
    correction_id: str


@dataclass(frozen=True, slots=True)
class Queue:
    """What is to be looked at, and what was said of words that are no longer read."""

    entries: tuple[ReviewEntry, ...]
    adrift: tuple[Adrift, ...]


def waiting(settings: Settings, *, source: str | None = None, older: bool = False, seen: bool = False) -> Queue:
    """The queue as published. Raises CommandError where nothing is."""
    with open_reader(copy_of(settings)) as con:
        try:
            found = review.queue(con, source_id=source, older=older, seen=seen)
            return Queue(tuple(found), tuple(review.adrift(con)))
        except duckdb.CatalogException as error:
            raise CommandError(
                "the published copy was made by an older Duban; 'duban run' publishes a new one"
            ) from error


def one(settings: Settings, review_id: str) -> tuple[ReviewEntry, str]:
    """The entry of that name, and the whole text it stands in."""
    with open_reader(copy_of(settings)) as con:
        entry = _named(con, review_id)
        return entry, review.text_of(con, entry)


def accept(settings: Settings, review_id: str, why: str) -> Said:
    """It is right as it was read: a doubtful link counts from now on."""
    return _say(settings, review_id, lambda entry, text: Ruling("accepted", why, reviewer(settings)))


def reject(settings: Settings, review_id: str, why: str) -> Said:
    """It was wrongly read, and nothing is concluded from it."""
    return _say(settings, review_id, lambda entry, text: Ruling("rejected", why, reviewer(settings)))


def correct(settings: Settings, review_id: str, wish: Wish, why: str) -> Said:
    """What is right instead; a period is always its report's. Raises MisuseError."""
    return _say(settings, review_id, lambda entry, text: ruling_of(wish, entry, text, why, reviewer(settings)), wish)


def adopt(settings: Settings, review_id: str, why: str) -> Said:
    """Make a second reader's proposal the correction: the person's word, with the quote. Raises MisuseError."""

    def ruling(entry: ReviewEntry, text: str) -> Ruling:
        if entry.proposal is None:
            raise MisuseError(f"nothing is proposed for {entry.review_id}; 'duban review ask' asks a second reader")
        wish = Wish(actual=entry.proposal, quote=entry.proposal_quote)
        return ruling_of(wish, entry, text, why or f"采用{entry.proposed_by}的建议", reviewer(settings))

    return _say(settings, review_id, ruling)


def undo(settings: Settings, review_id: str, why: str) -> Said | Adrift:
    """Take back the newest word on an entry, or one that has lost what it was about, by its own id."""
    copy_of(settings)
    with writer(settings) as con:
        lost = review.adrift(con, review_id)
        if len(lost) == 1:
            mark(settings)
            correcting.undo(con, lost[0].correction_id, why, reviewer(settings), datetime.now(UTC))
            return lost[0]
        before = _named(con, review_id)
        if before.correction_id is None:
            raise MisuseError(f"nothing was said of {review_id} that could be taken back")
        mark(settings)
        said = correcting.undo(con, before.correction_id, why, reviewer(settings), datetime.now(UTC))
        return Said(before, _named(con, before.review_id), said)


def reviewer(settings: Settings) -> str:
    """Who says it: the setting, else the login."""
    try:
        return settings.reviewer or getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise CommandError("who reviews is not known; set `reviewer` in duban.yaml or DUBAN_REVIEWER") from error


def _say(
    settings: Settings, review_id: str, ruling: Callable[[ReviewEntry, str], Ruling], wish: Wish | None = None
) -> Said:
    copy_of(settings)
    with writer(settings) as con:
        named = _named(con, review_id)
        before = review.report_of(con, named) if wish and wish.period else named
        word = ruling(before, review.text_of(con, before))
        mark(settings)
        if before.about == "identity":
            return _same_or_not(con, before, word)
        said = correcting.rule(con, before, word, datetime.now(UTC))
        return Said(before, _named(con, before.review_id), said)


def _same_or_not(con: duckdb.DuckDBPyConnection, entry: ReviewEntry, word: Ruling) -> Said:
    """Accepted, the two are one promise; rejected, they are two."""
    a, _, b = str(entry.indicator_key).partition("+")
    now = datetime.now(UTC)
    verdict: identity.Verdict = "same" if word.verdict == "accepted" else "different"
    said = identity.rule(con, entry.source_id, (a, b), verdict, word.why, word.who, now)
    follow(con, entry.source_id, now)
    return Said(entry, replace(entry, review=word.verdict, reviewed_by=word.who, reviewed_at=now), said)


def _named(con: duckdb.DuckDBPyConnection, review_id: str) -> ReviewEntry:
    found = review.find(con, review_id)
    if not found:
        raise MisuseError(f"nothing is called {review_id}; 'duban review list' shows the names")
    if len(found) > 1:
        raise MisuseError(f"more than one name begins with {review_id!r}; write more of it")
    return found[0]
