"""Counts of tasks in brackets, which measure nothing that was promised: 96项任务(重点工作70项、民生实事26项)."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_OF_TASKS = sought(r"的(?:主要|重点|民生|目标)*(?:任务|工作|事项|指标|实事)$")
_SOME_OF_THEM = sought(r"\s?(?:其中|含|包括)")
_ALL_OF_THEM = sought(
    r"\d\s?[项件条]?(?:[国省市县旗区州级定]|具体|重点|年度|目标|细化|工作|子)*(?:任务|事项|指标|实事|要点|工作)$"
)


def are_tasks(r: Reading) -> bool:
    return r.quantity.noun in ("项", "件", "条")


def counts_tasks_again(r: Reading, inside: str, before_bracket: str, last: Reading | None) -> bool:
    """Whether a count in a bracket is of tasks that the words before it speak of, or some of those counted there."""
    if not are_tasks(r):
        return False
    if last is None:
        return not inside.strip() and _OF_TASKS.search(before_bracket) is not None  # 二、已全部完成的任务(2项)
    if last.voice != "context" or not are_tasks(last):
        return False
    if _SOME_OF_THEM.match(inside) is not None:
        return True  # 量化指标46项(其中经济指标4项)
    return _ALL_OF_THEM.search(before_bracket) is not None


def divides_tasks(text: str, r: Reading) -> bool:
    """96项任务(重点工作_70项、民生实事_26项): a count in a bracket right behind that of all the tasks."""
    opened = text.rfind("(", 0, r.start) if r.bracket and are_tasks(r) else -1
    return opened >= 0 and _ALL_OF_THEM.search(text, max(0, opened - 20), opened) is not None
