"""One thing told at several dates, each in a sentence or line of its own: what stood there last counts.

    截至3月底，已完成5家；截至6月底，已完成11家；截至9月底，已完成21家。
    一季度：目前已完成5家。/ 二季度：目前已完成11家。/ 三季度：累计完成21家。
    1-6月培训320人，占任务的40%；1-9月培训596人，占任务的74.5%。

What each quarter gave alone (二季度提升4家,三季度再提升3家) is none: it adds up (pairing/periods_told.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_UP_TO = sought(r"(?:截[至止]|[到至])(?:今年|20\d\d年)?\s?$")
_ENDS = sought(r"[底末]|(?:份)?(?:工作)?(?:进展|进度|完成)(?:情况)?[:,]")
_SO_FAR = sought(r"目前|累计|至今|共(?!享|建|同)")
_ADDS = sought(r"[又再另]|新增加|当[月季]|本[月季]")
_AHEAD = sought(r"计划|拟|将|预计|力争|确保|目标|任务|应|需|要")
_THOUGHT = sought(r"预[测计估判]")
_APART = 4  # sentences between two dates of one account


def mark_snapshots(text: str, found: Sequence[Reading]) -> None:
    """Take the voice of a report from what stood there before, and from its shares of the plan, in place."""
    last: dict[str, Reading] = {}
    for r in found:
        if not _is_snapshot(text, r):
            continue
        before = last.get(r.quantity.noun)
        if before is not None and _goes_on(before, r):
            _set_back(found, before)
        last[r.quantity.noun] = r


def _is_snapshot(text: str, r: Reading) -> bool:
    """Whether the number tells how it stood at a date of its own, which the words before it name."""
    p = r.period
    plain = r.voice == "report" and r.measure == "amount" and not (r.bracket or r.part)
    if not plain or p is None or not 0 <= r.start - p.end <= 40 or "\n" in text[p.end : r.start]:
        return False
    said = text[p.end : r.start]
    if _THOUGHT.search(text, max(r.clause_start, p.start - 10), p.start):
        return False  # 1-5月11.6亿元,…预测上半年14.8亿元: what is thought sets nothing back
    if text[p.start : p.end].endswith("全年"):
        return False  # 1-9月新增就业2100人。…,全年新增就业2800人: that may as well be the plan
    if _ADDS.search(said) or _AHEAD.search(said):
        return False
    up_to = _UP_TO.search(text, max(0, p.start - 8), p.start) or _ENDS.match(said) or text[p.end - 1] in "底末"
    return bool(up_to or _SO_FAR.search(said) or (p.first_month == 1 and p.last_month not in (1, 3)))


def _goes_on(before: Reading, r: Reading) -> bool:
    """Whether it is the same thing at a later date, in a sentence soon after, and no less of it."""
    if before.period is None or r.period is None:
        return False
    near = 0 < r.sentence - before.sentence <= _APART and before.owner == r.owner and before.point == r.point
    later = before.period.last_month < r.period.last_month and before.base <= r.base
    return near and later and (_is_bare(r) or r.own == before.own)


def _is_bare(r: Reading) -> bool:
    return not r.own or names.is_bare_verb(r.own, r.lead) or len(names.folded(r.own)) < 2


def _set_back(found: Sequence[Reading], before: Reading) -> None:
    before.voice = "base"
    for share in found:
        if share.voice == "claim" and share.sentence == before.sentence and share.start > before.start:
            share.voice = "base"
