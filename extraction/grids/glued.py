"""Rows whose blanks were lost: 序号任务名称年度计划完成数 above 1农村户厕改造2000户1560户.

The headings' own words part the first line; units and serial numbers part the rows. Digits that ran together
(28001320) tell nothing, and their row is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extraction.grids.cells import EMPTY, Grid, GridCell, lines
from extraction.grids.columns import MEASURED, column
from extraction.numbers.quantities import scan
from extraction.records import Interval, Quantity
from extraction.sought import sought

_WHEN = r"(?:\d{1,2}-)?\d{1,2}月(?:\d{1,2}日|底|末|份)?|上半年|前?[一二三四]季度|全年|年度|当年|本年|今年|当月"
_WHAT = r"目标任务|任务目标|工作目标|奋斗目标|确保目标|力争目标|目标|计划|任务|预算|投资额?|资金"
_DONE = r"累计|实际|最新|已|工程|形象|当前"
_HEADING = sought(
    r"序号|编号|(?:任务|项目|指标|工作|事项|工程|实事|考核指标|具体)(?:名称|内容|事项)|(?:考核)?指标|实施内容|重点工作|主要任务"
    r"|(?:牵头|责任|协同|配合|主管|实施)(?:责任)?(?:单位|部门|主体)|(?:分管|责任)?(?:市|县|旗|区)?领导|责任人|地区|县区|县\(市、?区\)|乡镇|街道"
    rf"|(?:{_WHEN})?(?:{_WHAT})(?:数|值|量|额)?(?:\([^()]*\))?"
    rf"|(?:{_WHEN})?(?:{_DONE})*(?:完成|进展|进度|落实)(?:投资|任务|计划|目标|年度目标|年度计划)?(?:情况|数|率|比例?|额|百分比)?(?:\([^()]*\))?"
    rf"|占(?:年度?|全年|目标)*(?:{_WHAT})(?:数)?(?:之?比例?|的?百分比|%|\(%\))"
    r"|(?:计量)?单位|类别|同比(?:增[长幅减])?(?:\(?%\)?)?|增速|是否达?(?:到)?(?:序时|时序)?(?:进度)?|备注|说明|原因|进度"
)
_TAIL = ("department", "remark", "flag")
_PLACES = ("市", "县", "区", "镇", "乡")  # 28001320市农办: the office's, not a unit
_SERIAL = sought(r"\d{1,3}(?=[^\d.%])")


def glued(text: str) -> Iterator[Grid]:
    """Every line of nothing but headings with the rows below it."""
    found = list(lines(text))
    index = 0
    while index < len(found):
        words = _headings(text, found[index])
        rows = _rows(text, found[index + 1 :], words) if words else []
        if len(rows) > 1:
            yield Grid(words[0].start, max(end for _, end in rows), [words, *(r for r, _ in rows if r)], ragged=True)
            index += len(rows)
        index += 1


def _headings(text: str, line: Interval) -> list[GridCell]:
    low, high = line
    if high - low > 120 or high - low < 8 or sought(r"\s|[。;|:]").search(text[low:high].strip()):
        return []
    words = [GridCell(m.start(), m.end()) for m in _HEADING.finditer(text, low, high)]
    whole = sum(w.end - w.start for w in words) == len(text[low:high].strip())
    roles = [column([w.of(text)]).role for w in words]
    return words if whole and len(words) >= 4 and "target" in roles and roles[0] in ("serial", "name", "owner") else []


def _rows(text: str, below: list[Interval], words: list[GridCell]) -> list[tuple[list[GridCell], int]]:
    """The cells of every row that can be parted (none where it cannot), and where the row ends."""
    roles = [column([w.of(text)]).role for w in words]
    rows: list[tuple[list[GridCell], int]] = []
    for low, high in below:
        at = low
        if roles[0] == "serial":
            match = _SERIAL.match(text, low, high)
            if match is None or int(match.group()) != len(rows) + 1:
                break
            at = match.end()
        cells = _parted(text, at, high, sum(r in MEASURED for r in roles), any(r in _TAIL for r in roles))
        if cells is None and roles[0] != "serial":
            break
        rows.append(([*([GridCell(low, at)] if at > low else []), *cells] if cells else [], high))
    return rows


def _parted(text: str, low: int, high: int, measured: int, trailed: bool) -> list[GridCell] | None:
    """The name, the figures that follow each other to the end of the row, and what stands behind them."""
    figures = [q for q in scan(text[low:high]) if q.value is not None]
    run = _last_run(text[low:high], figures)
    if not run or not run[0].start or len(run) > measured:
        return None
    if any(q.unit in _PLACES or (not q.unit and q.text.lstrip("-").replace(".", "").isdigit()) for q in run):
        return None
    tail = GridCell(low + run[-1].end, high)
    cells = [GridCell(low, low + run[0].start), *(GridCell(low + q.start, low + q.end) for q in run)]
    rest = tail.of(text)
    said = next((w for w in ("未报送", "未报", "暂无", "无数据", "--", "-", "/") if rest.startswith(w)), "")
    if said and EMPTY.fullmatch(said):
        cells.append(GridCell(tail.start, tail.start + len(said)))
        tail = GridCell(tail.start + len(said), high)
    if not tail.of(text):
        return cells
    return [*cells, tail] if trailed and not sought(r"\d").search(tail.of(text)) else None


def _last_run(piece: str, figures: list[Quantity]) -> list[Quantity]:
    """The last figures that stand side by side: 65岁以上老人体检3.5万人2.9万人 has two."""
    start = len(figures) - 1
    while start > 0 and figures[start - 1].end == figures[start].start:
        start -= 1
    run = figures[start:]
    assert all(a.end == b.start for a, b in pairwise(run))
    return run
