"""Shares that may be all of a plan and so much more: 任务380户,完成456户,完成率超20%, by what the numbers come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.pairing.share_arithmetic import comes_to
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.over_the_plan import ALL

_EITHER = sought(
    r"(?:(?:完成|兑现|执行)(?:率|比例|比|进度)(?:分别|均|都|已|也)*超过?"
    r"|超过(?:年度|全年|年初|既定|下达|的)*(?:目标任务|任务目标|目标|任务|计划)(?:数|量|值)?的?)(?:了|约|近)*\s?$"
)
_NEAR = 12  # numbers before a share among which its plan and its figure are


def count_by_sum(found: Sequence[Reading]) -> None:
    """任务380户,完成456户,完成率超_20%: more than all where the numbers before it say so; in place."""
    for at, r in enumerate(found):
        if r.voice != "claim" or r.quantity.noun != "%" or not 0 < r.value < ALL or not _EITHER.search(r.clause_lead):
            continue
        near = [b for b in found[max(0, at - _NEAR) : at] if b.sentence == r.sentence and b.measure == "amount"]
        whole = replace(r, value=r.value + ALL)
        if any(comes_to(whole, told, plan) for plan in near for told in near if told.voice == "report"):
            r.value = whole.value
