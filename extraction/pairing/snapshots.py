"""One thing told at several dates, each in a sentence or line of its own: what stood there last counts.

    截至3月底，已完成5家；截至6月底，已完成11家；截至9月底，已完成21家。
    一季度：目前已完成5家。/ 二季度：目前已完成11家。/ 三季度：累计完成21家。
    1-6月培训320人，占任务的40%；1-9月培训596人，占任务的74.5%。
    一季度完成31亿元，占目标的21%；上半年完成76亿元，占目标的51.4%。    what is nameless has the earlier name

    新增泊位3000个。/ 新增泊位1420个。/ 新增泊位2655个。                  so of lines without a date below their plan

What each quarter gave alone (二季度提升4家,三季度再提升3家) is none: it adds up (pairing/periods_told.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_UP_TO = sought(r"(?:截[至止]|[到至])(?:今年|20\d\d年)?\s?$")
_ENDS = sought(r"[底末]|(?:份)?(?:工作)?(?:进展|进度|完成)(?:情况)?[:,]")
_DATED = sought(r"(?:截[至止]|[到至])?(?P<month>\d{1,2})月[底末]")  # 6月底开工41个、完工12个: no period, but a day
_SO_FAR = sought(r"目前|累计|至今|共(?!享|建|同)")
_ADDS = sought(r"[又再另]|新增加|当[月季]|本[月季]")
_AHEAD = sought(r"计划|拟|将|预计|力争|确保|目标|任务|应|需|要")
_THOUGHT = sought(r"预[测计估判]")
_NOW = 13  # behind every month
_NEAR = 40  # numbers before one among which its earlier accounts stand
_APART = 4  # sentences between two dates of one account


def mark_snapshots(text: str, found: Sequence[Reading]) -> None:
    """Take the voice of a report from what stood there before, and from its shares of the plan, in place."""
    last: dict[str, Reading] = {}
    by_name: dict[tuple[str, str], Reading] = {}  # 6月底开工41个、完工12个,9月底开工60个、完工46个
    for r in found:
        stands = _is_snapshot(text, r)
        if not stands and not _is_from_january(r):
            continue
        noun = r.quantity.noun
        before = by_name.get((noun, r.own)) or last.get(noun)
        if stands and before is not None and _goes_on(found, before, r):
            _set_back(found, before, r)
        begin = r.period.end if r.period is not None else r.clause_start
        if stands and (said := _SO_FAR.search(text, begin, r.start)) is not None:
            quarters = _of_earlier_quarters(text, found, r)
            if said.group() == "目前" or not _adds_up(found, quarters, r):
                for earlier in quarters:
                    _set_back(found, earlier, r)
        last[noun] = by_name[noun, r.own] = r


def _is_plain(r: Reading) -> bool:
    return r.voice == "report" and r.measure == "amount" and not (r.bracket or r.part)


def _is_from_january(r: Reading) -> bool:
    """一季度完成31亿元: no more than what that quarter gave, and all there was by then."""
    return _is_plain(r) and r.period is not None and r.period.first_month == 1


def _is_snapshot(text: str, r: Reading) -> bool:
    """Whether the number tells how it stood at a date of its own, which the words before it name."""
    p = r.period
    if p is None and _is_plain(r) and (_DATED.match(r.clause_lead) or "累计" in r.lead):
        return not (_ADDS.search(r.clause_lead) or _AHEAD.search(r.clause_lead))
    if not _is_plain(r) or p is None or not 0 <= r.start - p.end <= 40 or "\n" in text[p.end : r.start]:
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


def _goes_on(found: Sequence[Reading], before: Reading, r: Reading) -> bool:
    """Whether it is the same thing at a later date, in a sentence soon after, and no less of it."""
    then, now = _until(before), _until(r)
    if then is None or now is None:
        return False
    by_then = _DATED.match(r.clause_lead) or _is_shared(found, before, r) or _is_sum_so_far(found, before, r)
    if r.sentence == before.sentence and not by_then:
        return False
    near = 0 <= r.sentence - before.sentence <= _APART and before.owner == r.owner and before.point == r.point
    later = then < now and before.base <= r.base
    return near and later and (_is_bare(r) or before.own.endswith(r.own))


def _of_earlier_quarters(text: str, found: Sequence[Reading], now: Reading) -> list[Reading]:
    """二季度:敬老院已交付5所。三季度:目前9所敬老院已建成: how it stood in the lines of the quarters before."""
    now_until = _until(now)
    at = index_of(found, now.start)
    then = (r for r in found[max(0, at - _NEAR) : at] if r.sentence < now.sentence and _is_plain(r))
    same = (r for r in then if r.quantity.noun == now.quantity.noun and r.base <= now.base)
    ours = (r for r in same if r.point == now.point and r.owner == now.owner and r.period is not None)
    early = (r for r in ours if now_until is not None and (_until(r) or _NOW) < now_until)
    near = [r for r in early if now.sentence - r.sentence <= _APART and _is_of_quarter(text, r)]
    bare = _is_bare(now)
    return [
        r for r in near if (_is_bare(r) if bare else now.own.endswith(r.own) or names.likeness(r.own, now.own) >= 0.5)
    ]


def _is_of_quarter(text: str, r: Reading) -> bool:
    return r.period is not None and text[r.period.start : r.period.end].endswith(("季度", "半年"))


def _adds_up(found: Sequence[Reading], quarters: Sequence[Reading], now: Reading) -> bool:
    """本季度培训180人次,累计535人次: whether the sum so far is that of the quarters, this one's beside it."""
    at = index_of(found, now.start)
    before = (r for r in found[max(0, at - _NEAR) : at] if r.sentence == now.sentence and _is_plain(r))
    own = [r for r in before if r.quantity.noun == now.quantity.noun]
    gave = sum((r.base for r in (*quarters, *own)), Decimal(0))
    return bool(quarters) and gave == now.base


def _is_shared(found: Sequence[Reading], before: Reading, r: Reading) -> bool:
    """上半年完成76亿元,为目标的51.4%,前三季度完成109亿元: the earlier one has its share; without, they may add up."""
    from_january = r.period is not None and r.period.first_month == 1
    between = (b for b in found if before.start < b.start < r.start)
    return from_january and any(b.voice in ("claim", "gap") for b in between)


def _is_sum_so_far(found: Sequence[Reading], before: Reading, r: Reading) -> bool:
    """一季度仅培训210人次,二季度以来加大力度,累计培训2840人次: nothing else stands between that might be added."""
    between = (b for b in found if before.start < b.start < r.start)
    return "累计" in r.lead and not any(b.quantity.noun == r.quantity.noun for b in between)


def _until(r: Reading) -> int | None:
    """The month to whose end the number tells."""
    if r.period is not None:
        return r.period.last_month
    dated = _DATED.match(r.clause_lead)
    return int(dated["month"]) if dated is not None else _NOW if "累计" in r.lead else None


def _is_bare(r: Reading) -> bool:
    return not r.own or names.is_bare_verb(r.own, r.lead) or len(names.folded(r.own)) < 2


def _set_back(found: Sequence[Reading], before: Reading, r: Reading) -> None:
    before.voice, before.settled = "base", True
    named = len(names.folded(r.name)) < 2 and not r.own
    for share in found:
        if (
            share.voice in ("claim", "gap")
            and share.sentence == before.sentence
            and before.start < share.start < r.start
        ):
            share.voice = "base"
        elif named and share.voice in ("claim", "gap") and share.sentence == r.sentence and share.start > r.start:
            share.subject = share.subject or before.name
    r.subject = before.name if named else r.subject


def mark_risen(text: str, found: Sequence[Reading]) -> None:
    """Of one thing told by line after line below its plan, each time more of it, the last line counts; in place."""
    told: dict[tuple[str, str, bool], Reading] = {}
    promised = False
    for r in found:
        promised = promised or (r.voice == "promise" and r.heading)
        if not promised or r.voice != "report" or r.measure != "amount" or r.bracket or r.owner or r.period is not None:
            continue
        key = r.quantity.noun, r.own, r.part
        before = told.get(key)
        below = before is not None and "\n" in text[before.start : r.start] and r.point == before.point
        if before is not None and below and before.base < r.base:
            _set_back(found, before, r)
        told[key] = r
