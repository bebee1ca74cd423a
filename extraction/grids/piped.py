"""Rows of cells with pipes between them; also one cell per line, each closed by a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from extraction.grids.cells import EMPTY, NUMBER, Grid, GridCell, lines, split
from extraction.grids.closed import closed, scored
from extraction.grids.columns import column
from extraction.grids.fitting import content
from extraction.grids.grouped import heads_merged, lost_their_places
from extraction.grids.one_a_line import fitted_width, headings_of, one_a_line
from extraction.grids.shifted import moved_back
from extraction.records import Interval
from extraction.sought import sought

_PIPE = re.compile(r"\|")
_INNER = re.compile(r"\s*[^|\s][^|]*\|(?:[^|]*\|)*[^|]*[^|\s][^|]*")  # no pipe closes the line


# above the headings, in a row of its own
_UNIT_NOTE = sought(r"\s*\|?\s*[(]?(?:金额|计量|数量)?单位\s?:[^|,。;]{1,12}[)]?\s*\|?\s*")


_OF_PAGE = sought(  # what the page says of itself, in a table of its own or on top of the report's
    r"(?:^|\|)\s*(?:索\s?引\s?号|公开(?:方式|范围|时限|形式)|发布(?:单位|机构|日期|时间)|发文(?:单位|机关|日期|字号)|成文日期|生成日期|主题分类|信息(?:来源|分类|名称|索引)|文\s?号|有效性|废止日期|点击数|浏览次数)\s*(?::[^|\n]{0,40})?(?:\||$)"
)

# 编制:市政府督查室 | 更新日期:2021-07-06: what is said of the table, above its headings
_OF_TABLE = sought(r"\s*\|?\s*[\u4e00-\u9fff ]{2,8}:[^|\n:]{1,30}(?:\|\s*[\u4e00-\u9fff ]{2,8}:[^|\n]{1,30})+\|?\s*")


_HEADING = sought(
    r"\s*(?:附?表\s?[一二三四五六七八九十\d]{1,3}(?!\d)"
    r"|[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}[、部章])"
)


def piped(text: str) -> Iterator[Grid]:
    """Every run of lines with pipes."""
    if "|" not in text:
        return
    run: list[Interval] = []
    held: list[Interval] = []
    for line in lines(text):
        piece = text[line[0] : line[1]]
        if "|" in piece and not _OF_PAGE.search(piece) and (run or not _above(piece)):
            run += [*held, line]
            held = []
        elif run and not held and len(piece) <= 40 and not sought(r"[。;]").search(piece) and not _HEADING.match(piece):
            held = [line]  # a heading broken over two lines, if a pipe follows
        else:
            yield from _grid(text, run)
            run, held = [], []
    yield from _grid(text, run)


def _above(piece: str) -> bool:
    return _UNIT_NOTE.fullmatch(piece) is not None or _OF_TABLE.fullmatch(piece) is not None


def _grid(text: str, run: list[Interval]) -> Iterator[Grid]:
    pipes = sum(text.count("|", *line) for line in run)
    if len(run) < 2 or pipes < 4:
        return
    if (grid := closed(text, run)) is not None:
        yield grid
        return
    if scored(text, run):
        return  # a form that lost its empty cells: its lines are laid as those without pipes are
    start, end = run[0][0], run[-1][1]
    run = _head_in_lines(text, run) or _made_whole(text, run) or run
    pipes = sum(text.count("|", *line) for line in run)
    if pipes >= 1.8 * sum("|" in text[low:high] for low, high in run):
        rows = _drop_edges(text, [split(text, *line, _PIPE) for line in run if "|" in text[line[0] : line[1]]])
        rows = [row for row in rows if not all(set(c.of(text)) <= set("-: ") for c in row)]
        parts = [_drop_edges(text, part) for part in _parted(text, rows)]
        yield from (grid for part in parts if part and (grid := _whole(text, part)) is not None)
        return
    if all(_INNER.fullmatch(text, *line) for line in run):
        for _, alike in groupby(run, key=lambda line: text.count("|", *line)):
            yield from _rows_of_two(text, list(alike))
        return
    if rows := _reflow(text, one_a_line(text, run)):
        yield Grid(start, end, rows)


def _head_in_lines(text: str, run: list[Interval]) -> list[Interval]:
    """The run with its heading in one row, where that has a line for each of its cells and the rows behind it none."""
    alone = next((n for n, line in enumerate(run) if text.count("|", *line) != 1), len(run))
    rows = run[alone:]
    width = text.count("|", *rows[0]) if rows else 0
    closed = all(text[low:high].rstrip().endswith("|") for low, high in run)
    if width < 3 or alone < width or not closed or any(text.count("|", *line) != width for line in rows):
        return []
    return [(run[alone - width][0], run[alone - 1][1]), *rows]


def _made_whole(text: str, run: list[Interval]) -> list[Interval]:
    """The lines put together up to the pipe that closes each row, as one closes the first; empty where none does."""
    wanted = text.count("|", *run[0])
    if wanted < 3 or not text[: run[0][1]].rstrip().endswith("|"):
        return []
    out: list[Interval] = []
    open_at = -1
    for low, high in run:
        titled = text[low] == "|" and text.count("|", open_at, low) == 0  # what is held stands above its table
        begin = low if open_at < 0 or titled else open_at
        held = text.count("|", begin, high)
        if held > wanted:
            return []
        open_at = begin if held < wanted else -1
        out += [(begin, high)] if held == wanted else []
    return out if open_at < 0 and len(out) < len(run) else []


def _whole(text: str, rows: list[list[GridCell]]) -> Grid | None:
    width = max(len(row) for row in rows)
    heads = heads_merged(text, rows)
    if not heads and lost_their_places(text, rows):
        return None
    numbered = _under_serials(text, rows)
    kept = numbered[2:] if heads else moved_back(text, numbered)
    ragged = any(len(row) != width for row in kept)
    return Grid(rows[0][0].start, rows[-1][-1].end, kept, ragged, headings=heads or None)


def _under_serials(text: str, rows: list[list[GridCell]]) -> list[list[GridCell]]:
    """Rows moved back to their columns, where the number that two rows share is left out and an empty cell closes.

    So is that of their sum (合计 | 30000 | 12000 | 18300 | |), where no figure names a row.
    """
    if sought(r"序号|编号|序").fullmatch(rows[0][0].of(text)) is None:
        return rows
    out = [rows[0]]
    for row in rows[1:]:
        words = sought(r"(?![一二三四五六七八九十]{1,3}[、.]?$)[\u4e00-\u9fff“]").match(row[0].of(text)) is not None
        summed = sought(r"合计|小计|总计").match(row[0].of(text)) is not None
        told = row[1:2] and (row[1].of(text) or content(row[0].of(text)) == "promise")
        full = len(row) == len(rows[0]) > 2 and told and not row[-1].of(text)
        moved = words and full and len(out) > 1 and (not summed or NUMBER.fullmatch(row[1].of(text)) is not None)
        out.append([GridCell(row[0].start, row[0].start), *row[:-1]] if moved else row)
    return out


def _parted(text: str, rows: list[list[GridCell]]) -> Iterator[list[list[GridCell]]]:
    """The rows cut where headings of another table follow: 项目|年度投资计划|完成投资 below 指标|单位|计划|完成."""
    begin = 0
    for i in range(2, len(rows) - 1):
        pieces, first = ([c.of(text) for c in row] for row in (rows[i], rows[begin]))
        again = pieces[0] == first[0] != "" and len(pieces) != len(first) == len(
            rows[i - 1]
        )  # 项目 | … over other things
        if i > begin + 1 and (again or _heads_anew(pieces, first)):
            yield rows[begin:i]
            begin = i
    yield rows[begin:]


_WEIGHT_OR_DATE = sought(r"\(\d{1,3}分\)$|20\d\d年|\d{1,2}(?:-\d{1,2})?月(?:\d{1,2}日)?")


def _heads_anew(pieces: list[str], first: list[str]) -> bool:
    """Whether the row holds a plan's heading and its answer's, no figure, and is not the first row over again.

    What the heading weighs (绩效指标(90分)) and up to when it tells (3月底实绩) are no figures.
    """
    while len(pieces) > len(first) // 2 and not pieces[-1]:
        pieces = pieces[:-1]  # the pipe that closes the line, or those of cells that were merged above
    bare = [_WEIGHT_OR_DATE.sub("", p) for p in pieces]
    if pieces == first or "" in pieces or any(EMPTY.fullmatch(p) or NUMBER.search(p) for p in bare):
        return False
    roles = {column([p]).role for p in pieces}
    return "target" in roles and bool(roles & {"actual", "ratio"}) and bool(roles & {"name", "owner", "serial"})


def _rows_of_two(text: str, run: list[Interval]) -> Iterator[Grid]:
    """新增床位650张|新增668张: every line is a row, with its pipe between two cells."""
    if len(run) > 2:
        yield Grid(run[0][0], run[-1][1], [split(text, *line, _PIPE) for line in run])


def _drop_edges(text: str, rows: list[list[GridCell]]) -> list[list[GridCell]]:
    """Without the empty cells that outer pipes make, where every row has them."""
    if all(len(row) > 1 and not row[0].of(text) for row in rows):
        rows = [row[1:] for row in rows]
    if all(len(row) > 1 and not row[-1].of(text) for row in rows):
        rows = [row[:-1] for row in rows]
    wide = max(map(len, rows[1:]), default=0)
    if len(rows) > 3 and wide < len(rows[0]) <= wide + 2 and not any(c.of(text) for c in rows[0][wide:]):
        rows = [rows[0][:wide], *rows[1:]]  # a pipe too many behind the headings
    return rows


_LONGEST = 60  # characters of a title
_NEXT = sought(r"\d{1,3}")
_TITLE = re.compile(r"(?:19|20)\d\d年.*(?:表|情况|进展|进度)|.{8,}(?:一览|情况|进度|统计|任务|清单)表")


def _reflow(text: str, cells: list[GridCell]) -> list[list[GridCell]]:
    """One cell per line, each closed by a pipe: the first number ends the header, whose width is every row's.

    A title that stands in a cell of its own heads no column. Rows are numbered: where a cell more names a group of
    rows, and the rows behind it have neither number nor group (merged cells), each is laid under its own headings.
    """
    while len(cells) > 4 and cells[0].end - cells[0].start <= _LONGEST and _TITLE.search(cells[0].of(text)):
        cells = cells[1:]
    if sought(r"序号|编号|序").fullmatch(cells[0].of(text)) is not None:
        width = headings_of(text, cells)
        if _narrower(text, cells, width):
            return []  # the headings have two lines
        return [
            cells[:width],
            *(row for part in _numbered(text, cells[width:], width) for row in _unmerged(part, width)),
        ]
    width = fitted_width(text, cells)
    return [cells[i : i + width] for i in range(0, len(cells), width)] if width else []


def _narrower(text: str, cells: list[GridCell], width: int) -> bool:
    """Whether every numbered row has the same number of cells, fewer than there are headings."""
    at = [width]
    while (following := str(len(at) + 1)) and len(at) < len(cells):
        place = next((i for i in range(at[-1] + 2, len(cells)) if cells[i].of(text) == following), 0)
        if not place:
            break
        at.append(place)
    gaps = {b - a for a, b in pairwise([*at, len(cells)])}
    return len(at) > 1 and len(gaps) == 1 and max(gaps) < width


def _numbered(text: str, cells: list[GridCell], width: int) -> Iterator[list[GridCell]]:
    """The cells of each number; a number is a row's where a whole row stands before it and it follows the last one."""
    begin, last = 0, -1
    for i, cell in enumerate(cells):
        said = cell.of(text)
        if _NEXT.fullmatch(said) is None:
            continue
        follows = last < int(said) <= last + 3
        if last < 0 or (follows and i - begin >= width - 1 and _is_whole(i - begin, width)):
            if i > begin:
                yield cells[begin:i]
            begin, last = i, int(said)
    if cells:  # of a header that nothing follows there is none
        yield cells[begin:]


def _is_whole(count: int, width: int) -> bool:
    """Whether so many cells are a row, or one with rows below it that lack the merged cells."""
    return count == width or (count - width) % (width - 1) in (0, 1)


def _unmerged(cells: list[GridCell], width: int) -> list[list[GridCell]]:
    """The rows of one number, each as wide as the header."""
    blank = GridCell(cells[0].start, cells[0].start)
    over = (len(cells) - width) % (width - 1)
    if len(cells) <= width or over > 1:
        return [cells[i : i + width] for i in range(0, len(cells), width)]
    first = cells[: width + over]
    rest = cells[width + over :]
    rows = [[first[0], *first[1 + over :]]]
    return rows + [[blank, *rest[i : i + width - 1]] for i in range(0, len(rest), width - 1)]
