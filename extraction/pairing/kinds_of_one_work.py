"""What is told of two kinds of one work together answers neither: 新建公厕8座、改建3座,目前完工9座.

Each kind has a number of its own, the figure behind them has none of their verbs and counts the same things: it is of
both, and 9 of 8 is no goal met. 目前改建2座 is of one of them.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_KIND = r"(?:新建|改扩建|改\(扩\)建|扩建|改建|改造|续建|迁建|重建|加固|维修|修缮)"
_NEXT_KIND = sought(rf"(?:以上)?\s?[、和及]\s?{_KIND}(?:了)?\s?\d[\d.]*[万亿]?(?P<noun>[^,。;、\d]{{1,3}})")
_KIND_BEFORE = sought(rf"\d(?P<noun>[^,。;、\d]{{1,3}})\s?[、和及]\s?{_KIND}(?:了)?\s?$")
_OF_BOTH = sought(
    r"[,;]\s?(?:截至[^,。;]{1,8},?|到?\d{1,2}月底,?|目前|现)?(?:已|共|累计|实际)*"
    r"(?:完工|竣工|建成|完成|投用|交付|开工|动工)(?:了)?\s?"
)
_NEAR, _FAR = 16, 48  # characters before a number in which the kind before it stands; behind it, up to the figure


def tells_both(text: str, plan: Reading, r: Reading) -> bool:
    """Whether the figure is of this kind and the one joined to it, whose numbers stand side by side before it."""
    end = plan.quantity.end
    if not end < r.start <= end + _FAR or plan.quantity.noun != r.quantity.noun or r.bracket or plan.bracket:
        return False
    behind = _NEXT_KIND.match(text, end, r.start)
    before = _KIND_BEFORE.search(text, max(0, plan.start - _NEAR), plan.start) if behind is None else None
    kind = behind or before
    if kind is None or kind["noun"] != plan.quantity.noun:
        return False
    return _OF_BOTH.fullmatch(text, behind.end() if behind else end, r.start) is not None
