"""A goal with a bracket behind it that says who set how much of it: 床位500张(市下达任务300张,区自加压力200张).

The sum makes it sure. The numbers in such a bracket are parts of the goal, none of them is the goal of the number
before it, and that is no figure that the bracket gives a goal. So is the goal said twice,
12个(年度任务12个)。已建成9个, where what came of it stands behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.records import Quantity
from extraction.sought import sought

_SET_BY = sought(r"任务|目标|指标|计划|下达|自[定加]|压力|争取|追加")
_TOLD = sought(r"已|完成|实际(?!利用|使用|吸收)|累计|目前|截至|共|达")
_TOLD_BEHIND = sought(
    r"\)[。,;]?\s?(?:截至[^,。;]{1,10},?|(?:截至)?目前,?|现)?(?:全[市县旗区镇])?(?:已|累计|实际)[^,。;\d]{0,12}\d"
    r"|\)[。,;]?\s?(?:截至[^,。;]{1,10},|(?:截至)?目前,?)[^,。;\d]{0,12}\d"
)
_LONGEST = 80  # characters of such a bracket


def is_part_of_goal(text: str, inside: Sequence[Quantity], q: Quantity) -> bool:
    """Whether the number stands in such a bracket; `inside` are its sentence's numbers, in order."""
    opening = text.rfind("(", max(0, q.start - _LONGEST), q.start)
    if opening < 0 or text.find(")", opening, q.start) >= 0 or _SET_BY.search(text, opening, q.start) is None:
        return False
    host = next((h for h in reversed(inside) if h.end <= opening), None)
    if host is None or host.noun != q.noun or host.is_percent or not host.base or opening - host.end > 2:
        return False
    closing = text.find(")", q.end, q.end + _LONGEST)
    parts = [p.base or 0 for p in inside if opening < p.start < closing and p.noun == host.noun]
    if closing < 0 or sum(parts) != host.base:
        return False
    return len(parts) > 1 or (_TOLD_BEHIND.match(text, closing) is not None and not _told(text, host.start))


def _told(text: str, at: int) -> bool:
    low = max(0, at - 24)
    return _TOLD.search(text, max(low, *(text.rfind(mark, low, at) + 1 for mark in ",;。\n")), at) is not None
