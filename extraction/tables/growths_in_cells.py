"""增长5 under 年度目标 in a table of amounts is 5 per cent, whatever unit the row's amounts have.

    指标 | 单位 | 年度目标 | 1-9月 | 增速(%)
    外贸出口 | 亿元 | 增长4.5 | 71.2 | 3.8

Nobody plans money that grows by 4.5亿元 without saying so. What is counted (企业 | 家 | 增长20 | 14) may grow by so
many: that is a rate only where the table tells growths, and an amount of which it is a small part.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.grids.cells import NUMBER, GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import figure
from extraction.sought import sought
from extraction.tables.shares import Aligned

_GROWTH = sought(
    r"\s*(?:同比|比上年|较上年|比去年|预期|力争|确保)*(?:增长|增速|增幅|下降|降低)(?:约|达到?|不低于)?\s*\d[\d.]*(?:[-~]\d[\d.]*)?\s*(?:左右|以上|以内)?\s*"
)
_PART = 5  # times its own amount that what grows by a count is not


def is_bare_growth(text: str, cells: Aligned, columns: Sequence[Column], index: int, unit: str) -> bool:
    """Whether the cell tells a growth and leaves out the %, in a row whose figures are in this unit."""
    cell = cells[index]
    if cell is None or unit == "%" or not _GROWTH.fullmatch(text, cell.start, cell.end):
        return False
    if unit.endswith("元"):
        return True
    if not any(c.role == "growth" for c in columns):
        return False
    grown, told = _figure(text, cell), _told(text, cells, columns, index)
    return grown is not None and bool(told) and min(told) > _PART * grown


def _told(text: str, cells: Aligned, columns: Sequence[Column], index: int) -> list[Decimal]:
    places = [i for i, c in enumerate(columns) if c.role == "actual" and i != index]
    bare = [c for i in places if (c := cells[i]) is not None and NUMBER.fullmatch(c.of(text))]
    return [v for c in bare if (v := figure(c.of(text))) is not None]


def _figure(text: str, cell: GridCell) -> Decimal | None:
    number = sought(r"\d[\d.]*").search(text, cell.start, cell.end)
    return figure(number.group()) if number is not None else None
