"""Rates whose goal stands in their heading: every row of the column is held to it.

    县(市、区) | 任务 | 完成 | 闲置土地处置率(年度目标30%)
    东陵县 | 120 | 98 | 31.2

Read as a task by itself, the heading says what is promised; what is only the pace, the average or last year is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extraction.grids.cells import NUMBER, GridCell
from extraction.grids.columns import MEASURED, Column
from extraction.grids.fitting import figure
from extraction.outline.items import Item, Sentence
from extraction.promises.targets import tidy
from extraction.records import Direction, Indicator, Kind, Target
from extraction.sought import sought
from extraction.tables.cells import number
from extraction.tables.kinds import kind_of, lower_is_better
from extraction.tables.rows import Named, Sheet, actual_of
from extraction.tables.told import ReadItem
from extraction.words import names

_GOAL = sought(
    r"[\u4e00-\u9fff“”]{1,14}(?:率|度|比例|占比|比重)\s?\("
    r"(?:(?:省|市|县|旗|区|州|年度?|全年|考核|下达|设?定|控制|预期|今年|月?底前?|\d{1,2}月[末底]?前?|\d{4}年)*(?:的)?"
    r"(?:目标|任务|要求|指标|计划)[值数]?(?:是|为|达到?|应达)?[::]?|(?=控制在|不|≥|≤|应达|达到))[^\n()]{0,6}?\d[\d.]*%[^\n()\d]{0,4}\)"
)
_RATIO_OF_PLAN = sought(r"完成|占|执行|任务|计划")
_OTHERS = sought(r"序时|时序|平均|上[月年期周]|去年|同期")
_LARGEST, _FEWEST = 100, 1


@dataclass(frozen=True, slots=True)
class HeadedGoal:
    """The column of the rate, and what its heading promises for every row."""

    column: int
    name: str
    kind: Kind
    target: Target
    due: date | None = None


def headed_goals(
    text: str, start: int, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]], read_item: ReadItem
) -> list[HeadedGoal]:
    """The goals in the headings between start and the first row; their columns answer nothing else, in place."""
    end = min((c.start for row in rows for c in row[:1]), default=start)
    found = []
    for match in _GOAL.finditer(text, start, max(start, end)):
        heading = match.group()
        places = [i for i, c in enumerate(columns) if heading in c.header]
        if len(places) != 1 or _OTHERS.search(heading) or not _is_rate(text, columns[places[0]], places[0], rows):
            continue
        item = Item("", 3, *match.span(), sentences=[Sentence(*match.span())])
        promised = [(i.target, i.due) for i in read_item(item) if i.target is not None and i.target.noun == "%"]
        if len(promised) == 1:
            found.append(_goal(columns[places[0]], places[0], heading.split("(")[0].strip(), *promised[0]))
    return found


def _goal(column: Column, place: int, name: str, target: Target, due: date | None) -> HeadedGoal:
    kind = "ceiling" if lower_is_better(name) else kind_of(column.header, name, target)
    column.role, column.label = "aside", ""
    limit = replace(target, operator="<=") if kind == "ceiling" else target
    return HeadedGoal(place, name, kind, limit, due)


def held_to_headings(sheet: Sheet, row: Named, goals: Sequence[HeadedGoal]) -> list[Indicator]:
    """The row's figures with what their headings promise."""
    return [told for goal in goals if (told := _held(sheet, row, goal)) is not None]


def _held(sheet: Sheet, row: Named, goal: HeadedGoal) -> Indicator | None:
    cell = row.cells[goal.column]
    quantity = number(sheet.text, cell, "%") if cell is not None else None
    if quantity is None or quantity.value is None or quantity.noun != "%":
        return None
    name = goal.name if row.owner or row.total or goal.name in row.name else row.name + goal.name
    way: Direction = "down" if goal.kind == "ceiling" else "up"
    return Indicator(
        name, goal.kind, tidy(name) or name, names.qualifiers(name), way, goal.kind == "cumulative", row.owner,
        due=goal.due, target=goal.target,
        actual=actual_of(sheet, quantity, None), reason="one row of a table", confidence=0.95,
    )  # fmt: skip


def _is_rate(text: str, this: Column, index: int, rows: Sequence[Sequence[GridCell]]) -> bool:
    """All its figures are per cent, and no share of a plan that another column names."""
    if this.role not in (*MEASURED, "other") or (this.role == "ratio" and _RATIO_OF_PLAN.search(this.header)):
        return False
    held = [p for row in rows if index < len(row) and (p := row[index].of(text)).strip("-—/ ")]
    figures = [v for p in held if NUMBER.fullmatch(p) and (v := figure(p)) is not None and 0 <= v <= _LARGEST]
    return len(figures) >= _FEWEST and len(figures) == len(held)
