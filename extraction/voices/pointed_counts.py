"""Counts that only point to those listed before: 三项工作中前两项已完成,后一项推进缓慢."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_POINTS = sought(r"(?:^|[,;。、中里])\s?(?:其中,?)?[前后头末]\s?$")
_ALL_OF_THEM = sought(
    r"(?:重点|民生|目标)?(?:任务|工作|事项|项目|指标|实事|工程)?(?:之?[中里])?,?(?:其中,?)?前[两二三四五六七八九十\d]{1,2}[项件个](?![月季])"
)
_BACK = 12  # characters before the number


def points_to_some(text: str, r: Reading) -> bool:
    """Whether the count is of the first, the last or all of a list, and of no thing."""
    if r.quantity.noun not in ("项", "件", "个"):
        return False
    pointed = _POINTS.search(text, max(0, r.start - _BACK), r.start) is not None
    return pointed or _ALL_OF_THEM.match(text, r.quantity.end) is not None
