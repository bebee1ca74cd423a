"""One cell per line: headings on lines of their own, then the cells of row after row.

Nothing marks where the headings end or a row begins; the way of laying the lines under the headings that fits best
says so (extraction.tables_fitting). Cells may be missing, and a section's title may stand between two rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import and_

from extraction.grids_cells import Grid, GridCell, lines, trim
from extraction.grids_laying import FIGURES, Fits, Layout, header_score, lay
from extraction.grids_owned import cut_at_places
from extraction.records import Interval
from extraction.sought import sought
from extraction.tables_columns import MEASURED, Column, column, unit_in
from extraction.tables_fitting import content, contents, only_sizes
from extraction.tables_headers import is_turned
from extraction.tables_leaves import leaf_role, unfolded, without_unit

_LONGEST, _WINDOW = 160, 48  # characters of a cell; cells by which the layout is judged
_NARROWEST, _MOST_HEADINGS, _STARTS = 3, 24, 10
_PATIENCE = 25  # searches in vain, in one document
_HEADING_LENGTH = 24
_HALF = sought(
    r"(?:完成)?(?:比例|情况|进度|进展|时限|金额|率|数)|序时|达序时(?:进度)?|单位|领导|任务|目标|投资|原因|及存在问题"
)
_BREAK = sought(
    r"\||\t|^\(此件|^(?:附?注|说明|备注|填表|填报|制表|联系|咨询|来源|上一篇|下一篇|责任编辑|编辑|审核|打印)[^:]{0,6}:"
    r"|^\(?(?:金额|计量|数据|数量)?单位:[^:()]{1,20}\)?$|^(?:填报|报送|编制)单位:"  # a caption, above the headings
    r"|^\S{1,20}(?: {1,8}\S{1,20}){4,30}$"  # a row of another table, whole in its line
)
_ITEM = sought(
    r"\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、"
)  # (二)完成情况 heads an item, no column
_REMARK = sought(
    r"备\s?注|(?:情况)?说明|(?:存在|主要|突出)?的?(?:主要)?问题(?:及原因)?|(?:未[\u4e00-\u9fff]{2,7}|滞后|主要)?原因(?:分析|说明)?"
)
_TITLE = re.compile(
    r"^(?=.{12}).*(?:19|20)\d\d年|.{10}(?:情况|进展|进度)(?:\([^()]*\))?$|(?:情况|进展|进度|任务|统计|一览)表(?:\([^()]*\))?$"
)
_DAY = sought(r"(?:19|20)\d\d[年./-][\d一二三四五六七八九十]{1,3}[月./-][\d一二三四五六七八九十]{1,3}日?")
_PROSE = sought(rf"(?:{_ITEM.pattern})[^。]{{2,}}。.")  # 二、移民。全年安排项目29个,... belongs to no table
_NAMES = frozenset(("name", "owner", "category", "kind"))
_NO_HEADING = (*FIGURES, "empty", "story", "promise", "phone")


def stacked(text: str, masked: Sequence[Interval]) -> Iterator[Grid]:
    """Every run of lines that holds a table; `masked` is page furniture, which belongs to none."""
    patience = _PATIENCE
    for run in (_unsigned(text, run) for run in _runs(text, masked)):
        if len(run) <= _NARROWEST or not _may_hold_headings(run):
            continue
        pieces = [c.of(text) for c in run]
        kinds = contents(pieces)
        fits = Fits(pieces, kinds)
        at = 0
        while at < len(run) - _NARROWEST and patience:
            starts = _starts(pieces, kinds, at)
            found = _table(fits, starts) if starts else None
            if found is None:
                patience -= bool(starts)
                at += max(len(starts), 1)
                continue
            start, layout = found
            layout.rows = cut_at_places(layout, pieces, kinds)
            rows = [[run[i] for i in row] for row in layout.rows]
            if layout.plain:
                rows = [run[start : layout.begin], *rows]
            yield Grid(
                run[start].start, rows[-1][-1].end, rows, True, headings=None if layout.plain else layout.headings
            )
            at = (layout.rows or [[start]])[-1][-1] + 1


def _may_hold_headings(run: list[GridCell]) -> bool:
    """Whether two lines that follow each other are short enough to head columns; no table begins otherwise."""
    short = [cell.end - cell.start <= _HEADING_LENGTH for cell in run]
    return any(map(and_, short, short[1:]))


def _runs(text: str, masked: Sequence[Interval]) -> Iterator[list[GridCell]]:
    """The lines between page furniture, notes and what is too long for a cell."""
    run: list[GridCell] = []
    doubtful: list[GridCell] = []  # one line that looks like furniture among cells is a cell: 大湾水库
    for cell, hidden in _cells(text, masked):
        piece = cell.of(text)
        if hidden and not doubtful and run and not _BREAK.search(piece):
            doubtful.append(cell)
        elif hidden or len(piece) > _LONGEST or _BREAK.search(piece) or _PROSE.match(piece):
            yield run
            run, doubtful = [], []
        elif run and not doubtful and _continues(text, run[-1]):
            run[-1] = GridCell(run[-1].start, cell.end)
        else:
            run += [*doubtful, cell]
            doubtful = []
    yield run


def _unsigned(text: str, run: list[GridCell]) -> list[GridCell]:
    """Without who signed and when, at the end: 县商务局, 2024年9月6日; what stands among the cells too, is a cell."""
    days = [i for i, cell in enumerate(run) if _DAY.fullmatch(cell.of(text))]
    if len(days) != 1 or days[0] != len(run) - 1 or len(run) < 2:
        return run
    signer = run[-2].of(text)
    return run[:-2] if content(signer) == "body" or sought(r"[室组处]$").search(signer) else run


def _continues(text: str, cell: GridCell) -> bool:
    """Whether the cell goes on in the next line: it ends with a comma or inside brackets."""
    piece = cell.of(text)
    return bool(sought(r"[,、;(]$").search(piece)) or piece.count("(") > piece.count(")")


def _cells(text: str, masked: Sequence[Interval]) -> Iterator[tuple[GridCell, bool]]:
    """The lines without the blanks around them, and whether each is page furniture."""
    masks = iter(sorted(masked))
    mask = next(masks, None)
    for low, high in lines(text):
        cell = trim(text, low, high)
        while mask is not None and mask[1] <= cell.start:
            mask = next(masks, None)
        if cell.end > cell.start:
            yield cell, mask is not None and mask[0] <= cell.start


def _starts(pieces: list[str], kinds: list[str], at: int) -> range:
    """The lines from here on that may be the first heading; none where no two follow each other or nothing is told."""
    stop = at
    while stop < min(at + _STARTS, len(pieces) - _NARROWEST) and _is_heading(pieces[stop], kinds[stop]):
        stop += 1
    told = sum(k in (*FIGURES, "promise") for k in kinds[at : at + _MOST_HEADINGS + _WINDOW])
    led = stop > at + 1 or (stop > at and _heads_groups(pieces[at : at + _MOST_HEADINGS]))
    return range(at, stop) if led and told > 1 else range(0)


def _heads_groups(pieces: list[str]) -> bool:
    """Whether the first line names places and a plan comes back below it: 县(区), 桥, 路, 计划, 完成, 计划."""
    plans = [without_unit(p) for p in pieces if leaf_role(p) == "target"]
    return column(pieces[:1]).role in ("owner", "unit", "department") and len(plans) > len(set(plans))


def _table(fits: Fits, starts: range) -> tuple[int, Layout] | None:
    """The table that fits best of all that may begin at these lines."""
    best: tuple[int, Layout] | None = None
    pieces, stop = fits.pieces, starts[0] + _MOST_HEADINGS + _WINDOW
    turned = is_turned(pieces[starts[0] : stop])
    for start in _first_headings(pieces, starts):
        for layout in _layouts(pieces, fits.kinds, start):
            if not _may_head(layout.columns, turned):
                continue
            lay(layout, fits, stop, best[1].score if best else float("-inf"))
            if layout.rows and (best is None or layout.score > best[1].score):
                best = start, layout
    if best is None:
        return None
    lay(best[1], fits, len(pieces))
    return best if _convinces(best[1], fits.kinds) else None


def _first_headings(pieces: list[str], starts: range) -> Iterator[int]:
    """Where the headings may begin: not with a title, and not behind 序号."""
    for start in starts:
        if not _TITLE.search(pieces[start]):
            yield start
        if column([pieces[start]]).role == "serial":
            return


def _is_heading(piece: str, kind: str) -> bool:
    """Whether the line heads a column by its words."""
    return _may_be_heading(piece, kind) and (column([piece]).role != "other" or bool(unit_in(piece)))


def _may_be_heading(piece: str, kind: str) -> bool:
    """Whether the line may head a column, whatever it says; 10亿元以上项目 holds no figure but a size."""
    if len(piece) > _HEADING_LENGTH or _ITEM.match(piece):
        return False
    return kind not in _NO_HEADING or only_sizes(piece, kind)


def _is_unit_line(piece: str) -> bool:
    return bool(unit_in(f"({piece.strip('()')})")) and piece.startswith("(")


def _layouts(pieces: list[str], kinds: list[str], start: int) -> Iterator[Layout]:
    """Every number of headings that may be meant, and every way to read them."""
    unknown = 0
    for stop in range(start, min(start + _MOST_HEADINGS, len(pieces))):
        if not _may_be_heading(pieces[stop], kinds[stop]):
            return
        unknown += not _is_heading(pieces[stop], kinds[stop])
        width = stop + 1 - start
        if width >= _NARROWEST and unknown * 2 <= width and not _heads_on(pieces, kinds, stop + 1):
            yield from _readings(pieces[start : stop + 1], stop + 1)


def _heads_on(pieces: list[str], kinds: list[str], begin: int) -> bool:
    """Whether what is to be the first cell is a heading still: 排名, 备注, or one of two that measure something."""
    if _REMARK.fullmatch("".join(pieces[begin : begin + 1])):
        return True
    roles = [
        column([p]).role
        for p, kind in zip(pieces[begin : begin + 2], kinds[begin : begin + 2], strict=True)
        if kind == "text" and len(p) <= _HEADING_LENGTH
    ]
    return roles[:1] == ["rank"] or (len(roles) > 1 and all(role in MEASURED for role in roles))


def _readings(heads: list[str], begin: int) -> Iterator[Layout]:
    units = next((i for i in range(len(heads)) if all(map(_is_unit_line, heads[i:]))), len(heads))
    words, below = heads[:units], heads[units:]
    if joined := _joined(heads):
        yield Layout([[w] for w in joined], [column([w]) for w in joined], begin, False)
    plain = [[w] for w in words]
    for parts in (plain, *unfolded(words)):
        if parts is plain and below:
            parts = _with_units(plain, below)
        if parts and (parts is plain or parts != plain):
            yield Layout(parts, _named([column(p) for p in parts]), begin, parts is plain)


def _named(columns: list[Column]) -> list[Column]:
    """目标任务, 年度计划, 完成: of two plans, where nothing else names the rows, the first column does; in place.

    单位 before the plan is no unit of measure there, but whose the rows are; 县区, 任务, 完成: 任务 is the plan.
    """
    roles = [c.role for c in columns]
    first = next((c for c in columns if c.role != "serial"), None)
    for before, this, after in zip(columns, columns[1:], columns[2:], strict=False):
        led = before.role in ("owner", "unit", "department") and after.role == "actual"
        if led and leaf_role(this.header) == "target":
            this.role = "target"
    if first is not None and first.role == "unit" and _NAMES.isdisjoint(roles):
        first.role = "owner"
    elif roles.count("target") > 1 and roles.index("target") <= roles.count("serial") and _NAMES.isdisjoint(roles):
        columns[roles.index("target")].role = "name"
    return columns


def _joined(heads: list[str]) -> list[str]:
    """Headings broken over two lines made whole: 完成 比例, 年度计划 (万元), 是否 达序时; empty where none is."""
    out: list[str] = []
    for head in heads:
        broken = out and (
            (_is_unit_line(head) and not _is_unit_line(out[-1])) or (_HALF.fullmatch(head) and len(out[-1]) <= 6)
        )
        if broken and not unit_in(out[-1]) and not _loses(out[-1], head):
            out[-1] += head
        else:
            out.append(head)
    return out if len(out) < len(heads) else []


def _loses(head: str, half: str) -> bool:
    """Whether the two made one would lose what the second measures: 责任部门 目标 are two columns."""
    return column([half]).role in ("target", "actual") and column([head + half]).role not in MEASURED


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
    if any(_REMARK.fullmatch(a.header) and b.role == "other" for a, b in pairwise(columns)):
        return False  # 备注 is the last heading, and a name follows
    return len(columns) >= _NARROWEST and bool(named and (told or {"serial", "name", "department"} <= roles))


def _convinces(layout: Layout, kinds: list[str]) -> bool:
    """Whether this is a table: rows enough, most of them whole, and something measured in them."""
    rows = [row for row in layout.rows or [] if len(row) > 1]
    if len(rows) < (1 if layout.columns[0].role == "serial" else 2):
        return False
    cells = [i for row in rows for i in row]
    figures = sum(kinds[i] in (*FIGURES, "promise") for i in cells)
    fit = (layout.score - header_score(layout.headings, layout.columns)) / sum(len(r) for r in layout.rows or [])
    return figures >= len(rows) and fit >= 0.9
