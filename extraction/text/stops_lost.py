"""A stop that a page lost between a rate and the number of the next sentence, which touches it.

处置率达91%64.2公里渠道改造任务已完成50公里      reads as 处置率达91%。64.2公里渠道改造任务已完成50公里
铺设完工21.3万亩71%四是畜牧。                  reads as 铺设完工21.3万亩71%。四是畜牧。    where 三是 stands before
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_FUSED = sought(
    rf"(?<=[\u4e00-\u9fff\d.])\d%(?P<at>)(?=\d[\d,]*(?:\.\d+)?[万亿]?(?:{units.AMOUNTS})[\u4e00-\u9fff“”]{{2,24}}"
    r"(?:已|完成|任务|建成|开工|完工|竣工))"
)
_POINT = sought(r"(?<=[\d%])(?P<at>)(?P<number>[二三四五六七八九])是(?=[\u4e00-\u9fff“])")
_BEFORE = dict(zip("二三四五六七八九", "一二三四五六七八", strict=True))
_OPEN = sought(r"[(][^()\n]{0,80}$")


def stops_lost(text: str) -> Iterator[Edit]:
    """The edits that put a stop there; in brackets a rate and a count may stand side by side."""
    for match in _FUSED.finditer(text):
        if _OPEN.search(text, max(0, match.start() - 80), match.start()) is None:
            yield *match.span("at"), "。"
    for match in _POINT.finditer(text):
        if text.rfind(_BEFORE[match["number"]] + "是", 0, match.start()) >= 0:
            yield *match.span("at"), "。"
