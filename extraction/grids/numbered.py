"""One cell per line, rows numbered: where a cell has two offices, one below the other, the numbers part the rows.

    5, 新建幼儿园4所, 县教体局, 县代建中心, 12月底前, 建成1所

under 序号, 事项, 责任单位, 完成时限, 进展: the offices are one cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.fitting import is_place
from extraction.grids.laying import Layout

_FEWEST = 3  # numbers that make it sure
_MORE = 4  # cells that a row may have beyond its columns

Span = tuple[int, int]  # of lines, both included


def merged(layout: Layout, pieces: Sequence[str], kinds: Sequence[str]) -> list[list[Span]]:
    """The rows as spans of lines, offices that stand below one another made one cell; as laid where nothing is won."""
    laid = [[(i, i) for i in row] for row in layout.rows or []]
    if layout.columns[0].role != "serial" or not any(pieces[row[0][0]].isdecimal() for row in laid):
        return laid
    if all(pieces[row[0][0]].isdecimal() for row in laid):
        return laid  # no row was torn
    width, stop = len(layout.columns), laid[-1][-1][1] + 1
    begins = _numbers(layout.begin, stop, width, pieces, kinds)
    if len(begins) < _FEWEST or begins[0] != layout.begin:
        return laid
    rows = [_made_one(range(a, b), width, pieces, kinds) for a, b in zip(begins, [*begins[1:], stop], strict=True)]
    return rows if all(len(row) <= width for row in rows) else laid


def _numbers(begin: int, stop: int, width: int, pieces: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """Where 1, 2, 3 ... stand, each with a name behind it, no more than a row and some lines apart."""
    found: list[int] = []
    for i in range(begin, stop - 1):
        if found and i - found[-1] > width + _MORE:
            return []
        if pieces[i] == str(len(found) + 1) and kinds[i + 1] in ("text", "promise", "story"):
            found.append(i)
    return found


def _made_one(row: range, width: int, pieces: Sequence[str], kinds: Sequence[str]) -> list[Span]:
    """The row's cells; where there are too many, offices beside one another are put together."""
    too_many = len(row) - width
    cells: list[Span] = []
    for i in row:
        office = kinds[i] == "body" and not is_place(pieces[i])
        last = cells[-1] if cells else None
        if too_many > 0 and office and last is not None and last[1] == i - 1 and kinds[last[0]] == "body":
            cells[-1] = (last[0], i)
            too_many -= 1
        else:
            cells.append((i, i))
    return cells
