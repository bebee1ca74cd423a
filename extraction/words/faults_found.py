"""What a check found wrong: 抽检任务80批次已全部完成,查出不合格2批次. It is no part of what was checked."""

from __future__ import annotations

from extraction.sought import sought

_FOUND = sought(
    r"(?:(?:查出|检出|发现|查获|排查出|筛查出|抽检)(?:各类|有)?(?:不合格|不达标|不符合|问题|隐患|阳性|异常|违[法规]|可疑)?|(?:不合格|不达标|阳性|违[法规]))"
    r"(?:样品|产品|线索|行为|单位|企业|食品)?(?:的)?(?:有|共|为|约)?\s?$"
)
_ILL = sought(r"不合格|不达标|问题|隐患|阳性|异常|违[法规]|查出|检出|发现|查获|排查|查处|整改|处置|患")


def fault_found(promised: str, lead: str) -> str | None:
    """The word of the fault, where the goal is none of faults."""
    found = _FOUND.search(lead)
    return found.group().strip() if found and not _ILL.search(promised) and _ILL.search(found.group()) else None
