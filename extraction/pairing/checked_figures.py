"""Figures that say how far nothing is: claimed before a check found fewer, and worked out without a cause.

柳树镇上报建蓄水池40口,实地核查仅21口              the checked figure counts, not the reported one
完成17.9亿元,…。剔除退税因素,完成19.1亿元,为77.6%  the figure as it is counts, not the adjusted one
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_WITHOUT = sought(r"(?:剔除|扣除|还原|不考虑)[^,。;:\d]{1,14}?(?:因素|影响)(?:影响)?(?:后)?")
_CLAIMED = sought(r"(?:[上自申]报|报称|台账显示|台账登记)(?!目标|任务|计划)[^,。;:\d]{0,14}$")
_CHECKED = sought(
    r"(?:(?:实地|现场|抽查|复核|复查|核查|抽样|督查|经)*(?:核查|核实|查实|复核|核减|抽查|核验|核定)|现场查看)(?:后)?[,]?"
    r"(?:实际|认定|确认|只|仅|有|为|完成|发现|建成|实有)*\s?$"
)
CUE = cue(_WITHOUT, _CLAIMED)
_NEAR = 3  # figures that are told of one adjustment


def silence_adjusted(found: Sequence[Reading]) -> None:
    """Take their voices from both, in place; what was checked is of what was claimed."""
    for index, r in enumerate(found):
        if r.bracket or r.voice not in ("report", "claim") or r.measure == "growth":
            continue  # 扣除退税因素后增长7.1%: growth is told so
        if _is_adjusted(found, index):
            r.voice, r.settled = "context", True
        elif index + 1 < len(found):
            _take_checked(found, r, found[index + 1])


def _is_adjusted(found: Sequence[Reading], index: int) -> bool:
    """若剔除退税因素,完成_19.1亿元,为目标的_77.6%: the sentence told the figure as it is before."""
    r = found[index]
    before = [b for b in found[max(0, index - 2 * _NEAR) : index] if r.sentence - b.sentence <= 1]
    told = [b for b in before if b.voice in ("report", "claim", "promise") and not _WITHOUT.search(b.clause_lead)]
    named = _WITHOUT.search(r.clause_lead) or _WITHOUT.search(r.name) or _WITHOUT.search(r.subject)
    return bool(told) and named is not None


def is_claimed(r: Reading) -> bool:
    """自报建成_26个, a check found fewer: it answers nothing."""
    return r.voice == "context" and r.settled and _CLAIMED.search(r.clause_lead) is not None


def _take_checked(found: Sequence[Reading], claimed: Reading, checked: Reading) -> None:
    """上报_40口,实地核查仅_21口."""
    alike = claimed.quantity.noun == checked.quantity.noun and claimed.measure == checked.measure == "amount"
    if not alike or checked.bracket or checked.voice != "report" or checked.sentence != claimed.sentence:
        return
    if checked.base > claimed.base or not _CLAIMED.search(claimed.clause_lead) or not _CHECKED.search(checked.lead):
        return
    claimed.voice, claimed.settled = "context", True
    checked.cued, checked.settled = True, True
    named, name = claimed.own, _NAMED.sub("", claimed.own)
    name = "" if names.is_bare(name) else name
    checked.own = ""
    for r in found:
        if r is checked or (named and r.subject == named):
            r.subject = name  # 柳树镇上报新建蓄水池: who claimed it says nothing of what it is


_NAMED = sought(r"^.*?(?:[上自申]报|报称|台账显示|台账登记)(?:了)?")
