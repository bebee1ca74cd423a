"""Whether a column that tells of one stage of the work, or of one month, answers a column that plans."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.promises.stages import ISSUED, WRITTEN
from extraction.records import Claim
from extraction.sought import sought
from extraction.tables.groups import Group
from extraction.tables.periods import is_node, month_only
from extraction.words import names

_EARLY = ("开工", "到位", "拨付", "签约", "支付")
_ENDS = sought(r"完[成工]|竣工|建成")
_PLANNED = sought(r"^(?:计划|目标|任务|应)完成(?=[数量套户]|$)")  # 计划完成数 plans no stage


def unfit(plan: Column, done: Column, name: str) -> str | None:
    """Why the column cannot answer the plan: another stage, or one month's figure for a year's plan."""
    if month_only(done) and not is_node(plan):
        return f"当期数：“{done.header}”只是一个月的数字"
    for stage in _EARLY:
        if stage in done.header and stage not in plan.header + name and "完成" not in done.header:
            return f"阶段不同：“{done.header}”不是“{plan.header}”的完成数"
    return None


def funds_raised(plan: Column, done: Column, owned: bool) -> bool:
    """Of places and offices that have a bare plan in money (目标任务), what came in or was paid is the answer.

    Of works it is not: their plan is one of investment.
    """
    same = bool(plan.unit) and plan.unit == done.unit and plan.unit.endswith("元") and not plan.tag
    return owned and same and sought(r"到位|拨付|支付").search(done.header) is not None


_STAGE = sought(r"开工|动工|竣工|完工|建成|入住|分配|验收|交付")


def of_its_stage(
    columns: Sequence[Column], cells: Sequence[GridCell | None], ratios: list[int], start: int
) -> list[int]:
    """Of 开工率 and 竣工率 the one that has the stage of the figure's column; all where none has."""
    told = next(
        (c.header for c, cell in zip(columns, cells, strict=True) if cell and cell.start <= start < cell.end), ""
    )
    stage = _STAGE.search(told)
    return [i for i in ratios if stage and f"{stage.group()}率" in columns[i].header] or ratios


def early(before: str, after: str, planned: str) -> str | None:
    """Why the words of a figure's clause keep it from answering: 开工3座, 申报6家 of what shall be built or granted."""
    said = sought(r"[,;。、(]").split(before)[-1] + sought(r"[,;。、(]").split(after)[0]
    stage = names.stage(said)
    if issued(planned, said):
        return None
    if stage in (None, "money") or names.stage(planned) == stage or _ENDS.search(said) or "棚" in planned:
        return None
    return f"阶段不同：“{said}”属更早的阶段"


def issued(planned: str, said: str) -> bool:
    """Whether what shall be written was issued, which makes it: 制定标准12项, 发布5项."""
    return WRITTEN.search(planned) is not None and ISSUED.search(said) is not None


def confirmed(
    columns: Sequence[Column], group: Group, plan: int, done: int, part: Decimal | None, told: Claim | None
) -> bool:
    """Whether the table itself makes the stage the answer of this plan, and tells nothing of a later one.

    So does a thing with nothing but 计划 and 开工 below it, and a rate that is the figure's share of the plan.
    `part` is that share, `told` the one that the row tells: 任务, 开工数, 开工率; 计划资金, 到位资金, 完成率.
    """
    last = done in group.actuals and done == group.actuals[-1]
    if columns[done].label and len(group.actuals) == 1 and "开工" in columns[done].header:
        return True
    own = last and not _ENDS.search(_PLANNED.sub("", columns[plan].header))
    named = any("完成" in columns[i].header or own for i in group.ratios)
    if not named or part is None or told is None or told.completion is None:
        return False
    return abs(part - told.completion) < Decimal("0.01")
