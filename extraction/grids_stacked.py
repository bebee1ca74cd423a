"""One cell per line: headings on lines of their own, then the cells of row after row.

Nothing marks where the headings end or a row begins; the way of laying the lines under the headings that fits best
says so (extraction.tables_fitting). Cells may be missing, and a section's title may stand between two rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.grids_cells import Grid, GridCell, lines, trim
from extraction.records import Interval
from extraction.tables_columns import MEASURED, Column, column, unit_in
from extraction.tables_fitting import contents, misfit, skip
from extraction.tables_headers import is_turned, unfolded

_LONGEST, _WINDOW = 160, 48  # characters of a cell; cells by which the layout is judged
_NARROWEST, _MOST_HEADINGS, _STARTS = 3, 24, 10
_REWARD, _SECTION = 2, 4
_HEADING_LENGTH = 24
_BREAK = re.compile(
    r"\||\t|^(?:附?注|说明|备注|填表|制表|联系|咨询|来源|上一篇|下一篇|责任编辑|编辑|审核|打印)[^:]{0,6}:"
)
_SECTION_MARK = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|其中:?$)")
_TITLE = re.compile(r"(?:19|20)\d\d年|表\d*$|.{12,}(?:情况|进展|进度)$|^\(.*\)$|:|。")
_FIGURES = ("number", "share", "amount", "percent")
_NO_HEADING = (*_FIGURES, "empty", "story", "promise", "phone")


@dataclass(slots=True)
class Layout:
    """Headings with the columns they make, and how the cells below them fall into rows."""

    headings: list[list[str]]
    columns: list[Column]
    begin: int  # of the body, in the run
    plain: bool
    score: float = 0.0
    rows: list[list[int]] | None = None


def stacked(text: str, masked: Sequence[Interval]) -> Iterator[Grid]:
    """Every run of lines that holds a table; `masked` is page furniture, which belongs to none."""
    for run in _runs(text, masked):
        pieces = [c.of(text) for c in run]
        kinds = contents(pieces)
        layouts: dict[int, list[Layout]] = {}  # by where the headings begin: neighbours ask for the same ones
        at = 0
        while at < len(run) - _NARROWEST:
            found = _at(pieces, kinds, at, layouts)
            if found is None:
                layouts.pop(at, None)
                at += 1
                continue
            start, layout = found
            rows = [[run[i] for i in row] for row in layout.rows or []]
            if layout.plain:
                rows = [run[start : layout.begin], *rows]
            yield Grid(
                run[start].start, rows[-1][-1].end, rows, True, headings=None if layout.plain else layout.headings
            )
            at = (layout.rows or [[start]])[-1][-1] + 1


def _runs(text: str, masked: Sequence[Interval]) -> Iterator[list[GridCell]]:
    """The lines between page furniture, notes and what is too long for a cell."""
    run: list[GridCell] = []
    hidden = iter(sorted(masked))
    mask = next(hidden, None)
    for low, high in lines(text):
        cell = trim(text, low, high)
        while mask is not None and mask[1] <= cell.start:
            mask = next(hidden, None)
        if cell.start == cell.end:
            continue
        piece = cell.of(text)
        if (mask is not None and mask[0] <= cell.start) or len(piece) > _LONGEST or _BREAK.search(piece):
            yield run
            run = []
        else:
            run.append(cell)
    yield run


def _at(pieces: list[str], kinds: list[str], at: int, layouts: dict[int, list[Layout]]) -> tuple[int, Layout] | None:
    """The table whose headings begin here or a few lines below."""
    if not all(_is_heading(p, k) for p, k in zip(pieces[at : at + 2], kinds[at : at + 2], strict=True)):
        return None
    best: tuple[int, Layout] | None = None
    stop = at + _MOST_HEADINGS + _WINDOW
    turned = is_turned(pieces[at:stop])
    for start in range(at, min(at + _STARTS, len(pieces) - _NARROWEST)):
        if not _is_heading(pieces[start], kinds[start]):
            break
        if start not in layouts:
            layouts[start] = list(_layouts(pieces, kinds, start))
        for layout in layouts[start]:
            if not _may_head(layout.columns, turned):
                continue
            _lay(layout, pieces, kinds, stop)
            if layout.rows and (best is None or layout.score > best[1].score):
                best = start, layout
    if best is None:
        return None
    _lay(best[1], pieces, kinds, len(pieces))
    return best if _convinces(best[1], pieces, kinds) else None


def _is_heading(piece: str, kind: str) -> bool:
    """Whether the line may head a column."""
    if kind in _NO_HEADING or len(piece) > _HEADING_LENGTH:
        return False
    return column([piece]).role != "other" or bool(unit_in(piece))


def _is_unit_line(piece: str) -> bool:
    return bool(unit_in(f"({piece.strip('()')})")) and piece.startswith("(")


def _layouts(pieces: list[str], kinds: list[str], start: int) -> Iterator[Layout]:
    """Every number of headings that may be meant, and every way to read them."""
    unknown = 0
    for stop in range(start, min(start + _MOST_HEADINGS, len(pieces))):
        if kinds[stop] in _NO_HEADING or len(pieces[stop]) > _HEADING_LENGTH:
            return
        unknown += not _is_heading(pieces[stop], kinds[stop])
        width = stop + 1 - start
        if width >= _NARROWEST and unknown * 2 <= width:
            yield from _readings(pieces[start : stop + 1], stop + 1)


def _readings(heads: list[str], begin: int) -> Iterator[Layout]:
    units = next((i for i in range(len(heads)) if all(map(_is_unit_line, heads[i:]))), len(heads))
    words, below = heads[:units], heads[units:]
    plain = [[w] for w in words]
    for parts in (plain, *(unfolded(words, lead) for lead in (1, 2, 3))):
        if parts is plain and below:
            parts = _with_units(plain, below)
        if parts and (parts is plain or parts != plain):
            yield Layout(parts, [column(p) for p in parts], begin, parts is plain)


def _with_units(parts: list[list[str]], below: list[str]) -> list[list[str]]:
    """A line of units for every measured column belongs to them in turn."""
    places = [i for i, p in enumerate(parts) if column(p).role in MEASURED]
    if len(places) != len(below):
        return []
    units = dict(zip(places, below, strict=True))
    return [[p[0] + units.get(i, "")] for i, p in enumerate(parts)]


def _may_head(columns: list[Column], turned: bool) -> bool:
    """Whether the columns name something and tell what became of it, or who does it by when."""
    roles = {c.role for c in columns}
    told = turned or roles & {"target", "ratio", "actual"}
    named = columns[0].role == "target" or roles & {"name", "owner", "category", "kind", "department"}
    return len(columns) >= _NARROWEST and bool(named and (told or {"serial", "name", "department"} <= roles))


def _header_score(parts: list[list[str]], columns: list[Column]) -> float:
    score = 0.0
    for heading, this in zip(parts, columns, strict=True):
        score += _REWARD if this.role != "other" or this.unit else -_REWARD
        score -= 3 * bool(_TITLE.search("".join(heading)) and this.role != "unit" and not unit_in("".join(heading)))
    return score - _REWARD * (len(parts) - len({tuple(p) for p in parts}))


def _lay(layout: Layout, pieces: list[str], kinds: list[str], stop: int) -> None:
    """The cheapest way of rows; the table ends where going on costs more than it earns."""
    columns, width = layout.columns, len(layout.columns)
    skips = [0]
    for this in columns:
        skips.append(skips[-1] + skip(this))
    ends = [(0.0, -1)]  # after each cell: the best score with the row ended there, and its last column
    table: list[list[tuple[float, int]]] = []  # per cell and column: score, column of the cell before (-1: a new row)
    header = _header_score(layout.headings, columns)
    heads = {part for parts in layout.headings for part in parts}
    for i in range(layout.begin, min(stop, len(pieces))):
        line: list[tuple[float, int]] = []
        fresh = ends[-1][0]
        running, source = float("-inf"), -1
        reward = -_REWARD if pieces[i] in heads else _REWARD  # a heading is no cell
        for j in range(width):
            if j and table and table[-1][j - 1][0] + skips[j] > running:
                running, source = table[-1][j - 1][0] + skips[j], j - 1
            earned = reward - misfit(columns[j], kinds[i], pieces[i])
            new, on = fresh - skips[j], running - skips[j]
            line.append((on + earned, source) if on > new else (new + earned, -1))
        cost = 0 if _SECTION_MARK.search(pieces[i]) and kinds[i] not in _FIGURES else _SECTION
        line.append((fresh + _REWARD - cost - 0.5, -1))  # a section's title
        table.append(line)
        closed = [(score - (skips[-1] - skips[j + 1]), j) for j, (score, _) in enumerate(line[:-1])]
        ends.append(max(*closed, (line[-1][0], width), key=lambda e: e[0]))
    last = max(range(len(ends)), key=lambda i: (ends[i][0], i))
    layout.score = header + ends[last][0]
    layout.rows = _walk(layout.begin, table[:last], ends, width)


def _walk(
    begin: int, table: list[list[tuple[float, int]]], ends: list[tuple[float, int]], width: int
) -> list[list[int]]:
    """The rows of the best way, from its end back."""
    rows: list[list[int]] = []
    i = len(table)
    while i:
        row, j = list[int](), ends[i][1]
        while True:
            i -= 1
            row.append(begin + i)
            source = table[i][j][1]
            if source < 0 or j == width:
                break
            j = source
        rows.append(row[::-1])
    return rows[::-1]


def _convinces(layout: Layout, pieces: list[str], kinds: list[str]) -> bool:
    """Whether this is a table: rows enough, most of them whole, and something measured in them."""
    rows = [row for row in layout.rows or [] if len(row) > 1]
    if len(rows) < (1 if layout.columns[0].role == "serial" else 2):
        return False
    cells = [i for row in rows for i in row]
    figures = sum(kinds[i] in (*_FIGURES, "promise") for i in cells)
    fit = (layout.score - _header_score(layout.headings, layout.columns)) / sum(len(r) for r in layout.rows or [])
    return figures >= len(rows) and fit >= 0.9
