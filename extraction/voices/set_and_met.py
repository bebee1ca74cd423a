"""Goals told as met by what stands before them: 超额完成省政府确定的年度新增80万亩高标准农田和20万亩灌溉的任务."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with

_SET = sought(
    r"(?:完成|实现|达到|兑现)(?:了)?(?:[^,。;\d]{0,10}?)(?:确定|下达|提出|要求|明确|安排|部署|规定|承诺)的"
    r"(?:[^,。;]{0,40}[、和及与])?[^,。;、\d]{0,16}$"
)
_ENDS = sought(r"[^,。;]{0,40}?(?:目标任务|任务目标|任务|目标|计划|指标)(?=[,。;)\n]|$)")
_CALLED = sought(r"的?(?:目标任务|任务目标|任务|目标|计划|指标)$")
_SHARED = sought(r"[^,。;]{0,40}?的\s?\d[\d.]*%")  # of which a share is told


@only_with(_SET)
def set_and_met(p: Place) -> Said | None:
    """完成了上级下达的新建_20个公园和_45座公厕的任务: each number of the task is a goal under its own name."""
    if p.r.measure != "amount" or p.r.bracket or _SET.search(p.clause_lead) is None:
        return None
    end = p.r.quantity.end
    if _ENDS.match(p.s.text, end) is None or _SHARED.match(p.s.text, end) is not None:
        return None
    return Said("promise", cued=True, own=_CALLED.sub("", p.r.own))
