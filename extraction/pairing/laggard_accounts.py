"""An entry of a list of laggards that gives its own account behind a colon.

    1.修建机耕道150公里(市农业农村局):完成71公里,其中柳溪镇仅完成4公里。      the plan stands in the entry's head
    2.进出口总额:实现31.4亿元,下降8.6%,全年目标为增长5%。                       a goal of its own stands behind

What stands there tells, whatever the list makes of a bare number.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought

_HEAD = sought(r"[^:;。\n]{2,60}:")
_PLANNED = sought(r"\d[\d.]*\s?[万亿]?(?!\s?[项条款号期月年日)])[\u4e00-\u9fff%]")
_NUMBERED = sought(r"\(?第?[\d一二三四五六七八九十]{1,3}(?:[.、)]|项)")
_TOLD_FIRST = sought(
    r"(?:今年以来|截至[^,:;。]{1,8},?|[1-9一二三四上前][^,:;。]{0,6}[月年度],?)?(?:实现|完成|实际|到位|已|仅|建成|开工|同比|下降|增长)"
)
_GOAL = sought(r"目标|预期|计划|任务|指标")


def accounts_of(text: str, item: Item, listed: Sequence[Reading]) -> set[int]:
    """The `id`s of the listed readings that stand in such an account."""
    if item.announced is None or (head := _HEAD.match(text, item.start, item.end)) is None:
        return set()
    numbered = _NUMBERED.match(text, item.start, head.end())
    begins = numbered.end() if numbered else item.start
    end = text.find("。", head.end(), item.end)
    end = item.end if end < 0 else end
    planned = _PLANNED.search(text, begins, head.end() - 1) is not None
    answered = _TOLD_FIRST.match(text, head.end(), end) is not None and _GOAL.search(text, head.end(), end) is not None
    return {id(r) for r in listed if head.end() <= r.start < end} if planned or answered else set()
