"""A title that names several goals, each of which is the label of its own account below it.

    1.新增护理床位200张、养老床位100张
    新增护理床位200张:签约建床38张;新增养老床位100张:正在施工。

Each label is a task, told of by what stands behind it; the title says nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.outline.lines import Line
from extraction.sought import sought

_FAR = 1200  # characters of the accounts of one title
_TITLE = 160  # characters of a title
_PIECE = sought(r"[、,;和及]")
_LABEL = sought(r"(?:(?<=[\n;。])|^)[ \t\u3000]*([^:;。\n]{4,48}?):")
_DIGIT = sought(r"\d")
_MORE = 8  # characters that a label may say before its goal: 新增|100张养老床位


def part_goals_told_again(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with such titles taken out and their labels made numbered lines in their place."""
    index = 0
    while index < len(lines):
        head = lines[index]
        stop = index + 1
        while stop < len(lines) and not lines[stop].level:
            stop += 1
        labels = _labels(text, head, lines[stop - 1].end) if head.level else []
        if labels:
            ends = [*(start for start, _ in labels[1:]), lines[stop - 1].end]
            for (start, body), end in zip(labels, ends, strict=True):
                yield Line(start, end, head.level, head.number, body)
        else:
            yield from lines[index:stop]
        index = stop


def _labels(text: str, head: Line, stop: int) -> list[tuple[int, int]]:
    """Where the labels begin, and their words; none where not each goal of the title is one."""
    far = min(stop, head.body + _TITLE)
    end = min(at for at in (text.find("。", head.body, far), text.find("\n", head.body, far), far) if at >= 0)
    goals = [piece.strip() for piece in _PIECE.split(text[head.body : end]) if _DIGIT.search(piece)]
    if len(goals) < 2 or ":" in text[head.body : end]:
        return []
    found: list[tuple[int, int]] = []
    for label in _LABEL.finditer(text, end, min(stop, end + _FAR)):
        said = label[1].strip()
        goal = goals[len(found)] if len(found) < len(goals) else None
        if goal is not None and said.endswith(goal) and len(said) - len(goal) <= _MORE:
            found.append((label.start(), label.start(1)))
    return found if len(found) == len(goals) else []
