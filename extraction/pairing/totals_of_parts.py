"""A total told behind the parts that make it is of what was planned, and not of the last part.

高标准农田,年度目标9万亩,东片完成3万亩,西片完成2万亩,累计完成5万亩: 5 is of 高标准农田, whatever 西片 is.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sought import sought

_TOTAL = sought(
    r"[,、;]?\s?(?:截至[^,。;]{2,8},)?(?:[两三四五]\S{1,3})?(?:合计|共计|总计|累计|一?共|总共)(?:已|完成|建成|改造|新增|实现|达到?)*(?:了|约|近)?\s?"
)
_MOST = 8  # parts


def name_totals(found: Sequence[Reading]) -> None:
    """The total inherits the plan's name, and no part of it is a plan; in place."""
    for index, total in enumerate(found):
        if total.voice != "report" or total.bracket or _TOTAL.fullmatch(total.lead) is None:
            continue
        parts = _parts(found[max(0, index - _MOST) : index], total)
        plan = found[index - len(parts) - 1] if 1 < len(parts) < index else None
        if plan is None or plan.voice != "promise" or plan.part or plan.bracket:
            continue
        if plan.quantity.noun == total.quantity.noun:
            total.own, total.subject = "", plan.name
            for part in parts:
                part.settled = True


def _parts(before: Sequence[Reading], total: Reading) -> list[Reading]:
    """The figures right before it that come to it; else none."""
    left, parts = total.base, list[Reading]()
    for part in reversed(before):
        alike = part.quantity.noun == total.quantity.noun and total.sentence - part.sentence <= 1
        if not alike or part.voice != "report" or part.bracket or left <= Decimal(0):
            break
        left -= part.base
        parts.append(part)
    return parts if left == 0 else []
