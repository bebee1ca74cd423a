"""Rows of plan, result and share, thing after thing, where a thing has no share: a limit's or a rate's is left out.

全市 900 450 50 4.5 3.1 120 66 55 below four times 计划 完成 完成率: the arithmetic says which of the shares are not
there, where one way alone makes every share that is told come out.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from math import comb

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.sought import sought
from extraction.tables.shares import Aligned, decimal, in_order, is_exact_share, triples_of

_MOST_WAYS = 2000  # of leaving shares out, that are tried for one row
_FEWEST = 1  # share that must come out
_HAS_NO_SHARE = sought(r"[率比]|浓度|[低高少小大]于|不超过|控制|以[内下]")  # in the heading: a limit, a rate


def shares_left_out(text: str, row: Sequence[GridCell], columns: Sequence[Column]) -> Aligned | None:
    """The row's cells, one per column, where shares are all it lacks and only one way explains those it has."""
    shares = [i + 2 for i in triples_of(columns)]
    bare = [i for i in shares if _HAS_NO_SHARE.search(columns[i].label)]
    lacking = len(columns) - len(row)
    if not 1 <= lacking <= min(len(bare), len(shares) - _FEWEST) or comb(len(bare), lacking) > _MOST_WAYS:
        return None
    told = [decimal(c.of(text)) for c in row]
    ways = [gone for gone in combinations(bare, lacking) if _comes_out(columns, told, shares, gone)]
    if len(ways) != 1:
        return None
    cells = iter(row)
    return [None if i in ways[0] else next(cells) for i in range(len(columns))]


def _comes_out(
    columns: Sequence[Column], told: Sequence[Decimal | None], shares: Sequence[int], gone: Sequence[int]
) -> bool:
    """Whether every share that is not gone is that of the two figures before it."""
    for share in shares:
        at = share - sum(lost < share for lost in gone)
        if share in gone:
            if None in told[at - 2 : at]:
                return False
        elif not is_exact_share(in_order(columns, share - 2, told[at - 2 : at + 1])):
            return False
    return True
