"""What is still to come of a plan is no plan of its own, and no result: 下半年计划发展162名; 首批32辆9月中旬到货."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.periods_told import SEASON
from extraction.sentences.readings import Reading
from extraction.sought import sought

_STILL_AHEAD = sought(
    rf"[,、;\s]*(?:其中)?(?:下半年|第?四季度|1[0-2]月份?|年底前?|{SEASON})(?:还|再)?"
    r"(?:计划|拟|将|预计|力争|确保|争取)[^,。;:\d]{0,10}$"
)
_NEXT = sought(  # 下半年计划新增规上企业18家: how it goes on, in an account that ends before
    r"[,、;\s]*(?:其中|今年)?(?:(?P<span>下半年|[二三四]季度)|(?P<month>\d{1,2})(?:-\d{1,2})?月份?)[,我]?[市县旗区局镇]?(?:工作)?(?:还|再)?"
    r"(?:计划|拟|将|预计|力争|安排|打算)[^,。;:\d]{0,16}$"
)
_BEGINS = {"二季度": 4, "三季度": 7, "下半年": 7, "四季度": 10}
_BY_THEN = sought(
    r"[,、;\s]*(?:计划|预计|拟|力争|争取|确保)(?:在|于)?(?P<month>1?\d)月(?:份|[中下上]旬|[底末初])?前?[^,。;:\d]{0,10}$"
)

_DUE_LATER = sought(
    r"\s?(?:将|预计|计划|拟|可|力争|有望)?(?:于|在|到)?(?P<month>1?\d)月(?:份|[中下上]旬|[底末初]|\d{1,2}日)?(?:前后?|左右)?"
    r"(?:将|可|全部|正式|陆续|均|有望|可以)*"
    r"(?:到货|到位|到岗|交付|交车|交房|上路|投用|投入|投产|投运|建成|完工|竣工|完成|通车|通气|通水|启用|开放|开业|开园|验收|分配|发放)"
)


def mark_still_ahead(found: Sequence[Reading], month: int | None) -> None:
    """计划320名,上半年发展158名,下半年计划发展162名: the rest of a plan is no plan of its own, in place.

    任务4500万美元,1-4月为零,计划6月底前到资1200万美元: nor is how much of it shall have come by a later month; of an
    account until August 首批32辆9月中旬到货 is no result.
    """
    for index, r in enumerate(found):
        if r.voice == "report" and month is not None and _is_due_later(r, month):
            r.voice, r.settled = "forecast", True
            continue
        if r.voice == "promise" and not r.bracket and month is not None and _is_step(found[:index], r, month):
            r.voice = "forecast"
            continue
        if r.voice == "promise" and not r.bracket and month is not None and _is_of_next(found[:index], r, month):
            r.voice = "forecast"
            continue
        if r.voice not in ("promise", "report") or r.bracket or _STILL_AHEAD.match(r.lead) is None:
            continue
        alike = [b for b in found[max(0, index - 8) : index] if b.quantity.noun == r.quantity.noun and not b.bracket]
        told = alike and alike[-1].voice == "report" and alike[-1].sentence == r.sentence
        if told and any(b.voice == "promise" and b.base >= r.base + alike[-1].base for b in alike[:-1]):
            r.voice = "forecast"


def _is_due_later(r: Reading, month: int) -> bool:
    said = _DUE_LATER.match(r.tail) if r.measure == "amount" and "月" in r.tail else None
    return said is not None and month < int(said["month"]) <= 12


def _is_of_next(before: Sequence[Reading], r: Reading, month: int) -> bool:
    """Whether it is the plan of a part of the year that is still to come, or of one that a larger plan holds."""
    said = _NEXT.match(r.lead)
    if said is None or "全年" in said.group():  # 下半年力争全年出口增长6%: of all the year
        return False
    begins = int(said["month"]) if said["month"] else _BEGINS[said["span"]]
    if begins > month:
        return any(b.voice == "report" for b in before)
    plans = (b for b in before if b.voice == "promise" and b.measure == r.measure and not b.bracket)
    return said["span"] == "下半年" and any(
        b.quantity.noun == r.quantity.noun and b.base > r.base and b.subject == r.subject for b in plans
    )


def _is_step(before: Sequence[Reading], r: Reading, month: int) -> bool:
    said = _BY_THEN.match(r.lead)
    if said is None or int(said["month"]) <= month:
        return False
    plans = (b for b in before if b.sentence == r.sentence and b.voice == "promise" and b.measure == r.measure)
    return any(b.quantity.noun == r.quantity.noun and b.base > r.base and not b.due_words for b in plans)
