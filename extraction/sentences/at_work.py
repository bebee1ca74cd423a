"""Shares of the plan that are of what is finished and of what is at work together say not how much is finished.

完工18座、在建12座,合计占年度任务的100%    完工7座,在建3座,共占全年任务的100%
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
