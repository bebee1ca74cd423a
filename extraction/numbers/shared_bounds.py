"""A bound said once for a list of numbers: 分别控制在20毫克/升、0.2毫克/升以下 bounds both, as 不超过8起、9人 does."""

from __future__ import annotations

from dataclasses import replace

from extraction.records import Quantity
from extraction.sought import sought

_AND = sought(r"\s?[、和及与]\s?")
_BEHIND = sought(r"\s?(?:及?以[上下内]|之内)(?=\s?(?:$|[,。;、)\n]|的(?:目标|要求|标准|水平|范围|任务)|[水范]))")
_LONGEST_JOIN = 3  # characters between two numbers of such a list
_BOUNDS = ("ge", "le")


def share_bounds(text: str, found: list[Quantity]) -> list[Quantity]:
    """The numbers with the bound of their list: the one behind its last number, else the one before its first."""
    first = 0
    for index in range(1, len(found) + 1):
        if index < len(found) and _joined(text, found[index - 1], found[index]):
            continue
        if index - first > 1:
            found[first:index] = _bounded(text, found[first:index])
        first = index
    return found


def _joined(text: str, this: Quantity, following: Quantity) -> bool:
    if not 0 < following.start - this.end <= _LONGEST_JOIN or this.role != "context" or following.role != "context":
        return False
    return _AND.fullmatch(text, this.end, following.start) is not None


def _bounded(text: str, run: list[Quantity]) -> list[Quantity]:
    opening, last = run[0].qualifier, run[-1]
    if last.qualifier in _BOUNDS and _BEHIND.match(text, last.end):
        bound = last.qualifier
    elif opening in _BOUNDS and all(q.qualifier is None for q in run[1:]):
        bound = opening
    else:
        return run
    bare = all(q.qualifier is None or q is last or q.qualifier == opening for q in run)
    return [replace(q, qualifier=bound) for q in run] if bare else run
