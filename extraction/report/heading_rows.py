"""Rows of a table's headings in a report's title or body: what their parts of the year say of its period.

指标 年度目标 一季度 二季度 累计 may be the first line of a page; the last part that is told is how far the sum goes. Of
上半年 | 累计 alone nobody knows how far it goes, and who asks says it.
"""

from __future__ import annotations

from extraction.report.period import PeriodMention, mentions_in
from extraction.sought import sought

_LONGEST = 260  # characters of such a line
_PLAN_HEADING = sought(r"(?:年度|全年|当年|今年)?(?:目标|任务|计划)(?:任务|数|值|量)?")


def is_row_of_headings(title: str) -> bool:
    """指标 年度目标 一季度 二季度 累计: the first line of a table without a title."""
    pieces = title.split()
    return len(pieces) > 3 and any(map(_PLAN_HEADING.fullmatch, pieces))


_SUM_HEADING = sought(r"[ |\t](?:累计|合计|总计)(?:完成)?数?(?:\([^()\n]{1,6}\))?[ ]?(?=[|\t\n]|$)")


def has_sum_beside(body: str, mention: PeriodMention) -> bool:
    """年度目标 | 上半年 | 累计: the only part of the year that heads a column says not how far the sum goes."""
    if not sought(r"(?!前).*(?:季度|半年)").fullmatch(body, mention.start, mention.end):
        return False
    start, end = body.rfind("\n", 0, mention.start) + 1, body.find("\n", mention.end)
    line = body[start : end if end >= 0 else len(body)]
    alone = line[mention.end - start :][:2].strip(" ")[:1] in ("|", "\t", "累", "合", "总")
    if not alone or len(line) > _LONGEST or _SUM_HEADING.search(line, mention.end - start) is None:
        return False
    return sum(m.governs == "cumulative" for m in mentions_in(line)) == 1
