"""How far the works are, told beside figures that it is no share of: 年度投资8000万元,完成5200万元,形象进度70%."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_WORKS = sought(r"(?:形象|总体|整体|平均|综合|工程)+(?:形象|工程|施工|建设)?进度(?:已|约|近)*(?:达到?|为|完成)?\s?$")


def has_plan(of: Reading, promises: Sequence[Promise]) -> bool:
    return any(p.reading.sentence == of.sentence and p.target.noun == of.quantity.noun for p in promises)


_GROUPS = ("类", "大类", "批", "方面")


def of_works(share: Reading, of: Reading) -> bool:
    """其中2条具备通车条件,平均形象进度71%: how far the works are is no share of a part, of money or of groups."""
    return _WORKS.search(share.lead) is not None and (of.part or of.quantity.noun in (*units.MONEY, *_GROUPS))


_HOW_FAR = sought(
    r"(?:(?:形象|总体|整体|平均|综合|工程|施工|建设)+(?:形象|工程|施工|建设)?|总)(?:进度|工程量)的?"
    r"(?:已|约|近)*(?:达到?|为|完成)?\s?$"
)


def of_work_apart(share: Reading, of: Reading | None, promises: Sequence[Promise]) -> bool:
    """新建书屋12个、戏台31个,市体育馆工程形象进度70%: a named work told by the way, and no share of what stands before.

    Nor is it a promise kept or broken where the heading promises something else. Lists of slow works tell theirs.
    """
    if share.of_work or share.bracket or _HOW_FAR.search(share.lead) is None or len(names.folded(share.own)) < 3:
        return False
    if any(names.likeness(share.own, p.name) >= 0.5 for p in promises):
        return False
    if of is None:
        return any(p.reading.heading and p.reading.start < share.start for p in promises)
    return of.clause_start != share.clause_start and names.likeness(share.own, of.name) < 0.5
