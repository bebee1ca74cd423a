"""How many a work takes in, where it is told of how many of them it is done: 饮水工程,涉及540个村,完工388个村.

What a work takes in is no plan by itself (改造小区86个,涉及2.1万户); of a work that has no other number, it is.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with

_TAKES_IN = sought(
    r"[,、]?(?P<work>[^,、。;:\d]{4,24}?)?[,、]?(?:总|共|一共|总共|全[省市县旗区])*涉及"
    r"(?P<other>[^,。;:、\d]{0,8}\d[\d.]*[^,。;:、\d]{1,4}、)?(?P<thing>[^,、。;:\d]{0,8})\s?$"
)
_OF = sought(r"[\u4e00-\u9fff]{0,4}(?=[,、])")  # 540个|村,
_DONE = (
    r"(?:目前|现|已经?|全面|累计|实际)*(?:完[成工](?:改造|建设|拆除|安装|施工|铺设|搬迁|提升|硬化|治理)?(?!整改|调查|排查|核查|签约|评估)"
    r"|建成|竣工|拆除|改造|安装|通[水车电气]|搬迁|投用|交付|硬化|治理)(?:了)?\s?"
)
_TELLS = sought(rf"[,、]\s?{_DONE}$")
_OF_YEARS = sought(r"(?:去年|上年|近年|历年|20\d\d年)(?:以来|至今)|其中[^,。;]{0,8}(?:今年|年度|任务|计划|目标)")
_FAR = 60  # characters behind in which it is told of how many it is done


@only_with(sought(r"涉及"))
def extent_told(p: Place) -> Said | None:
    """雨污分流改造,涉及小区_58个,完工31个: the plan, by the name of the work."""
    r = p.r
    if r.measure != "amount" or r.bracket or not r.quantity.noun:
        return None
    said = _TAKES_IN.search(p.s.text[max(p.s.sentence.start, r.start - 48) : r.start])
    if (
        said is None
        or _has_its_own(p, r.start - len(said["other"] or "") - len(said["thing"]))
        or not _is_told(p, said["thing"])
    ):
        return None
    work = said["work"]
    if not work or _OF_YEARS.search(p.s.text, p.s.sentence.start, r.quantity.end + _FAR):
        return None  # 去年以来,供热改造涉及1.6万户,…;其中今年任务6000户: the year's is told apart
    return Said("promise", cued=True, own=work, subject=work, part=False)


def _has_its_own(p: Place, start: int) -> bool:
    """Whether the work has a number before what it takes in, which is its own: 改造小区86个,涉及2.1万户."""
    last = next((b for b in reversed(p.before) if b.quantity.end <= start), None)
    return last is not None and last.sentence == p.r.sentence and ";" not in p.s.text[last.quantity.end : start]


def _is_told(p: Place, named: str) -> bool:
    """Whether a number of the same things, and no more of them, is done right behind it."""
    text, r = p.s.text, p.r
    thing = _OF.match(text, r.quantity.end)
    if thing is None:
        return False
    at = thing.end()
    for other in p.s.inside:
        if other.start < at or other.start > at + _FAR or other.noun != r.quantity.noun or other.base is None:
            continue
        behind = text[other.end : other.end + len(thing.group())] in (thing.group(), "")
        behind = behind or text[other.end : other.end + 1] in ",;。、"
        clause = text[max(at, text.rfind(",", at, other.start)) : other.start].removesuffix(named)
        if behind and other.base <= r.base and _TELLS.match(clause):
            return True
    return False
