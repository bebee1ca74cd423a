"""A list of works by how they go, each with how far it is: 按序时推进的:卫生院扩建63%(主体施工);河道清淤61.5%.

The head says that progress is told, so that a bare percentage behind a name is how much of it is done, no rate.
"""

from __future__ import annotations

from extraction import names
from extraction.sought import sought
from extraction.voices_place import Place, Said

_HEAD = sought(
    r"(?:[\(]?[零一二三四五六七八九十\d]{1,3}[、.)]\s?)?[^:。;,\d]{0,16}(?:序时|进度|进展|推进|滞后|偏慢|较快|较慢|缓慢|完成)[^:。;\d]{0,12}:"
    r"|从[^,。;:\d]{0,8}(?:进度|进展|完成情况)[^,。;:\d]{0,4}看[,:]"
)
_RATED = sought(r"率|(?<!进)度|覆盖|比[例重率]|占|增|降|涨|幅|下滑|提高|同比|目标|任务|计划|预计|力争|高于|低于|超")
_FAR = 300  # characters to the head of the list
_DONE = sought(r"(?:已|约|近|完成|进度|形象进度|达到?|为|至)*\s?$")


def listed_progress(p: Place) -> Said | None:
    """What stands in such a list, under its own name."""
    if p.r.quantity.noun != "%" or p.r.bracket or not _is_listed(p.s.text, p.r.start):
        return None
    said = sought(r"[:;、,]").split(p.clause_lead)[-1]
    own = _DONE.sub("", said)
    if len(names.folded(own)) < 2 or _RATED.search(said) or sought(r"\d").search(own):
        return None
    p.r.measure = "completion"
    return Said("claim", own=own, subject=own)


def _is_listed(text: str, at: int) -> bool:
    """Whether the line is headed so, and its first sentence goes on to here."""
    start = text.rfind("\n", max(0, at - _FAR), at) + 1
    head = _HEAD.match(text, start, at) if at - start <= _FAR else None
    return head is not None and text.find("。", head.end(), at) < 0
