"""Whether a stated share is the one number over the other, by the arithmetic."""

from __future__ import annotations

from decimal import Decimal

from extraction.numbers import units
from extraction.sentences.readings import Reading


def explains(share: Reading, part: Reading | None, whole: Reading) -> bool:
    """Whether the stated share is the told part over the whole, to its last digit."""
    return part is not None and part.voice == "report" and comes_to(share, part, whole)


def comes_to(share: Reading, part: Reading, whole: Reading) -> bool:
    """Whether the part, told or not, is that share of the whole by the arithmetic."""
    if part.measure != "amount" or whole.measure != "amount" or not whole.base:
        return False
    if not units.fits(part.quantity.noun, whole.quantity.noun):
        return False
    places = -int(share.quantity.value.as_tuple().exponent) if share.quantity.value is not None else 0
    slack: Decimal = Decimal(6) / 10 ** (places + 1)
    return abs(part.base / whole.base * 100 - share.value) <= slack
