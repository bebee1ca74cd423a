"""Quoted tasks that are each told right behind their quotation: “新建公厕50座”,31座投用;“改造危房90户”,竣工77户.

Such a list has no heading whose promises the rest tells: what is in quotes is planned, what stands behind them is told.
"""

from __future__ import annotations

from extraction.outline.items import Item
from extraction.sought import sought

_TOLD_BEHIND = sought(
    r"(?:^|[;。:是、\n])\s?“[^“”。;\n]{0,40}\d[^“”。;\n]{0,30}”(?:的?(?:项目|任务|工作|实事|指标))?,(?!“)[^“”;。\n]{0,30}\d"
)
_FEWEST = 2


def quoted_each(text: str, start: int, end: int) -> bool:
    """Whether such a list stands there."""
    return text.find("“", start, end) >= 0 and len(_TOLD_BEHIND.findall(text[start:end])) >= _FEWEST


def leave_quoted_each(text: str, item: Item) -> bool:
    """Take the headings from an item that is such a list, in place; whether it is one."""
    begins = next((s for s in item.sentences if text.find("“", s.start, s.end) >= 0), None)
    if begins is None or not quoted_each(text, begins.start, item.end):
        return False
    if _TOLD_BEHIND.search(text[begins.start : begins.end]) is None:
        return False
    if begins is not item.sentences[0] and not begins.heading and item.sentences[0].heading:
        return False  # a heading of its own stands above the list
    for sentence in item.sentences:
        sentence.heading = False
    return True
