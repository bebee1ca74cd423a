"""A number that a word of planning stands right before, and that no indicator has: somebody should look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.records import Finding, Quantity
from extraction.sought import sought

_GOAL = sought(
    r"(?:(?:年度|全年|年初|今年|本年|年)(?:预期|工作|考核|控制)?(?:目标|任务|计划)(?:任务|目标)?|(?<![\u4e00-\u9fff])(?:目标|任务|计划)|责任目标|目标任务)"
    r"(?:数|值|量)?(?:为|是|:|要求)? ?$"
)
_COMPARED = sought(
    r"(?:[高低快慢好优]于|超过?|超出|超额|[较比距与]|完成|达到|占)[^,。;:\d]{0,10}$"
)  # 高于年初计划0.2个百分点
_NEAR = 24  # characters before a number in which its words stand


def unread(raw: str, text: str, ledger: Sequence[Quantity]) -> Iterator[Finding]:
    """One for each such number of running text."""
    for q in ledger:
        if q.role != "context" or not q.unit or q.noun == "个百分点":
            continue
        said = _GOAL.search(text, max(0, q.start - _NEAR), q.start)
        if said is None or _COMPARED.search(text, max(0, q.start - _NEAR), said.start()):
            continue
        shown = raw[said.start() : q.end]
        yield Finding("unread_goal", f"{shown!r} reads like a goal that no indicator has", said.start(), q.end)
