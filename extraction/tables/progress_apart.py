"""镇街 | 改厕任务 | 改厕完成 | 拆违进度: a share beside the plans of other things is of what its own heading names.

It answers none of those plans, and where it has none itself it tells how far the thing is. What a heading calls but
工程进度, 形象进度 or 支付进度 may be of any of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import MEASURED, Column
from extraction.grids.fitting import content
from extraction.grids.leaves import without_unit
from extraction.sought import sought

_PROGRESS = sought(r"^(?P<thing>[\u4e00-\u9fff“”、]{2,16})进度$")
_ANY_WORK = sought(
    r"整[治改]|建设|工程|项目|施工|形象|总体|总|投资|资金|支[付出]|拨付|兑[付现]|工作|改造|治理|推进|实施|完成|任务|目标|年度|全年|计划"
    r"|累计|当前|目前|实际|序时|时序|时间|上半年|[前第]?[一二三四]季度|\d[\d-]*月|进展|落实|执行|总量|数量|节点"
)
_SHORTEST = 2  # characters of a thing
_SHAPE = sought(r"形象|序时|时序|时间")


def settle_progress_apart(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Make such a column a share of its own thing; in place."""
    plans = [c for c in columns if c.role == "target"]
    if not plans or "owner" not in {c.role for c in columns} or not all(c.tag or c.label for c in plans):
        return
    whole = [row for row in rows if len(row) == len(columns)]
    for index, this in enumerate(columns):
        named = _PROGRESS.match(without_unit(this.header)) if this.role in ("actual", "ratio") else None
        if named is None or _SHAPE.search(this.header) or len(_ANY_WORK.sub("", named["thing"])) < _SHORTEST:
            continue
        others = "|".join(c.header for i, c in enumerate(columns) if i != index and c.role in MEASURED)
        shared = any(a + b in others for a, b in pairwise(_ANY_WORK.sub("", named["thing"])))
        if not shared and _all_shares([row[index].of(text) for row in whole]):
            this.role, this.label = "ratio", named["thing"]


def is_apart(columns: Sequence[Column], index: int) -> bool:
    """Whether the column is such a share, of a thing that no other measures."""
    this = columns[index]
    alone = all(c.label != this.label for i, c in enumerate(columns) if i != index and c.role in MEASURED)
    return (
        this.role == "ratio" and bool(this.label) and alone and _PROGRESS.match(without_unit(this.header)) is not None
    )


def _all_shares(cells: Sequence[str]) -> bool:
    filled = [p for p in cells if not EMPTY.fullmatch(p)]
    return len(filled) > 1 and all(content(p) == "percent" for p in filled)
