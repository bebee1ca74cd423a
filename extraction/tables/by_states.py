"""改造小区(个) | 完工(个) | 在建(个): works whose states add up to their number, row for row, were planned.

The heading names no plan; that the finished ones and those that are not come to it everywhere, and that some are not
done, says so. Of a number of projects that only stand there (项目数) nothing says which state was promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column, unit_in
from extraction.grids.leaves import without_unit
from extraction.numbers import units
from extraction.sought import sought
from extraction.tables.cells import number

_WORKS = sought(
    r"(?:改造|新建|改建|扩建|续建|建设|实施|整治|修复|修缮|加固|治理|更新|安装|加装|维修|改扩建|创建|迁建)"
    r"[\u4e00-\u9fff]{1,8}|[\u4e00-\u9fff]{1,8}(?:改造|新建|改建|建设|整治|修复|修缮|加固|治理|更新|安装|加装|维修|创建)"
)
_DONE = sought(r"(?:已|全部)?(?:完工|竣工|建成|完成|投用|交付|改造完成)[数量]?")
_UNDONE = sought(
    r"(?:正?在[建施改][工造]?|未(?:开工|动工|完工|完成|启动|实施|建成)|正在\S{2,4}|施工中|待\S{2,4}|前期)[数量]?"
)
_FEWEST = 2


def settle_by_states(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Make plans of such columns and answers of the finished ones; in place."""
    whole = [row for row in rows if len(row) == len(columns)]
    for index, this in enumerate(columns):
        if this.role not in ("other", "name", "actual") or not this.unit or not index:
            continue
        noun = units.noun_of(this.unit)
        behind = takewhile(lambda c: _is_state(c), columns[index + 1 :])
        states = [i for i, c in enumerate(behind, index + 1) if units.noun_of(c.unit or this.unit) == noun]
        done = [i for i in states if _DONE.fullmatch(without_unit(columns[i].header))]
        if not _WORKS.fullmatch(without_unit(this.header)) or len(done) != 1 or len(states) < _FEWEST:
            continue
        if _add_up(text, whole, columns, index, states, done[0]):
            this.role, columns[done[0]].role = "target", "actual"
            for i in states:
                columns[i].role = columns[i].role if i in done else "aside"


def _is_state(column: Column) -> bool:
    head = without_unit(column.header)
    return _DONE.fullmatch(head) is not None or _UNDONE.fullmatch(head) is not None


def _add_up(
    text: str,
    rows: Sequence[Sequence[GridCell]],
    columns: Sequence[Column],
    plan: int,
    states: Sequence[int],
    done: int,
) -> bool:
    """Whether the states are the whole in every row, some of it not done."""
    sums, undone = [], False
    for row in rows:
        whole, end = (_value(text, row[i], columns[plan]) for i in (plan, done))
        parts = [p for i in states if (p := _value(text, row[i], columns[plan])) is not None]
        sums.append(whole is not None and len(parts) == len(states) and whole == sum(parts))
        undone = undone or whole != end
    return len(sums) >= _FEWEST and all(sums) and undone


def _value(text: str, cell: GridCell, column: Column) -> Decimal | None:
    quantity = number(text, cell, unit_in(column.header))
    return quantity.base if quantity is not None and quantity.upper is None else None
