"""The quarter's goal in a report of one quarter is that quarter's: 季度目标52亿元 reads as 一季度目标52亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_HEAD = 160  # characters in which a report's title stands
_WHICH = re.compile(r"(?P<several>前|[至到\-—、和及])?第?(?P<which>[一二三四])季度")
_WHOSE = re.compile(  # 本季度目标, 当季计划, ——季度目标
    r"(?<![上下前后各分每两三四一二逐跨单多个半第\d])(?P<said>[本当该]季度?|季度)的?(?:目标|计划|任务)"
    r"(?:数|值|任务)?(?=(?:为|是|:|：)?\s?\d|[\u4e00-\u9fff]{2,12}\d)"
)


def quarter_named(text: str) -> Iterator[Edit]:
    """The edits that name the quarter, where the report's head names just one."""
    if "季" not in text:
        return
    titles = [line for line in text[:_HEAD].split("\n") if "季度" in line]
    named = list(_WHICH.finditer(titles[0])) if titles else []
    if len(named) != 1 or named[0]["several"]:
        return
    which = named[0]["which"]
    for match in _WHOSE.finditer(text):
        yield *match.span("said"), f"{which}季度"
