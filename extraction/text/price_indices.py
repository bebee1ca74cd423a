"""An index of prices beside the change that says the same, below a goal for those prices: the change alone is told.

居民消费价格涨幅3%左右。上半年价格总指数102.4,同比上涨2.4%        上半年同比上涨2.4%
…累计指数101.8(上年同期=100),即涨1.8%                            上半年累计涨1.8%

The index bears another name than the goal, and what the prices rose by would be called by neither. An index that
names its own prices (工业生产者出厂价格指数) is of those.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_PRICES = "价格"
_HUNDRED = r"(?:\([^()\n]{2,14}\))?"  # (上年同期=100)
_INDEX = sought(
    rf"(?<=[,。;:月份年度])(?P<out>(?:价格)?(?:总|累计)?指数{_HUNDRED}(?:为|是|达到?)?(?:9\d|1[01]\d)(?:\.\d{{1,2}})?%?{_HUNDRED},即?)"
    r"(?=(?:累计|平均)?(?:同比|比上年同期|比去年同期)?(?:上?涨|下降|增长|回落)\d)"
)
_REACH = 70  # characters of the line before it in which the prices are named


def price_indices(text: str) -> Iterator[Edit]:
    """The edits that leave such indices out, in the folded text."""
    for index in _INDEX.finditer(text) if "指数" in text else ():
        line = text.rfind("\n", 0, index.start()) + 1
        if _PRICES in text[max(line, index.start() - _REACH) : index.start()]:
            yield *index.span("out"), ""
