"""A share told by a bound: 完成率不足50% in September lags, whatever it is; 不足80% may lag or not.

达到60%及以上 is what was demanded of each: how far beyond it they are, it does not say.
"""

from __future__ import annotations

from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sought import sought

_BOUND = sought(r"[尚还仍]?(?P<less>不[足到满])\s?$")
_BELOW = 1  # points below the pace from which what is less than that lags for sure


def bound_of(share: Reading) -> str:
    """The words right before the share that make it a bound; empty where none do."""
    said = _BOUND.search(share.lead)
    return said["less"] if said is not None else ""


_OR_MORE = sought(r"(?:及|或)以上")


def is_at_least(share: Reading) -> bool:
    """Whether the share is one that was reached or passed, nobody knows by how much."""
    return share.value < 100 and _OR_MORE.match(share.tail) is not None


def lags_for_sure(share: Reading, cutoff_month: int | None) -> bool:
    """Whether less than this share is behind the pace of the report's last month."""
    return cutoff_month is not None and share.value <= Decimal(100 * cutoff_month) / 12 - _BELOW
