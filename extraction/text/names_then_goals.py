"""Fields of one line that begin with the name of the thing, which else nothing would call so.

指标名称:建筑业总产值;年度目标:150亿元;前三季度:98.6亿元    reads as 建筑业总产值:年度目标150亿元;前三季度:…

Only where at least two lines are written so.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_LINE = sought(
    r"(?:(?<=\n)|^)[ \t]*(?P<label>(?:指标|项目|任务|事项|工作)(?:名称|内容)?:[ ]?)"
    r"(?P<name>[^:;,。\n\d]{2,30})(?P<ends>[;,])"
    r"[ ]?(?:年度|全年)?(?:目标|任务|计划)(?:任务|值|数)?(?P<colon>:?)(?=[^:;,。\n]{0,6}\d)"
)


def names_then_goals(text: str) -> Iterator[Edit]:
    """The edits that write the name as what opens the line."""
    found = list(_LINE.finditer(text))
    for line in found if len(found) > 1 else ():
        yield *line.span("label"), ""
        yield *line.span("ends"), ":"
        if line["colon"]:
            yield *line.span("colon"), ""
