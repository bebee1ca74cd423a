"""A plan told again as the whole of which some are done: 改造小区24个。目前24个小区中18个已完工、6个正在收尾.

The number said again is neither plan nor result; the one before it, where nothing else is told of it, is what was
planned, and what follows 中 tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.task_counts import counted_by_state
from extraction.words import names

_SOME_OF = sought(r"[^,。;、:()\d]{0,10}中,?(?:现|目前)?(?:已?有|已|仅|只|才)?")
CUE = cue(_SOME_OF)
_TOLD = sought(r"已|完成|建成|目前|现有|截至|累计|同比|其中|去年|上年|共(?!享|建)|中央|排查|发现|检查")
_REACH = 2  # sentences between the plan and the number said again


def mark_some_of_them(found: Sequence[Reading]) -> None:
    """Give plan, number said again and result their voices, in place."""
    for index, (again, some) in enumerate(pairwise(found)):
        if again.bracket or some.sentence != again.sentence or not is_whole_of_some(again):
            continue
        if counted_by_state(some):
            continue  # 62项工程中,正常推进48项
        plan = next((p for p in reversed(found[:index]) if _is_the_same(p, again)), None)
        if plan is None or some.quantity.noun != again.quantity.noun or some.base >= again.base:
            continue
        if plan.voice == "report" and not _TOLD.search(plan.clause_lead):
            plan.voice, plan.cued = "promise", True
        if plan.voice != "promise":
            continue
        again.voice = "context"
        if some.voice in ("report", "context"):
            some.voice, some.own, some.subject, some.part = "report", some.own.removeprefix("中"), plan.name, False


def is_whole_of_some(r: Reading) -> bool:
    """24个小区中|18个: some of so many follow at once."""
    return _SOME_OF.fullmatch(r.tail) is not None


def _is_the_same(plan: Reading, again: Reading) -> bool:
    same = plan.base == again.base and plan.quantity.noun == again.quantity.noun and plan.measure == "amount"
    near = 0 <= again.sentence - plan.sentence <= _REACH and not plan.bracket
    return same and near and plan.voice in ("report", "promise") and len(names.folded(plan.own)) >= 2


_OF_THEM = sought(r"[^,。;\d]{2,16}(?<!其)(?<!之)中")
_FEWER_OF_THEM = sought(r"[^,。;\d]{0,6}(?<!其)(?<!之)中,?(?:目前|现)?(?:已|有)[^,。;\d]{0,6}$")


def is_whole_of_next(r: Reading) -> bool:
    """38个饮水项目中,第一批28个; 新建16座中已完工8座: of how many the next figures are."""
    return (_OF_THEM.fullmatch(r.tail) and not r.lead.strip()) or _FEWER_OF_THEM.match(r.tail) is not None
