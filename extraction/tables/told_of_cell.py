"""What of a cell of progress tells: 进展情况:…。存在问题:…。下步打算:… says by its labels which part does.

Under 进展情况、存在问题及下一步打算 all three stand in one cell. What is planned next, and what a clerk complains of,
answers no promise; nor do figures in it, nor one that is said to be last year's (0.571(上年值)).
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.sought import sought
from extraction.tables.shares import Aligned

_SPACE = r"(?:^|[\s。;;,,])(?:[(]?[一二三四1-4][)、.]\s?)?"
_TELLS = sought(rf"{_SPACE}(?:目前|当前|工作|最新|截至目前)*(?:进展|完成|推进|落实|实施)(?:情况|进度)?[:]\s?")
_ELSE = sought(
    rf"{_SPACE}(?:存在(?:的)?(?:主要)?(?:困难|问题|不足)(?:[和及与、]\S{{2,6}})?|(?:主要|面临)?(?:困难|问题)(?:[和及与、](?:困难|问题|建议))?"
    r"|(?:下一?(?:步|阶段))(?:工作)?(?:打算|工作|计划|措施|安排|举措|推进)(?:[和及与、]\S{2,6})?|(?:意见)?建议)[:]"
)


def told_only(text: str, cells: Aligned, columns: Sequence[Column]) -> Aligned:
    """The row with its progress cells cut down to what they tell."""
    told = (cell is not None and this.role == "actual" for this, cell in zip(columns, cells, strict=True))
    return [
        _told(text, cell) if cell is not None and is_told else cell for cell, is_told in zip(cells, told, strict=True)
    ]


_OF_LAST_YEAR = sought(
    r"\s*\d[\d.,]*[^\d()\n]{0,6}\((?:为|系|是)?(?:上年度?|去年|上一年|20\d\d年)(?:同期)?(?:公布)?(?:值|数据?|水平)\)\s*"
)


def _told(text: str, cell: GridCell) -> GridCell | None:
    """The part up to the first label of what is none, from the label of what is one."""
    if _OF_LAST_YEAR.fullmatch(text, cell.start, cell.end):
        return None
    begin = _TELLS.search(text, cell.start, cell.end)
    start = begin.end() if begin else cell.start
    other = _ELSE.search(text, start, cell.end)
    before = _ELSE.search(text, cell.start, start) if begin and not other else None
    if other is None:
        return cell if before is None else GridCell(start, cell.end)
    return GridCell(start, other.start() + 1) if other.start() > start else cell
