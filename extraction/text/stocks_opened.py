"""The bracket behind all that there is, with this year's part and this year's goal, is opened.

建成食堂312家(今年新增28家,任务60家) reads as 建成食堂312家,今年新增28家,任务60家. All years together answer no goal.
So is one that tells another thing with its own goal: 完成33座(改造公厕12座,任务20座) is two parts of a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = rf"\d[\d,.]{{0,11}}\s?[万亿]{{0,2}}(?:{units.AMOUNTS})"
_STOCK = sought(
    rf"(?<=[\u4e00-\u9fff]){_NUMBER}(?P<open>\()(?:其中)?[,:]?(?:今年|本年度?|年内|当年|年度)(?:以来)?[,]?(?:已|累计|实际|共)*"
    rf"(?:新增|新建|建成|新建成|完成|新开|新设|增加|培训|发展|改造|认定)(?:了)?{_NUMBER}[,;、]\s?"
    rf"(?:今年|本年|年度|全年|年初)?的?(?:目标|任务|计划)(?:任务|目标)?[数值]?(?:为|是|新增|新建)?{_NUMBER}(?P<close>\))"
)
_OTHER = sought(
    rf"(?:完成|建成|新建|改造)(?:了)?{_NUMBER}(?P<open>\()(?!其中|今年|本年|年内|当年|含|占|累计|已)[\u4e00-\u9fff]{{2,12}}{_NUMBER}[,;、]\s?"
    rf"(?:年度|全年)?(?:目标|任务|计划)(?:为|是)?{_NUMBER}(?P<close>\))"
)
_GOAL = sought(r"(?:目标|任务|计划)[^()\n]{0,8}\d[^()\n]{0,12}\)")


def stocks_opened(text: str) -> Iterator[Edit]:
    """The edits that write a comma for the bracket's beginning, and nothing for its end."""
    if not _GOAL.search(text):
        return
    for pattern, mark in ((_STOCK, ","), (_OTHER, ";")):
        for match in pattern.finditer(text):
            yield *match.span("open"), mark
            yield *match.span("close"), ""
