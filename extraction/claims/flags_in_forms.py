"""The bureau's own yes or no in a form with a field a line: 进度是否滞后 over 是, 是否达序时进度 over 否.

Such a field is said of the project whose name leads the fields before it, as a table's column of flags is of its row:
of its only promise, and of each of several that has a figure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.records import Claim, Indicator, Task
from extraction.sought import sought
from extraction.words.flags import is_behind

_NAMED = sought(
    r"(?:^|(?<=\n))[ \t]{0,4}(?:\d{1,2}[.、]\s?)?(?:实事)?(?:项目|任务|事项|指标|工程)(?:名称|内容)?[ \t]{0,4}(?=[:\n])"
)
_FLAG = sought(
    r"(?:^|(?<=\n))[ \t]{0,4}(?P<question>(?:工作|项目|任务)?(?:进度)?是否(?:存在|出现)?(?:(?:进度)?(?:滞后|落后|偏慢)"
    r"|(?:完成|达到?|符合|按)?(?:序时|时序)(?:进度)?(?:推进|完成|要求)?))[ \t]{0,4}[:\n][ \t]{0,4}"
    r"(?P<answer>[是否√×])[ \t]{0,4}(?=\n|$|。)"
)


def with_flags(raw: str, text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks with what the fields behind them say."""
    flags = list(_FLAG.finditer(text)) if "是否" in text else []
    begins = [m.start() for m in _NAMED.finditer(text)] if flags else []
    if not begins:
        return list(tasks)
    places = sorted((_place(i), t, n) for t, task in enumerate(tasks) for n, i in enumerate(task.indicators))
    said: dict[int, dict[int, Claim]] = {}  # by the task, then by the promise
    edges = [-1, *(flag.start() for flag in flags)]
    for (before, end), flag in zip(pairwise(edges), flags, strict=True):
        nearest = bisect_right(begins, end) - 1
        if nearest < 0 or (behind := is_behind(flag["question"], flag["answer"])) is None:
            continue
        start, (low, high) = max(begins[nearest], before), flag.span("answer")
        inside = places[bisect_left(places, (start,)) : bisect_left(places, (end,))]
        claim = Claim(None, "lagging" if behind else "ongoing", raw[low:high], low, high)
        for _, t, n in inside:
            promise = tasks[t].indicators[n]
            if promise.stated_status is None and (len(inside) == 1 or promise.actual):
                said.setdefault(t, {})[n] = claim
    return [_with(task, said.get(t, {})) for t, task in enumerate(tasks)]


def _with(task: Task, said: dict[int, Claim]) -> Task:
    """The task, with the claims on its promises of these numbers."""
    if not said:
        return task
    told = (replace(i, claims=(*i.claims, said[n])) if n in said else i for n, i in enumerate(task.indicators))
    return replace(task, indicators=tuple(told))


def _place(indicator: Indicator) -> int:
    start = indicator.target.start if indicator.target is not None else None
    return -1 if start is None else start
