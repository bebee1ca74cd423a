"""A total told behind its parts answers, and not the first of them: 改造立管38公里、庭院管网45公里,累计完成83公里.

The arithmetic makes it sure: what the last number is called a sum, and it is that of the numbers right before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.promises.links import Link, Scope, answered_by_one
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_TOTAL = sought(
    r"(?:累计|合计|共计|总计|总共|一共|共|总)(?:已|实际)?(?:完成|改造|新增|建成|新建|发放|培训|引进|到位|实现|整治|治理|达到?|为|有)?(?:了|约)?\s?$"
)
_MOST, _FEWEST = 6, 2  # parts of such a total
_ITSELF = 0.8  # likeness of a part that is called as the plan is, and answers alone


def take_totals(scope: Scope, links: Sequence[Link]) -> None:
    """Answer each promise that a part of such a total answers by the total, in place."""
    answering = {id(entry.actual) for entry in links}
    for entry, promise, actual in answered_by_one(links):
        total = _total(scope, promise, actual)
        if total is not None and id(total) not in answering:
            entry.actual, entry.reason = total, "the total that the text gives of its parts"


def _total(scope: Scope, promise: Promise, part: Reading) -> Reading | None:
    """The total of which the figure is a part; none where it bears the plan's own name."""
    if promise.measure != "amount" or part.bracket or names.likeness(promise.name, part.own) >= _ITSELF:
        return None
    at = index_of(scope.found, part.start)
    alike: list[Reading] = []
    for r in scope.found[max(0, at - _MOST) : at + _MOST + 1]:
        if r.quantity.noun != part.quantity.noun or r.bracket or r.start <= promise.reading.start:
            continue
        if r.start > part.start and r.voice == "report" and _TOTAL.search(r.lead) and _adds_up(alike, part, r):
            return r
        alike = [*alike, r] if r.voice == "report" and r.owner == part.owner else []
    return None


def _adds_up(before: Sequence[Reading], part: Reading, total: Reading) -> bool:
    """Whether the last of the numbers before it come to it, the part among them."""
    if not before or total.sentence - before[-1].sentence > 1 or total.point != part.point:
        return False
    base, parts = Decimal(0), list[Reading]()
    for r in reversed(before):
        base, parts = base + r.base, [*parts, r]
        if base >= total.base:
            return base == total.base and len(parts) >= _FEWEST and part in parts
    return False
