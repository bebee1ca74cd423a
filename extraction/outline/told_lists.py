"""A list of goals that one account behind it answers: its items, and those of the account, are lines of one task.

    一、安居工程
    1.改造棚户区1800套;
    2.筹集保障性租赁住房900套。
    完成情况:棚户区建成1010套,保障性租赁住房筹集640套。

The account may be a list as well, and a label (目标任务:) may stand above the goals.
"""

from __future__ import annotations

from itertools import pairwise

from extraction.outline.labels import ACCOUNT, PLANNED
from extraction.outline.lines import Line
from extraction.sought import sought
from extraction.words import wording

_FEWEST = 2  # goals; one alone owns the account below it
_FIRST = ("1", "一", "①")
_TITLE = sought(r"[^\d。;,]{2,30}")


def join_told_lists(text: str, lines: list[Line]) -> list[Line]:
    """The lines, with the items of such lists and accounts made lines of the heading above them; in place."""
    for at, line in enumerate(lines):
        if not line.level and ACCOUNT.match(text, line.start, line.end):
            first = _first_goal(text, lines, at)
            stop = _end_of_account(text, lines, at, lines[first].level) if first < at else 0
            if stop:
                head = _heading(text, lines, first)
                for each in lines[head + 1 : stop]:
                    each.level = 0
    return lines


def _first_goal(text: str, lines: list[Line], at: int) -> int:
    """Where the list of goals right above the account begins; `at` where there is none, or one of them tells."""
    level = lines[at - 1].level if at else 0
    for index in range(at - 1, -1, -1):
        line = lines[index]
        if level and line.level < level and _goes_on(lines[index + 1 : at]) and _heads(text, lines, index, level):
            return index + 1
        if not level or line.level != level or wording.REPORT.search(text, line.body, line.end):
            return at
        if line.number in _FIRST:
            return index if at - index >= _FEWEST else at
    return at


def _heads(text: str, lines: list[Line], index: int, level: int) -> bool:
    """Whether the line is a heading without numbers, or the first list of the report begins below it."""
    if lines[index].level:
        return sought(r"\d").search(text, lines[index].body, lines[index].end) is None
    return not any(line.level == level for line in lines[:index])


def _goes_on(lines: list[Line]) -> bool:
    """17.…20.…23.… right below their heading: items that are numbered through the whole report."""
    numbers = [sought(r"\d+").search(line.number) for line in lines]
    values = [int(found.group()) for found in numbers if found]
    return len(lines) >= _FEWEST and len(values) == len(lines) and all(a < b for a, b in pairwise(values))


def _end_of_account(text: str, lines: list[Line], at: int, level: int) -> int:
    """The line behind the account and its own list; 0 where the list of goals goes on there."""
    label = ACCOUNT.match(text, lines[at].start, lines[at].end)
    following = next((n for n in range(at + 1, len(lines)) if lines[n].level), len(lines))
    if following == len(lines) or lines[following].level != level:
        return at + 1
    if label is None or not _opens_list(text, lines[at], label.end()):
        return 0 if lines[following].number not in _FIRST else at + 1
    return next((n for n in range(following, len(lines)) if lines[n].level != level), len(lines))


def _opens_list(text: str, line: Line, start: int) -> bool:
    """Whether nothing, or the first item, stands behind the label."""
    return start >= line.end or sought(r"\s?(?:\(?[1一][)、.]|①)").match(text, start, line.end) is not None


def _heading(text: str, lines: list[Line], first: int) -> int:
    """The line that the list is a part of: a heading right above it, or its own first item."""
    above = first - 1
    if above > 0 and not lines[above].level and PLANNED.fullmatch(text, lines[above].start, lines[above].end):
        above -= 1
    if above < 0:
        return first
    line = lines[above]
    if not line.level and _TITLE.fullmatch(text, line.start, line.end) and not ACCOUNT.match(text, line.start):
        line.level = lines[first].level
    return above if 0 < line.level <= lines[first].level else first
