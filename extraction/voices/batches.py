"""A plan that was handed down in batches: 两批改造计划共2100户(其中:第一批808户、补助606万元;第二批1292户).

What a batch in the bracket holds is neither a plan of its own nor what came of it, unless a verb says that it is done.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

BATCH = sought(r"批")
_BY_BATCH = sought(
    r"[(;:,]\s?第[一二三四五六]批(?![^()]{0,30}(?:已|完成|开工|竣工|建成|到位|发放|拨付|实施))[^();。]{0,30}$"
)
_MAKE = sought(r"[^,。;\d]{0,20}(?:共|合计|总计)(?:计|为)?\d")
_OF_THEM = sought(r"[^,。;:、\d次]{2,20}\d[\d.]*[个项户套亩]")  # 三批以工代赈58个项目: which ones they are
_PARTED = sought(r"分(?:为|成|了)?\s?$")  # 分四批上报75家
_NEAR, _FAR = 40, 120  # characters back to the batch, and to where the bracket opens


def counts_batches(text: str, r: Reading) -> bool:
    """Whether the number only says in how many batches a sum came."""
    if r.quantity.noun == "批" and _PARTED.search(r.lead):
        return True
    if r.quantity.noun != "批" or r.lead.strip():
        return r.quantity.noun == "批" and _MAKE.match(text, r.quantity.end) is not None
    return any(said.match(text, r.quantity.end) is not None for said in (_MAKE, _OF_THEM))


def in_batch(text: str, r: Reading) -> bool:
    """Whether the number is of a batch in a bracket right behind a plan."""
    opened = text.rfind("(", max(0, r.start - _FAR), r.start)
    inside = opened > text.rfind(")", max(0, r.start - _FAR), r.start) and text[opened - 1 : opened].isalpha()
    return inside and _BY_BATCH.search(text, max(0, r.start - _NEAR), r.start) is not None
