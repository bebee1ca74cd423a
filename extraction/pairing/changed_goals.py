"""Goals by what stands around them: a plan that was changed later, and a list that one 的任务 closes.

计划检查企业420家次,6月调减为380家次。              the second is the year's goal
新增二级企业8家、三级企业60家的任务                  both are promised
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.numbers import units
from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sentences.readings import Reading
from extraction.sought import sought

_CHANGED = sought(
    r"(?:调减|调增|调整|调高|调低|上调|下调|核减|核增|修订|变更|追加)(?:为|至|到)\s?$"
    r"|(?:因|由于|受|经)[^,。;\d]{2,16}(?:压减|缩减|减少|压缩|减)(?:为|至|到)\s?$"  # 因生源减少压减至110名
)
CUE = cue(_CHANGED)
_PAID = sought(r"标准|待遇|补贴|补助|工资|报酬|养老金|低保|价格|电价|水价|费率")  # set anew, it meets a goal
_NEAR = 3  # numbers back to the goal
_PLANNED = sought(r"计划|目标|任务|预算|预期|原定|年初")
_TOLD = sought(r"已|目前|截至|累计|实际(?!利用|使用|吸收)|完成了|同比|占")


def take_changed(found: Sequence[Reading]) -> None:
    """Let the changed goal stand for the one before it, in place."""
    for index, changed in enumerate(found):
        if changed.bracket or _CHANGED.search(changed.lead) is None:
            continue
        before = [r for r in found[max(0, index - _NEAR) : index] if not r.bracket]
        alike = [r for r in before if r.measure == changed.measure and r.quantity.noun == changed.quantity.noun]
        first = alike[-1] if alike else before[-1] if before else None  # 目标1.12亿吨、增速6%,调整为1.05亿吨
        if first is None or not _is_goal(first) or changed.sentence - first.sentence > 1:
            continue
        if _PAID.search(changed.clause_lead) and not _PLANNED.search(changed.clause_lead):
            continue
        if not units.fits(first.quantity.noun, changed.quantity.noun) or first.measure != changed.measure:
            continue
        changed.voice, changed.cued, changed.own, changed.subject = "promise", True, first.own, first.subject
        changed.heading, first.voice, first.settled = first.heading, "context", True
        changed.compared = True  # what a plan was brought down to is no limit


def _is_goal(r: Reading) -> bool:
    return r.voice == "promise" or (r.voice in ("report", "base") and _PLANNED.search(r.clause_lead) is not None)


def take_listed(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to what stands in one list with a goal that 的任务 closes, in place."""
    for index, last in enumerate(found):
        if last.voice != "promise" or last.bracket or not last.tail.startswith("的") or not stands_as_goal(last.tail):
            continue
        following = last
        for r in reversed(found[:index]):
            between = text[r.quantity.end : following.start]
            listed = r.clause_start == last.clause_start and sought(r"[^,。;:]{0,4}[、和及与].*").match(between)
            if r.bracket or r.voice != "report" or not r.own or not listed or _TOLD.search(r.clause_lead):
                break
            r.voice, r.cued, following = "promise", True, r
