"""答应多少 | 报数 with 不低于90%, 40处以上, 不超过52起 in the first: what holds bounds was promised, by any heading.

Nothing that was done is said to be 不低于. Only where no column is headed like a plan, one alone holds bounds, nothing
else stands in it than figures, and another column tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import content
from extraction.sought import sought

_BOUND = sought(r"^(?:不(?:低于|少于|小于|超过|高于|大于|多于)|[≥≤])|(?<!岁)(?:及?以上|以内|以下)$")
_SURE = sought(r"^(?:不(?:低于|少于|小于|超过|高于|大于|多于)|[≥≤])|以内$")
_SORTS = sought(r"规模|标准|门槛|条件|等级|年龄|档|类|范围|区间|要求|限值")  # 1亿元以上, 5000万元以上: kinds of works
_FEWEST = 2


def settle_bounded(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Make a plan of such a column; in place."""
    roles = [c.role for c in columns]
    if "target" in roles or not {"actual", "ratio"} & set(roles):
        return
    whole = [row for row in rows if len(row) == len(columns)]
    bounded = [i for i in range(1, len(columns)) if _bounds([row[i].of(text) for row in whole])]
    if len(bounded) == 1 and roles[bounded[0]] in ("other", "kind") and not _SORTS.search(columns[bounded[0]].header):
        columns[bounded[0]].role = "target"


def _bounds(cells: Sequence[str]) -> bool:
    """Whether the cells are figures, two of them bounds and one a bound that nothing else is said with."""
    filled = [p for p in cells if not EMPTY.fullmatch(p)]
    known = all(content(p) in ("number", "amount", "percent") for p in filled)
    return known and sum(map(_found, filled)) >= _FEWEST and any(_SURE.search(p) for p in filled)


def _found(piece: str) -> bool:
    return _BOUND.search(piece) is not None
