"""What a row of a place promises, by the headings of its plan and its answer."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.columns import Column
from extraction.sought import sought

_LIMIT = sought(r"(?:年度?|全年|省|市|县|旗|定|下达|考核|控制)*(?:控制|考核)(?:指标|目标|任务)?[数值]?")
_WHEN = sought(r"^(?:[\d-]+月份?|[前第]?[一二三四]季度|上半年|累计|实际|已|目前|截至\S*?[日底]|今年)+")
_RESULT = sought(r"[\u4e00-\u9fff]{1,12}(?:人|次|起|件|户|例|事故)数|[\u4e00-\u9fff]{2,12}(?:量|率|费用?|经费|余额)")

_HANDED = sought(r"(?:下达|安排)(?:情况|$)")
_STANDS = sought(r"^[\u4e00-\u9fff]{2,8}?(?:情况|进度|进展)")


def named_by_headings(plan: Column, told: Sequence[str]) -> str:
    """目标办结率 as 办结率; a limit that names nothing is of what its answer counts: 控制指标(人), 死亡人数(人)."""
    heading = _bare(plan.label or plan.header)
    counted = _WHEN.sub("", _bare(told[0])) if len(told) == 1 else ""
    if _LIMIT.fullmatch(heading) and _RESULT.fullmatch(counted):
        return counted
    short = sought(
        r"^(?:20\d\d年度?|年度|全年|计划|目标|任务|预期|工作)+|(?:年度|全年|年初?)?(?:目标任务|目标|任务|计划)(?:数|值|量)?$"
    ).sub("", heading)
    if counted and _HANDED.match(short):
        return _STANDS.sub("", counted) or heading  # 计划下达情况 over 年度计划, 投资完成情况 over 完成投资
    return short if len(short) > 1 else heading


def _bare(heading: str) -> str:
    return sought(r"\([^()]*\)").sub("", heading)
