"""What stands behind a list of laggards and is none of them: 低于序时的有:甲县(61%)、乙县(49%)。公园等9个项目提前竣工.

A list of nothing but places with their shares ends with its sentence, and what is done early lags in no list.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.verdicts_behind import StatusList
from extraction.sentences.readings import Reading
from extraction.sought import sought

_EARLY = sought(
    r"[\u4e00-\u9fff]{0,10}?(?:已|均|都|全部)*(?:提前|超前|超额|如期)[^,。;\d]{0,6}?"
    r"(?:竣工|完工|建成|完成|开工|动工|投用|投产|交付|验收|通车|达标|销号)"
)


def is_no_laggard(text: str, listed: StatusList | None, found: Sequence[Reading], r: Reading) -> bool:
    """Whether the number, in such a list by its place, is not of those that lag."""
    if listed is None or listed.status == "done":
        return False
    return _EARLY.match(r.tail) is not None or _behind_places(text, listed, found, r)


def _behind_places(text: str, listed: StatusList, found: Sequence[Reading], r: Reading) -> bool:
    """Whether the list's own sentence has nothing but shares of places, and the number stands in a later one."""
    stop = text.find("。", listed.words[1], r.start)
    inside = [f for f in found if listed.words[1] <= f.start < stop]
    return bool(inside) and all(f.voice == "claim" and f.owner is not None for f in inside)
