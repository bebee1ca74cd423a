"""What is lacking until the goal, told before it: 扶贫车间还差5家才能完成全年30家的任务 says that 25 are done.

The number before is what is left of the plan behind (`pairing/what_is_left.py`); the plan has the name before both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_LACKS = sought(r"(?:[还尚仍][差缺欠需]|尚?有?缺口|差)(?:约|近)?\s?$")
_UNTIL = sought(
    r"(?:左右)?[,]?\s?(?:才能?(?:够)?|即可|就(?:能够?|可以?)?|方[可能]|便可|可|能)(?:如期|顺利|按期)?"
    r"(?:全面|超额)?(?:完成|实现|达到?|突破)(?:了)?(?P<year>(?:全年|年度|年初|今年|[省市县旗区]|下达|既?定|目标|任务|计划)*的?)\s?"
)
_GOAL = sought(r"\s?的?[^,。;、()\d]{0,8}?(?:目标|任务|计划)")
_NAME_ENDS = sought(
    r"(?:目前|现|仍|还|尚)*[还尚仍]?[差缺欠需](?:才能?|即可|就(?:能|可以?)?|方[可能]|便可|可)?(?:完成|实现|达到?)?$"
)
CUE = cue(_LACKS)


def hold_lacking(text: str, found: Sequence[Reading]) -> None:
    """Make what is lacking the rest of the plan behind it, in place."""
    for lacking, plan in pairwise(found):
        alike = lacking.measure == plan.measure == "amount" and lacking.quantity.noun == plan.quantity.noun
        if not alike or lacking.base >= plan.base or not _LACKS.search(lacking.lead):
            continue
        until = _UNTIL.fullmatch(text, lacking.quantity.end, plan.start)
        if until is None or not (until["year"] or _GOAL.match(text, plan.quantity.end)):
            continue
        lacking.voice, lacking.settled = "context", True
        plan.voice, plan.cued, plan.rest = "promise", True, lacking.base
        plan.own, plan.subject = _NAME_ENDS.sub("", plan.own), _NAME_ENDS.sub("", plan.subject)
