"""A cell's figure of one month, which is no progress of the year's: 9月份完成18公里; 6月新增45个.

Where it comes to the whole plan it may as well say when that was reached.
"""

from __future__ import annotations

from decimal import Decimal

from extraction.sentences import refusals
from extraction.sought import sought

_ONE_MONTH = sought(  # January's is the year so far
    r"(?:^|[,;。、(\n])\s?(?:其中)?[,:]?\s?(?:[2-9]|1[0-2])月份?(?:当月|单月)?(?![底末初中上下至到\d日起以之前-])"
    r",?(?P<said>[^,;。、(\d]{0,12})$"
)
_SO_FAR = sought(r"累计|共|合计|总|已|至今|为止")


def month_alone(before: str, planned: str, part: Decimal | None) -> str | None:
    """Why a figure behind these words answers no plan of the year; `part` is which part of the plan it is."""
    told = _ONE_MONTH.search(before)
    if told is None or _SO_FAR.search(told["said"]) or "月" in planned or (part is not None and part >= 1):
        return None
    return refusals.MONTH
