"""Numbers in per cent and in points: others' rates, changes, goals of rates, and shares of the plan."""

from __future__ import annotations

from extraction.sentences.goal_phrases import is_set_goal, stands_as_goal
from extraction.sentences.interim import is_interim
from extraction.sought import sought
from extraction.voices.foreseen import own_period
from extraction.voices.no_shares import no_share, told_in_order
from extraction.voices.ought import ought_to_change, ought_to_reach, share_by_then
from extraction.voices.place import (
    BASE,
    CLAIM,
    CONTEXT,
    FORECAST,
    PEER,
    REPORT,
    Place,
    Rules,
    Said,
    only_with,
)
from extraction.voices.plan_by_then import share_of_plan_by_then
from extraction.voices.target_cues import planned_list
from extraction.words import wording
from extraction.words.other_times import of_the_year
from extraction.words.words_around import TRAILING, without_leading


def of_per_cent(p: Place) -> Said | None:
    """What only a number in per cent or points can say."""
    said = _PER_CENT.first(p) if p.r.quantity.is_percent else None
    below = said is not None and said.voice == "claim" and p.r.value < 0
    return Said("context") if below else said  # 1-9月完成:-12.4%: what fell is no share of a plan


def interim_goal(p: Place) -> Said | None:
    """低于5月底开工率达到_50%的要求: it takes the name of the share that it is set for."""
    return Said("promise", cued=True, interim=True) if is_interim(p.s.text, p.r, [*p.s.just_told, *p.before]) else None


_AGAINST = sought(
    r"高于|低于|快于|高出|低|贡献|拉动|回落|加快|收窄|环比|同期(?!(?:再|又|均|已|分别)*(?:提高|提升|上升|下降|降低))"
)


@only_with(wording.PEER, _AGAINST)
def beside_others(p: Place) -> Said | None:
    """高于全省平均增幅_11%, 拉动增长_1.2个百分点."""
    if wording.PEER.search(p.r.lead[-24:]) and not is_set_goal(p.r):
        return PEER
    points = p.r.quantity.noun == "个百分点" and _AGAINST.search(p.clause_lead[-16:]) is not None
    return PEER if points and not p.s.promising else None


_SINCE = sought(
    r"(?:较|比)(?:去年|上年|同期|年初|上月|上季)[^,]{0,12}$|同比(?:再|又|均|已|分别)?(?:提高|提升|上升|下降|降低|改善)了?$"
)


@only_with(_SINCE)
def points_since(p: Place) -> Said | None:
    """较上年提高2.6个百分点 is what the year changed; 比上月提高0.9个百分点 compares within it."""
    if p.r.quantity.noun != "个百分点" or p.s.promising or p.r.heading or not _SINCE.search(p.clause_lead):
        return None
    return REPORT if of_the_year(p.clause_lead) else BASE


_OF_IT = sought(  # how far the plan before it is; of 工程进度 and 形象进度 goals are set
    r",?\s?(?:但|却|不过)?(?:目前|现|已|截至目前|实际|累计|分别|依次)*(?:(?:投资|资金|任务|目标|总体|整体)*(?:完成率|完成比例|完成度|完成进度|执行率)"
    r"|(?:总体|整体|目前|实际|任务)进度|(?:总体|整体|只|仅)完成"
    r"|(?P<share>占|为|达到?|完成)了?(?:年度|全年|总)*(?:目标任务|任务目标|目标|任务|计划)(?:总?[数量])?的?)"
    r"(?:已|也|还|均|仅|只|才|有|为|约|近|达到?|超过?|[尚还仍]?不[足到满])*\s?"
)
_PART_OF_YEAR = sought(r"[一二三四]季度|[上下]半年|\d月|本[月季]")


def _of_plan_before(p: Place) -> bool:
    """年度计划投资280亿元,完成率65.1%: how far that plan is; 二季度计划完成3亿元,占年度任务的25% foresees."""
    said = _OF_IT.fullmatch(p.r.lead)
    last = p.last or next(iter(p.s.just_told), None)  # the nearest first
    if said is None or last is None or last.voice != "promise" or last.measure != "amount":
        return False
    return not said["share"] or _PART_OF_YEAR.search(last.clause_lead) is None


def planned_rate(p: Place) -> Said | None:
    """年初确定的目标为:开工率90%,完工率_60%: a list of goals has its rates of completion too."""
    if p.r.measure != "completion" or not planned_list(p.s, p.r):
        return None
    if _of_plan_before(p):
        return None
    own = TRAILING.sub("", without_leading(p.r.lead)) or p.r.own
    return Said("promise", cued=True, own=own, subject=own)


_BY_YEAR_END = sought(
    r"(?:^|[,;、])\s?(?:到|至)?(?:今年|本年)?年(?:底|末|内)(?:之?前)?(?P<name>[^,。;\d]{2,20}率)(?:要|应|须|需)?(?:均)?(?:达到?|不低于|不少于|提[高升][到至])\s?$"
)


@only_with(_BY_YEAR_END)
def rate_by_year_end(p: Place) -> Said | None:
    """年底前整治完成率达到_60% in a report of November: what is reached by then is reached nowhere yet."""
    said = _BY_YEAR_END.search(p.clause_lead) if (p.s.cutoff_month or 12) < 12 else None
    if said is None or p.s.next_steps:
        return None
    return Said("promise", cued=True, own=said["name"], subject=said["name"])


_OF_A_PLAN = sought(r"占|完成.{0,10}的$|进度")


_PLAN_ITSELF = sought(  # 供养率达41%,完成_42%目标任务的97.6%: what the share is of
    r"(?:以上)?的?(?:年度|全年|年初|既定|[省市县旗]定)*(?:目标任务|任务目标|目标|任务|计划)的\s?\d[\d.]*%"
)


_BY_DEMAND = sought(r"(?:按照?|根据|对照)[^,。;]{0,20}(?:进度|完成率)(?:达到?|不低于)\s?$")


# 事故38起,超过控制指标的40.7%: beyond it by so much, or so much of it
_PASSED = sought(r"超(?:过|出)?[^,。;\d]{0,8}控制(?:考核)?指标的\s?$")


def share_of_plan(p: Place) -> Said | None:
    """占年度任务的_45.7%: a claim, unless it is somebody else's, foreseen, or says how little."""
    if p.r.measure != "completion":
        return None
    if p.s.promising and not _OF_A_PLAN.search(p.clause_lead) and not _of_plan_before(p):
        return None
    if (told := told_in_order(p)) is not None:
        return told
    if _PASSED.search(p.clause_lead):
        return CONTEXT
    end = p.r.quantity.end
    if _BY_DEMAND.search(p.clause_lead) and stands_as_goal(p.s.text[end : end + 24]):
        return CONTEXT  # 按照省里9月底支出进度达_80%的要求: a demand tells nothing
    last = p.last
    if last is not None and last.measure in ("percent", "growth") and _PLAN_ITSELF.match(p.s.text, end):
        return Said("promise", cued=True, own="", subject=last.name, measure=last.measure)
    met = last is not None and last.voice == "report" and last.measure in ("percent", "growth")
    if met and last is not None and last.sentence == p.r.sentence and stands_as_goal(p.s.text[end : end + 24]):
        return Said("promise", cued=True, own="", subject=last.name, measure=last.measure)  # 67.4%,完成计划_67.2%的目标
    if stands_as_goal(p.s.text[end : end + 24]) and p.r.lead.rstrip().endswith("率"):
        return None  # 未完成投资完成率55%的阶段目标: the rate is the goal itself
    return _SHARES.first(p) or CLAIM


_PER_CENT = Rules(
    share_of_plan_by_then,
    ought_to_change,
    ought_to_reach,
    share_by_then,
    interim_goal,
    beside_others,
    points_since,
    planned_rate,
    rate_by_year_end,
    share_of_plan,
)

_OTHERS = sought(r"(?:全市|全省|全国)[^,。;]{0,16}平均|去年同期|上年同期|(?:全省|全国|全市)同期|同期(?:全省|全国|全市)")


def _others_share(p: Place) -> Said | None:
    """全省平均完成率61%; 去年同期完成76%,_71%."""
    goes_on = p.last is not None and p.last.sentence == p.r.sentence and p.last.voice == "base" and not p.r.own
    goes_on = goes_on and not _back_to_the_plan(p)
    return BASE if goes_on or _OTHERS.search(p.clause_lead) else None


_OF_PLAN = sought(r"(?:占|完成|为|达到?).{0,8}(?:任务|目标|计划|预算|指标)")


def _back_to_the_plan(p: Place) -> bool:
    """新增就业12690人,比上年增加830人,完成全年目标的_115%: a clause of the plan, of what is compared."""
    last = p.last
    if last is None or last.measure == "completion" or last.clause_start == p.r.clause_start:
        return False
    told = any(b.voice == "report" and b.measure == "amount" and b.sentence == last.sentence for b in p.before)
    return told and _OF_PLAN.search(p.r.lead) is not None


_NO_SHARE = ("context", "completion")


def _like_the_last(p: Place) -> Said | None:
    """预计完成12亿元、占年计划的_97%; 完成81%、_62%: what goes on from a forecast or a share is one."""
    last, lead = p.last, p.r.lead
    if last is None:
        return None
    if last.voice == "forecast" and (last.measure == "amount" or sought(r"\s?[、,和及与]\s?").fullmatch(lead)):
        return FORECAST
    if sought(r"\s?[、,和及与]?\s?").fullmatch(lead) is None:
        return None
    return CLAIM if last.voice == "claim" else CONTEXT if (last.voice, last.measure) == _NO_SHARE else None


_EXTREME = sought(r"最[高低快慢好差]的?[^,。;\d]{0,10}$")


@only_with(_EXTREME)
def _of_the_slowest(p: Place) -> Said | None:
    """最低的甲市仅为27.9%: how far one of them is."""
    return PEER if _EXTREME.search(p.clause_lead) else None


_AHEAD = sought(r"预计|预测|有望|将|(?:力争|确保|争取)(?!目标|任务|数)|可完成")


_FORESEEN_LIST = sought(
    r"(?:预计|有望)(?:到|至|今年)?(?:年底|年末|12月底|全年)[^。;:]{0,40}(?:任务|目标|要求)[,、]?(?:即|就是|也即):"
)


@only_with(_AHEAD)
def _foreseen_share(p: Place) -> Said | None:
    """预计全年完成年度任务的98%; 预计年底将完成国家要求的任务,即:甲类完成率达到_90%,乙类_80%."""
    if _FORESEEN_LIST.search(p.sentence_lead):
        return FORECAST
    return FORECAST if _AHEAD.search(p.clause_lead) and not own_period(p.s, p.r) else None


_DAY_AHEAD = sought(
    r"(?:^|[^\d])(?:(?P<month>1[0-2]|[1-9])月(?:\d{1,2}日)?份?[底末]?(?:之|以)?前|(?P<last>[四4]季度|年[底末](?:之|以)?前))"
    r"(?:(?!目前|截至|截止|已|累计|现|实际|的)[^,。;、])*$"
)
_LAST_QUARTER = 10  # its first month
_ASKED_ALSO = sought(r"(?:以上)?[,、][^,。;、\d]{2,16}(?:率|进度)(?:要|应|须)?(?:达到?|不低于)\s?")


@only_with(sought(r"[月份日底末之以]前|四季度|4季度"))
def _of_a_day_ahead(p: Place) -> Said | None:
    """各地要对照年度目标,10月底前完成率达到_85%以上 in a report of September: an order, and no state."""
    last, cutoff = p.last, p.s.cutoff_month
    also = last is not None and _ASKED_ALSO.fullmatch(p.s.text, last.quantity.end, p.r.start) is not None
    said = _DAY_AHEAD.search(last.clause_lead if also and last is not None else p.clause_lead)
    if said is None or cutoff is None or p.r.bracket:
        return None
    month = int(said["month"] or 0) or (_LAST_QUARTER if said["last"][0] in "四4" else 12)
    return CONTEXT if month > cutoff else None


_SHARES = Rules(_others_share, _like_the_last, no_share, _of_the_slowest, _foreseen_share, _of_a_day_ahead)
