"""How far the works are, told beside figures that it is no share of: 年度投资8000万元,完成5200万元,形象进度70%."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_WORKS = sought(r"(?:形象|总体|整体|平均|综合|工程)+(?:形象|工程|施工|建设)?进度(?:已|约|近)*(?:达到?|为|完成)?\s?$")


def has_plan(of: Reading, promises: Sequence[Promise]) -> bool:
    return any(p.reading.sentence == of.sentence and p.target.noun == of.quantity.noun for p in promises)


_GROUPS = ("类", "大类", "批", "方面")


def of_works(share: Reading, of: Reading) -> bool:
    """其中2条具备通车条件,平均形象进度71%: how far the works are is no share of a part, of money or of groups."""
    return _WORKS.search(share.lead) is not None and (of.part or of.quantity.noun in (*units.MONEY, *_GROUPS))
