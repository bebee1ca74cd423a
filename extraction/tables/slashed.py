"""Two figures in one cell: 8/10 under 新建公厕 where the title or the heading says 完成数/任务数."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import Column, column
from extraction.sought import sought

_PAIR = sought(r"(-?\d[\d,]*(?:\.\d+)?)[^\d\s/]{0,3}\s?/\s?(-?\d[\d,]*(?:\.\d+)?)[^\d\s/]{0,3}")
_DONE, _PLAN = (
    "(?:已|实际|累计)?(?:完成|实际|进度|建成|完工|竣工)[数量值]?",
    "(?:年度|全年)?(?:任务|计划|目标|应完成)[数量值]?",
)
_DONE_FIRST, _PLAN_FIRST = sought(rf"{_DONE}\s?/\s?{_PLAN}"), sought(rf"{_PLAN}\s?/\s?{_DONE}")
_FEWEST = 2

Row = list[GridCell]


def slashed(
    text: str, caption: str, columns: Sequence[Column], rows: Sequence[Row]
) -> tuple[list[Column], list[Row]] | None:
    """The table with a column for the plan and one for the answer where each such cell holds both; None without any."""
    order = [_order(c.header) or _order(caption) for c in columns]
    whole = [row for row in rows if len(row) == len(columns)]
    held = [i for i, said in enumerate(order) if said and _all_pairs(text, whole, i)]
    if not held:
        return None
    made: list[Column] = []
    for i, this in enumerate(columns):
        made += _two(this) if i in held else [this]
    return made, [[c for i, cell in enumerate(row) for c in _cells(text, cell, i in held, order[i])] for row in whole]


def is_pair(piece: str) -> bool:
    """Whether the piece is two figures and nothing else."""
    return _PAIR.fullmatch(piece) is not None


def _order(words: str) -> str:
    return "done" if _DONE_FIRST.search(words) else "plan" if _PLAN_FIRST.search(words) else ""


def _all_pairs(text: str, rows: Sequence[Row], index: int) -> bool:
    """Whether the column holds nothing but such pairs, two at least."""
    filled = [p for row in rows if not EMPTY.fullmatch(p := row[index].of(text))]
    return len(filled) >= _FEWEST and all(_PAIR.fullmatch(p) for p in filled)


def _two(this: Column) -> list[Column]:
    """The plan's column and the answer's, both of what the heading names besides."""
    bare = _PLAN_FIRST.sub("", _DONE_FIRST.sub("", this.header))
    bare = sought(r"\(\)").sub("", bare)
    thing = sought(r"\([^()]*\)").sub("", bare)
    out = [column([thing, leaf] if thing else [leaf]) for leaf in ("任务", "完成")]
    return [replace(c, unit=c.unit or this.unit) for c in out]


def _cells(text: str, cell: GridCell, pair: bool, order: str) -> Row:
    """The plan's cell and the answer's."""
    if not pair:
        return [cell]
    match = _PAIR.fullmatch(cell.of(text))
    if match is None:
        return [cell, cell]
    two = [GridCell(cell.start + match.start(n), cell.start + match.end(n)) for n in (1, 2)]
    return two[::-1] if order == "done" else two
