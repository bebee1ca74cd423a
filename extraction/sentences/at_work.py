"""Shares of the plan that are of what is finished and of what is at work together say not how much is finished.

完工18座、在建12座,合计占年度任务的100%    完工7座,在建3座,共占全年任务的100%

So many at work (正在安装44个) are no plan, and no figure that a total behind them is read by.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_AT_WORK = sought(r"[、,;]\s?(?:另有?|还有)?(?:在建|在施|正在?(?:建设|施工|改造|实施)|未完工)(?:的|了)?\s?$")
_REACH = 12  # characters before the figure


def is_at_work(text: str, of: Reading, found: Sequence[Reading]) -> bool:
    """Whether the figure is of what is at work, told right behind what is finished of the same."""
    if _AT_WORK.search(text, max(0, of.start - _REACH), of.start) is None:
        return False
    before = next((r for r in reversed(found) if r.start < of.start), None)
    return before is not None and before.sentence == of.sentence and before.quantity.noun == of.quantity.noun


_WORKED_ON = sought(r"(?:正在?(?:施工|建设|安装|装修|改造|实施|调试|铺设)|在建|在施|施工中|建设中)的?\s?$")
_WORKED_ON_BEHIND = sought(r"\s?(?:正在?|仍在)(?:施工|建设|安装|装修|改造|实施|调试|铺设)")


def is_worked_on(r: Reading) -> bool:
    """正在安装44个, 还有44个正在安装: so many are being worked on, without a word of what they are."""
    return _WORKED_ON.search(r.lead) is not None or _WORKED_ON_BEHIND.match(r.tail) is not None
