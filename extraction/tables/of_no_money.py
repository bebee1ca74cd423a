"""A figure in short (已解决6.3万) in a column that tells the work is no money, whatever the money's column lacks."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.numbers import units
from extraction.records import Quantity, Target
from extraction.sought import sought

_COUNTED_IN_SHORT = sought(r"\d\s?万(?!元)[\u4e00-\u9fff]")


def is_no_money(
    text: str,
    row: Sequence[GridCell | None],
    target: Target,
    columns: Sequence[Column],
    plan: int,
    done: int,
    quantity: Quantity,
) -> bool:
    """饮水不安全人口11.8万人 | 年度投资 5900(万元) | 完成投资 - | 已解决6.3万: so many of those."""
    if quantity.value is None:
        return True
    short = not quantity.noun and quantity.magnitude != 1 and target.noun in units.MONEY
    if not short or not columns[plan].money or columns[done].money:
        return False
    return any(_COUNTED_IN_SHORT.search(text, cell.start, cell.end) for cell in row if cell is not None)
