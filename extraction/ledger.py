"""Every number of the report with the role that the reading gave it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from extraction.outline.items import Item
from extraction.promises.figures import raw_unit
from extraction.records import Quantity, Role, Task


def ledger_of(
    raw: str, quantities: Sequence[Quantity], tasks: Sequence[Task], outlined: Sequence[Item]
) -> list[Quantity]:
    """Every number with the role that the reading gave it, text and unit as the text itself writes them."""
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
        out.append(_entry(raw, quantity, role, owner))
    return out


def _entry(raw: str, q: Quantity, role: Role, task: str | None) -> Quantity:
    """Written out, not `replace`: a report has a hundred numbers, of which most are told as they were read."""
    text = raw[q.start : q.end]
    if text == q.text and role == q.role and task == q.task:
        return q
    unit = q.unit if text == q.text else raw_unit(raw, q)
    return Quantity(text, q.start, q.end, q.value, unit, q.upper, q.qualifier, q.magnitude, q.noun, role, task)
