"""Plans of a part of the year that are none for the report: past nodes, or a month's beside the year's in the names.

一季度目标 2, 二季度目标 8, 三季度目标 14, 全年目标 20 in September: of the nodes only the third counts.
改造老旧小区12个, 当月计划 9个完工, 实际 7个完工, 完成率 58.3%: the rate is of the 12, and so is the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import figure
from extraction.grids.leaves import without_unit
from extraction.numbers.quantities import scan
from extraction.records import Indicator, Report
from extraction.report.dates import month_end
from extraction.sought import sought
from extraction.tables.periods import date_of, due_of, is_node
from extraction.tables.proving import is_share
from extraction.tables.shares import Aligned

_FEWEST = 2  # rows that prove it

Row = Sequence[GridCell]


def set_nodes_aside(text: str, columns: Sequence[Column], rows: Sequence[Row], report: Report) -> None:
    """Take the role from plans that nobody asks about; in place."""
    _single_periods(columns)
    _changed(columns)
    _later(columns, report)
    plans = [c for c in columns if c.role == "target"]
    if len(plans) > 1:
        _past(columns, plans, report)
    elif plans and is_node(plans[0]):
        _of_a_month(text, columns, rows)


_SINGLE = sought(
    r"(?:20\d\d年)?(?P<when>第?[一二三四1-4]季度|\d{1,2}月|[当本]月|[当本]季)份?(?:计划|目标|任务|完成|新增|实绩|进度|进展)(?:数|量|情况)?"
)


def _single_periods(columns: Sequence[Column]) -> None:
    """年度目标, 三季度计划, 三季度完成, 累计完成: a quarter's own go where the year's so far is told; in place."""
    if not any(c.role == "actual" and "累计" in c.header for c in columns):
        return
    alone = [c for c in columns if "累计" not in c.header]  # 9月进展(累计) is the year's itself
    single = [(c, m["when"]) for c in alone if (m := _SINGLE.fullmatch(without_unit(c.header))) is not None]
    told = {when for c, when in single if c.role in ("actual", "aside")}
    for this, when in single:
        if this.role in ("actual", "target") and when in told:
            this.role = "aside"


_CHANGED, _FIRST = (
    sought(r"(?:[重再]新)?(?:调整|调[增减高低]|变更|修[订正]|压减)后"),
    sought(r"年初|原定?|调整前|初始|最初"),
)


def _changed(columns: Sequence[Column]) -> None:
    """年初目标, 调整后目标: the plan that was changed binds nobody any more; in place."""
    plans = [c for c in columns if c.role == "target"]
    anew = [c for c in plans if _CHANGED.search(c.header)]
    for this in plans if anew else ():
        first = _FIRST.search(this.header) is not None or not this.tag
        if this not in anew and first and any(c.label == this.label and c.unit == this.unit for c in anew):
            this.role = "aside"


_NEXT = sought(
    r"(?:下[一个]?(?:个)?(?:月|季度?|半年|阶段)|(?P<quarter>[二三四2-4])季度|(?P<month>\d{1,2})(?:-\d{1,2})?月)份?"
)
_QUARTERS = {"二": 2, "三": 3, "四": 4}


def _later(columns: Sequence[Column], report: Report) -> None:
    """全年目标, 三季度累计完成, 四季度计划: what is planned for the months to come; in place."""
    plans = [c for c in columns if c.role == "target"]
    ahead = [c for c in plans if _is_ahead(c.header, report)]
    if len(plans) - len(ahead) == 1:
        for this in ahead:
            this.role = "aside"


def _is_ahead(header: str, report: Report) -> bool:
    """Whether the heading plans for a time that begins behind the report's."""
    said = _NEXT.search(header)
    if said is None or report.cutoff is None or sought(r"累计|全年|年度|截[至止]|[底末]").search(header):
        return False
    if said["quarter"]:
        return (_QUARTERS.get(said["quarter"]) or int(said["quarter"])) * 3 - 2 > report.cutoff.month
    return not said["month"] or int(said["month"]) > report.cutoff.month


def _past(columns: Sequence[Column], plans: Sequence[Column], report: Report) -> None:
    if report.cutoff is None:
        return
    told = [date_of(c, report) for c in columns if c.role == "actual"]
    for this in plans:
        due = due_of(this, report) if is_node(this) else None
        alike = [c for c in plans if c is not this and c.label == this.label and c.unit == this.unit]
        later = any((d := due_of(c, report)) is None or d >= report.cutoff for c in alike)
        if due is not None and due < report.cutoff and later and due not in told:
            this.role = "aside"


def _of_a_month(text: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    roles = [c.role for c in columns]
    if any(roles.count(role) != 1 for role in ("name", "target", "actual", "ratio")):
        return
    name, plan, done, rate = (roles.index(role) for role in ("name", "target", "actual", "ratio"))
    whole = [row for row in rows if len(row) == len(columns)]
    proved = sum(_is_of_name(text, row[name], row[done], row[rate]) for row in whole)
    if proved >= _FEWEST and proved * 3 >= len(whole) * 2:
        columns[plan].role = "aside"


def _is_of_name(text: str, name: GridCell, done: GridCell, rate: GridCell) -> bool:
    """Whether the rate is that of the figure to the only number in the row's name."""
    planned = [q for q in scan(name.of(text)) if q.role == "context" and q.value]
    told, share = figure(done.of(text)), figure(rate.of(text))
    if len(planned) != 1 or told is None or share is None:
        return False
    value = planned[0].value
    return value is not None and share not in (0, 100) and is_share(value, told, share)


_DEADLINE = sought(r"(?:时限|期限|完成时间)(?:要求)?$")
_DAY = sought(
    r"(?:20\d\d年|20\d\d[./-])?(?P<month>\d{1,2})(?:月(?:\d{1,2}日|[底末])?|[./-]\d{1,2})?(?:之?前)?(?:完成|完工|建成|竣工)?"
)


def with_deadline(
    text: str, columns: Sequence[Column], cells: Aligned, indicators: list[Indicator], report: Report
) -> list[Indicator]:
    """完成时限 6月底前: the row's own day counts once it is past; the year's pace holds before it."""
    if report.year is None or report.cutoff is None:
        return indicators
    said = [c.of(text) for k, c in zip(columns, cells, strict=True) if c is not None and _DEADLINE.search(k.header)]
    day = _DAY.fullmatch(said[0]) if len(said) == 1 else None
    if day is None or "月" not in day.group() or not 1 <= int(day["month"]) <= report.cutoff.month:
        return indicators
    due = month_end(report.year, int(day["month"]))
    return [replace(i, due=due) if i.kind == "cumulative" and i.due is None else i for i in indicators]
