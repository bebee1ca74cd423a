"""A plan that only the share of it behind its answer tells: the sum makes the first number the plan.

农业招商到位资金75亿元,已到位20.46亿元,为年度任务的27.3%。      (20.46 is 27.3 % of 75)
新建村卫生室80个、新增养老床位1200张,分别完成31%和22.5%。     (of what, if not of these; not: 完成年度任务的31%)
建筑工地扬尘监测应安装217个,实际安装率71%。      (the plan's own verb with 率)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extraction.pairing.share_arithmetic import explains
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_TOLD = sought(r"已|目前|实际|截至|现(?!代|场|金|浇|货)|\d月|季度|半年|累计")
_PLANNED = sought(r"应|计划|需|须|任务")
_RATE = sought(r"(?P<verb>[\u4e00-\u9fff]{2})率(?:已)?(?:为|达到?|仅)?\s?$")


def goals_of_claims(found: Sequence[Reading]) -> None:
    """到位资金75亿元,已到位20.46亿元,为年度任务的27.3%: the first of the two is the plan, by the sum; in place."""
    _costs_of_claims(found)
    for first, second, claim in _with_shares(found):
        if claim.voice != "claim" or claim.bracket or first.voice != "report" or first.bracket or second.bracket:
            continue
        one = first.sentence == second.sentence == claim.sentence and first.quantity.noun == second.quantity.noun
        named = len(names.folded(first.own)) >= 3 and not names.BARE_VERB.fullmatch(first.own)
        plan = sought(r"任务|目标|计划").search(claim.clause_lead) is not None and not _TOLD.search(first.clause_lead)
        if one and named and plan and second.base < first.base and explains(claim, second, first):
            first.voice, first.cued = "promise", True


_COST = sought(r"(?:计划|项目)?总(?:投资|投入)(?:资金|额)?(?:约|近|达|为)?\s?$")
_OF_COST = sought(r"总投资")
_BACK, _SENTENCES = 6, 2  # numbers and sentences back to what the works cost


def _costs_of_claims(found: Sequence[Reading]) -> None:
    """总投资626.89万元,…;已完成投资581.85万元,占计划的92.8%: the plan is what all costs; in place."""
    for index, (of, claim) in enumerate(pairwise(found)):
        told = of.voice == "report" and of.quantity.noun == "元" and claim.voice == "claim" and not claim.bracket
        if not told or of.sentence != claim.sentence or _OF_COST.search(claim.clause_lead):
            continue
        for cost in reversed(found[max(0, index - _BACK) : index]):
            if cost.quantity.noun != "元" or cost.bracket or of.sentence - cost.sentence > _SENTENCES:
                continue
            if cost.voice in ("context", "report") and _COST.search(cost.lead) and explains(claim, of, cost):
                cost.voice, cost.cued, cost.settled = "promise", True, True
            break


_IN_TURN = sought(r"分别|依次")
_MOST = 4  # shares told in turn


def _with_shares(found: Sequence[Reading]) -> Iterator[tuple[Reading, Reading, Reading]]:
    """Every number with the figure behind it and that one's share, which may be the first of several told in turn."""
    yield from zip(found, found[1:], found[2:], strict=False)
    for index, claim in enumerate(found):
        if claim.voice == "claim" and _IN_TURN.search(claim.lead):
            run = takewhile(lambda r: r.voice == "claim", found[index : index + _MOST])
            told = index - sum(1 for _ in run)
            if told > 0:
                yield found[told - 1], found[told], claim


_DONE_BARE = sought(
    r"(?P<tasks>(?:等|的)?(?:[两二三四五六2-6]项)?(?:年度|全年|重点)*(?:目标任务|工作任务|任务|目标|工作))?[,、]?\s?(?:目前|现|至今|上半年|[前一二三]季度)?"
    r"(?:已|仅|只|才)*(?:(?:分别|各|均)(?:只|仅|才)?)?(?:完成(?:率(?:分别|各)?(?:为|达到?|仅)?|了|约|近)?|进度(?:仅|只有|为|达到?|约)*)\s?"
)
_AND = sought(r"\s?[、和及与,]\s?")
_DOES = sought(
    r"已|目前|实际|截至|现(?!代|场|金|浇|货)|\d月|季度|半年|累计|完成|建成|竣工|开工|签约|入库|办结|共|达到|发放|同比"
)


def goals_of_bare_shares(text: str, found: Sequence[Reading]) -> None:
    """村卫生室80个、养老床位1200张,分别完成31%和22.5%: without a word of the plan, what stands there is; in place."""
    for index, first in enumerate(found):
        bare = _is_share(first, first) and not (first.bracket or first.of_work)
        if not bare or not index or found[index - 1].voice == "claim" or _told_beside(text, found, index):
            continue
        said = _DONE_BARE.fullmatch(text, found[index - 1].quantity.end, first.start)
        if said is None or ("率" in said.group() and not said["tasks"]):
            continue
        shares = [first]
        for share in found[index + 1 :]:
            if not _is_share(share, first) or not _AND.fullmatch(text, shares[-1].quantity.end, share.start):
                break
            shares.append(share)
        plans = [r for r in found[max(0, index - len(shares)) : index] if _may_be_plan(text, r, first)]
        if first.voice == "report" and not said["tasks"] and any(plan.voice == "report" for plan in plans):
            continue  # 服务老人860人,完成62%: a rate, where nothing says that it is of a plan
        nouns = {plan.quantity.noun for plan in plans}
        promised = any(b.voice == "promise" and b.quantity.noun in nouns for b in found[: index - len(plans)])
        if len(plans) == len(shares) and not promised and all(a.clause_start <= b.start for a, b in pairwise(plans)):
            for plan, share in zip(plans, shares, strict=True):
                plan.voice, plan.cued = "promise", True
                if share.voice != "claim":
                    share.voice, share.measure, share.own, share.subject = "claim", "completion", "", plan.name


_DATED = sought(r"(?:截至|截止|到)[^,。;\n]{2,12}[,日底末]")
_ROUND = 3  # digits of a number that may well be a plan


def _told_beside(text: str, found: Sequence[Reading], index: int) -> bool:
    """截至4月15日,造林完成188万亩,占任务的72%;义务植树8640万株,完成78%: in a list that tells."""
    share, of = found[index], found[index - 1]
    if text[of.quantity.end : share.start].count(",") != 1 or len(str(of.value).replace(".", "").rstrip("0")) < _ROUND:
        return False
    low = text.rfind("\n", 0, of.start) + 1
    listed = text.rfind(";", low, of.start)
    if listed < 0 or _DATED.match(text, low, listed) is None:
        return False
    before = [r for r in found[max(0, index - 4) : index - 1] if low <= r.start < listed]
    return bool(before) and before[-1].voice == "claim" and any(r.voice == "report" for r in before)


def _is_share(r: Reading, first: Reading) -> bool:
    """Whether it claims a share, or is a percentage as the first is that may turn out to be one."""
    open_one = r.voice in ("report", "promise") and r.voice == first.voice
    return r.voice == "claim" or (open_one and r.quantity.noun == "%" and r.measure in ("percent", "completion"))


def _may_be_plan(text: str, r: Reading, share: Reading) -> bool:
    apart = text.find(";", r.quantity.end, share.start) >= 0
    promised = r.voice == "promise" and share.voice in ("report", "promise")
    voiced = r.voice == "report" or promised
    named = len(names.folded(r.own)) >= 3 - promised and not names.BARE_VERB.fullmatch(r.own)
    plain = voiced and r.measure == "amount" and not (r.bracket or r.part or r.owner or r.settled)
    return plain and named and not apart and r.sentence == share.sentence and not _DOES.search(r.clause_lead)


_FINISHED = sought(
    r"[,、]?\s?(?:目前|现|实际)?(?:建成|完工|竣工|交付|投用|改造)率(?:已)?(?:为|达到?|仅)?\s?"
)  # 管网任务60公里,完工率48%


def rates_of_plans(found: Sequence[Reading]) -> None:
    """应安装217个,实际安装率71%: the plan's own verb with 率 right behind it is the share done of it; in place."""
    for plan, rate in pairwise(found):
        told = rate.voice == "report" and rate.measure == "percent" and not rate.bracket
        said = _RATE.search(rate.lead) if told else None
        if said is None or plan.voice != "promise" or plan.measure != "amount" or plan.bracket:
            continue
        ours = said["verb"] in plan.clause_lead[-10:] or _FINISHED.fullmatch(rate.lead) is not None
        ours = ours and _PLANNED.search(plan.clause_lead) is not None
        if ours and 0 <= rate.sentence - plan.sentence <= 1:
            rate.voice, rate.measure, rate.own, rate.subject = "claim", "completion", "", plan.name


def figures_of_headed(found: Sequence[Reading]) -> None:
    """免费检查3万人。宫颈癌检查30612人,完成102.04%: what has its share of the heading's plan is no plan; in place."""
    headed = [h for h in found if h.voice == "promise" and h.heading and h.measure == "amount"]
    for r, share in pairwise(found) if headed else ():
        own = r.voice == "promise" and not (r.heading or r.bracket) and share.voice == "claim" and not share.bracket
        if own and share.sentence == r.sentence and share.value % 1:
            told = replace(r, voice="report")
            if any(h.start < r.start and h.base != r.base and explains(share, told, h) for h in headed):
                r.voice, r.cued = "report", False
