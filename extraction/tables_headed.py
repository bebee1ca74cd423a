"""What the line right above a table says of all its rows: 二、滞后项目, 进度滞后的县区如下:."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction import wording
from extraction.records import Claim, Indicator
from extraction.sought import sought

_REACH, _LONGEST = 120, 60
_LIST = sought(r"项目|任务|指标|事项|名单|清单|[县区市乡镇](?:区)?(?:如下|:|$)|单位|部门|如下|下列|以下|的有|榜|通报")
_NOT_SAID = sought(r"无滞后|未滞后|不滞后|情况[^,。;]{0,4}表|说明|原因")


def behind_above(raw: str, text: str, start: int) -> Claim | None:
    """The bureau's word that what the table lists is behind; None where its line says no such thing."""
    above = text[max(0, start - _REACH) : start].rstrip()
    low = max(above.rfind("\n"), above[:-1].rfind("。")) + 1
    line = above[low:]
    said = wording.BEHIND.search(line)
    if said is None or len(line) > _LONGEST or not _LIST.search(line) or _NOT_SAID.search(line):
        return None
    begin = max(0, start - _REACH) + low + said.start()
    return Claim(None, "lagging", raw[begin : begin + len(said.group())], begin, begin + len(said.group()))


def with_word_above(indicators: Sequence[Indicator], word: Claim | None) -> list[Indicator]:
    """The indicators that nothing in the table answers, with what the line above says of all."""
    return [
        replace(i, claims=(*i.claims, word)) if word and i.target and i.actual is None and not i.claims else i
        for i in indicators
    ]
