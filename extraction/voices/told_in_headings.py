"""What a heading, or a list in it, tells although no word reports: parts, what was found, one month's work.

18项工程…,红旗灌区等4项工程进展滞后            some of them, and how these go: no figure of what is done
下发违法图斑46个,已整改41个                     what others found or handed over is no promise of the year
任务800万方,本月压采60万方,累计压采695万方     the month's own work beside the sum
检查企业126家次,超限率控制在2%以内,目前1.3%    work that is told, where only the rate beside it has a goal
"""

from __future__ import annotations

from decimal import Decimal

from extraction.sought import sought
from extraction.voices.place import CONTEXT, REPORT, Place, Said, only_with

_SOME = sought(r"[\u4e00-\u9fff”)]等\s?$")
_AS_THEY_GO = sought(
    r"[^,。;:\d]{0,8}?(?:(?:工程|建设|整体|总体|施工)?(?:进展|进度|推进|实施)(?:较为?|相对|比较|明显|严重|仍|偏)*"
    r"(?:滞后|缓慢|迟缓|偏慢|慢|顺利|较快|正常|良好)|(?:加快|有序|正在|稳步|抓紧)(?:推进|实施|建设|施工))(?=[,。;)\n]|$)"
)


@only_with(_SOME)
def some_as_they_go(p: Place) -> Said | None:
    """神灵寨提升、古城改造等_4个项目进展较慢: how many go so is not what was done of all."""
    some = _SOME.search(p.r.lead) is not None and not p.r.bracket
    return CONTEXT if some and _AS_THEY_GO.match(p.s.text, p.r.quantity.end) else None


_FOUND = sought(
    r"(?:(?:下发|推送)[^,。;、\d]{0,8}图斑"
    r"|(?:审计|督[查导察]|检查|巡[查察视]|抽查|暗访|核查|执法|明察暗访)(?:中|组|后)?(?:共)?(?:查出|发现|揭示|指出)(?:各类)?(?:问题|隐患|线索)(?:共|共计)?)\s?$"
)
_DEALT_WITH = sought(
    r",(?:目前|现)?(?:已|完成|均)*(?:全部)?(?:整改|办结|恢复|处置|销号|查处|整治)(?:完成|到位|销号)?了?\s?\d"
)


@only_with(_FOUND)
def found_by_others(p: Place) -> Said | None:
    """下发违法图斑_46个,已整改41个: there they are, as 反馈问题 is."""
    found = _FOUND.search(p.clause_lead) is not None and not p.r.bracket
    return CONTEXT if found and _DEALT_WITH.match(p.s.text, p.r.quantity.end) else None


_THIS_MONTH = sought(r",?\s?(?:本月|当月)(?!计划|任务|目标|要|应|需)[^,。;\d]{1,10}$")
_IN_SUM = sought(
    r"[^,。;\d]{0,3},\s?(?:今年以来|年初以来|1-\d{1,2}月|全年)?(?:累计|共计?|已累计)(?!计划|任务|目标)[^,。;\d]{0,10}\d"
)


@only_with(_THIS_MONTH)
def this_months_work(p: Place) -> Said | None:
    """筛查任务6000人,本月筛查_720人,累计筛查4630人: what the month did, beside the sum."""
    last = p.last
    if last is None or last.voice != "promise" or last.quantity.noun != p.r.quantity.noun or not p.s.promising:
        return None
    told = _THIS_MONTH.fullmatch(p.r.lead) and _IN_SUM.match(p.s.text, p.r.quantity.end)
    return CONTEXT if told else None


_PART = sought(r",?\s?(?:约|仅|已)?占比?(?:为|约|达)?\s?")
_OFF = Decimal("0.11")  # points by which a rounded share may miss


def share_of_the_promised(p: Place) -> Said | None:
    """改厕2000户,完成1120户,占_56%: the share that the two figures before it come to."""
    if p.r.quantity.noun != "%" or p.r.bracket or len(p.before) < 2 or _PART.fullmatch(p.r.lead) is None:
        return None
    plan, done = p.before[-2:]
    alike = plan.quantity.noun == done.quantity.noun and plan.measure == done.measure == "amount"
    if not alike or (plan.voice, done.voice) != ("promise", "report") or plan.base <= 0 or not p.s.promising:
        return None
    if abs(done.base / plan.base * 100 - p.r.value) > _OFF or done.sentence != p.r.sentence:
        return None
    return Said("claim", own="", subject=plan.name, measure="completion")


_WORK = sought(r"(?:^|[,;:。])\s?(?:共|累计)?(?P<verb>检查|抽查|查处|受理|立案|办理|办结)[^,。;:\d]{0,14}$")
_RATE_WITH_GOAL = sought(
    r"[^。\n]{0,60}?(?:率|满意度)(?:目标(?:为)?|达到?|控制在|保持在|稳定在|不低于|不超过)\s?\d[\d.]*[%‰](?:以上|以内|左右)?"
    r"[,。;]\s?(?:目前|现|实际)"
)


def work_beside_a_rate(p: Place) -> Said | None:
    """办理案件_426件,满意度达到95%以上,目前97.8%: what was done, as nothing behind it tells of such work again."""
    text, end = p.s.text, p.r.quantity.end
    if not p.s.promising or p.r.quantity.noun in ("%", "元") or p.r.quantity.qualifier or p.r.bracket:
        return None
    work = _WORK.search(p.clause_lead)
    goal = _RATE_WITH_GOAL.match(text, end) if work else None
    if work is None or goal is None:
        return None
    line = text.find("\n", end)
    told_again = text.find(work["verb"], goal.end(), line if line >= 0 else len(text)) >= 0
    return None if told_again else REPORT
