"""Lines below a heading that says what stands on both sides of a stroke: 【民生实事 完成数/全年数】.

新增托位 310/900个        reads as   新增托位:完成310个,年度目标900个
法律援助 ████░░ 48.1%     reads as   法律援助:完成年度任务的48.1%

The heading may name the two the other way round. A drawn bar is how far the thing is, where such a heading, or one that
speaks of progress, stands above it; a rate (签约率 ███ 76%) is itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_DONE = r"(?:已?完成|实际完成|实际|进展|实绩|当前|目前)(?:数|量|情况|值)?"
_PLAN = r"(?:(?:全年|年度|年初|计划)?(?:目标|任务|计划)|全年|年度)(?:总?数|总?量|值)?"
_LEGEND = rf"(?:(?P<first>{_DONE})[ ]?/[ ]?{_PLAN}|{_PLAN}[ ]?/[ ]?{_DONE})"
_DRAWN_IN = r"\u2580-\u2593\u25a0\u25a1\u25ae-\u25b1"
_BARS = rf"[{_DRAWN_IN}]{{3,40}}"
_SECTION = re.compile(
    rf"^(?P<head>[^\n。]{{0,20}}?(?:{_LEGEND}|(?:完成|进度|进展)[^\n。,;:\d]{{0,8}}$)[^\n。]{{0,4}})\n"
    rf"(?P<lines>(?:[^\n。;]{{2,30}}\d[^\n。;]{{0,8}}\n?){{1,40}})",
    re.MULTILINE,
)
_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?"
_PAIR = re.compile(
    rf"^[^\n:;/|\d]{{2,24}}?(?P<gap>[ :]?[ ]?)(?<!\d)(?P<one>{_NUMBER})(?P<stroke>[ ]?/[ ]?)(?P<two>{_NUMBER})"
    rf"[ ]?(?P<unit>[万亿]{{0,2}}(?:{units.AMOUNTS}))$",
    re.MULTILINE,
)
_DRAWN = re.compile(
    rf"^[^\n:;/|\d{_DRAWN_IN}]{{2,24}}?(?<![率 :])"
    rf"(?P<bars>[ :]?[ ]?{_BARS}[ ]?)\d{{1,3}}(?:\.\d{{1,2}})?%$",
    re.MULTILINE,
)


def slashed_by_legend(text: str) -> Iterator[Edit]:
    """The edits that write a label, the figure and its goal."""
    if "/" not in text and not re.search(_BARS, text):
        return
    for section in _SECTION.finditer(text):
        span = section.span("lines")
        if "/" in section["head"]:
            told, goal = ("完成", "年度目标") if section["first"] else ("年度目标", "完成")
            for pair in _PAIR.finditer(text, *span):
                yield *pair.span("gap"), f":{told}"
                yield pair.start("stroke"), pair.start("stroke"), pair["unit"]  # which stands nowhere there
                yield *pair.span("stroke"), f",{goal}"
        for drawn in _DRAWN.finditer(text, *span):
            yield *drawn.span("bars"), ":完成年度任务的"
