"""Rows of a table that none was made of: nothing is sought in them, no words stand around a figure there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extraction.grids.cells import NUMBER, lines
from extraction.records import Interval
from extraction.sought import sought

_LONGEST = 160
_PARTS = sought(r"[\s|]+")
_ROW = sought(r"[^\n。;,:]{0,60}?[\s|]-?\d[\d.,]*%?[\s|]+-?\d[\d.,]*%?(?:[\s|]|$)")
_FEWEST, _CELLS = 2, 4


def unread_rows(text: str, read: Sequence[Interval]) -> list[Interval]:
    """Runs of lines that hold the cells of a table, outside of what was read."""
    rows = list(_rows(text, read))
    return sorted([*rows, *_piped(text, [*read, *rows]), *_stacks(text, read)])


_SHORT = 24  # characters of a cell on a line of its own


def _stacks(text: str, read: Sequence[Interval]) -> Iterator[Interval]:
    """Cells one a line: from the name before the first two bare figures that follow each other to the last such two."""
    for run in _runs(text, read, _is_cell):
        bare = [NUMBER.fullmatch(text[low:high].strip()) is not None for low, high in run]
        pairs = [i for i in range(1, len(bare)) if bare[i] and bare[i - 1]]
        if len({i for i in pairs if i - 1 not in pairs}) >= _FEWEST:
            yield run[max(0, pairs[0] - 2)][0], run[pairs[-1]][1]


def _rows(text: str, read: Sequence[Interval]) -> Iterator[Interval]:
    """Lines with a name and two bare figures at least; one is enough where pipes part them."""
    for run in _runs(text, read, _is_row):
        if len(run) >= _FEWEST or _is_parted(text, *run[0]):
            yield run[0][0], run[-1][1]


def _piped(text: str, read: Sequence[Interval]) -> Iterator[Interval]:
    """Lines of many cells between pipes: read as sentences, one cell's figure would answer another's."""
    for run in _runs(text, read, _has_cells):
        if len(run) >= _FEWEST:
            yield run[0][0], run[-1][1]


def _has_cells(text: str, low: int, high: int) -> bool:
    """Whether the line has many cells, and no sentence in them, which says by itself of what it is."""
    return text.count("|", low, high) >= _CELLS and sought(r"[。;]").search(text, low, high) is None


def _runs(text: str, read: Sequence[Interval], fits: Callable[[str, int, int], bool]) -> Iterator[list[Interval]]:
    """The lines outside of what was read that follow each other and fit."""
    run: list[Interval] = []
    held = iter(sorted(read))
    hole = next(held, None)
    for line in (*lines(text), (len(text), len(text))):
        while hole is not None and hole[1] <= line[0]:
            hole = next(held, None)
        if (hole is None or hole[0] >= line[1]) and fits(text, *line):
            run.append(line)
        elif run:
            yield run
            run = []


def _is_cell(text: str, low: int, high: int) -> bool:
    """Whether the line may be one cell: short, and no sentence."""
    return 0 < high - low <= _SHORT and not sought(r"[。;:,|]").search(text, low, high)


def _is_row(text: str, low: int, high: int) -> bool:
    """Whether the line is a row of bare figures."""
    if high - low > _LONGEST or not _ROW.match(text, low, high):
        return False
    cells = [p for p in _PARTS.split(text[low:high]) if p]
    figures = sum(NUMBER.fullmatch(p) is not None for p in cells)
    bare = sum(NUMBER.fullmatch(p) is not None and "%" not in p for p in cells)
    return (bare > 1 and figures >= len(cells) - 2) or _is_parted(text, low, high)


def _is_parted(text: str, low: int, high: int) -> bool:
    """石桥镇 | 71.3% | 66.2%: pipes between a name and two figures at least, rates as well, and nothing else."""
    if text.count("|", low, high) < _FEWEST:
        return False
    cells = [p for part in text[low:high].split("|") if (p := part.strip())]
    return len(cells) > _FEWEST and all(map(NUMBER.fullmatch, cells[1:])) and not NUMBER.fullmatch(cells[0])
