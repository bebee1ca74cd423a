"""The unit of money above a table is that of the next one too, where this goes on right below it with money.

单位:万元
项目|预算数|累计收入          (has it above)
...
科目|调整预算数|累计支出      (has it from there)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.grids.cells import Grid
from extraction.sought import sought

_MONEY_ABOVE = sought(r"(?:金额)?单位\s?[:为]\s?[百千]?[亿万]?元(?![^\s)|])")
_ANY_UNIT = sought(r"单位\s?[:为]")
_OF_MONEY = sought(r"预算|支出|收入|资金|拨付|投资|税款|入库数|金额|专款")
_TITLE_BETWEEN = sought(r"[\s|]*(?:[^\n。,;:|\d]{0,6}[、.)]?[^\n。,;:|]{2,24}[::]?[\s|]*)?")


def hand_on_units(text: str, in_order: Sequence[Grid]) -> None:
    """Add the unit to the captions of the tables that have none of their own; in place."""
    for before, grid in pairwise(in_order):
        given = _MONEY_ABOVE.search(before.caption)
        if given is None or _ANY_UNIT.search(grid.caption) or not _goes_on(text, before, grid):
            continue
        grid.caption = f"{given.group()}\n{grid.caption}"


def _goes_on(text: str, before: Grid, grid: Grid) -> bool:
    """Whether at most a title parts the two, and the headings of the second one are of money."""
    if before.end > grid.start or _TITLE_BETWEEN.fullmatch(text, before.end, grid.start) is None:
        return False
    told = grid.headings or [[c.of(text) for c in row] for row in grid.rows[:1]]
    return any(_OF_MONEY.search(piece) for parts in told for piece in parts)
