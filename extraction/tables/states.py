"""A column that holds words of state alone: 目标完成情况 or 完成成效 with 完成目标, 略有滞后.

Beside a column that tells how far the work is it is the row's own word, as a flag is.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import Column
from extraction.sought import sought

_STATE = sought(
    r"(?:已|未|基本|提前|超额|全部|全面|正常|顺利|有序|略有|稍有|略|按期|按计划|按时|有所|超|正|正在|持续|序时|较|进展|进度|推进|缓慢|达)*"
    r"(?:完成|推进|滞后|达标|达序|实施|落后|进行中|完工|办结|达到|启动|偏慢|缓慢|正常|顺利|良好|序时|预期)"
    r"(?:目标|任务|年度目标|年度任务|进度|计划|序时进度|目标任务|要求|中)?"
)


def settle_states(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Make flags of such columns; in place."""
    told = [i for i, c in enumerate(columns) if c.role == "actual"]
    whole = [row for row in rows if len(row) == len(columns)]
    held = {
        i: [p for row in whole if not EMPTY.fullmatch(p := row[i].of(text))]
        for i, c in enumerate(columns)
        if i and c.role in ("actual", "aside", "other")
    }
    states = [i for i, cells in held.items() if cells and all(_STATE.fullmatch(p) for p in cells)]
    if not set(told) <= set(states):
        for i in states:
            columns[i].role = "flag"
