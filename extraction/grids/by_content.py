"""Columns that are known by what stands in them alone: an account called 措施 or 状态, a plan called 内容 or 任务.

主要任务 | 工作措施 | 责任单位: measures may only be planned, and a state may be one word (正常), but where no column is
headed like progress, figures may stand there. Where the rows have a name, their content may be nothing but a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.columns import MEASURED, Column
from extraction.grids.leaves import without_unit
from extraction.sought import sought

_ACCOUNT = sought(r"措施|举措|做法|成效|成果|效果|动态|状态|现状|状况")
_NO_ACCOUNT = sought(r"下一?步|下阶段|下[月季]|今后|后续|拟|打算|建议|整改|保障|安全|问题|困难|预期|计划")
_SHARE = sought(r"进度$")  # 完成进度: 62%
_TO_DO = sought(r"(?:具体|主要|工作|重点|建设|年度|实施)*(?:目标|任务|计划|内容|规模|要求)+(?:内容)?")


def may_tell(this: Column) -> bool:
    """Whether the column tells of the plan where none is headed like progress."""
    fits = this.role in ("aside", "flag", "other", "name")
    return fits and _ACCOUNT.search(this.header) is not None and _NO_ACCOUNT.search(this.header) is None


def may_plan(this: Column) -> bool:
    """Whether the column plans where it holds nothing but figures."""
    return this.role in ("name", "aside") and _TO_DO.fullmatch(without_unit(this.header)) is not None


def by_content(columns: Sequence[Column]) -> list[Column]:
    """The columns as they are where their cells hold figures; empty where that is as their headings say."""
    out = list(columns)
    roles = [c.role for c in columns]
    told = [i for i, c in enumerate(columns) if i and may_tell(c)]
    if all(c.role != "actual" or _SHARE.search(c.header) for c in columns) and len(told) == 1:
        out[told[0]] = replace(columns[told[0]], role="actual")
    named = next((i for i, c in enumerate(columns) if c.role in ("name", "category")), len(columns))
    plans = [i for i, c in enumerate(columns) if i > named and i not in told and may_plan(c)]
    if "target" not in roles and len(plans) == 1:
        out[plans[0]] = replace(columns[plans[0]], role="target")
    if roles[0] == "owner" and roles[-1] == "name" and any(role in MEASURED for role in roles):
        out[-1] = replace(columns[-1], role="aside")  # 镇别, 计划投资, 完成投资, 零投资项目: so many of them
    counts = (i for i, c in enumerate(columns) if i and c.role == "name" and c.header.endswith("数"))
    for i in counts if roles[0] in ("owner", "serial") else ():
        out[i] = replace(columns[i], role="aside")  # 项目数
    return out if [c.role for c in out] != roles else []
