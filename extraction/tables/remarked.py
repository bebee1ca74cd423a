"""Figures of a row's remark, where its cells give nothing but a share for several plans.

达到300元、140元 | 100% | 城市301元,农村134元: the share is said of all, but not of that which falls short.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers.quantities import scan
from extraction.records import Indicator
from extraction.tables.cells import empty
from extraction.tables.rows import Named, Sheet


def short_of_plan(sheet: Sheet, row: Named, indicators: Sequence[Indicator]) -> list[bool]:
    """Whether each plan's own figure, by its turn in the remark, is less than the plan; False where none is told."""
    cells = [c for c, k in zip(row.cells, sheet.columns, strict=True) if k.role == "remark"]
    pieces = [sheet.text[c.start : c.end] for c in cells if c is not None and not empty(sheet.text, c)]
    told = [q for p in pieces for q in scan(p) if q.value is not None and q.role == "context" and q.noun != "%"]
    if len(told) != len(indicators):
        return [False] * len(indicators)
    bases = [(q.value or 0) * q.magnitude for q in told]
    plans = [i.target for i in indicators]
    return [
        t is not None and t.operator != "<=" and b < t.value * t.magnitude for t, b in zip(plans, bases, strict=True)
    ]
