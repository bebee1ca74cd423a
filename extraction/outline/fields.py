"""Tasks told in labelled fields, without a number before them: in one line, or a title with a field a line below it.

指标名称:新增市场主体;年度目标:900户;1-6月完成:613户;完成率:68.1%
农村危房改造 / 目标任务:320户 / 进展情况:已竣工218户
"""

from __future__ import annotations

from itertools import pairwise

from extraction.outline.labels import ACCOUNT, ACCOUNT_LABEL, OWNERS, PLANNED, PLANNED_LABEL
from extraction.records import Interval
from extraction.sought import sought

_NAMED = r"(?:(?:(?:指标|项目|任务|事项|工作|工程|实事)(?:名称|内容)?|名称)[:]\s?)?"
_THING = r"(?P<thing>[\u4e00-\u9fffA-Za-z“”、()\d.%]{2,30}?)"
_IN_ONE = sought(rf"{_NAMED}{_THING}\s?[;,:]\s?(?={PLANNED_LABEL})")
_ACCOUNT_BEHIND = sought(rf"[;,]{ACCOUNT_LABEL}")
_TITLE = sought(rf"{_NAMED}[\u4e00-\u9fff“”、A-Za-z()]{{4,30}}")
_TOLD_BELOW = 3  # lines below the goal among which its account begins


def fields_of(text: str, start: int, end: int) -> int | None:
    """Where the name of the task begins that a line tells in fields of its goal and its account; None for others."""
    named = _IN_ONE.match(text, start, end)
    if named is None or _ACCOUNT_BEHIND.search(text, named.end(), end) is None:
        return None
    return named.start("thing")


def thing_of_fields(text: str, start: int, end: int) -> Interval | None:
    """The name that such a line begins with, up to its first field."""
    named = _IN_ONE.match(text, start, end)
    return (named.start("thing"), named.end()) if named and fields_of(text, start, end) is not None else None


def titled_fields(text: str, lines: list[Interval]) -> set[int]:
    """The beginnings of lines that are titles: the field of a goal right below each, and its account behind that."""
    plain = [line for line in lines if OWNERS.match(text, *line) is None]
    out = {
        first[0]
        for index, (first, second) in enumerate(pairwise(plain))
        if PLANNED.match(text, *second)
        and _TITLE.fullmatch(text, *first)
        and any(ACCOUNT.match(text, *line) for line in plain[index + 2 : index + 2 + _TOLD_BELOW])
    }
    return out if len(out) > 1 else set()
