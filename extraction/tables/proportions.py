"""Columns of proportions that are goals: 优良天数比例目标, 优良天数比例; the second is no share of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.columns import Column
from extraction.sought import sought

_UNIT = sought(r"\([^()]*\)")
_PLANNED = sought(
    r"^(?:年度|全年)?(?:目标|计划)?(?P<of>(?![^\n]*完成)\S{2,}?(?:比例|占比|比重|比率))(?:年度|全年)?(?:目标|计划|任务)?(?:值|数)?$"
)
_TOLD = sought(
    r"^(?:\d{4}年)?(?:(?:\d{1,2}-)?\d{1,2}月(?:份|底|末)?|[前第]?[一二三四]季度|上半年|目前|实际|累计|现)?"
    r"(?P<of>\S{2,}?(?:比例|占比|比重|比率))(?:实际|完成|实绩|现状|目前|当前)?(?:值|数|情况)?$"
)


def settle_proportions(planned: Sequence[Column], columns: Sequence[Column]) -> None:
    """What has the name of a planned proportion tells it; in place."""
    goals = {said["of"]: plan for plan in planned if (said := _PLANNED.match(_UNIT.sub("", plan.header))) is not None}
    for this in columns if goals else ():
        said = _TOLD.match(_UNIT.sub("", this.header)) if this.role == "ratio" else None
        plan = goals.get(said["of"]) if said is not None else None
        if said is not None and plan is not None:
            this.role = "actual"
            this.label, plan.label = this.label or said["of"], plan.label or said["of"]
