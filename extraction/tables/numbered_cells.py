"""Cells that number their parts: ①改造农村厕所2400户;②建设产业路36公里 beside ①完成1720户;②完成22公里."""

from __future__ import annotations

from extraction.grids.cells import GridCell, trim
from extraction.sought import sought

_MARK = sought(r"(?P<ring>[①-⑳])|\((?P<brackets>\d{1,2})\)|(?:(?<=[;。\n])|\A)\s?(?P<plain>\d{1,2})(?:、|\.(?!\d))\s?")
_FIRST_RING = ord("①") - 1


def numbered_parts(text: str, cell: GridCell) -> dict[int, GridCell]:
    """The parts by their numbers, without these; empty where they do not count 1, 2, 3."""
    piece = text[cell.start : cell.end]
    marks = list(_MARK.finditer(piece))
    numbers = [ord(m["ring"]) - _FIRST_RING if m["ring"] else int(m["brackets"] or m["plain"]) for m in marks]
    if len(marks) < 2 or numbers != list(range(1, len(marks) + 1)):
        return {}
    edges = [*(m.start() for m in marks[1:]), len(piece)]
    spans = zip(numbers, marks, edges, strict=True)
    return {n: trim(text, cell.start + m.end(), cell.start + end) for n, m, end in spans}


def side_by_side(text: str, plan: GridCell, story: GridCell) -> list[tuple[GridCell, list[GridCell]]]:
    """Every part of the plan with what the story says under its number; empty where the two are not numbered so."""
    planned = numbered_parts(text, plan)
    told = numbered_parts(text, story) if planned else {}
    if not told or not told.keys() <= planned.keys():
        return []
    return [(part, [told[n]] if n in told else []) for n, part in planned.items()]
