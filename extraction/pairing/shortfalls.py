"""What is told to be wrong promises nothing: 存在问题: 配套资金应到位1800万元,实际到位960万元.

What should have come is the measure of what is lacking, unless it is called a goal.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.outline.headings import PROBLEMS
from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought

_OUGHT = sought(r"(?<![供响反效适感对])应(?:到位|[配有设编缴收交拨付]|筹集)")  # not 应完成, which is a plan
CUE = cue(_OUGHT)
_GOAL = sought(r"目标|任务|计划|要求|指标|考核")
_BACK = 40  # sentences before the number that may say so
_OPENING = 24  # characters in which a heading or a sentence says that it is about what is wrong


def mark_shortfalls(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Take the voice of a promise from what ought to have been where the words before are about problems, in place."""
    for r in found:
        ought = r.voice == "promise" and not r.bracket and _OUGHT.search(r.clause_lead) is not None
        if ought and not _GOAL.search(r.clause_lead) and _is_wrong(text, item, r):
            r.voice = "context"


def _is_wrong(text: str, item: Item, r: Reading) -> bool:
    """Whether a heading above the number, or a sentence of its item up to its own, opens with what is wrong."""
    headings = (*item.above, item.title)
    opens = (text[s.start : s.start + _OPENING] for s in item.sentences[max(0, r.sentence - _BACK) : r.sentence + 1])
    return any(PROBLEMS.search(h[:_OPENING]) for h in (*headings, *opens))
