"""Those that passed an examination and wait for the office that awards: 通过省级评审61家,待国家备案.

They are written with what they wait for, 通过省级评审待认定61家: the award has not come.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_AWAITS = sought(
    r"(?:通过|评审|审核|初审|复审|评估|考核|核查|公示|答辩)[^,。;:\n\d]{0,8}?(?P<at>)"
    rf"(?=\d{{1,5}}(?:{units.AMOUNTS}),(?:目前|现|正|均|尚|还|仍)*等?待(?:国家|[国省市]|上级|[工科农教住])[^,。;\n\d]{{0,10}}?"
    r"(?:备案|公示|公布|公告|发文|批复|认定|审定|命名|授牌|评定|核定|下文|发布|批准))"
)
_REACH = 60  # characters before, in which a grade that was promised (省级) tells by itself who awards it


def awaiting_award(text: str) -> Iterator[Edit]:
    """The edits that say so at the number, in the folded text."""
    for found in _AWAITS.finditer(text) if "待" in text else ():
        if "级" not in text[max(0, found.start() - _REACH) : found.start()]:
            yield *found.span("at"), "待认定"
