"""What an outline is made of: tasks, and their sentences."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Sentence:
    """One sentence; `point` counts the 一是/二是 it stands under (0 before the first)."""

    start: int
    end: int
    point: int = 0
    heading: bool = False
    labelled: bool = False  # a label (任务安排:) makes it a promise, whatever its words


@dataclass(slots=True)
class Item:
    """A task as it stands in the text: `[start, end)` is all of it, the first `heading` sentences are its promise."""

    number: str
    level: int
    start: int
    end: int
    title: str = ""
    topic: str = ""  # what the item is about where a colon or a numberless heading says so
    clauses: tuple[int, ...] = ()
    departments: tuple[str, ...] = ()
    sentences: list[Sentence] = field(default_factory=list)
    narrated: bool = False  # a heading, told about in what follows it
    storied: bool = False  # ... in lines of their own
    path: tuple[str, ...] = ()
    above: tuple[str, ...] = ()  # the headings it stands under, outermost first
    announced: tuple[int, int] | None = None  # the words before it that announce the list it is in: 未达序时进度的有:
    sets_goals: tuple[str, ...] = ()  # the way to the section, which it is a part of, that only sets goals
