"""`duban review` on a terminal: one entry after the other, a key for each answer, a copy published at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from flows import reviewing
from flows.problems import MisuseError
from flows.publishing import publish_copy
from flows.review_cards import context, lines, outcome
from flows.reviewing import Queue, Said
from flows.ruling import Wish
from flows.settings import Settings
from flows.visible import visible
from warehouse.review import ReviewEntry

KEYS = "[a]ccept  [c]orrect  [r]eject  [s]kip  [m]ore of the report  [u]ndo the last  [q]uit"
ADOPT = "[p]roposal taken  "


@dataclass(slots=True)
class Walk:
    """Where the reviewer is: what was said so far and not taken back, in order; whether anything was written."""

    settings: Settings
    screen: Console
    said: list[Said] = field(default_factory=list)
    has_written: bool = False


def walk_queue(settings: Settings, queue: Queue) -> int:
    """Every entry is shown and asked for; what was said is kept at once, and published when the walk ends."""
    walk = Walk(settings, Console(highlight=False))
    try:
        for number, entry in enumerate(queue.entries, 1):
            walk.screen.rule(f"{number} of {len(queue.entries)}")
            _show(walk.screen, entry)
            if not _answered(walk, entry):
                break
    except (EOFError, KeyboardInterrupt):
        walk.screen.print()
    finally:
        if walk.has_written:
            publish_copy(settings)
    walk.screen.print(f"{len(walk.said)} of {len(queue.entries)} answered; the next run tells what changed by it")
    return 0


def _answered(walk: Walk, entry: ReviewEntry) -> bool:
    """Ask until there is an answer; False when the reviewer has had enough."""
    while True:
        key = input(f"{ADOPT if entry.proposal else ''}{KEYS}: ").strip().lower()[:1]
        if key in ("s", "q"):
            return key == "s"
        if key == "m":
            walk.screen.print(context(entry, reviewing.one(walk.settings, entry.review_id)[1]), markup=False)
        elif key == "u":
            _undo(walk)
        elif key in ("a", "c", "r", "p") and _try(walk, lambda key=key: _say(walk.settings, entry, key)):  # type: ignore[misc]
            return True


def _say(settings: Settings, entry: ReviewEntry, key: str) -> tuple[Said, str]:
    if key == "a":
        return reviewing.accept(settings, entry.review_id, input("why (may stay empty): ").strip()), "accepted"
    if key == "p":
        return reviewing.adopt(settings, entry.review_id, input("why (may stay empty): ").strip()), "corrected"
    if key == "r":
        return reviewing.reject(settings, entry.review_id, _needed("why: ")), "rejected"
    return reviewing.correct(settings, entry.review_id, _wish(entry), _needed("why: ")), "corrected"


def _wish(entry: ReviewEntry) -> Wish:
    """The questions that make sense for the entry; an empty answer leaves what was read."""
    if entry.about == "report":
        return Wish(period=input("period (2031Q3, 2031H1, 2031M07 ...): ").strip() or None)
    actual = input("actual (95项; empty: as read; - : not comparable): ").strip()
    if actual == "-":
        return Wish(not_comparable=True)
    return Wish(actual=actual or None, target=input("target (empty: as read): ").strip() or None)


def _try(walk: Walk, say: Callable[[], tuple[Said, str]]) -> bool:
    """Whether it was kept; what was typed wrongly is said and asked for again."""
    try:
        said, word = say()
    except MisuseError as error:
        walk.screen.print(visible(str(error)), style="red", markup=False)
        return False
    walk.said.append(said)
    walk.has_written = True
    walk.screen.print(outcome(said, word), style="green", markup=False)
    return True


def _undo(walk: Walk) -> None:
    if not walk.said:
        walk.screen.print("nothing was said yet")
        return
    last = walk.said.pop()
    undone = reviewing.undo(walk.settings, last.before.review_id, "")
    if isinstance(undone, Said):
        walk.screen.print(outcome(undone, "undone"), style="green", markup=False)


def _needed(prompt: str) -> str:
    while not (answer := input(prompt).strip()):
        pass
    return answer


def _show(screen: Console, entry: ReviewEntry) -> None:
    """The card, with the numbers of its sentence in colour."""
    for line in lines(entry):
        screen.print(_coloured(line), soft_wrap=True)


def _coloured(line: str) -> Text:
    text = Text(line)
    text.highlight_regex(r"【[^】]*】", "bold yellow")
    for start, end, style in _styles(line):
        text.stylize(style, start, end)
    return text


def _styles(line: str) -> Iterable[tuple[int, int, str]]:
    if line.startswith("    "):
        yield 4, 14, "cyan"
    else:
        yield 0, len(line), "bold"
