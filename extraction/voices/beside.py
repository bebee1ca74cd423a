"""What a number says by the goals and numbers that stand before it: their steps, their answers, their twins."""

from __future__ import annotations

from decimal import Decimal

from extraction.sentences.interim import is_node
from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with
from extraction.voices.plan_lists import climbs, goes_up, on_the_way, owners_plan, works_on
from extraction.voices.plans_of_rates import is_plan_of_rate
from extraction.words import names, wording
from extraction.words.assessors import OWN_FINDING
from extraction.words.when import SO_FAR

_REALLY_DID = sought(r"实[建发收种征培改招播拨缴支到退转交办订参][^,。;\d]{0,2}?(?:了|约|近)?\s?$")


_SO_CALLED = sought(r"^[,、;]?\s?实[到缴](?:外资|内资|资金|资本)$")


@only_with(_REALLY_DID)
def really_did(p: Place) -> Said | None:
    """计划新建3000栋,实建_3126栋; but 目标:落地项目5个,实到外资_900万美元 has it in its name."""
    if p.s.sentence.heading and _SO_CALLED.match(p.r.lead):
        return None
    return Said("report", cued=True) if _REALLY_DID.search(p.r.lead) else None


def stage_of_plan(p: Place) -> Said | None:
    """计划220公里、开工205公里、_通车128公里; 全年新建3800户,共摸底4120户,_动工1966户."""
    if p.last is None:
        return None
    r, before = p.r, p.before
    told = climbs(r, before) or goes_up(r, before) or on_the_way(r, before) or works_on(r, before)
    return Said("report", cued=True) if told else None


_MEASURED = sought(rf"[,;\s]{{0,3}}(?:现|目前|实际|{OWN_FINDING})(?:结果|值)?(?:已)?(?:达到?|为|是)\s?")


def measured_behind(p: Place) -> Said | None:
    """超载率控制在1.5%以内,抽检为_1.73%: behind a goal of its measure and unit, what was found tells."""
    last, r = p.last, p.r
    if last is None or last.voice != "promise" or r.bracket or last.sentence < r.sentence - 1:
        return None
    alike = last.measure == r.measure and last.quantity.noun == r.quantity.noun and last.point == r.point
    if not alike or _MEASURED.fullmatch(p.r.lead) is None:
        return None
    return Said("report", cued=True, own="", subject=last.name)


_TWIN = sought(r"[,、]?\s?(?:增长|增速|增幅|下降)(?:达到?|为)?\s?$")
_TOLD_LATER = sought(
    r"(?:以上|左右)?[,;][^。;]{0,40}?(?:\d-\d{1,2}月|季度|半年|实际(?!利用)|已|完成|实现|累计)[^。;]{0,40}?(?:增长|增速|增幅|下降)(?:达到?|为)?\s?\d"
)


def twin_of_plan(p: Place) -> Said | None:
    """目标65亿元,增长_20%,1-4月完成23.1亿元,同比增长17.4%: the plan's own rate, where the answer has one too."""
    last, r = p.last, p.r
    if r.measure != "growth" or r.own or last is None or last.voice != "promise" or not last.cued or last.bracket:
        return None
    close = last.sentence == r.sentence and last.measure == "amount" and _TWIN.fullmatch(r.lead) is not None
    return PROMISE if close and _TOLD_LATER.match(p.s.text, r.quantity.end, p.s.sentence.end) else None


def plan_of_rate(p: Place) -> Said | None:
    """通村公路_180个,完成42%."""
    return PROMISE if is_plan_of_rate(p.s, p.r, p.clause_lead) else None


def districts_plan(p: Place) -> Said | None:
    """井仁县_160公里完成152公里."""
    return PROMISE if owners_plan(p.s, p.r) else None


def node_of_plan(p: Place) -> Said | None:
    """出清15户,其中一季度应出清_3户: it takes the name of the year's goal."""
    last = p.last
    if last is None or not is_node(p.r, p.before):
        return None
    return Said("promise", cued=True, interim=True, part=False, own="", subject=last.name)


_PLANS = sought(
    r"目标|任务|计划|预[期计测]|有望|力争|确保|奋斗|争取|保底|不低于|不少于|不超过|控制|要求|下达|安排|[应须需要拟将]"
)


def told_of_the_same(p: Place) -> Said | None:
    """群众满意度目标96.8%,群众满意度达到_95.9%: the same thing behind its goal, and no word of planning: its answer."""
    r, s = p.r, p.s
    goals = [b for b in p.before if b.voice == "promise" and b.measure == r.measure]
    if not goals and (p.before or not s.promising):
        return None
    name = names.folded(r.own)
    if (
        r.bracket
        or s.sentence.heading
        or r.owner is not None
        or max(len(name), len(r.own) - 1) < 3
        or _PLANS.search(r.lead)
    ):
        return None
    ends = _ENDS.search(r.lead) is not None
    here = any(
        b.quantity.noun == r.quantity.noun
        and b.clause_start != r.clause_start
        and (names.folded(b.name) == name or (ends and _the_same(b.name, r.own)))
        for b in goals
    )
    return Said("report", cued=True) if here or (not p.before and s.promising and name in s.known) else None


_SO_FAR = sought(rf"[,;\s]*(?:{SO_FAR})?[,\s]*(?:完成|实际|共|已|现)*")
_PART = sought(r"其中|含|另|还|包括")
_OFF = Decimal("0.06")  # points by which a share that was rounded to one digit may be off


def did_as_planned(p: Place) -> Said | None:
    """计划加装电梯34部,加装_31部: nothing but the plan's own verb stands before it: what was done."""
    last = p.last
    if not _counts_the_same(p) or last is None:
        return None
    verb = _SO_FAR.sub("", p.r.lead, count=1).strip()
    if len(verb) < 2 or verb == last.own:
        return None
    return Said("report", cued=True) if verb in p.s.text[last.clause_start : last.start] else None


_DID_TASK = sought(
    r"(?:^|[,、;:。])\s?[^,。;\d]{0,8}?(?:已|共|累计|实际|合计|总共)*完成(?P<what>[^,。;、:\d]{2,20}?)(?:任务(?:数|量)?|计划(?P<money>投资))(?:约|近)?\s?$"
)
_NO_DEED = sought(
    r"计划完成|目标|[应须需要拟将]|确保|力争|下达|安排|(?<![提])前完成|全年|(?<!完成)年度|年度(?=投资|任务|目标|计划)|年内"
)
_SHARE_OF_IT = sought(
    r"\s?,\s?(?:总体|整体|任务|投资)*(?:完成率|完结率|完成比例)(?:为|达到?)?\s?"
    r"|\s?,\s?(?:占|为|完成)(?:了)?(?:全年|年度|年[底末]|全省|全市|省定|市定|省级|市级|省|市|县)*(?:目标任务|任务目标|目标|任务|计划)(?:总?[数量])?的?\s?"
)


def did_its_task(p: Place) -> Said | None:
    """共完成改厕任务_3860户,完成率为46.51%: what was done, whose share of the plan stands right behind it."""
    share = p.behind
    if share is None or share.noun != "%" or p.r.bracket or p.r.measure != "amount":
        return None
    did = _DID_TASK.search(p.clause_lead)
    if did is None or _NO_DEED.search(p.clause_lead):
        return None
    if _SHARE_OF_IT.fullmatch(p.s.text, p.r.quantity.end, share.start) is None:
        return None
    name = did["what"].removeprefix("年度") + (did["money"] or "") if did["money"] or not p.r.own else p.r.own
    return Said("report", cued=True, own=name, subject=name)


_DECEMBER = 12
_BY_YEARS_END = sought(
    r"(?:预计|预测|有望|可望)(?:到)?(?:全年|年底|年末|下半年|四季度)|(?:全年|年底|年末)(?:预计|有望|可望|将)"
)


def told_by_its_share(p: Place) -> Said | None:
    """更新电梯:目标147台,更新_73台,完成49.7%: the share behind it is what it is of the plan before it."""
    last, share = p.last, p.behind
    if not _counts_the_same(p) or last is None or share is None or share.noun != "%" or share.value is None:
        return None
    if p.s.cutoff_month != _DECEMBER and _BY_YEARS_END.search(p.clause_lead):
        return None  # 目标28亿元,预计全年完成26.5亿元,为目标的94.6%
    agrees = last.base > 0 and abs(p.r.base / last.base * 100 - share.value) <= _OFF
    claims = wording.CLAIM.search(p.s.text[p.r.quantity.end : share.start]) is not None
    return Said("report", cued=True) if agrees and claims else None


def _counts_the_same(p: Place) -> bool:
    """Whether the number right before it is a plan of the same unit, and it is no part of that."""
    last, r = p.last, p.r
    if last is None or last.voice != "promise" or r.bracket or last.bracket or r.measure != "amount":
        return False
    alike = last.quantity.noun == r.quantity.noun and last.sentence == r.sentence and last.measure == "amount"
    return alike and last.clause_start != r.clause_start and _PART.search(r.lead) is None


_ENDS = sought(r"(?:建成|完工|竣工|投用|通车|到位|办结|办复|销号|交付|兑付|完成)(?:了|约|近)?\s?$")


def _the_same(planned: str, told: str) -> bool:
    return names.likeness(planned, told) >= 0.85 and names.conflict(planned, told) is None
