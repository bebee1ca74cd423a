"""Tables in every shape they reach us: marked-up cells, pipe rows, tab- or space-separated rows, one cell per line.

A Grid is rows of cells that point into the text; merged cells stand in every place they cover. Header rows are not yet told
from data rows here (extraction.tables does), except where the flat shapes give them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.document import Table
from extraction.records import Interval

HEADER = re.compile(
    r"序号|目标|任务|计划|完成|进度|进展|比例|比率|完成率|占年|单位|指标|项目|名称|内容|责任|牵头|分管|备注|说明|原因|地区|县区|区县|县\(市|市州|开工率|投资|是否|实施|落实|类别|\d月|季度|增速|增幅|成效|电话|措施|时限|累计"
)
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?\s?(?:%|‰)?")
EMPTY = re.compile(r"[-/—\s无]*")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's interval in the text; empty where the source left it out."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end].strip()


@dataclass(slots=True)
class Grid:
    """Rows of cells; `ragged` where cells may have been dropped, so that a row must be aligned by what stands in it."""

    start: int
    end: int
    rows: list[list[GridCell]]
    ragged: bool = False
    caption: str = ""


def grids(text: str, tables: Sequence[Table], masked: Sequence[Interval]) -> list[Grid]:
    """Every table of the folded text, in order."""
    found = [_marked_up(text, table) for table in tables if table.cells]
    taken = [(g.start, g.end) for g in found]
    for grid in (*_piped(text), *_separated(text), *_stacked(text, masked)):
        if not any(low < grid.end and grid.start < high for low, high in taken):
            found.append(grid)
            taken.append((grid.start, grid.end))
    for grid in found:
        grid.caption = _caption(text, grid.start)
    return sorted(found, key=lambda g: g.start)


def _caption(text: str, start: int) -> str:
    """The two lines above the table: its title and `单位:万元`."""
    return "\n".join(text[max(0, start - 160) : start].rstrip("\n").split("\n")[-2:])


def _marked_up(text: str, table: Table) -> Grid:
    height = max(c.row + c.row_span for c in table.cells)
    width = max(c.column + c.column_span for c in table.cells)
    blank = GridCell(table.start, table.start)
    height, width = min(height, 5000), min(width, 200)
    rows = [[blank] * width for _ in range(height)]
    for cell in table.cells:
        for r in range(cell.row, min(cell.row + cell.row_span, height)):
            for c in range(cell.column, min(cell.column + cell.column_span, width)):
                rows[r][c] = GridCell(cell.start, cell.end)
    return Grid(table.start, table.end, rows)


def _lines(text: str) -> Iterator[Interval]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.span()


def _split(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[GridCell]:
    cells, position = [], start
    for match in separator.finditer(text, start, end):
        cells.append(_trim(text, position, match.start()))
        position = match.end()
    cells.append(_trim(text, position, end))
    return cells


def _trim(text: str, start: int, end: int) -> GridCell:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return GridCell(start, end)


_PIPE = re.compile(r"\|")


def _piped(text: str) -> Iterator[Grid]:
    run: list[Interval] = []
    held: list[Interval] = []
    for line in [*_lines(text), (len(text), len(text))]:
        if "|" in text[line[0] : line[1]]:
            run += held
            run.append(line)
            held = []
            continue
        if run and not held and 0 < line[1] - line[0] <= 40 and not re.search(r"[。;]", text[line[0] : line[1]]):
            held = [line]  # a heading broken over two lines, if a pipe follows
            continue
        if len(run) >= 2 and sum(text.count("|", *r) for r in run) >= 4:
            yield _pipe_grid(text, run)
        run, held = [], []


def _pipe_grid(text: str, run: list[Interval]) -> Grid:
    start, end = run[0][0], run[-1][1]
    if sum(text.count("|", *r) for r in run) >= 1.8 * len(run):
        rows = _drop_edges(text, [_split(text, low, high, _PIPE) for low, high in run])
        rows = [row for row in rows if not all(set(c.of(text)) <= set("-: ") for c in row)]
        width = max(len(row) for row in rows)
        return Grid(start, end, rows, ragged=any(len(row) != width for row in rows))
    cells = _split(text, start, end, _PIPE)
    if not cells[-1].of(text):
        cells.pop()
    return Grid(start, end, _reflow(text, cells), ragged=False)


def _drop_edges(text: str, rows: list[list[GridCell]]) -> list[list[GridCell]]:
    """Without the empty cells that outer pipes make, where every row has them."""
    if all(len(row) > 1 and not row[0].of(text) for row in rows):
        rows = [row[1:] for row in rows]
    if all(len(row) > 1 and not row[-1].of(text) for row in rows):
        rows = [row[:-1] for row in rows]
    return rows


def _reflow(text: str, cells: list[GridCell]) -> list[list[GridCell]]:
    """One cell per line, each closed by a pipe: the first number ends the header, whose width is every row's."""
    width = next((i for i, c in enumerate(cells) if re.fullmatch(r"\d{1,4}", c.of(text))), 0)
    if width < 2:
        width = next((i for i in range(2, len(cells)) if not HEADER.search(cells[i].of(text))), len(cells))
    return [cells[i : i + width] for i in range(0, len(cells), width)]


_GAP = re.compile(r"\t+|\s{2,}| ")
_WIDE = re.compile(r"\t|\s{2,}")


def _separated(text: str) -> Iterator[Grid]:
    """Rows of one line each whose fields blanks part, under a line of headings."""
    lines = list(_lines(text))
    index = 0
    while index < len(lines):
        low, high = lines[index]
        separator = _WIDE if len(_WIDE.findall(text[low:high].strip())) >= 2 else _GAP
        head = [c for c in _split(text, low, high, separator) if c.of(text)]
        if len(head) < 3 or high - low > 240 or sum(bool(HEADER.search(c.of(text))) for c in head) < 2 or re.search(r"[。;:]", text[low:high]):
            index += 1
            continue
        rows, last = [head], high
        stop = index + 1
        while stop < len(lines):
            fields = [c for c in _split(text, *lines[stop], separator) if c.of(text)]
            numeric = sum(bool(NUMBER.fullmatch(c.of(text))) or bool(re.match(r"\d", c.of(text))) for c in fields)
            if len(fields) < max(2, len(head) // 2) or (not numeric and stop > index + 2):
                break
            rows.append(fields)
            last = lines[stop][1]
            stop += 1
        if len(rows) >= 2:
            yield Grid(low, last, rows, ragged=any(len(r) != len(head) for r in rows))
        index = max(stop, index + 1)


def _stacked(text: str, masked: Sequence[Interval]) -> Iterator[Grid]:
    """One cell per line: a run of short lines that begins with headings and goes on with numbers."""
    run: list[GridCell] = []
    for low, high in [*_lines(text), (len(text), len(text))]:
        cell = _trim(text, low, high)
        piece = cell.of(text)
        hidden = any(a <= cell.start < b for a, b in masked)
        if low < high and not hidden and 0 < len(piece) <= 60 and not re.search(r"[。;]|[一二三四五六七八九十]、", piece):
            run.append(cell)
            continue
        if high == low or hidden or piece:
            yield from _stack_grid(text, run)
            run = []
    yield from _stack_grid(text, run)


def _stack_grid(text: str, run: list[GridCell]) -> Iterator[Grid]:
    if len(run) < 8:
        return
    begin = next((i for i in range(len(run) - 2) if all(_heading(run[j].of(text)) for j in (i, i + 1))), None)
    if begin is None:
        return
    while begin > 0 and len(run[begin - 1].of(text)) <= 20 and not re.search(r"\d|[表况]$|[:]", run[begin - 1].of(text)):
        begin -= 1
    cells = run[begin:]
    first = next((i for i, c in enumerate(cells) if NUMBER.fullmatch(c.of(text))), None)
    numbers = sum(bool(NUMBER.fullmatch(c.of(text))) for c in cells)
    if first is None or first < 2 or numbers < 3:
        return
    rows = _stack_rows(text, cells, first)
    if rows:
        yield Grid(cells[0].start, cells[-1].end, rows, ragged=True)


def _heading(piece: str) -> bool:
    return bool(HEADER.search(piece)) and not NUMBER.fullmatch(piece) and len(piece) <= 24


def _stack_rows(text: str, cells: list[GridCell], first: int) -> list[list[GridCell]]:
    """Header and rows: by serial numbers where the first column is 序号, else each word before numbers begins a row."""
    pieces = [c.of(text) for c in cells]
    if pieces[0] in ("序号", "编号"):
        return _by_serial(pieces, cells)
    head = first - 1
    while head > 1 and not HEADER.search(pieces[head - 1]) and head > first - 3:
        head -= 1
    rows = [cells[:head]]
    current: list[GridCell] = []
    for cell, piece in zip(cells[head:], pieces[head:], strict=True):
        wordy = not re.match(r"-?\d", piece) and not EMPTY.fullmatch(piece)
        if wordy and current and any(re.match(r"-?\d", c.of(text)) for c in current) and _starts_row(piece):
            rows.append(current)
            current = []
        current.append(cell)
    if current:
        rows.append(current)
    return rows


def _starts_row(piece: str) -> bool:
    return len(piece) >= 2 and not re.search(r"^(?:是|否|已|正|偏|滞|完成|正常)", piece)


def _by_serial(pieces: list[str], cells: list[GridCell]) -> list[list[GridCell]]:
    starts, expected = [], None
    for i, piece in enumerate(pieces):
        if re.fullmatch(r"\d{1,3}", piece) and (expected is None or int(piece) == expected):
            if expected is None and i < 2:
                continue
            starts.append(i)
            expected = int(piece) + 1
    if not starts:
        return []
    edges = [*starts, len(cells)]
    return [cells[: starts[0]], *(cells[a:b] for a, b in zip(edges, edges[1:], strict=False))]
