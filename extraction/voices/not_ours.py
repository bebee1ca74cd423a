"""Works of others that a report mentions beside its own.

铁路单位自行改造的站房30座、完工21座,不计入上述数量     the report itself leaves them out
此外,由驻区部队组织的营房改造已完工11处,还有6处在建     others do them, and no plan for them is told
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import PEER, Place, Said, only_with

_OUT = (
    r"(?:暂|均|都|也|皆)?(?:不|未|没有|不再|并未)(?:重复|一并)?"
    r"(?:计入|纳入|列入|算入|算在|包括在|包含在|统计在|含在|计算在|在)[^,。;:()\d]{0,8}"
    r"(?:上述|以上|前述|本|该|此|任务|实事|目标|考核|统计|数量|数据|总数|口径|范围|清单|计划)"
)
_LEFT_OUT = sought(rf"(?:以上|上述|这些|该部分|这部分|此部分|此类)?(?:{_OUT}[^,。;:\d]{{0,8}})\s?(?=[。;)\n]|$)")
_BESIDES = sought(r"(?:^|[,。;\n])\s?(?:此外|另外|另有|另|除此之外|此类之外)[,由]?")
_PLANNED = sought(r"目标|任务|计划|全年|年度|年内|确保|力争|[应需须]")
_DONE_BY_OTHERS = sought(
    r"(?:此外|另外|另有|另|除此之外)[,、]?\s?(?:还有)?(?:由[^,。;:\d]{2,20}?(?:自行|自主|负责|组织|牵头|出资|投资|实施)+(?:组织|实施|建设|改造|推进)*的"
    r"|[^,。;:\d]{2,20}?(?:自行|自主)(?:组织|实施|建设|改造|新建|推进|出资)+的)"
)


@only_with(_LEFT_OUT)
def left_out_of_account(p: Place) -> Said | None:
    """铁路单位自行改造的站房_30座、完工_21座,不计入上述数量: of the sentence, or of what 另有 begins in it."""
    text, r = p.s.text, p.r
    out = _LEFT_OUT.search(text, r.quantity.end, p.s.sentence.end + 1)
    if out is None:
        return None
    if text[out.end() : out.end() + 1] == ")":  # 改造168座(铁路站内_22座不在统计范围内): of its bracket
        return _silent(p) if r.start > text.rfind("(", p.s.sentence.start, out.end()) else None
    begins = [m.start() for m in _BESIDES.finditer(text, p.s.sentence.start, out.start())]
    planned = _PLANNED.search(text, p.s.sentence.start, out.start()) is not None
    if begins:
        others = r.start >= begins[-1]
    else:
        others = not planned or not any(q.start > r.start for q in p.s.inside if q.start < out.start())
    return _silent(p) if others else None


@only_with(_DONE_BY_OTHERS)
def done_by_others(p: Place) -> Said | None:
    """此外,由驻区部队组织的营房改造已完工_11处: beside its own works, those of others without a plan."""
    piece = p.s.text[p.s.sentence.start : p.s.sentence.end]
    by = _DONE_BY_OTHERS.match(piece.lstrip())
    if by is None or _PLANNED.search(piece):
        return None
    return _silent(p)


def _silent(p: Place) -> Said:
    p.r.settled = True
    return PEER
