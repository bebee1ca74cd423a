"""What is told twice in one sentence, of two places or two works: 新增床位260张,幸福院基本竣工,新增床位90张.

Without a word that plans before the first, and one that tells before the second (已, 目前), neither is the other's
plan: 90 of 260 would be a severe lag where 350 were added.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_TELLS = sought(
    r"已|分别|依次|目前|现|累计|截|实际|完成|[共均都]|达到?|仅|只|才|\d月|半年|季度|[今本全]年|\d年|[:|\n。]"
)
_PLANS = sought(r"计划|目标|任务|拟|力争|争取|确保|将|要|应|需|预期|安排|下达|承诺|年内|[省市县旗区]定")
_NEAR, _SHORTEST = 6, 4  # numbers behind the first; characters of a name that says what it is


def leave_told_twice(text: str, found: Sequence[Reading]) -> None:
    """Give such a promise the voice of a report, in place."""
    for at, first in enumerate(found):
        plain = first.voice == "promise" and first.measure == "amount" and len(first.own) >= _SHORTEST
        if not plain or first.heading or first.bracket or first.quoted or first.interim:
            continue
        second = next((r for r in found[at + 1 : at + 1 + _NEAR] if r.own == first.own), None)
        if second is None or first.own not in first.lead or first.own not in second.lead:
            continue  # 13个中心村主体完工9个: the name stands between them
        if second.voice != "report" or second.sentence != first.sentence or second.bracket:
            continue
        if second.quantity.noun != first.quantity.noun or second.base >= first.base or "/" in first.quantity.noun:
            continue
        if _TELLS.search(text, first.quantity.end, second.start):
            continue
        start = min((r.clause_start for r in found if r.sentence == first.sentence), default=first.clause_start)
        if not _PLANS.search(text, start, first.start):
            first.voice = "report"
