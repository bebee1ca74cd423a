"""What a cell of words promises below a node of the year (当月计划, 上半年目标): it is due at that day, not paced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extraction.records import Indicator
from extraction.sought import sought
from extraction.tables.groups import Group
from extraction.tables.periods import due_of
from extraction.tables.rows import Named, Sheet

_OF_YEAR = sought(r"全年|年度|年内|年底|今年|本年")  # the cell's own words, whatever heads it


def of_its_node(sheet: Sheet, row: Named, group: Group, indicator: Indicator) -> Indicator:
    """The promise with the day that its column plans for, where it names none itself."""
    target = indicator.target
    if target is None or target.start is None or indicator.due is not None:
        return indicator
    for index in group.targets:
        cell = row.cells[index]
        if cell is None or not cell.start <= target.start < cell.end:
            continue
        due = due_of(sheet.columns[index], sheet.report)
        if due is not None and _OF_YEAR.search(sheet.text, cell.start, cell.end) is None:
            return replace(indicator, due=due)
    return indicator


def only_node(sheet: Sheet, group: Group) -> date | None:
    """The day that all columns of plans are due at: a share told beside them is that of the part of the year."""
    days = {due_of(sheet.columns[i], sheet.report) for i in group.targets}
    return days.pop() if len(days) == 1 else None
