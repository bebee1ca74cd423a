"""Rows parted by blanks whose cells break over several lines, headings among them, and titles between the rows.

A break inside a cell leaves its halves at the end of one line and at the beginning of the next: 年度目标 累计 / 完成数
占年任务 / 之比 备注 are five headings. A row is made whole so where that gives it the cells that the headings ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from extraction.grids.cells import EMPTY, FIGURE, NUMBER, NUMBERED, GridCell
from extraction.grids.columns import Column, column
from extraction.grids.fitting import content, misfit
from extraction.grids.levels_and_growths import columns_under
from extraction.records import Interval
from extraction.sought import sought

Fields = list[GridCell]
_HALF_HEAD, _TITLE, _LONGEST = 14, 20, 4  # characters of a heading's half, of a title; lines of a row
_SECTION = sought(
    r"(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\))(?:[、.]\s?|\s+)?(?:[^\d。;|]{2,30})?"
)
_NO_HEADING = sought(r"[\d。,;:|]")
_NO_TITLE = sought(r"[\d。,;:|]|^(?:附?注|说明|备注|填报|制表|来源)")
_HALF_NAME = sought(r"[\u4e00-\u9fff“”()、]{2,20}")
_SERIAL = sought(r"\d{1,3}")
_NUMBERED = sought(r"\d{1,3}[.、](?!\d)")


def joined(parts: Sequence[Fields]) -> Fields:
    """The fields of all lines, the last of a line and the first of the next being one cell."""
    out = list(parts[0])
    for fields in parts[1:]:
        out[-1] = GridCell(out[-1].start, fields[0].end)
        out += fields[1:]
    return out


def whole_headings(
    text: str, found: Sequence[Interval], index: int, fields_of: Callable[[Interval], Fields]
) -> list[tuple[list[str], int]]:
    """Every way to make headings of a line and the next ones, with where their rows begin."""
    parts: list[Fields] = [fields_of(found[index])]
    out: list[tuple[list[str], int]] = []
    if not parts[0]:
        return out
    for stop in range(index + 1, min(index + _LONGEST, len(found))):
        fields = fields_of(found[stop])
        if not fields or any(_NO_HEADING.search(p) or len(p) > _HALF_HEAD for p in (c.of(text) for c in fields)):
            break
        parts.append(fields)
        heads = [sought(r"\s").sub("", c.of(text)) for c in joined(parts)]
        roles = {column([h]).role for h in heads}
        if roles & {"target", "ratio"} and roles & {"actual", "ratio"} and len(set(heads)) == len(heads):
            out.append((heads, stop + 1))
    return out


def is_title(text: str, line: Interval, fields: Fields) -> bool:
    """Whether the line is a title between two rows: 二、重点工作, 一 就业, 东河镇."""
    piece = text[line[0] : line[1]].strip()
    if _SECTION.fullmatch(piece) and len(fields) < 3:
        return True
    return len(fields) == 1 and len(piece) <= _TITLE and not _NO_TITLE.search(piece)


def goes_on(text: str, rows: Sequence[Sequence[Fields]], fields: Fields, wide: int, numbered: bool) -> bool:
    """Whether the line is the rest of the row before it."""
    parts, first = [*rows[-1], fields], fields[0].of(text)
    if len(parts) > _LONGEST or len(joined(parts)) > wide or _NUMBERED.match(first):
        return False
    if FIGURE.fullmatch(first) and not (numbered and not NUMBER.fullmatch(first) and len(fields) == 1):
        return False
    last = rows[-1][-1][-1].of(text)
    closed = FIGURE.fullmatch(last) or EMPTY.fullmatch(last)
    full = len(joined(rows[-1])) == wide or _loses_cells(rows[:-1], wide)
    if _SECTION.fullmatch(first) or (closed and full):
        return False
    if numbered:
        return not _SERIAL.fullmatch(first) and _SERIAL.match(rows[-1][0][0].of(text)) is not None
    return len(joined(parts)) == wide and not any(NUMBERED.search(c.of(text)) for c in fields)


def begins_a_row(text: str, last: Sequence[Fields], fields: Fields, below: Fields) -> bool:
    """6 残疾人家庭 over 无障碍改造 户 75 60 72: the next number with half of its name, and the row in the next line."""
    serial = _SERIAL.match(last[0][0].of(text))
    if len(fields) != 2 or serial is None or fields[0].of(text) != str(int(serial.group()) + 1):
        return False
    halves, rest = [c.of(text) for c in (fields[1], *below[:1])], [c.of(text) for c in below[1:]]
    return all(map(_HALF_NAME.fullmatch, halves)) and sum(NUMBER.fullmatch(p) is not None for p in rest) >= 2


def _loses_cells(rows: Sequence[Sequence[Fields]], wide: int) -> bool:
    """Whether rows in one line lack cells, so that what stands in the next line may be none: a note below the table."""
    return any(len(row) == 1 and len(row[0]) != wide for row in rows)


def made_whole(text: str, rows: Sequence[Sequence[Fields]], headings: Sequence[Sequence[str]]) -> list[Fields]:
    """Every row with the halves of its cells put together; only its first line where they do not make a row."""
    columns = columns_under(headings)
    breaks = (False,) if _loses_cells(rows, len(columns)) else (False, True)
    return [list(row[0]) if len(row) == 1 else _made_whole(text, row, columns, breaks) for row in rows]


def _made_whole(text: str, parts: Sequence[Fields], columns: Sequence[Column], breaks: Sequence[bool]) -> Fields:
    """The row with as many cells as there are columns whose cells are most at home under them."""
    ways = [_laid(parts, apart) for apart in product(breaks, repeat=len(parts) - 1)]
    whole = sorted(((_strange(text, way, columns), i) for i, way in enumerate(ways) if len(way) == len(columns)))
    if whole and (len(whole) == 1 or whole[0][0] < whole[1][0]):
        return ways[whole[0][1]]
    return ways[0] if len(ways[0]) == len(parts[0]) and not whole else list(parts[0])


def _laid(parts: Sequence[Fields], apart: Sequence[bool]) -> Fields:
    """The fields of all lines; where a break is not between two cells it is inside of one."""
    out = list(parts[0])
    for fields, new in zip(parts[1:], apart, strict=True):
        out = [*out, *fields] if new else joined([out, fields])
    return out


def _strange(text: str, row: Fields, columns: Sequence[Column]) -> int:
    pieces = [c.of(text) for c in row]
    return sum(misfit(c, content(p), p) + _mixed(p) for c, p in zip(columns, pieces, strict=True))


def _mixed(piece: str) -> bool:
    """Whether an office goes on as something else, so that the break was between two cells."""
    kinds = {content(half.strip()) for half in piece.split("\n")}
    return "body" in kinds and len(kinds) > 1
