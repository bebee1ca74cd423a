"""Two columns of how far each work was to be by now and how far it is: 截至5月计划进度 | 截至5月实际进度.

What was to be done by a date is no share of the plan that came of it, though its heading speaks of progress.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.columns import Column
from extraction.grids.leaves import without_unit
from extraction.sought import sought

_BY = r"(?:截[至止])?(?:20\d\d年)?(?:(?:\d{1,2}-)?\d{1,2}月份?|[前第]?[一二三四]季度|上半年|目前|当前)?[底末止]?"
_FAR = r"(?:工程|施工|形象|总体|累计|投资)*进度"
_PLANNED = sought(rf"{_BY}(?:累计)?(?:计划|预定|目标|应)(?:累计)?(?:完成|达到?)?(?:的)?{_FAR}")
_REAL = sought(rf"{_BY}(?:累计)?(?:实际|现|已)(?:累计)?(?:完成|达到?)?(?:的)?{_FAR}")
_READ_SO = ("actual", "ratio", "other", "rate")


def settle_scheduled(columns: Sequence[Column]) -> None:
    """Of two columns of progress that differ in who speaks, the schedule plans and the other tells; in place."""
    bare = [without_unit(c.header) for c in columns]
    roles = (*_READ_SO, "target")
    planned = [c for c, h in zip(columns, bare, strict=True) if c.role in roles and _PLANNED.fullmatch(h)]
    real = [c for c, h in zip(columns, bare, strict=True) if c.role in _READ_SO and _REAL.fullmatch(h)]
    if len(planned) == 1 and len(real) == 1:
        planned[0].role, real[0].role = "target", "actual"
