"""The figure that a share of the plan is of where it stands right before the share, in a sentence or clause of its own.

巡查1142人次;占任务的95.2%          the share opens its sentence
备案率达到95.38%,完成年计划的100.4%  the figure is a rate
9000人,其中甲5200人、乙3800人,占任务的60%   a list of parts stands between
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.numbers import units
from extraction.pairing.share_arithmetic import comes_to, explains
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording
from extraction.words.directions import lower_is_better


def figure_before(share: Reading, found: Sequence[Reading]) -> Reading | None:
    """The number, or else the rate, right before the share."""
    return _just_before(share, found) or _rate_before(share, found)


_RANKED = sought(r"按[^,。;:\d]{1,10}(?:排序|排名|排列)")
_RANKING = sought(r"(?:完成情况)?[:,]?按[^,]*$")


def ranked_figure(text: str, share: Reading, found: Sequence[Reading]) -> Reading | None:
    """按规模排序,甲县14.7亿元;按完成进度排序,甲县76.1%: the one amount of the share's own place, in lists by rank.

    The words of ranking are no part of what the two are called, in place.
    """
    if share.owner is None or share.bracket:
        return None
    near = (share.sentence - 1, share.sentence)
    of = [r for r in found if r.owner == share.owner and r.sentence in near and countable_report(r)]
    if len(of) != 1 or of[0].start > share.start or not _RANKED.search(text, of[0].quantity.end, share.start):
        return None
    name = _RANKING.sub("", of[0].name)
    for r in (share, of[0]):
        r.own = r.subject = name
    return of[0]


def countable_report(r: Reading) -> bool:
    """Whether the number is an amount that was told, of which something can be a share."""
    whole = r.quantity.value is not None and r.quantity.value == r.quantity.value.to_integral_value()
    ratio = r.quantity.noun in units.COUNTED and r.quantity.magnitude == 1 and not whole
    return r.measure == "amount" and r.voice == "report" and not ratio and not (r.bracket and not r.cued)


_OF_THE_LAST = sought(
    r"\s?(?:仅|约|已)?(?:占|为|完成|达到?)(?:本?年度?|全年)?(?:目标任务|目标|任务|计划|指标)(?:数|量|值)?的\s?"
)


def _just_before(share: Reading, found: Sequence[Reading]) -> Reading | None:
    """巡查1142人次;占任务的95.2%: a share that opens its sentence is of the number right before it."""
    last = next((r for r in reversed(found) if r.start < share.start), None)
    if last is None or share.bracket or _OF_THE_LAST.fullmatch(share.clause_lead) is None:
        return None
    at_once = last.sentence == share.sentence - 1 and share.clause_start - last.quantity.end <= 2
    return last if at_once and countable_report(last) else None


_RATED = sought(
    r"(?<!完成)(?<!完工)(?<!开工)(?<!动工)(?<!竣工)(?<!建成)(?<!投用)(?<!支付)(?<!拨付)"
    r"(?:率|比例|占比|比重|覆盖面)$"
)


def _rate_before(share: Reading, found: Sequence[Reading]) -> Reading | None:
    """备案率达到95.38%,完成年计划的100.4%: without an amount before it, it is of the rate, or cut, before it."""
    last = next((r for r in reversed(found) if r.start < share.start), None)
    if last is None or share.bracket or share.own or _OF_THE_LAST.fullmatch(share.clause_lead) is None:
        return None
    at_once = last.sentence == share.sentence and share.clause_start - last.quantity.end <= 1
    told = last.voice == "report" and not last.bracket
    rated = last.measure == "percent" and _RATED.search(last.name) is not None
    return last if at_once and told and (rated or is_cut_of_rate(last)) else None


_CUT = sought(r"(?:下降|降低|削减|减少|压减)了?\s?$")


def is_cut_of_rate(r: Reading) -> bool:
    """能耗下降3.9%,完成年度任务的111.4%: of what should fall, so much was to go."""
    return r.measure == "growth" and _CUT.search(r.lead) is not None and lower_is_better(r.name)


def without_extents(told: Sequence[Reading], promises: Sequence[Promise]) -> Sequence[Reading]:
    """硬化路3120公里,涉及建制村1204个,完成年计划的84%: how many it is for is not what the plan was of.

    Nor is how large so many homes are: 开工620套,5.1万平方米,开工率83%; nor how many there are by now:
    新增泊位520个,泊位总量1.86万个,完成率130%; nor what came of it: 发放贷款1800万元,带动就业265人,完成率120%.
    """
    last = len(told)
    while last and (_is_beside(told[last - 1]) or _is_size(told, last - 1) or _is_stock(told, last - 1)):
        last -= 1
    kept = told[:last]
    stocks = any(_STOCK.search(p.reading.lead) for p in promises)  # how many there shall be, by the year's end
    beside = [r for at, r in enumerate(told) if at >= last and (stocks or not _is_stock(told, at))]
    held = {p.target.noun for p in promises}.isdisjoint(r.quantity.noun for r in beside)
    same = bool(kept) and kept[-1].sentence == told[-1].sentence
    return kept if same and held else told


_SIZE = sought(
    r"[,、]?\s?(?:每[\u4e00-\u9fff]{1,6}?|千人|百户|万人|[生人户]均)[\u4e00-\u9fff]{0,10}?(?:数|面积|长度|里程)?(?:达到?|为|升至|增至|提高到|升到|约)+\s?"
    r"|[,、]?\s?每[\u4e00-\u9fff]{1,6}?(?:补贴|补助|奖励|奖补|标准|资助)(?:标准)?(?:达到?|为|约|各)*\s?"
    r"|[,、]?\s?(?:总|合计|共计)?(?:建筑|占地|使用|用地|营业|展陈|场地)?(?:总)?(?:面积|长度?|功率|装机容量|装机|库容|容积|容量)(?:达到?|共|为|约|计)*\s?"
)
_BROUGHT = sought(
    r"[,、]?\s?(?:共|直接|累计|可|为[^,。;\d]{2,8})*(?:(?:带动|吸纳|拉动)(?:[^,。;\d]{0,6}(?:就业|创业|增收))|挽回[^,。;\d]{0,4}损失|服务群众|[日月]均)"
)
_STOCK = sought(
    r"(?:总(?:数|量|规模|里程|面积|人数|户数|数量|个数)|保有量|存量)(?:已|现|约)*(?:达到?|升至|增至|为|有)?(?:了)?\s?$"
)
_SINCE_EVER = sought(r"[,、]?\s?(?:目前|现)?累计")
_YEARS = 20  # times what was given before: more than a month and the year it is of


def _is_beside(r: Reading) -> bool:
    return wording.EXTENT.match(r.lead) is not None or _BROUGHT.match(r.lead) is not None


def _is_stock(told: Sequence[Reading], at: int) -> bool:
    """新增泊位520个,泊位总量达_1.86万个; 配租360套,累计配租_2.1万套: how many there are, behind how many were added."""
    if not at:
        return False
    r, before = told[at], told[at - 1]
    if r.quantity.noun == before.quantity.noun and _SINCE_EVER.match(r.lead) and r.base > before.base * _YEARS:
        return True
    return _STOCK.search(r.lead) is not None and r.sentence == before.sentence and _STOCK.search(before.lead) is None


_HOMES = ("套", "户", "栋", "幢", "间")


def _is_size(told: Sequence[Reading], at: int) -> bool:
    """开工620套,_5.1万平方米: a nameless area right behind homes; 母婴室14间,总面积达_420平方米."""
    r, before = told[at], told[at - 1] if at else None
    counted = before is not None and before.quantity.noun in units.COUNTED
    if counted and (_SIZE.fullmatch(r.lead) or (not r.lead.strip("、") and r.quantity.noun in units.MONEY)):
        return True  # 补贴1953辆_97.65万元: what they cost
    if before is None or before.quantity.noun not in _HOMES or r.quantity.noun != "平方米" or r.own:
        return False
    return sought(r"[,、]?\s?").fullmatch(r.lead) is not None


def in_unit_of(plan: Promise, share: Reading, found: Sequence[Reading]) -> Reading | None:
    """签约18个,总投资86亿元,占任务120亿元的71.7%: what it costs in all is told where that is the share; in place."""
    for r in reversed(found):
        near = r.sentence == share.sentence and r.start < plan.reading.start
        if near and r.voice in ("report", "context") and comes_to(share, r, plan.reading):
            r.voice = "report"
            return r
    return None


def is_of_one(share: Reading, plans: Sequence[Promise], found: Sequence[Reading]) -> bool:
    """车场18个、泊位4200个,建成3个,新增760个,完成任务的18.1%: the figures say of which plan the share is."""
    told = [r for r in found if r.sentence == share.sentence and r.start < share.start]
    return any(explains(share, r, p.reading) for p in plans for r in told)


def of_one_kind(open_ones: Sequence[Reading], wanted: int) -> list[Reading]:
    """12个交通项目完成31.2亿元、9个水利项目完成8.6亿元,分别占71%、80%: as many of the last one's unit as shares."""
    last = open_ones[-1].quantity.noun
    alike = [r for r in open_ones if units.fits(r.quantity.noun, last)]
    return alike if len(alike) == wanted < len(open_ones) else []


_OFF = Decimal("0.06")  # points by which a rounded share may be off
_COMPLETION = sought(r"[,、]?\s?(?:任务|目标)?完成(?:率|比例)(?:为|达到?|是)?\s?")


def rate_of_goal(
    share: Reading, found: Sequence[Reading], promises: Sequence[Promise]
) -> tuple[Reading, Promise] | None:
    """覆盖率目标80%,实际93.41%,完成率为116.76%: the rate right before that is such a share of the rate promised."""
    if share.bracket or _COMPLETION.fullmatch(share.clause_lead) is None:
        return None
    last = next((r for r in reversed(found) if r.start < share.start), None)
    if last is None or last.voice != "report" or last.measure != "percent" or last.sentence != share.sentence:
        return None
    near = [p for p in promises if p.measure == "percent" and p.reading.sentence == share.sentence and p.reading.value]
    goals = [p for p in near if abs(last.value / p.reading.value * 100 - share.value) <= _OFF]
    return (last, goals[-1]) if goals else None


_OF_STAGE = sought(r"[,、(]?\s?(?P<stage>入住|分配|竣工|完工|交付|开工|建成|投用)率(?:仅|只)?(?:为|达到?|是)?\s?")


def of_its_stage(share: Reading, open_ones: Sequence[Reading]) -> Reading | None:
    """已分配3120套,其中已入住2860套,入住率73.3%: the rate of a stage is of what was counted at it, if but one was."""
    said = _OF_STAGE.fullmatch(share.clause_lead)
    if said is None or len(open_ones) < 2:
        return None
    near = [r for r in open_ones if said["stage"] in r.lead]
    return near[0] if len(near) == 1 and near[0] is open_ones[-1] and near[0].part else None


def outside_brackets(share: Reading, open_ones: list[Reading]) -> list[Reading]:
    """培训3150人(其中女性1210人),完成任务的78.8%: behind the bracket it is of what stands before it."""
    if share.bracket:
        return open_ones
    return [r for r in open_ones if not (r.bracket and r.part)] or open_ones


def in_closed_bracket(text: str, of: Reading, share: Reading) -> bool:
    """泵站(完成4500万元),医院(完成8%): what stands in a bracket tells of its own name, and of none in another."""
    return share.bracket and of.bracket and ")" in text[of.quantity.end : share.start]
