"""Works told by how far they are: the first of several whose shares have a bound, and parts of a work.

公墓建设等4项完成率超_70%                 the bound is above the pace, so the first of them is on its way at least
农村路建设路基完成率100%、路面完成率_54.7%   the second is a part of the same work
“文化馆年内开放”,装修完成_72%               a part is not how far the quoted work is
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with
from extraction.words import wording

_SEVERAL = sought(
    r"(?:^|[,。;:])(?P<first>[^,。;:、\d]{4,24})(?:、[^,。;:\d]{2,40})?等\d{1,2}[项个件](?:任务|工作|实事|工程|项目|指标|事项)?的?"
    r"(?:任务|目标)?完成(?:率|比例|进度)(?:均|都|全部|已)*(?:超过?|达到?|突破|高于|不低于)\s?$"
)


@only_with(_SEVERAL)
def first_of_several(p: Place) -> Said | None:
    """公墓建设等4项完成率超_70%: of a bound that is below the pace nobody can say what it means."""
    said = _SEVERAL.search(p.clause_lead) if p.r.quantity.noun == "%" and not p.r.bracket else None
    if said is None:
        return None
    if not p.s.cutoff_month or p.r.value * 12 < p.s.cutoff_month * 100:
        return CONTEXT
    p.r.settled = True
    return Said("claim", own=said["first"], subject=said["first"], measure="completion")


_QUOTED = sought(
    r"“(?P<work>[^”“]{4,40}[底前内](?:全面|全部|基本)?(?:竣工|完工|投用|投入使用|建成|通车|完成|开放|交付))”(?:\([^()]{0,20}\))?,"
    rf"(?:目前|现|截至[^,。;:]{{1,8}},?)?(?P<part>[\u4e00-\u9fff]{{0,4}}?(?:{wording.SITE_WORKS}|外墙|外立面|室内|桩基))[\u4e00-\u9fff]{{0,6}}?"
    r"(?:已|仅|只|才)*完成(?:了|约|近)?\s?$"
)


@only_with(_QUOTED)
def part_of_quoted(p: Place) -> Said | None:
    """“文化馆年内开放”,装修完成_72%: the task is the work that is quoted; of a part, nobody can say how far it is."""
    said = _QUOTED.search(p.s.text, p.s.sentence.start, p.r.start) if p.r.quantity.noun == "%" else None
    return CONTEXT if said is not None and said["part"] not in said["work"] else None


_WORK = r"建设|改造|修建|提升|整治|治理|加固|工程|项目|行动"
_PART = sought(rf"(?P<work>[^,。;:\d]{{2,24}}(?:{_WORK}))(?P<part>[\u4e00-\u9fff]{{2,4}})")
_NEXT = sought(r"[、,]\s?(?P<part>[\u4e00-\u9fff]{2,4})(?:完成率|完成比例|完成进度)(?:仅|只|已)?(?:为|达到?|有)?\s?")


def name_parts(text: str, found: Sequence[Reading]) -> None:
    """Give the second part of a work, told right behind the first, the name of the work as well, in place."""
    work = ""
    for first, second in pairwise(found):
        said = _PART.fullmatch(first.own)
        if said is not None and sought(_WORK).search(said["part"]) is None:
            work = said["work"]
        elif not (work and first.own.startswith(work)):
            work = ""
        following = _NEXT.fullmatch(text, first.quantity.end, second.start) if work and _alike(first, second) else None
        if following is not None and second.own == following["part"]:
            second.own = second.subject = work + second.own


def _alike(first: Reading, second: Reading) -> bool:
    shares = all(r.voice == "claim" and r.measure == "completion" and not r.bracket for r in (first, second))
    return shares and first.sentence == second.sentence and first.owner == second.owner
