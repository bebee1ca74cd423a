"""Columns called alike but for what tells a plan from its answer: 楼道整治任务, 楼道整治; 臭氧目标, 臭氧均值."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.columns import Column
from extraction.grids.leaves import without_unit
from extraction.sought import sought

_PLANNED, _ACTUAL = sought(r"(?:计划|目标|应|拟|年初)(.{1,10})"), sought(r"(?:实际|已|实|累计|目前|现)(.{1,10})")
_MEASURED_END = sought(r"(?:平均|监测|实测|日均|年均)?(?:均值|浓度|数值|值)$|实测$")
_PLAN_END = sought(r"(?:目标|任务|计划)(?:数|值|量)?$")


def settle_twins(columns: Sequence[Column]) -> None:
    """计划完成情况, 实际完成情况: of two that are called alike but for that, the first plans; in place."""
    rests = {rest[1] for c in columns if (rest := _ACTUAL.fullmatch(c.header))}
    for this in columns:
        plan = _PLANNED.fullmatch(this.header)
        if plan is not None and plan[1] in rests and this.role in ("actual", "other"):
            this.role = "target"
    things = {_PLAN_END.sub("", without_unit(c.header)) for c in columns if c.role == "target"} - {""}
    for this in columns:
        bare = without_unit(this.header)
        if this.role == "other" and {bare, _MEASURED_END.sub("", bare)} & things:
            this.role = "actual"  # 楼道整治任务, 楼道整治; 臭氧目标, 臭氧均值
