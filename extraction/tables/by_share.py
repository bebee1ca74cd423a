"""The figure of a row's story that the row's own share names: 完成路基98公里,完成路面71.4公里 | 56.7% of 126公里."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.numbers import units
from extraction.records import Claim, Indicator, Quantity, Target
from extraction.sought import sought
from extraction.tables.rows import Sheet, actual_of
from extraction.tables.stories import figures


def by_share(sheet: Sheet, indicator: Indicator, ratio: Claim, story: Sequence[GridCell]) -> Indicator:
    """The row's promise with the only figure that is this share of it, to the share's last digit."""
    target = indicator.target
    if target is None or ratio.completion is None or ratio.completion == 1:
        return indicator
    told = [t.quantity for cell in story for t in figures(sheet.text, cell)]
    fitting = [q for q in told if _is_share(q, target, ratio)]
    if len({q.base for q in fitting}) != 1 or _explained(indicator, target, ratio):
        return indicator
    reason = "the row's share is that of this figure"
    return replace(indicator, actual=actual_of(sheet, fitting[0], None), refusal=None, reason=reason, confidence=0.95)


def _explained(indicator: Indicator, target: Target, ratio: Claim) -> bool:
    """Whether the figure that was taken has this share."""
    actual = indicator.actual
    return actual is not None and _near(actual.value * actual.magnitude, target, ratio)


def _is_share(quantity: Quantity, target: Target, ratio: Claim) -> bool:
    same = units.fits(quantity.noun, target.noun) and quantity.upper is None
    return same and quantity.base is not None and _near(quantity.base, target, ratio)


def _near(figure: Decimal, target: Target, ratio: Claim) -> bool:
    whole = target.value * target.magnitude
    said = sought(r"\d[\d,]*(?:\.(\d+))?").search(ratio.text)
    places = len(said[1]) if said is not None and said[1] else 0
    if not whole or ratio.completion is None:
        return False
    return abs(figure / whole - ratio.completion) * 100 <= Decimal(6).scaleb(-places - 1)
