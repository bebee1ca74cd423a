"""`duban review`: what a person should look at, and the words for what they say. As quick to import as the rest."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from flows.cli_common import Flag, in_force

if TYPE_CHECKING:
    from flows.reviewing import Said
    from flows.settings import Settings

review_app = App(name="review", help="What deserves a person's look: accept it, correct it, or reject it.")


@review_app.default
def walk(*, source: str | None = None, older: Flag = False) -> int:
    """Walk the queue, one entry after the other; without a terminal, print it.

    Parameters
    ----------
    source
        Only what this source reported.
    older
        Also of periods before the newest.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return list_queue(source=source, older=older)
    from flows.reviewing import waiting
    from flows.walking import walk_queue

    settings = in_force()
    return walk_queue(settings, waiting(settings, source=source, older=older))


@review_app.command(name="list")
def list_queue(*, source: str | None = None, older: Flag = False, seen: Flag = False, json: Flag = False) -> int:
    """Print what waits, each entry with its reason, its sentence and its address.

    Parameters
    ----------
    source
        Only what this source reported.
    older
        Also of periods before the newest.
    seen
        Also what somebody looked at already.
    json
        Print one JSON list.
    """
    from flows.review_cards import as_json, listing
    from flows.reviewing import waiting

    queue = waiting(in_force(), source=source, older=older, seen=seen)
    print(as_json(queue) if json else "\n".join(listing(queue)))
    return 0


@review_app.command
def show(review_id: str, /) -> int:
    """Print one entry with what stands around its sentence; any indicator may be named, also one without a doubt.

    Parameters
    ----------
    review_id
        Its name, or the beginning of it.
    """
    from flows.review_cards import context, lines
    from flows.reviewing import one

    entry, text = one(in_force(), review_id)
    print("\n".join([*lines(entry), "", context(entry, text)]))
    return 0


@review_app.command
def accept(review_id: str, /, *, why: str = "") -> int:
    """It is right as it was read; a link that was too doubtful counts from now on.

    Parameters
    ----------
    review_id
        Its name, or the beginning of it.
    why
        In your words.
    """
    from flows import reviewing

    settings = in_force()
    return _done(settings, reviewing.accept(settings, review_id, why), "accepted")


@review_app.command
def correct(
    review_id: str,
    /,
    *,
    why: str,
    actual: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    unit: str | None = None,
    target: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    target_unit: str | None = None,
    not_comparable: Flag = False,
    period: str | None = None,
    cutoff: date | None = None,
    quote: str | None = None,
) -> int:
    """Say what is right instead. It wins over what was read, also when the report is read again.

    Parameters
    ----------
    review_id
        Its name, or the beginning of it.
    why
        In your words; where it withdraws an alert, the message says it.
    actual
        The figure that was reached: 95, 95项, 1.6亿元.
    unit
        Its unit, where it is not the one that was read.
    target
        The figure that was promised.
    target_unit
        Its unit, where it is not the one that was read.
    not_comparable
        The figure and the promise are not of one kind.
    period
        The period of the whole report: 2031Q1, 2031H1, 2031Q3, 2031FY or 2031M07.
    cutoff
        The last day that the report's figures cover, where it is not the period's.
    quote
        Words of the report that prove the figure; they are checked.
    """
    from flows import reviewing
    from flows.ruling import Wish

    settings = in_force()
    wish = Wish(actual, unit, target, target_unit, not_comparable, period, cutoff, quote)
    return _done(settings, reviewing.correct(settings, review_id, wish, why), "corrected")


@review_app.command
def adopt(review_id: str, /, *, why: str = "") -> int:
    """Correct the figure to what a second reader proposed; the word is yours.

    Parameters
    ----------
    review_id
        Its name, or the beginning of it.
    why
        In your words.
    """
    from flows import reviewing

    settings = in_force()
    return _done(settings, reviewing.adopt(settings, review_id, why), "corrected")


@review_app.command
def reject(review_id: str, /, *, why: str) -> int:
    """It was wrongly read: nothing is concluded from it, and an alert that rests on it alone is withdrawn.

    Parameters
    ----------
    review_id
        Its name, or the beginning of it.
    why
        In your words; where it withdraws an alert, the message says it.
    """
    from flows import reviewing

    settings = in_force()
    return _done(settings, reviewing.reject(settings, review_id, why), "rejected")


@review_app.command
def undo(review_id: str, /, *, why: str = "") -> int:
    """Take back the newest word on an entry; what was said before it holds again.

    Parameters
    ----------
    review_id
        Its name, or the beginning of it.
    why
        In your words.
    """
    from flows import reviewing
    from flows.publishing import publish_copy
    from flows.review_cards import lost_line

    settings = in_force()
    said = reviewing.undo(settings, review_id, why)
    if isinstance(said, reviewing.Said):
        return _done(settings, said, "undone")
    print(f"undone: {lost_line(said).partition(' no longer')[0]}")
    publish_copy(settings)
    return 0


@review_app.command
def ask() -> int:
    """Ask the second reader about what waits; it proposes, and decides nothing. Off unless it is configured."""
    from flows.asking import ask as ask_reader
    from flows.publishing import publish_copy
    from flows.watched import complain

    settings = in_force()
    asked = ask_reader(settings)
    for outcome, count in sorted(asked.outcomes.items()):
        print(f"{outcome:<14}{count}")
    print(
        f"{asked.outcomes.total()} answered, {asked.outcomes['figure']} proposed, {asked.left} left for the next time"
    )
    if asked.outcomes:
        publish_copy(settings)
    return complain(asked.problems)


def _done(settings: Settings, said: Said, word: str) -> int:
    from flows.publishing import publish_copy
    from flows.review_cards import outcome

    print(outcome(said, word))
    publish_copy(settings)
    return 0
