"""Two stages of one plan in columns, each with its own rate: 任务数, 开工数, 开工率, 竣工数, 竣工率.

The stage that the plan's answer is not of is an indicator of its own, named by it, where the arithmetic of the row or
of most rows says that its rate is of this plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.grids.columns import Column
from extraction.promises.targets import tidy
from extraction.records import Indicator
from extraction.sought import sought
from extraction.tables.cells import empty, in_unit_of, number, share
from extraction.tables.groups import Group
from extraction.tables.rows import Named, Sheet, actual_of, unit_under

_STAGE = sought(
    r"^(?:已|累计|新)*(?P<stage>开工|动工|竣工|完工|基本建成|建成|入住|分配|验收|腾空|签约)"
    r"(?:户?数|套数|量)?(?:\([^()]*\))?$"
)
_ROUNDED = Decimal("0.006")  # half of the last digit of 80.02 %, and a little


def stages_of(columns: Sequence[Column]) -> list[tuple[int, int, str]]:
    """The columns of stages with those of their rates: (figures, rate, stage); none where fewer than two have one."""
    found = []
    for at, column in enumerate(columns):
        said = _STAGE.match(column.header)
        rate = next((n for n, c in enumerate(columns) if said and said["stage"] + "率" in c.header), None)
        if said is not None and rate is not None and column.role in ("actual", "other"):
            found.append((at, rate, said["stage"]))
    return found if len(found) > 1 else []


def with_second_stages(sheet: Sheet, row: Named, group: Group, told: Sequence[Indicator]) -> Iterator[Indicator]:
    """The row's indicators, and those of the stages that none of them tells."""
    stages = stages_of(sheet.columns)
    if len(group.targets) != 1 or len(told) != 1 or not stages:
        yield from told
        return
    first = _of_the_last(sheet, row, stages, told[0])
    yield first
    target, actual = first.target, first.actual
    if target is None or not target.value:
        return
    for at, rate, stage in stages:
        cell = row.cells[at]
        if cell is None or (actual is not None and cell.start <= actual.start < cell.end):
            continue
        quantity = number(sheet.text, cell, unit_under(sheet, row, at, group))
        value = quantity.value if quantity is not None else None
        if quantity is None or value is None or quantity.noun == "%":
            continue
        quantity = in_unit_of(quantity, target)
        claim = share(sheet.text, sheet.raw, row.cells[rate])
        part = value * quantity.magnitude / (target.value * target.magnitude)
        told_part = claim.completion if claim is not None else None
        if quantity.noun != target.noun or (told_part is not None and abs(told_part - part) > _ROUNDED):
            continue
        name = first.name + stage
        yield replace(
            first,
            name=name,
            folded=tidy(name) or name,
            actual=actual_of(sheet, quantity, None),
            claims=(claim,) if claim is not None and told_part is not None else (),
            refusal=None,
        )


def _of_the_last(sheet: Sheet, row: Named, stages: Sequence[tuple[int, int, str]], told: Indicator) -> Indicator:
    """The row's indicator; where the last stage is not told (3814, 64.43, -, -) an earlier one's rate is none of it."""
    last = row.cells[stages[-1][0]]
    if told.actual is not None or (last is not None and not empty(sheet.text, last)):
        return told
    earlier = [c for _, rate, _ in stages[:-1] if (c := row.cells[rate]) is not None]
    kept = tuple(c for c in told.claims if not any(cell.start <= c.start < cell.end for cell in earlier))
    return replace(told, claims=kept)
