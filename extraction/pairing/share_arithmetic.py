"""Whether a stated share is the one number over the other, by the arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought


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


_OF_WORK = sought(r"(?:完成|完工|竣工|开工|建成|达标|到位|执行|支付)率$|进度$|^率$")


def makes_asked_rate(found: Sequence[Reading], index: int) -> bool:
    """重大隐患整改率100%。…隐患_14处,销号12处,整改率85.7%: what a promised rate right behind is of was not planned."""
    parts = found[index : index + 3]
    if len(parts) < 3 or parts[0].sentence != parts[2].sentence or not explains(parts[2], parts[1], parts[0]):
        return False
    rate = parts[2]
    if len(rate.own) < 3 or _OF_WORK.search(rate.own):
        return False
    asked = (p for p in found[:index] if p.voice == "promise" and p.measure in ("percent", "completion"))
    return any(p.name.endswith(rate.own) for p in asked)
