"""Tables that are turned, as lines: rows parted by blanks, or one cell per line.

What gives them away is a row that a bare word of planning begins, with nothing but figures behind it (年度任务 120 85
60); the rows beside it, up and down, begin with such words too, and the line above them, or as many lines above as
there are figures, name the things. `tables_turned` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.grids.cells import EMPTY, Grid, GridCell, lines, split, trim
from extraction.grids.columns import column, is_unit
from extraction.grids.fitting import content, only_sizes
from extraction.grids.turning import label_role, tells
from extraction.sought import sought

_GAP = sought(r"[ \t\u3000]+")
_PLAN = sought(
    r"\s*(?:[\u4e00-\u9fff()]{1,14}\s+)?[\u4e00-\u9fff]{0,14}(?:计划|目标|任务|预算)[\u4e00-\u9fff()\d/%]{0,8}\s+[-\d]"
)
_JOINED = sought(  # 新增线路年度目标 4 6 5: the thing and the label of its plan in one cell
    r"(?P<thing>(?!年度|全年|今年|目标|任务|计划)[\u4e00-\u9fff]{2,12}?)(?P<label>(?:年度|全年)(?:目标|任务|计划)(?:任务)?数?)"
)
_FIGURES = ("number", "amount", "percent", "empty")
_WIDEST, _LONGEST, _LONGEST_HEAD = 24, 200, 24
_MOST, _BLOCKS = 60, 12  # rows, where blanks part the cells and where each has its line
_CORNER = ("name", "owner", "category")

Row = list[GridCell]


def turned_lines(text: str) -> Iterator[Grid]:
    """Every table of lines that is turned."""
    found = lines(text)
    end = 0
    for index, (low, high) in enumerate(found):
        if index < end or high - low > _LONGEST:
            continue
        grid = None
        if _PLAN.match(text, low, high):
            grid, end = _of_rows(text, index, end)
        elif index and label_role(text[low:high].strip()) == "target":
            grid, end = _of_cells(text, index, end)
        if grid is not None:
            yield grid


def _of_rows(text: str, index: int, floor: int) -> tuple[Grid | None, int]:
    """The table whose plan stands in the line; how many lines are done with."""
    found = lines(text)
    rows = [_row(text, *found[index])]
    begin, end = index, index + 1
    width = len(rows[0]) - 1
    if width < 3:
        return None, floor
    while begin > max(floor, index - _MOST) and _tells(text, row := _row(text, *found[begin - 1]), width):
        rows.insert(0, row)
        begin -= 1
    while end < min(len(found), begin + _MOST) and _tells(text, row := _row(text, *found[end]), width):
        rows.append(row)
        end += 1
    if begin <= floor or len(rows) < 2:
        return None, floor
    head = [c for c in split(text, *found[begin - 1], _GAP) if c.end > c.start]
    if not width - 1 <= len(head) <= width + 1 or not _are_heads([c.of(text) for c in head]):
        return None, floor
    blank = GridCell(head[0].start, head[0].start)
    head = [blank] * (width + 1 - len(head)) + head
    if all(not row[0].of(text) for row in rows):
        head, rows = head[1:], [row[1:] for row in rows]
    return Grid(found[begin - 1][0], found[end - 1][1], [head, *rows]), end


def _row(text: str, low: int, high: int) -> Row:
    """The line's fields, with whose they are before the label, which may be left out."""
    fields = [c for c in split(text, low, high, _GAP) if c.end > c.start]
    if fields and (joined := _JOINED.fullmatch(fields[0].of(text))) is not None:
        at = fields[0].start + joined.start("label")
        return [GridCell(fields[0].start, at), GridCell(at, fields[0].end), *fields[1:]]
    if fields and label_role(fields[0].of(text)):
        return [GridCell(fields[0].start, fields[0].start), *fields]
    return fields


def _tells(text: str, row: Row, width: int) -> bool:
    """Whether the line is a row with a label and as many cells as the plan's."""
    if len(row) != width + 1 or not label_role(row[1].of(text)):
        return False
    return label_role(row[1].of(text)) not in ("target", "actual", "ratio") or all(
        content(c.of(text)) in _FIGURES for c in row[2:]
    )


def _are_heads(pieces: Sequence[str]) -> bool:
    """Whether no piece is a figure, nor the label of a row but in the corner."""
    return not any(
        len(p) > _LONGEST_HEAD or EMPTY.fullmatch(p) or _is_figure(p) or (i and label_role(p) == "target")
        for i, p in enumerate(pieces)
    )


def _is_figure(piece: str) -> bool:
    kind = content(piece)
    return kind in ("number", "amount", "percent", "promise", "story") and not only_sizes(piece, kind)


def _of_cells(text: str, index: int, floor: int) -> tuple[Grid | None, int]:
    """The table with one cell per line whose plan's label is the line; how many lines are done with."""
    found = lines(text)
    wide = _figures_behind(text, index)
    if not 1 < wide <= _WIDEST:
        return None, floor
    begin, end = index, index + 1 + wide
    most = _BLOCKS * (wide + 1)
    while begin - wide - 1 > max(floor, index - most) and _is_block(text, begin - wide - 1, wide):
        begin -= wide + 1
    while end + wide < min(len(found), index + most) and _is_block(text, end, wide):
        end += wide + 1
    rows = [[trim(text, *line) for line in found[i : i + wide + 1]] for i in range(begin, end, wide + 1)]
    first = begin - wide
    if end + 1 < len(found) and label_role(trim(text, *found[end + 1]).of(text)) == "target":
        return None, floor  # a block for every owner: 全县, 计划, 900, 40, 河西镇, 计划, ...
    if first < floor or not tells([label_role(row[0].of(text)) for row in rows]):
        return None, floor
    head = [trim(text, *line) for line in found[first:begin]]
    if not _are_heads([c.of(text) for c in head]):
        return None, floor
    corner = trim(text, *found[first - 1]) if first > floor else head[0]
    if column([corner.of(text)]).role not in _CORNER or corner is head[0]:
        corner = GridCell(head[0].start, head[0].start)
    return Grid(corner.start, found[end - 1][1], [[corner, *head], *rows]), end


def _figures_behind(text: str, index: int) -> int:
    """How many lines of nothing but a figure stand behind the line."""
    found = lines(text)
    stop = index + 1
    while stop < min(len(found), index + 2 + _WIDEST) and content(trim(text, *found[stop]).of(text)) in _FIGURES:
        stop += 1
    return stop - index - 1


def _is_block(text: str, index: int, wide: int) -> bool:
    """Whether a label stands in the line and so many cells of its kind behind it."""
    pieces = [trim(text, *line).of(text) for line in lines(text)[index : index + wide + 1]]
    role = label_role(pieces[0])
    if role in ("target", "actual", "ratio"):
        return all(content(p) in _FIGURES for p in pieces[1:])
    return role is not None and all(is_unit(p) if role == "unit" else len(p) <= _LONGEST_HEAD for p in pieces[1:])
