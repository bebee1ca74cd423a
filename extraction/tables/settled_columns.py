"""The roles of a table's columns corrected by what stands in them, where their headings say too little."""

from __future__ import annotations

from itertools import pairwise

from extraction.grids.by_content import may_plan
from extraction.grids.cells import EMPTY, NUMBER, NUMBERED
from extraction.grids.columns import MEASURED, Column, unit_in
from extraction.grids.fitting import content, is_place
from extraction.grids.leaves import without_unit
from extraction.sought import sought
from extraction.tables.accounts_known import settle_accounts
from extraction.tables.bounded import settle_bounded
from extraction.tables.by_states import settle_by_states
from extraction.tables.headers import Body
from extraction.tables.invested import settle_invested
from extraction.tables.periods import settle_months
from extraction.tables.progress_apart import settle_progress_apart
from extraction.tables.proportions import settle_proportions
from extraction.tables.proving import settle_by_sums
from extraction.tables.scheduled import settle_scheduled
from extraction.tables.steps import settle_sums
from extraction.tables.twins import settle_twins
from extraction.tables.unnamed import settle_unnamed

_FIRST = 3  # columns that hardly ever lose a cell
_YEAR = sought(r"(?<!\d)((?:19|20)\d\d)年")
_PART = sought(r"其中:?([\u4e00-\u9fff“”]{2,12})(?:\([^()]{1,6}\))?")
_DONE = sought(r"(?:已|实际)?完成数?")
_ITEM = sought(r"\d{1,3}[.、](?!\d)")  # 1、外贸出口 is a name


def settle(text: str, found: Body, year: int | None = None) -> bool:
    """Correct the roles by what stands in the columns; False where the table names nothing.

    A column of another year than the report's neither promises nor answers.
    """
    _settle_places(text, found)
    _settle_shared_out(found)
    settle_twins(found.columns)
    settle_scheduled(found.columns)
    _settle_parts(found)
    _settle_content(text, found)
    for index, this in enumerate(found.columns):
        if year is not None and this.role in MEASURED and {int(y) for y in _YEAR.findall(this.header)} - {year}:
            this.role = "aside"
        filled = _filled_cells(text, found, index)
        if this.role == "unit" and sum(bool(unit_in(f"({p})")) for p in filled) * 2 < len(filled):
            this.role = "owner"
        numbers = sum(bool(NUMBERED.match(p)) and not _ITEM.match(p) for p in filled)
        if (
            this.role == "name"
            and sought(r"目标|任务|计划|目标任务|指标").fullmatch(without_unit(this.header))
            and numbers * 2 > len(filled)
        ) or (index and _is_plan_in_figures(this, filled)):
            this.role = "target"
        elif this.role == "name" and index and numbers * 2 > len(filled):
            this.role = "other"  # 项目数 names no row
    settle_bounded(text, found.columns, found.rows)
    _settle_shares(text, found)
    settle_months(found.columns)
    settle_sums(text, found.columns, found.rows)
    _settle_bare(text, found)
    settle_invested(text, found.columns, found.rows)
    _settle_names(text, found)
    settle_by_sums(text, found.columns, found.rows)
    settle_by_states(text, found.columns, found.rows)
    settle_unnamed(text, found.columns, found.rows)
    settle_accounts(text, found.columns, found.rows)
    settle_progress_apart(text, found.columns, found.rows)
    return any(c.role in ("name", "owner") for c in found.columns) or any(c.role == "target" for c in found.columns)


def _is_plan_in_figures(this: Column, filled: list[str]) -> bool:
    """项目名称 | 具体任务 (142人): a column that says what is to be done in nothing but figures with their units."""
    wordless = bool(filled) and all(content(p) in ("amount", "percent") for p in filled)
    return wordless and may_plan(this)


def _settle_shared_out(found: Body) -> None:
    """计划, 开工, 竣工, 分配: flats that were let, not what was asked of whom, where another column plans."""
    plans = [c for c in found.columns if c.role == "target"]
    for this in plans if len(plans) > 1 else ():
        if _LET.fullmatch(without_unit(this.header)):
            this.role = "other"


_FUNDS = sought(r"资金|补助|补贴|债券|投入|经费|贷款|财政")


def _settle_parts(found: Body) -> None:
    """计划面积, 其中:林网, 完成面积, 其中:林网: a part plans or tells as the column before it does.

    A part of the plan of which no column tells what came of it (计划下达, 其中中央资金, 完成投资) says who pays.
    """
    before: Column | None = None
    parts = [part[1] for c in found.columns if (part := _PART.fullmatch(c.header)) is not None]
    told = any(c.role == "actual" for c in found.columns)
    for this in found.columns:
        part = _PART.fullmatch(this.header)
        if part is not None and before is not None and this.role in ("other", "name", "category"):
            this.role, this.label, this.unit = before.role, part[1], this.unit or before.unit
            if told and before.role == "target" and parts.count(part[1]) == 1 and _FUNDS.search(part[1]):
                this.role, this.label = "aside", ""
        elif this.role in ("target", "actual"):
            before = this
        elif this.role != "ratio":
            before = None


def _settle_places(text: str, found: Body) -> None:
    """The first column holds places, whatever its heading: the rows are theirs."""
    index = next((i for i, c in enumerate(found.columns) if c.role != "serial"), None)
    if index is None or found.columns[index].role in (*MEASURED, "owner"):
        return
    filled = _filled_cells(text, found, index)
    if len(filled) > 1 and sum(is_place(p) for p in filled) * 4 > 3 * len(filled):
        found.columns[index].role = "owner"


def _filled_cells(text: str, found: Body, index: int) -> list[str]:
    """What stands in the column, in the rows that lost no cell; else, of the first columns, in all rows."""
    whole = [row for row in found.rows if len(row) == len(found.columns)]
    filled = [p for row in whole if not EMPTY.fullmatch(p := row[index].of(text))]
    if filled or index >= _FIRST:
        return filled
    return [p for row in found.rows if len(row) > index and not EMPTY.fullmatch(p := row[index].of(text))]


def _settle_names(text: str, found: Body) -> None:
    """Without a column of names another says whose the rows are: an unknown heading's, else the departments'."""
    if any(c.role in ("name", "owner") for c in found.columns):
        return
    for role in ("kind", "category", "other", "department"):
        places = [i for i, c in enumerate(found.columns) if c.role == role][:: -1 if role == "category" else 1]
        index = next((i for i in places if role != "other" or not _holds_figures(text, found, i)), None)
        if index is not None:
            found.columns[index].role = "owner" if role == "department" else "name"
            return


def _holds_figures(text: str, found: Body, index: int) -> bool:
    """部门, 任务数, 已办结, 超期: what counts names no row."""
    filled = _filled_cells(text, found, index)
    return bool(filled) and all(NUMBER.fullmatch(p) for p in filled)


def _settle_bare(text: str, found: Body) -> None:
    """低保核查(户), 完成(户): what a bare 完成 of its unit follows is its plan; of none, where another column plans."""
    plans = any(c.role == "target" for c in found.columns)
    for index, (this, told) in enumerate(pairwise(found.columns)):
        bare = told.role == "actual" and _DONE.fullmatch(without_unit(told.header))
        counted = this.role == "other" and this.unit and (this.unit == told.unit or (plans and not told.unit))
        if bare and counted and all(NUMBER.fullmatch(p) for p in _filled_cells(text, found, index)):
            this.role = "target"


_CONTENT = sought(r"(?:建设|工作|实施|改造|目标|年度|主要)?任务")


def _settle_content(text: str, found: Body) -> None:
    """建设任务 | 年度投资计划: of a plan in words and one in figures the figures are what the next columns measure."""
    plans = [i for i, c in enumerate(found.columns) if c.role == "target"]
    cells = [_filled_cells(text, found, i) for i in plans]
    if len(plans) != 2 or not all(cells) or found.columns[plans[0]].label:
        return
    told, counted = ([NUMBER.fullmatch(p) is not None for p in pieces] for pieces in cells)
    if not any(told) and all(counted) and _CONTENT.fullmatch(without_unit(found.columns[plans[0]].header)):
        lead = {"name", "owner"} & {c.role for c in found.columns[: plans[0]]}
        found.columns[plans[0]].role = "aside" if lead else "name"  # 序号 | 目标任务 | 年度目标


_LET = sought(r"(?:已)?分配(?:入住)?(?:套数|户数|数)?")
_TOLD_SHARE = sought(r"(?:已|累计)?完成")
_SHARE_ALONE = sought(r"(?:计划|任务|目标)的?完成(?:情况|进度)?$")  # 年度计划完成: 31%, with no column of results


def _settle_shares(text: str, found: Body) -> None:
    """A plan or a result of nothing but per cent beside no other figure is a stated share: 完成年度计划 38%."""
    columns = found.columns
    rates = [i for i, c in enumerate(columns) if c.role == "rate"]
    targets = [i for i, c in enumerate(columns) if c.role == "target"]
    for index in rates:
        stem = columns[index].tag
        bare = without_unit(columns[index].header)
        plan = any(
            (columns[i].tag == stem and columns[i].header.rstrip("()%").endswith("率"))
            or (columns[i].header != bare and columns[i].header.startswith(bare))  # 签约率目标, 签约率
            for i in targets
        )
        columns[index].role = (
            "actual"
            if plan
            else "ratio"
            if stem and any(stem in c.header for c in columns if c.role in ("target", "actual"))
            else "other"
        )
    for index in targets:
        alone = len(targets) == 1 and not any(c.role == "actual" for c in columns)
        told = _TOLD_SHARE.match(columns[index].header) or (alone and _SHARE_ALONE.search(columns[index].header))
        if told and _all_percent(text, found, index):
            columns[index].role = "ratio"
    planned = [c for c in columns if c.role == "target"]
    settle_proportions(planned, columns)
    for index, this in enumerate(columns):
        if this.role == "actual" and not planned and _all_percent(text, found, index):
            this.role = "ratio"


def _all_percent(text: str, found: Body, index: int) -> bool:
    own = [row[index].of(text) for row in found.rows if index < len(row)]
    own = [p for p in own if NUMBERED.match(p) and p != "0"]
    return bool(own) and all(sought(r"-?\d[\d.,]*\s?%").match(p) for p in own)  # 1920批次,完成53.3% is none
