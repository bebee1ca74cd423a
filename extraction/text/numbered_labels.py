"""Labels that bear numbers of their own below a task: they tell of the task above them, and are no tasks beside it.

一、新建公厕85座。⏎(一)本月进展:累计完工51座。⏎(二)存在问题:…
    reads as 一、新建公厕85座。⏎本月进展:累计完工51座。⏎存在问题:…

Only below a numbered line of another kind with a figure in it; 一、完成情况:… of a whole report stays a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.outline.lines import mark_at
from extraction.records import Edit
from extraction.sought import sought

_TOLD = sought(
    r"\s?(?:(?:截至)?(?:\d{1,2}月[底末份]?|上半年|[前第]?[一二三四]季度|目前|当前|本月|当月|最新)?(?:工作|项目|任务|推进)?"
    r"(?:落实|进展|完成|推进|实施|办理|执行)(?:情况|进度|进展)?)\s?:\s?(?=[^\s])"
)
_BESIDE = sought(
    r"\s?(?:(?:工作|取得的?|主要)?(?:成效|举措|措施|做法)|(?:存在)?(?:的)?(?:主要)?(?:问题|困难)(?:和(?:困难|原因|不足))?|原因分析|滞后原因"
    r"|下一?步(?:工作)?(?:打算|计划|措施|安排|思路|重点)|(?:完成)?(?:时限|时间|期限)|(?:责任|牵头|配合)(?:单位|领导|部门)"
    r"|(?:年度|全年|工作|目标)*(?:目标|任务)(?:要求)?)\s?:"
)
_FIGURE = re.compile(r"\d")
_LINE = re.compile(r"[^\n]+")
_LABELS = sought(r"[)、.①-⑳]\s?[\u4e00-\u9fff\d]{0,10}(?:落实|进展|完成|推进|实施|办理|执行)(?:情况|进度|进展)?\s?:")


def numbered_labels(text: str) -> Iterator[Edit]:
    """The edits that take the numbers away."""
    if _LABELS.search(text) is None:
        return
    task = ""  # which kind of number the task above bears; none where no figure stands in it
    held: list[Edit] = []
    told = False
    for line in _LINE.finditer(text):
        begin = line.start() + len(line.group()) - len(line.group().lstrip())
        if begin == line.end():
            continue
        kind, body = mark_at(text, begin) or ("", begin)
        if kind and task and kind != task and _is_label(text, body):
            held.append((begin, body, ""))
            told = told or _TOLD.match(text, body) is not None
            continue
        if told:
            yield from held
        held, told = [], False
        if kind:
            task = kind if _FIGURE.search(text, body, line.end()) else ""
    if told:
        yield from held


def _is_label(text: str, at: int) -> bool:
    return _TOLD.match(text, at) is not None or _BESIDE.match(text, at) is not None
