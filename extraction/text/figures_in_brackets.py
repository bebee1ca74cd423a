"""A name with its figure and its goal in one bracket reads as the figure with its goal behind it.

绿色建筑占比(68%,目标75%)、装配式建筑占比(21.5%,年度目标26%)    改造户厕(完成1200户,任务3000户)进度滞后

Goals first (年度目标12家,已完成5家) need no other order; a number alone in the bracket is a goal (text/done_behind.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = rf"-?\d[\d,.]{{0,11}}\s?[万亿]{{0,2}}(?:{units.AMOUNTS}|%|‰|个百分点)"
_TWO = sought(
    r"(?:(?<=[、,;:。\n])|^)(?P<name>[^\d,、;:。()\n]{2,24})(?P<open>\()(?:目前|现|1-\d{1,2}月|截至\d{1,2}月[底末])?"
    rf"(?:已|仅|实际|累计)*(?:完成|达到?|为|增长|下降|(?P<did>(?!计划|目标|任务)[\u4e00-\u9fff]{{2}}))?(?:了|约)?{_NUMBER}(?:左右)?(?P<mark>[,;、])\s?"
    r"(?:年度|全年|年初|考核|[省市县旗区]定?|上级|下达)*(?:目标|任务|计划)(?:任务|目标)?[数值]?(?:为|是)?"
    rf"(?:增长|下降|不低于|不高于)?{_NUMBER}(?:以上|以下|以内|左右)?\)"
)
_GOAL = sought(r"[,;、]\s?[^()\n,;、\d]{0,10}(?:目标|任务|计划)[^()\n]{0,8}\d[^()\n]{0,12}\)")


def figures_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that take the figure out of the bracket and leave the goal in it."""
    for match in _TWO.finditer(text) if _GOAL.search(text) else ():
        yield *match.span("open"), ""
        if match["did"] and match["name"].endswith(match["did"]):
            yield *match.span("did"), ""  # 辅具适配(适配420件,任务400件)
        yield *match.span("mark"), "("
