"""The one place that is slowest, or fastest, with its share of the plan: 培训进度较慢的为叶河区,仅完成目标任务的41%.

One name alone is no list of owners, but the words say that a place is meant, and the number is its share.
"""

from __future__ import annotations

import re

from extraction.cues import cue
from extraction.sought import sought
from extraction.voices.place import PEER, Place, Said
from extraction.words import names
from extraction.words.owner_names import PLACE
from extraction.words.words_around import without_leading

_PLAN = r"(?:(?:年度|全年|年)?(?:目标任务|任务目标|任务|目标|计划|预算)(?:数|量)?的)"
_IS = (
    r"(?P<thing>[^,。;:\d()]{0,24}?)(?:完成|推进)?(?:进度|进展|情况)?[最较][快慢好差低高]的(?:[县旗区市乡镇街道地单位]{1,3})?"
    rf"(?:为|是)(?P<who>[\u4e00-\u9fff]{{2,7}})(?:\((?:仅|只|已)?(?:完成{_PLAN}?)?|,(?:目前|现)?(?:仅|只|已)?完成{_PLAN})(?:约|近)?\s?"
)
_CALLED = rf"(?:其中)?[最][快慢低高]的(?P<called>[\u4e00-\u9fff]{{2,7}}?)(?:仅|只|已)?完成{_PLAN}(?:约|近)?\s?"
_SAID = re.compile(rf"(?:^|.*[,。;:])(?:{_IS}|{_CALLED})")
_OF_A_PLAN = sought(r"进度|进展|推进|完成")
_RATE = sought(r"[率度]$|比[重例]|占比|增[速幅长]|均值|指数")
_OF_TASKS = sought(r"(?:项目|事项|任务|实事|指标|工程)(?:个数|数量?|的)?(?:占比|比例|比重)[最较]")
_CUE = sought(r"[最较][快慢好差低高]的")
CUE = cue(_CUE)
_FAR = 72  # characters before the number
_PLACE = re.compile(PLACE)


def slowest_place(p: Place) -> Said | None:
    """进度较慢的为叶河区,仅完成目标任务的_41.2%; 最低的临川州仅完成预算的_51.2%."""
    if p.r.quantity.noun != "%" or not p.s.cues & CUE:
        return None
    start = max(p.s.sentence.start, p.r.start - _FAR)
    said = _SAID.fullmatch(p.s.text[start : p.r.start].replace("\n", ""))
    who = said and (said["who"] or said["called"])
    if said is None or who is None or _PLACE.fullmatch(who) is None:
        return None
    thing = without_leading(said["thing"] or "")
    own = thing if len(names.folded(thing)) >= 3 else ""
    told = p.last.name if p.last is not None and p.last.voice != "context" else p.s.main or p.s.topic
    if _OF_TASKS.search(p.s.text, p.s.sentence.start, p.r.start):
        return PEER  # 达到序时进度的项目占比最高的为武溪区(81.3%): how many of its tasks keep pace
    if _OF_A_PLAN.search(said.group()) is None and _RATE.search(own or told):
        return PEER  # 森林覆盖率较高的为青山县(71%): a rate of its own
    p.r.owner, p.r.of_work, p.r.part = who, True, False
    return Said("claim", own=own, subject=own or told, measure="completion")
