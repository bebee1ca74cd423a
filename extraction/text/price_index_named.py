"""The index of consumer prices by its kind alone, below a goal for those prices: 上半年价格指数100.9,同比涨0.9%.

The index bears another name than the goal (居民消费价格), and what the prices rose by would be called by neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_PRICES = "居民消费价格"
_GOAL = re.compile(  # 居民消费价格,全年涨幅目标2.5%以内。
    rf"{_PRICES}(?:总?水平|总?指数)?(?:\(100\)|\(CPI\))?[,，:：]?(?:全年|年度)?(?:涨幅|上涨|目标|控制|预期)"
    r"[^。；;\n\d]{0,12}\d(?:\.\d+)?%[^。；;\n\d]{0,4}[。；;]"
)
_INDEX = re.compile(r"(?<=[年月度,，])(?P<at>)(?:价格)?总?指数(?:为|是|达)?(?=1?\d\d\.\d)")
_ONE_STORY = 60  # characters behind the goal in which it is told


def price_index_named(text: str) -> Iterator[Edit]:
    """The edits that call such an index by the goal's name."""
    for goal in _GOAL.finditer(text) if _PRICES in text else ():
        line = text.find("\n", goal.end())
        told = _INDEX.search(text, goal.end(), min(goal.end() + _ONE_STORY, line if line > 0 else len(text)))
        if told is not None:
            kind = "" if text.startswith("价格", told.end("at")) else "价格"
            yield told.start("at"), told.start("at"), f"居民消费{kind}"
