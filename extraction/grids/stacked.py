"""One cell per line: headings on lines of their own, then the cells of row after row.

Nothing marks where the headings end or a row begins; the way of laying the lines under the headings that fits best
says so (extraction.grids.fitting). Cells may be missing, and a section's title may stand between two rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import and_

from extraction.grids.cells import Grid, GridCell, lines, trim
from extraction.grids.columns import MEASURED, column, unit_in
from extraction.grids.fitting import content, contents
from extraction.grids.headings import (
    HEADING_LENGTH,
    ITEM,
    MOST_HEADINGS,
    NARROWEST,
    first_headings,
    is_heading,
    layouts,
    may_head,
)
from extraction.grids.laying import FIGURES, Fits, Layout, header_score, lay
from extraction.grids.leaves import leaf_role, without_unit
from extraction.grids.marked import cut_at_marks
from extraction.grids.numbered import merged
from extraction.grids.owned import cut_at_places
from extraction.grids.turning import is_turned
from extraction.records import Interval
from extraction.sought import sought

_LONGEST, _WINDOW = 160, 48  # characters of a cell; cells by which the layout is judged
_STARTS = 10
_PATIENCE = 25  # searches in vain, in one document
_BREAK = sought(
    r"\(此件|(?:附?注|说明|备注|填表|填报|制表|联系|咨询|来源|上一篇|下一篇|责任编辑|编辑|审核|打印)[^:]{0,6}:"
    r"|\(?(?:金额|计量|数据|数量|贷款|资金|投资|补助)?单位:[^:()]{1,20}\)?$"  # a caption, above the headings
    r"|(?:填报|报送|编制)单位:"
    r"|\S{1,20}(?: {1,8}\S{1,20}){4,30}$"  # a row of another table, whole in its line
)
_DAY = sought(r"(?:19|20)\d\d[年./-][\d一二三四五六七八九十]{1,3}[月./-][\d一二三四五六七八九十]{1,3}日?")
_PROSE = sought(rf"(?:{ITEM.pattern})[^。]{{2,}}。.")  # 二、移民。全年安排项目29个,... belongs to no table


def stacked(text: str, masked: Sequence[Interval]) -> Iterator[Grid]:
    """Every run of lines that holds a table; `masked` is page furniture, which belongs to none."""
    patience = _PATIENCE
    for run in (_units_joined(text, _unsigned(text, run)) for run in _runs(text, masked)):
        if len(run) <= NARROWEST or not _may_hold_headings(run):
            continue
        pieces = [c.of(text) for c in run]
        kinds = contents(pieces)
        fits = Fits(pieces, kinds)
        at = 0
        while at < len(run) - NARROWEST and patience:
            starts = _starts(pieces, kinds, at)
            found = _table(fits, starts) if starts else None
            if found is None:
                patience -= bool(starts)
                at += max(len(starts), 1)
                continue
            start, layout = found
            layout.rows = cut_at_places(layout, pieces, kinds)
            layout.rows = cut_at_marks(layout, pieces)
            layout.rows = _without_prose(layout.rows, pieces)
            whole = merged(layout, pieces, kinds)
            rows = [[GridCell(run[a].start, run[b].end) for a, b in row] for row in whole]
            if layout.plain:
                rows = [run[start : layout.begin], *rows]
            yield Grid(
                run[start].start, rows[-1][-1].end, rows, True, headings=None if layout.plain else layout.headings
            )
            at = (layout.rows or [[start]])[-1][-1] + 1


_SUMMED = sought(r"合\s?计|总\s?计|小\s?计")


_TITLE = sought(r"[一二三四五六七八九十]{1,3}、[^,。;:\d]{2,20}$")
_SENTENCES = sought(r"[^。]{12,}。.*")


def _without_prose(rows: list[list[int]], pieces: Sequence[str]) -> list[list[int]]:
    """The rows without what goes on in sentences behind the sum of all, or below the next section's title."""
    ends = _next_section(rows, pieces)
    rows = [left for row in rows if (left := [i for i in row if i < ends])] if ends else rows
    last = rows[-1] if rows else []
    prose = len(last) > 2 and pieces[last[-1]].count("。") > 1
    if prose and any(_SUMMED.fullmatch(pieces[i]) for i in last[:2]):
        return [*rows[:-1], last[:-1]]
    return rows


def _next_section(rows: Sequence[Sequence[int]], pieces: Sequence[str]) -> int:
    """Where the next section's title (二、劳动关系) and its sentences stand, of a table without any; or 0."""
    told = (i for row in rows for i in row if "。" in pieces[i])
    first = next(told, 0)
    title = first - 1
    return title if first > 1 and _TITLE.match(pieces[title]) and _SENTENCES.match(pieces[first]) else 0


def _may_hold_headings(run: list[GridCell]) -> bool:
    """Whether two lines that follow each other are short enough to head columns; no table begins otherwise."""
    short = [cell.end - cell.start <= HEADING_LENGTH for cell in run]
    return any(map(and_, short, short[1:]))


def _runs(text: str, masked: Sequence[Interval]) -> Iterator[list[GridCell]]:
    """The lines between page furniture, notes and what is too long for a cell."""
    run: list[GridCell] = []
    doubtful: list[GridCell] = []  # one line that looks like furniture among cells is a cell: 大湾水库
    for cell, hidden in _cells(text, masked):
        piece = cell.of(text)
        if hidden and not doubtful and run and not _breaks(piece):
            doubtful.append(cell)
        elif hidden or len(piece) > _LONGEST or _breaks(piece) or _PROSE.match(piece):
            yield run
            run, doubtful = [], []
        elif run and not doubtful and _belongs_to(text, run[-1], piece):
            run[-1] = GridCell(run[-1].start, cell.end)
        else:
            run += [*doubtful, cell]
            doubtful = []
    yield run


def _breaks(piece: str) -> bool:
    return "|" in piece or "\t" in piece or _BREAK.match(piece) is not None


def _unsigned(text: str, run: list[GridCell]) -> list[GridCell]:
    """Without who signed and when, at the end: 县商务局, 2024年9月6日; what stands among the cells too, is a cell."""
    days = [i for i, cell in enumerate(run) if _DAY.fullmatch(cell.of(text))]
    if len(days) != 1 or days[0] != len(run) - 1 or len(run) < 2:
        return run
    signer = run[-2].of(text)
    return run[:-2] if content(signer) == "body" or sought(r"[室组处]$").search(signer) else run


def _belongs_to(text: str, cell: GridCell, piece: str) -> bool:
    """Whether the line is more of the cell above it."""
    return _continues(text, cell) or _is_broken_heading(text, cell, piece) or _tells_more(cell.of(text), piece)


_STATUS = sought(
    r"(?:已|均|提前|超额|如期|基本|全部|全面|正在|有序|正常|稳步|加快|顺利)+(?:完成|办结|完工|实施|推进|建设|开展)(?:年度|全年|目标|任务)*。"
)
_POINT = re.compile(r"\((?P<number>\d)\)(?=[^\n]{12})")


def _tells_more(told: str, piece: str) -> bool:
    """提前完成年度任务。 above 建成3所老年大学。, (1)已建4处。 above (2)已通水2处。: one account."""
    if _STATUS.fullmatch(told):
        return content(piece) in ("story", "promise") or piece.endswith("。")
    point = _POINT.match(piece)
    return point is not None and f"({int(point['number']) - 1})" in told and _POINT.search(told) is not None


def _continues(text: str, cell: GridCell) -> bool:
    """Whether the cell goes on in the next line: it ends with a comma or inside brackets."""
    piece = cell.of(text)
    return bool(sought(r"[,、;(]$").search(piece)) or piece.count("(") > piece.count(")")


_DATED = sought(r"\((?:截[至止])?(?:\d{2,4}年)?(?:\d{1,2}月[份底末]?|[一二三四]季度|上半年|第[一二三四]季度)\)")
_HALVES = sought(
    r"(?:目标|工作|年度|全年)\n任务数?|目标\n(?:人数|人群)|各[县旗市区]\n\([县市区旗、]{1,5}\)|(?:年度|全年)\n(?:目标|计划|投资)(?:任务)?"
    r"|(?:责任|牵头|主办|配合|主管|分管|包联|联系)\n(?:单位|部门|领导|科室|县级?领导|市领导)|是否\n达?序时?(?:进度)?"
)


_UNIT_ALONE = sought(r"\([^()\d]{1,10}\)")


def _units_joined(text: str, run: list[GridCell]) -> list[GridCell]:
    """农村公路 over (公里), and so on: each heading with the unit in the line below it; no row of units below all."""
    units = [_UNIT_ALONE.fullmatch(c.of(text)) is not None and bool(unit_in(c.of(text))) for c in run]
    if not any(units):
        return run
    out: list[GridCell] = []
    for i, cell in enumerate(run):
        apart = not any(units[i + 1 : i + 2]) and i > 0 and not units[i - 1]
        if units[i] and apart and _may_take_unit(run[i - 1].of(text)):
            out[-1] = GridCell(out[-1].start, cell.end)
        else:
            out.append(cell)
    return out


def _may_take_unit(piece: str) -> bool:
    return len(piece) <= HEADING_LENGTH and not unit_in(piece) and content(piece) in ("text", "body", "person", "flag")


def _is_broken_heading(text: str, cell: GridCell, piece: str) -> bool:
    """目标 over 任务, 责任 over 单位: a heading broken over two lines; neither half heads a column beside the other.

    进展情况 over (7月): nor does a date in brackets.
    """
    if _DATED.fullmatch(piece):
        return len(cell.of(text)) <= HEADING_LENGTH and column([cell.of(text)]).role in MEASURED
    return cell.end - cell.start <= 2 and _HALVES.fullmatch(f"{cell.of(text)}\n{piece}") is not None


def _closed(text: str, low: int, high: int) -> bool:
    """Whether the line is one cell with a pipe behind it, or a pipe alone where a cell was empty."""
    return text[high - 1] == "|" and text.count("|", low, high) == 1


def _cells(text: str, masked: Sequence[Interval]) -> Iterator[tuple[GridCell, bool]]:
    """The lines without the blanks around them, and whether each is page furniture."""
    masks = iter(sorted(masked))
    mask = next(masks, None)
    for low, high in lines(text):
        cell = trim(text, low, high - 1 if _closed(text, low, high) else high)
        while mask is not None and mask[1] <= cell.start:
            mask = next(masks, None)
        if cell.end > cell.start:
            yield cell, mask is not None and mask[0] <= cell.start


def _starts(pieces: list[str], kinds: list[str], at: int) -> range:
    """The lines from here on that may be the first heading; none where no two follow each other or nothing is told."""
    stop = at + _names_rows(pieces, kinds, at)
    last = min(at + _STARTS, len(pieces) - NARROWEST)
    while stop < last and (is_heading(pieces[stop], kinds[stop]) or _is_between(pieces, kinds, at, stop)):
        stop += 1
    told = sum(k in (*FIGURES, "promise") for k in kinds[at : at + MOST_HEADINGS + _WINDOW])
    led = stop > at + 1 or (stop > at and _heads_groups(pieces[at : at + MOST_HEADINGS]))
    return range(at, stop) if led and told > 1 else range(0)


def _names_rows(pieces: list[str], kinds: list[str], i: int) -> bool:
    """Whether the line of unknown words may head the rows' names: two that measure are behind it."""
    behind = [column([p]).role for p in pieces[i + 1 : i + 3]]
    measured = len(behind) == 2 and all(role in MEASURED for role in behind)
    said = sought(r"[\u4e00-\u9fff]{2,6}").fullmatch(pieces[i]) is not None and column([pieces[i]]).role == "other"
    return measured and said and kinds[i] in ("text", "body")


def _is_between(pieces: list[str], kinds: list[str], at: int, i: int) -> bool:
    """Whether the line of unknown words stands between whose the rows are and two headings: 镇别, 空壳村数, 任务."""
    after = all(is_heading(p, k) for p, k in zip(pieces[i + 1 : i + 3], kinds[i + 1 : i + 3], strict=True))
    led = i == at + 1 and column([pieces[at]]).role in ("owner", "name")
    return led and after and kinds[i] == "text" and len(pieces[i]) <= HEADING_LENGTH


def _heads_groups(pieces: list[str]) -> bool:
    """Whether the first line names places and a plan comes back below it: 县(区), 桥, 路, 计划, 完成, 计划."""
    plans = [without_unit(p) for p in pieces if leaf_role(p) == "target"]
    return column(pieces[:1]).role in ("owner", "unit", "department") and len(plans) > len(set(plans))


def _table(fits: Fits, starts: range) -> tuple[int, Layout] | None:
    """The table that fits best of all that may begin at these lines."""
    best: tuple[int, Layout] | None = None
    pieces, stop = fits.pieces, starts[0] + MOST_HEADINGS + _WINDOW
    turned = is_turned(pieces[starts[0] : stop])
    for start in first_headings(pieces, starts):
        for layout in layouts(pieces, fits.kinds, start):
            if not may_head(layout.columns, turned):
                continue
            lay(layout, fits, stop, best[1].score if best else float("-inf"))
            if not layout.rows or _ends_with_name(layout) or _begins_without_name(layout, fits.kinds):
                continue
            if best is None or layout.score > best[1].score:
                best = start, layout
    if best is None:
        return None
    lay(best[1], fits, len(pieces))
    return best if _convinces(best[1], fits.kinds) else None


def _ends_with_name(layout: Layout) -> bool:
    """Whether the last heading is the first row's name, so that hardly a row has such a cell: 渠道清淤(公里)."""
    last, rows = layout.columns[-1], layout.rows or []
    apart = content(last.header) == "body" and content(layout.columns[-2].header) != "body"
    if apart and any(c.role in MEASURED for c in layout.columns):
        return True  # 一分局
    told = last.role == "other" and bool(last.unit) and any(c.role in MEASURED for c in layout.columns)
    return told and sum(len(r) == len(layout.columns) for r in rows) * 2 < len(rows)


def _begins_without_name(layout: Layout, kinds: Sequence[str]) -> bool:
    """Whether the first row begins with a figure and all others with words: its name was taken for a heading."""
    led = [kinds[row[0]] in FIGURES for row in layout.rows or [] if len(row) > 1]
    return len(led) > 2 and led[0] and not any(led[1:]) and layout.columns[0].role != "serial"


def _convinces(layout: Layout, kinds: list[str]) -> bool:
    """Whether this is a table: rows enough, most of them whole, and something measured in them."""
    rows = [row for row in layout.rows or [] if len(row) > 1]
    if len(rows) < (1 if layout.columns[0].role == "serial" else 2):
        return False
    cells = [i for row in rows for i in row]
    figures = sum(kinds[i] in (*FIGURES, "promise") for i in cells)
    fit = (layout.score - header_score(layout.headings, layout.columns)) / sum(len(r) for r in layout.rows or [])
    return figures >= len(rows) and fit >= 0.9
