"""Every number of the report with the role that the reading gave it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from extraction.figures import raw_unit
from extraction.outline_items import Item
from extraction.records import Quantity, Role, Task


def as_written(raw: str, quantity: Quantity) -> Quantity:
    """The quantity with text and unit as the text itself writes them."""
    text, unit = raw[quantity.start : quantity.end], raw_unit(raw, quantity)
    same = text == quantity.text and unit == quantity.unit
    return quantity if same else replace(quantity, text=text, unit=unit)


def ledger_of(quantities: Sequence[Quantity], tasks: Sequence[Task], outlined: Sequence[Item]) -> list[Quantity]:
    """Every number with the role that the reading gave it."""
    roles: dict[int, Role] = {}
    for task in tasks:
        for indicator in task.indicators:
            for claim in indicator.claims:
                roles[claim.start] = "claim"
            if indicator.actual is not None:
                roles[indicator.actual.start] = "actual"
            if indicator.target is not None and indicator.target.start is not None:
                roles[indicator.target.start] = "target"
    marks = {item.start: item for item in outlined if item.level}
    out = []
    open_tasks = deque(tasks)  # in the order of their beginnings; those that ended are dropped from the front
    for quantity in quantities:
        role = roles.get(quantity.start, quantity.role)
        if (
            quantity.start in marks
            and quantity.role == "context"
            and quantity.text.strip("()、.") == marks[quantity.start].number
        ):
            role = "ordinal"
        while open_tasks and open_tasks[0].end <= quantity.start:
            open_tasks.popleft()
        within = bool(open_tasks) and open_tasks[0].start <= quantity.start
        owner = open_tasks[0].number if within else None
        same = role == quantity.role and owner == quantity.task
        out.append(quantity if same else replace(quantity, role=role, task=owner))
    return out
