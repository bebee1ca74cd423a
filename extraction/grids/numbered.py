"""One cell per line, rows numbered: where a cell has two offices, one below the other, the numbers part the rows.

    5, 新建幼儿园4所, 县教体局, 县代建中心, 12月底前, 建成1所

under 序号, 事项, 责任单位, 完成时限, 进展: the offices are one cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.grids.columns import Column
from extraction.grids.fitting import is_place, misfit
from extraction.grids.laying import Layout
from extraction.sought import sought

_FEWEST = 3  # numbers that make it sure
_FAR = 6  # what a row with a lost cell must cost less to have two of its cells made one
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
    begins = _numbers(layout.begin, stop, width, pieces, kinds) or _rising(layout.rows or [], pieces)
    if len(begins) < _FEWEST or begins[0] != layout.begin:
        return laid
    spans = zip(begins, [*begins[1:], stop], strict=True)
    rows = [_fitting(range(a, b), layout.columns, pieces, kinds) for a, b in spans]
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


def _rising(rows: Sequence[Sequence[int]], pieces: Sequence[str]) -> list[int]:
    """Where rows with numbers that rise begin, 6, 52, 53, 55, if nothing is left out between their cells."""
    begins = [row[0] for row in rows if pieces[row[0]].isdecimal()]
    numbers = [int(pieces[i]) for i in begins]
    cells = [i for row in rows for i in row]
    whole = cells == list(range(cells[0], cells[-1] + 1)) and len(begins) * 2 > len(rows)
    return begins if whole and all(a < b for a, b in pairwise(numbers)) else []


_OFFICE = sought(r"[\u4e00-\u9fff、]{2,14}(?:股|站|室|组|队)")


def _fitting(row: range, columns: Sequence[Column], pieces: Sequence[str], kinds: Sequence[str]) -> list[Span]:
    """The row's cells; of as many as there are columns two are put together where the row then lies far better."""
    whole = _made_one(row, len(row) - len(columns), pieces, kinds)
    if len(row) != len(columns):
        return whole
    joined = _made_one(row, 1, pieces, kinds)
    strange = [
        sum(misfit(c, kinds[a], pieces[a]) for c, (a, _) in zip(columns, cells, strict=False))
        for cells in (whole, joined)
    ]
    return joined if strange[1] + _FAR < strange[0] else whole


def _made_one(row: range, too_many: int, pieces: Sequence[str], kinds: Sequence[str]) -> list[Span]:
    """The row's cells; where there are too many, offices beside one another are put together."""
    cells: list[Span] = []
    for i in row:
        last = cells[-1] if cells else None
        beside = last is not None and last[1] == i - 1 and _is_office(last[0], pieces, kinds)
        if too_many > 0 and last is not None and beside and _is_office(i, pieces, kinds):
            cells[-1] = (last[0], i)
            too_many -= 1
        else:
            cells.append((i, i))
    return cells


def _is_office(i: int, pieces: Sequence[str], kinds: Sequence[str]) -> bool:
    return (kinds[i] == "body" and not is_place(pieces[i])) or _OFFICE.fullmatch(pieces[i]) is not None
