"""None of them is finished, in a bare nought: 完工数为0 reads as 目前完工0个, in the unit of its line's plan.

新建公厕12座。目前8座在建,完工数为0。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NOUGHT = sought(
    r"(?<=[,;。、(])(?:目前|现)?(?P<verb>完工|竣工|建成|完成|投用|交付|开工)(?:项目)?(?:数量?|率|个数|户数|面积|里程)?(?:仍|还|暂)?[为是](?:0|零)(?![\d.%])"
    rf"(?!{units.AMOUNTS})"
)
_PLAN = re.compile(rf"\d[\d.,]*(?P<unit>[万亿]?(?:{units.AMOUNTS}))")


def none_finished(text: str) -> Iterator[Edit]:
    """The edits that write such noughts with their unit."""
    for said in _NOUGHT.finditer(text):
        plan = _PLAN.search(text, text.rfind("\n", 0, said.start()) + 1, said.start())
        if plan is not None:
            yield *said.span(), f"目前{said['verb']}0{plan['unit']}"
