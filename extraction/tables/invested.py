"""年度投资 | 完成投资: what a year is to be given is planned, where only one other column tells of money spent.

The heading names no plan; that what was spent is hardly ever more than it says so. Where the whole cost stands beside
it, a sum (累计完成) may be of all years and answers no year.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import Column, unit_in
from extraction.grids.leaves import without_unit
from extraction.sought import sought
from extraction.tables.cells import number

_OF_YEAR = sought(r"(?:20\d\d年度?|年度|全年|当年|本年度?|今年)(?:投资|建设资金|投入)(?:额|量|金额|规模)?")
_SPENT = sought(
    r"(?:20\d\d年)?(?:\d{1,2}-\d{1,2}月份?|\d月[底末]|[前第]?[一二三四]季度|上半年|累计|已|实际|目前|截至\S{2,8})*"
    r"(?:完成投资额?|投资完成[额量]?|完成[额数]?|投资额?|投入)"
)
_WHOLE = sought(r"总投资|概算|总规模")
_MOST = Decimal("1.5")  # times what was planned


def settle_invested(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Make the year's investment the plan, and what was spent its answer; in place."""
    if any(c.role in ("target", "ratio") for c in columns):
        return
    plans = [i for i, c in enumerate(columns) if c.role == "other" and _OF_YEAR.fullmatch(without_unit(c.header))]
    told = [i for i, c in enumerate(columns) if c.role == "actual" and _SPENT.fullmatch(without_unit(c.header))]
    if len(plans) != 1 or len(told) != 1 or told[0] < plans[0]:
        return
    if "累计" in columns[told[0]].header and any(_WHOLE.search(c.header) for c in columns):
        return
    whole = [row for row in rows if len(row) == len(columns)]
    pairs = [[_value(text, row[i], columns[i]) for i in (plans[0], told[0])] for row in whole]
    known = [(plan, spent) for plan, spent in pairs if plan and spent is not None]
    if known and all(spent <= plan * _MOST for plan, spent in known):
        columns[plans[0]].role = "target"


def _value(text: str, cell: GridCell, column: Column) -> Decimal | None:
    quantity = None if EMPTY.fullmatch(cell.of(text)) else number(text, cell, unit_in(column.header))
    return quantity.base if quantity is not None and quantity.upper is None else None
