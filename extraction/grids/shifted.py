"""Rows with pipes that lost a merged cell at their front, so that all that follows stands too far left.

    序号 | 项目分类 | 实事内容 | 完成情况 |
    1 | 养老 | 新建助餐点14家。 | 已建成6家。 |
    2 | 适老化改造260户。 | 已改造158户。 | |

What stands once for several rows names a group of them (项目分类) or whose they are. The row is moved back where an
empty cell closes it and its cells then lie under their headings better than as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column, column, is_unit
from extraction.grids.fitting import content, misfit
from extraction.sought import sought

Row = list[GridCell]
Rows = list[Row]
_MERGED = ("serial", "category", "owner", "department", "kind")  # what may stand once for several rows
_FEWEST = 3  # rows
_SUM = sought(r"合\s?计|小\s?计|总\s?计")
_SERIAL = sought(r"\d{1,3}(?:[-.]\d{1,2})?")
_WORDS = sought(r"(?![一二三四五六七八九十]{1,3}[、.]?$)[\u4e00-\u9fff“(]")
_UNTOLD = 3  # what it costs where nothing answers
_SURE, _MOST = 3, 2  # by how much a row must fit better, unless another does; cells that one row may lose


def moved_back(text: str, rows: Rows) -> Rows:
    """The rows below their headings, each in its columns."""
    columns = _columns(text, rows)
    lead = next((i for i, c in enumerate(columns) if c.role == "name"), 0)
    early = [i for i in range(lead) if columns[i].role in _MERGED]
    if not all(c.header for c in columns):
        return rows  # headings of two lines
    if len(rows) <= _FEWEST or not lead or not early or not any(c.role == "actual" for c in columns[lead:]):
        return rows
    found = [_best(text, row, columns, early) for row in rows[1:]]
    sure = any(gain >= _SURE for gain, _ in found)
    moved = [
        way if gain >= _SURE or (sure and gain > 0 and not _is_told(text, row, columns)) else row
        for row, (gain, way) in zip(rows[1:], found, strict=True)
    ]
    return [rows[0], *moved]


def indented(text: str, rows: Rows) -> Rows:
    """The rows in their columns, where the tab before one without a number was cut off with the line's blanks."""
    columns = [column([c.of(text)]) for c in rows[0]]
    numbered = sum(_SERIAL.fullmatch(row[0].of(text)) is not None for row in rows[1:])
    if columns[0].role != "serial" or numbered * 2 < len(rows) - 1:
        return rows
    return [rows[0], *(_after_tab(text, row, columns) for row in rows[1:])]


def _after_tab(text: str, row: Row, columns: Sequence[Column]) -> Row:
    if len(row) != len(columns) or row[-1].of(text) or not _WORDS.match(row[0].of(text)):
        return row
    way = [GridCell(row[0].start, row[0].start), *row[:-1]]
    return way if _cost(text, way, columns) < _cost(text, row, columns) else row


def _columns(text: str, rows: Rows) -> list[Column]:
    """What the headings say; 单位 above offices is no unit of measure."""
    columns = [column([c.of(text)]) for c in rows[0]]
    for i, this in enumerate(columns):
        held = [p for row in rows[1:] if i < len(row) and (p := row[i].of(text))]
        if this.role == "unit" and sum(map(is_unit, held)) * 2 < len(held):
            this.role = "owner"
    return columns


def _best(text: str, row: Row, columns: Sequence[Column], early: Sequence[int]) -> tuple[int, Row]:
    """By how much the best way to move the row fits better than it does, and that way."""
    if row[-1].of(text) or any(c.of(text) for c in row[len(columns) :]) or _SUM.match(row[0].of(text)):
        return 0, row  # whole, or what lost other cells than these
    as_is = _cost(text, row, columns)
    ways = [(as_is - _cost(text, way, columns), way) for way in _ways(text, row, columns, early)]
    return max(ways, key=lambda this: this[0], default=(0, row))


def _ways(text: str, row: Row, columns: Sequence[Column], early: Sequence[int]) -> Iterator[Row]:
    """The row with one or two of its first cells put back, where it is short enough behind."""
    filled = len(row)
    while filled and not row[filled - 1].of(text):
        filled -= 1
    blank = GridCell(row[0].start, row[0].start)
    for at in early:
        for lost in range(1, _MOST + 1):
            if filled + lost <= len(columns) and set(range(at, at + lost)) <= set(early):
                way = [*row[:at], *[blank] * lost, *row[at:filled]]
                end = GridCell(row[-1].end, row[-1].end)
                yield [*way, *[end] * (len(columns) - len(way))]


def _cost(text: str, row: Sequence[GridCell], columns: Sequence[Column]) -> int:
    """What it costs to lay the row so."""
    pieces = [c.of(text) for c in row]
    costs = [misfit(c, content(p), p) for c, p in zip(columns, pieces, strict=False) if p]
    named = any(p for c, p in zip(columns, pieces, strict=False) if c.role == "name")
    return sum(costs) + _UNTOLD * (not _is_told(text, row, columns)) + 2 * _UNTOLD * (not named)


def _is_told(text: str, row: Sequence[GridCell], columns: Sequence[Column]) -> bool:
    """Whether anything stands where the row is to be answered."""
    return any(cell.of(text) for c, cell in zip(columns, row, strict=False) if c.role == "actual")
