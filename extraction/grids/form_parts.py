"""A form in one marked-up table, parted: its money, and the indicators below headings that stand in the middle of it.

Above 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 stand the form's own fields, whose cells cover several
columns; what they make cover several columns below too is one column there. 绩效指标 at the side names no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.grids.cells import Grid, GridCell
from extraction.grids.columns import column
from extraction.grids.funds import funds_of
from extraction.sought import sought

Rows = list[list[GridCell]]
_INDICATOR = sought(r"[一二三四]级(?:绩效)?指标|(?:绩效)?指标(?:名称|内容)?|考核指标")
_SCORE = sought(r"(?:指标)?(?:分值|权重|(?:自评)?得分|评分)(?:\([^()]*\))?")
_SIDE = sought(r"(?:年度)?绩效指标(?:\([^()]*\)|完成情况)?|项目绩效")
_SUM = sought(r"(?:合\s?计|总\s?计|总\s?分|小\s?计|得分合计|总得分)(?:\([^()]*\))?")


def form_parts(text: str, grid: Grid) -> list[Grid]:
    """The table's parts; itself where it is no form."""
    head = next((i for i, row in enumerate(grid.rows) if _is_head(text, row)), None)
    if head is None:
        return [grid]
    above = grid.rows[head - 1] if head else []
    begin = min(cell.start for cell in grid.rows[head] if cell not in above)
    rows = list(_up_to_sum(text, grid.rows[head:]))
    money = funds_of(text, [c for row in grid.rows[:head] for c in _once(row) if c.of(text)])
    parts = [Grid(grid.start, begin, money.rows, headings=money.headings)] if money is not None else []
    return [*parts, Grid(begin if parts else grid.start, grid.end, _kept(text, rows))]


def _is_head(text: str, row: Sequence[GridCell]) -> bool:
    pieces = [_bare(c.of(text)) for c in _once(row)]
    roles = {column([p]).role for p in pieces}
    scored = any(map(_SCORE.fullmatch, pieces)) and any(map(_INDICATOR.fullmatch, pieces))
    return scored and {"target", "actual"} <= roles


def _bare(piece: str) -> str:
    return sought(r"\s").sub("", piece)


def _once(row: Sequence[GridCell]) -> Iterator[GridCell]:
    """The row's cells, one that covers several columns once."""
    yield from (cell for i, cell in enumerate(row) if not i or cell != row[i - 1])


def _up_to_sum(text: str, rows: Rows) -> Iterator[list[GridCell]]:
    for row in rows:
        if any(_SUM.fullmatch(_bare(c.of(text))) for c in row):
            return
        yield row


def _kept(text: str, rows: Rows) -> Rows:
    """The rows without the columns that only repeat the one before them, and without the form's side."""
    side = [_bare(c.of(text)) for c in rows[0]]
    named = any(_INDICATOR.fullmatch(p) and not _SIDE.fullmatch(p) for p in side)
    kept = [
        i
        for i in range(len(side))
        if not (i and all(row[i] == row[i - 1] for row in rows)) and not (named and _SIDE.fullmatch(side[i]))
    ]
    return [[row[i] for i in kept] for row in rows]
