"""What each of several did, told in the order of their plans: 其中国网500根、特来电400根,两家分别建成330根、310根.

How many they are (两家) counts nothing that was promised.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_COUNTED = sought(
    r"(?:单位|企业|公司)?(?:分别|依次)(?:已|仅|只)?(?:完成|建成|新增|实现|培训|发放|改造|安装|开通|占|为|达)"
)
_FEW = range(2, 10)
_NEAR = 6  # numbers before the plans among which their sum stands
CUE = cue(_COUNTED)


def answer_in_turn(found: Sequence[Reading]) -> None:
    """Name each figure by the plan in its place, and take the voice from their count, in place."""
    for index, count in enumerate(found):
        if count.quantity.noun not in ("家", "个", "者", "方") or _COUNTED.match(count.tail) is None or count.bracket:
            continue
        many = int(count.base) if count.base in _FEW else 0
        if not many:
            continue
        count.voice, count.settled = "context", True
        plans, told = found[max(0, index - many) : index], found[index + 1 : index + 1 + many]
        if len(plans) == len(told) == many and _in_turn(plans, told):
            whole = next(
                (r for r in reversed(found[max(0, index - many - _NEAR) : index - many]) if _is_whole(r, plans)), None
            )
            if whole is not None:
                whole.of_plan = whole.start
            for plan, figure in zip(plans, told, strict=True):
                figure.of_plan = None if whole is None else whole.start
                plan.voice, plan.cued = "promise", True
                figure.voice, figure.own, figure.subject, figure.part = "report", plan.own, plan.name, plan.part


def _is_whole(r: Reading, plans: Sequence[Reading]) -> bool:
    """Whether the number is what the plans make up; what each did is then of it, too."""
    same = r.quantity.noun == plans[0].quantity.noun and r.sentence == plans[0].sentence
    return same and r.base == sum(p.base for p in plans)


def _in_turn(plans: Sequence[Reading], told: Sequence[Reading]) -> bool:
    """Whether the plans stand in a list, each with a name, and the figures in another, all in one sentence and unit."""
    both = [*plans, *told]
    alike = len({(r.sentence, r.quantity.noun) for r in both}) == 1 and not any(r.bracket or r.owner for r in both)
    listed = all(r.lead.startswith("、") for group in (plans, told) for r in group[1:])
    return alike and listed and all(r.own for r in plans)
