"""Tasks told one after the other, each with the label 任务: before it and its account behind another label.

任务:改桥30座;进度:21座。任务:改路40公里;进度:17公里。    reads as 改桥30座,进度:21座⏎改路40公里,进度:17公里。
任务1:改桥30座,进度:88%。任务2:…                          the number is the task's, and counts nothing
任务名称:改桥 年度任务:30座 进度:21座 任务名称:改路 …      begins a line with each name

Only where at least two are told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_ACCOUNT = r"(?:工作|目前|完成|推进)?(?:进度|进展|完成)(?:情况)?:"
_LABEL = r"(?P<label>(?:工作)?任务\d{0,2}:[ ]?)"
_TOLD = sought(
    rf"(?:^|(?<=\n)|(?P<before>[ \t。;]{{1,3}}))[ \t]*{_LABEL}"
    rf"(?P<body>[^:\n。;,\d]{{2,24}}\d[^:\n。;]{{1,24}}?)(?P<between>[ \t]*[。;,\n \t][ \t]*)(?={_ACCOUNT})"
)
_NAMED = sought(
    r"(?:^|(?<=\n)|(?P<before>[ \t。;]{1,3}))(?=(?:任务|指标|项目)名称:[^:\n。;,]{2,30}[ \t;,]+"
    rf"[^:\n。;, ]{{0,6}}(?:目标|任务|计划)[值数]?:[^:\n。;]{{1,24}}?(?:[ \t;,]+){_ACCOUNT})"
)
_FIELD = sought(rf"(?P<blank>[ \t]+)(?=(?:年度|全年|今年)?(?:目标|任务|计划)[值数]?:|{_ACCOUNT})")


def _in_a_row(text: str) -> list[re.Match[str]]:
    """Those that begin a line, or stand in it behind one: 1.招商引资。任务:… stays the second word of its item."""
    told: list[re.Match[str]] = []
    for match in _TOLD.finditer(text):
        if not match["before"] or (told and "\n" not in text[told[-1].start() : match.start()]):
            told.append(match)
    return told


def tasks_in_a_row(text: str) -> Iterator[Edit]:
    """The edits that part such tasks and leave their labels out."""
    if "任务" not in text and "名称:" not in text:
        return
    told = _in_a_row(text)
    for match in told if len(told) > 1 else ():
        if match["before"]:
            yield *match.span("before"), "\n"
        yield *match.span("label"), ""
        yield *match.span("between"), ","
    named = list(_NAMED.finditer(text))
    for match in named if len(named) > 1 else ():
        if match["before"]:
            yield *match.span("before"), "\n"
        line = text.find("\n", match.end())
        following = next((m.start() for m in named if m.start() > match.start()), len(text))
        for field in _FIELD.finditer(text, match.end(), min(following, line if line >= 0 else len(text))):
            yield *field.span("blank"), ";"
