"""The rate of all beside the rates of each: 县医院药占比30.5%、中医院34.8%,两院合计31.7% answers for 公立医院药占比."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_IN_ALL = sought(
    r"(?:^|[,、;])\s?(?:[两三四五六各]\S{1,3}|[全本][市县旗区省州镇乡院校]|我[市县旗区省州]|全部)?(?:合计|综合|总体|整体|平均)(?:[为是达]|达到)?\s?$"
)
CUE = cue(sought(r"(?:合计|综合|总体|整体|平均)(?:[为是达]|达到)?\s?\d"))
_RATE = sought(r"[\u4e00-\u9fff]率$|(?:比例|占比|比重)$")
_NEAR = 6  # rates before that of all


def tell_in_all(found: Sequence[Reading]) -> None:
    """Let the rate of all be told of the plan, and those of its parts of nothing, in place."""
    for index, whole in enumerate(found):
        if whole.voice != "report" or not whole.quantity.is_percent or _IN_ALL.search(whole.lead) is None:
            continue
        parts = [r for r in found[max(0, index - _NEAR) : index] if _is_part(r, whole)]
        kind = _RATE.search(parts[0].own) if len(parts) > 1 else None
        if kind is None or not min(r.value for r in parts) <= whole.value <= max(r.value for r in parts):
            continue
        plans = [p for p in found[:index] if _is_plan(p, kind.group(), parts)]
        if len(plans) == 1:
            whole.own, whole.subject, whole.measure = "", plans[0].name, plans[0].measure
            for part in parts:
                part.voice, part.settled = "context", True


def _is_part(r: Reading, whole: Reading) -> bool:
    return r.sentence == whole.sentence and r.voice == "report" and r.quantity.is_percent and not r.bracket


def _is_plan(p: Reading, kind: str, parts: Sequence[Reading]) -> bool:
    """Whether this kind of rate was promised of all, and not of one of those that make it up."""
    of_one = any(len(r.own) > len(kind) and r.own in p.name for r in parts)
    return p.voice == "promise" and p.quantity.is_percent and p.name.endswith(kind) and not of_one
