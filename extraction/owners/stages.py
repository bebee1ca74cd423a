"""Rates of a stage that are owners' shares of the year's plan, as the whole's share of its plan at that stage says.

棚户区改造开工21.4万套,占年度任务的80.4%。贵阳市开工3.02万套,开工率92.1%;毕节市、黔东南州开工率分别为71.5%、58.6%。
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

STAGE = r"新?开工|竣工|完工|(?:基本)?建成|交付|交房|分配入住|入住|签约|招标|验收"
_RATE = sought(rf"(?P<stage>{STAGE})率")
_WORK = rf"(?:{STAGE}|(?!完成|执行|兑现|支出|拨付)[\u4e00-\u9fff]{{2}})"  # what else is done: 淘汰率, 整改率
STAGE_RATE = sought(  # at the end of the words before a list: 竣工率较低的有, 开工率低于全市平均水平的是
    rf"(?P<stage>{_WORK})率(?:(?:[较最靠居排后前]|[高低]于|不足|未达)[^,。;:]{{1,20}})?(?:分别|依次)?(?:仅|只)?[有是为:达]{{0,2}}$"
)
_STAGE_ABOVE = sought(  # 开工率达到100%的有甲县、乙县;低于全市平均水平的有
    rf"(?P<stage>{_WORK})率(?:[较最靠居排后前]|[高低]于|超过|达到?|均?为)[^,。;:率]{{1,20}}(?:[有是为]:?|:)[^。:率]{{1,60}};"
    r"(?:[较最靠居排后前]|[高低]于|不足|未达)[^,。;:率]{1,20}(?:[有是为]:?|:)$"
)


def stage_of_head(head: str) -> str | None:
    """The stage whose rate the words that lead to a list say it is of, themselves or those of the list before it."""
    said = STAGE_RATE.search(head) or _STAGE_ABOVE.search(head)
    return said["stage"] if said is not None else None


def claim_stages(found: Sequence[Reading]) -> None:
    """Give such rates the voice of a claim, and what stands with them the name of the whole, in place."""
    rates = [(r, said["stage"]) for r in found if _is_rate(r) and (said := _RATE.fullmatch(r.own or r.subject))]
    if len({r.owner for r, _ in rates}) < 2 or any(_is_goal(r) for r in found):
        return
    told = list(zip([None, *found], found, strict=False))
    for rate, stage in rates:
        thing = next((w for of, r in told if r.start < rate.start and (w := _whole(of, r, stage))), "")
        if not thing:
            continue
        beside = [r for r in found if r.owner == rate.owner and r.sentence == rate.sentence and r.start < rate.start]
        for r in (rate, *(b for b in beside if b.measure == "amount" and (b.own in ("", stage)))):
            r.own, r.subject = "", thing
        rate.voice, rate.measure, rate.part, rate.cued = "claim", "completion", False, True


def _is_rate(r: Reading) -> bool:
    return r.owner is not None and r.quantity.noun == "%" and r.voice == "report"


def _is_goal(r: Reading) -> bool:
    return r.voice == "promise" and r.quantity.noun == "%" and _RATE.search(r.name) is not None


def _whole(of: Reading | None, r: Reading, stage: str) -> str:
    """The name of the whole's figure at this stage, where its share of a plan is told."""
    if not (r.owner is None and r.voice == "claim" and r.measure == "completion"):
        return ""
    if of is not None and not r.name and of.voice == "report" and stage in of.name:
        return of.name  # 新开工18326套,占目标任务的85%
    return r.name if stage in r.name else ""
