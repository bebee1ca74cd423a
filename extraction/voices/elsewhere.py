"""Numbers that are no figure of the task: counted twice, of tasks, of another time, of others."""

from __future__ import annotations

from decimal import Decimal

from extraction.numbers import units
from extraction.sentences.kinds_alone import is_promised_kind
from extraction.sentences.made_up import is_part_of_goal
from extraction.sentences.owners import shares_out
from extraction.sought import sought
from extraction.voices.batches import BATCH, counts_batches, in_batch
from extraction.voices.brackets import bracket_voice, goal_behind, is_whole
from extraction.voices.handed_down import is_handed_to
from extraction.voices.no_amounts import is_no_amount, is_start
from extraction.voices.no_shares import is_of_tasks
from extraction.voices.place import BASE, CONTEXT, PEER, Place, Said, only_with, plainly
from extraction.voices.plan_lists import owners_plan
from extraction.voices.section_counts import counts_a_section, counts_a_state
from extraction.voices.task_counts import (
    TASKS,
    TASKS_BEFORE,
    are_assigned,
    counts_tasks,
)
from extraction.voices.tasks_divided import counts_doers, counts_from, counts_on, counts_those_with_numbers
from extraction.words.other_times import (
    is_carried_over,
    of_last_year,
    of_next_year,
    of_past_year,
    opens_with_last_year,
    to_an_end_before,
)
from extraction.words.peers import OF_SUPERIORS, PEERS, of_peers

_OWNED_BEHIND = sought(r"[^()]{0,8}\)的(?:共)?(?:有|为|是)")


_PACE_ITSELF = sought(
    r"(?:达到|超过|超|低于|未达|落后|快于|慢于|滞后|不及)[^,。;()]{0,4}(?:序时|时序|时间)进度(?:要求|节点)?\s?$"
)


_SIGNED = sought(r"\(\s?[-+]\s?")
_SMALL_SHARE, _HALF = 25, 6  # per cent of a plan that nobody would call done by the sixth month


def _growth_alone(p: Place) -> Said | None:
    """完成39亿元(-3.2%): with a sign, and nothing else in its bracket, it is growth; (5.4%) behind money may be."""
    r, of = p.r, p.last
    if r.quantity.noun != "%" or of is None or of.measure != "amount" or of.bracket or of.sentence != r.sentence:
        return None
    between = p.s.text[of.quantity.end : r.start]
    alone = between.strip(" +-") == "(" and p.s.text.startswith((")", ",", "、"), r.quantity.end)
    if not alone or of.voice != "report":
        return None
    if r.value < 0 or _SIGNED.fullmatch(between):
        return Said("report", own="", subject=of.name, measure="growth")
    small = of.quantity.noun in units.MONEY and r.value < _SMALL_SHARE and (p.s.cutoff_month or 0) >= _HALF
    return CONTEXT if small and not p.s.listed_slow else None


def in_bracket(p: Place) -> Said | None:
    """(目标8.5%,全市平均6.9%): a bracket has the last word on its numbers, each by its own part of it."""
    if not p.r.bracket:
        return None
    end = p.r.quantity.end
    if (grown := _growth_alone(p)) is not None:
        return grown
    if p.r.quantity.noun == "%" and _PACE_ITSELF.search(p.before_bracket):
        return CONTEXT  # 达到时序进度(91.67%)以上
    if p.r.quantity.noun == "%" and _of_one_at_work(p):
        return CONTEXT
    if _OWNED_BEHIND.match(p.s.text[end : end + 14]):
        return PEER  # 高于目标(9%)的有3个: whose it is stands behind
    if is_part_of_goal(p.s.text, p.s.inside, p.r.quantity):
        return PEER
    if counts_a_section(p.s.text, p.r) or counts_a_state(p.s, p.r) or _FOR_EACH.fullmatch(p.clause_lead):
        return CONTEXT  # 幼儿园240所(每县不少于2所)
    if _of_those_above(p):
        return PEER
    if is_whole(p.s.text, p.r, p.before_bracket):
        return plainly(goal_behind(p.r, p.before))
    return plainly(bracket_voice(p.r, p.clause_lead, p.before_bracket, p.before, p.s.text))


_AT_WORK = sought(r"[^,。;:()\d]{0,6}(?:正在?|在建|处于)[^,。;()\d]{0,8}\([^,。;()\d]{0,8}")


def _of_one_at_work(p: Place) -> bool:
    """4个市场完工,1个正在收尾(形象进度_92%): how far the rest of them is, beside those that are finished."""
    last = p.last
    if last is None or _AT_WORK.fullmatch(p.s.text, last.quantity.end, p.r.start) is None:
        return False
    beside = (b for b in p.before if b is not last and b.voice == "report" and b.sentence == last.sentence)
    return any(b.quantity.noun == last.quantity.noun for b in beside)


_NATIONS = sought(
    r"\s?(?:今年|本年|20\d\d年)?(?:全国|国家)的?(?:今年)?(?:年度|全年)?(?:预期|发展|总体)*目标(?:约|为|是|:)?\s?"
)
_ABOVE = sought(r"\s?全?[省市州县旗区](?:里|级)?的?(?:年度|全年)?(?:预期|发展|总体)*目标(?:约|为|是|:)?\s?")
_FAR_ABOVE = Decimal("1.5")  # times our own plan


def _of_those_above(p: Place) -> bool:
    """新增24.8万人(全国目标1200万人); 目标75亿元(市目标_280亿元): what all together are to reach is no plan of ours."""
    own = sought(r"[,;、]").split(p.clause_lead)[-1]
    if _NATIONS.fullmatch(own):
        return True
    ours = p.last if p.last is not None and p.last.voice == "promise" and not p.last.bracket else None
    alike = ours is not None and ours.quantity.noun == p.r.quantity.noun != "%"
    return alike and ours is not None and _ABOVE.fullmatch(own) is not None and p.r.base > ours.base * _FAR_ABOVE


_FOR_EACH = sought(
    r"每(?:个|一)?(?:县|旗|市|区|乡|镇|村|乡镇|街道|社区|县市区|县区)(?:不少于|至少|不低于|要|各|建)?\s?"
)


_IN_EACH = sought(
    r"每(?:个|一)?(?:县|旗|市|区|乡|镇|乡镇|街道|社区|行政村|县市区|县区)(?:\([^()]{1,8}\))?(?:各|都|均|至少|要)*(?:建成|建设|新建|打造|创建|培育|设置)\s?$"
)


@only_with(sought(r"每"))
def in_each_place(p: Place) -> Said | None:
    """每个县建成_1个高品质口袋公园,全省共建成166个: what every place is to have is no sum of all."""
    return CONTEXT if _IN_EACH.search(p.clause_lead) and p.r.measure == "amount" else None


def told_twice(p: Place) -> Said | None:
    """80.6%80.6%: one number that the page has twice."""
    last = p.last.quantity if p.last is not None else None
    return CONTEXT if last is not None and last.end == p.r.start and last.text == p.r.quantity.text else None


_TERM = sought(
    r"(?:工期|建设期|合同期|[储质]备?期限|建设周期|服务期)限?(?:为|是|共|约|:)?\s?$"
    r"|(?:数据|统计|指标|发布|反映)[^,。;\d]{0,6}(?:滞后|延后|推迟|错后|晚)(?:约|了)?\s?$"  # 核算数据滞后_两个月
)


def measures_nothing(p: Place) -> Said | None:
    """按164元标准发放, 尚有73名未报到, 要求6个断面水质达标率达到50%; 总工期24个月."""
    if p.r.quantity.noun in units.TIME and _TERM.search(p.clause_lead):
        p.r.settled = True
        return CONTEXT
    if is_handed_to(p.r):
        p.r.settled = True
        return CONTEXT
    return CONTEXT if is_no_amount(p.s, p.r, p.clause_lead) or is_of_tasks(p) else None


_WHERE = sought(
    r"^\s?(?:涉及|分布在|(?:项目|工程|建设)(?:共)?(?:涉及|覆盖|分布在))(?:全[省市县旗区州])?(?:\d+个?[\u4e00-\u9fff]{1,5}[、和及]?){0,2}$"
)
_OF_PLACES = sought(
    r"(?:乡镇|镇|乡|街道|行政村|自然村|村|社区|县|旗|市|区)(?![\u4e00-\u9fff]{2,12}(?:改造|治理|整治|建设))"
)


@only_with(_WHERE)
def where_it_is(p: Place) -> Said | None:
    """涉及_11个乡镇_53个村: in how many places the work is."""
    counted = p.r.quantity.noun == "个" and _OF_PLACES.match(p.s.text, p.r.quantity.end) is not None
    counted = counted or p.r.quantity.noun in ("村", "镇", "乡", "社区")
    return CONTEXT if counted and _WHERE.search(p.clause_lead) else None


@only_with(BATCH)
def by_batches(p: Place) -> Said | None:
    """计划共2100户(其中:第一批_808户): how a plan was handed down; _两批改造计划共2100户: in how many parts."""
    return CONTEXT if counts_batches(p.s.text, p.r) or in_batch(p.s.text, p.r) else None


def split_among_districts(p: Place) -> Said | None:
    """改造312个小区,其中东桥区86个、西城区74个: a part speaks as its whole does."""
    if owners_plan(p.s, p.r) or (whole := shares_out(p.r, p.before)) is None:
        return None
    if whole.voice == "gap":
        return CONTEXT  # 到位51亿元,超出年度任务3亿元,其中东桥区9亿元: a part of the figure, and no distance
    return Said(whole.voice, cued=whole.cued, subject=whole.name)


def counts_of_tasks(p: Place) -> Said | None:
    """145项目标任务中欠进度17项: how many tasks there are; a total is remembered for the counts that follow."""
    s, r = p.s, p.r
    if not r.quantity.unit and r.quantity.value is not None and r.quantity.value % 1:
        return None  # 死亡率0.62,控制在省定指标_0.9以内: there is no tenth of a task
    if counts_a_state(s, r):
        return CONTEXT
    dealt_out = counts_those_with_numbers(r, s.text, s.tasks)
    if not (
        dealt_out
        or counts_tasks(s, r, p.clause_lead)
        or counts_on(s, r, p.before)
        or counts_from(r, p.clause_lead, p.before, s.tasks)
    ):
        named = counts_doers(s, r, p.clause_lead)
        if named and not r.own:
            s.subject = named
        return None if named is None else CONTEXT
    if is_promised_kind(r, p.before, s.known):
        return None
    if dealt_out or TASKS.match(r.tail) or TASKS_BEFORE.search(r.lead) or are_assigned(r):
        s.count_tasks(r)
    return CONTEXT


_PACE = sought(
    r"(?:(?<!低于)(?<!高于)(?<!超)(?<!快于)(?<!慢于)(?:序时|时序|日历)(?:进度)?(?:要求|目标|任务)?|时间进度|进度要求)"
    r"(?:应?为|应?达到?|是|:)?\s?$"
)


_OF_THE_PACE = sought(r"(?:以上)?的?(?:时间|序时|时序)(?:进度)?(?:的)?(?:要求|目标|节点)?(?=[,。;、)\n]|$|的)")


@only_with(_PACE, sought(r"时间|序时|时序"))
def the_pace(p: Place) -> Said | None:
    """支出进度61%(序时进度_50%), 达到_75%的序时进度要求: how much of the year is gone, and nobody's share or goal."""
    if p.r.quantity.noun != "%":
        return None
    return CONTEXT if _PACE.search(p.r.lead) or _OF_THE_PACE.match(p.s.text, p.r.quantity.end) else None


_GROUP = (
    r"(?:以上|以下|以内)?的(?:重点|民生|考核|主要|年度)*(?:指标|项目|任务|事项|工作|工程|县|旗|区|市|乡镇|镇街|单位|部门|地区)?"
    r"(?:共|仅|只)?有"
)
_OF_A_GROUP = sought(
    rf"{_GROUP}\s?\d{{1,3}}[项个件家]|的(?:地区|县区|县市区|市县|乡镇|单位|部门)?(?:有|为|是|分别[为是])[:,]?[\u4e00-\u9fff]{{2}}"
)
_SO_MANY = sought(rf"%{_GROUP}\s?$")
_HOW_FAR_THEY_ARE = sought(r"(?:完成率|进度|率|比例|完成|进展)(?:低于|高于|超过|不足|不到|在|达到?|未达到?)\s?$")


def of_a_group(p: Place) -> Said | None:
    """完成率低于_75%的指标有_3项, 进度低于_75%的有和平区: by what they are sorted, and how many of them there are."""
    if p.r.quantity.noun == "%":
        sorts = _HOW_FAR_THEY_ARE.search(p.r.lead) is not None and _OF_A_GROUP.match(p.s.text, p.r.quantity.end)
        return CONTEXT if sorts else None
    return CONTEXT if p.r.quantity.noun in ("项", "个", "件", "家") and _SO_MANY.search(p.clause_lead) else None


_SAME_TIME = sought(r"(?:去年|上年)同期[,,]?(?!相比|比)")


_GAINED = sought(r"[,、]?\s?(?:净)?(?:增收|减收|增支|减支|短收)(?:了|约|近)?\s?")
_GAIN_PLANNED = sought(r"[^。;]{0,24}(?:增收|减收|增支|减支)[^,。;\d]{0,4}(?:目标|任务|计划)")


def _is_gained(p: Place) -> bool:
    """税收收入8.6亿元,增收_1.1亿元,完成年度预算的34%: the share behind it is of the sum, not of what came in more."""
    if p.r.quantity.noun != "元" or p.last is None or _GAINED.fullmatch(p.r.lead) is None or p.s.promising:
        return False
    told = p.last.sentence == p.r.sentence and p.last.voice == "report" and p.last.quantity.noun in ("元", "%")
    return told and _GAIN_PLANNED.match(p.s.text, p.r.quantity.end) is None


def of_earlier_time(p: Place) -> Said | None:
    """2022年投入38.6亿元 in a report of 2023; 由_630元提高到690元; 去年同期7.2亿元; 去年结转的5.2万亩."""
    s, r = p.s, p.r
    if is_start(s, r) or (s.piece.startswith("同期", 2) and _SAME_TIME.match(s.piece)):
        return BASE
    if r.measure == "amount" and (to_an_end_before(p.clause_lead, s.year) or _is_gained(p)):
        return BASE
    before = "" if s.promising else p.sentence_lead
    if "年" not in before or is_carried_over(p.clause_lead):
        return None
    past = of_past_year(before, s.year) or of_last_year(p.clause_lead, r.measure)
    return BASE if past or opens_with_last_year(before) else None


def of_later_year(p: Place) -> Said | None:
    """2024年,力争增长9%以上,进出口增长5% in a report of 2023."""
    if p.s.promising or not of_next_year(p.sentence_lead, p.s.year):
        return None
    return Said("forecast", outlook=True)


@only_with(PEERS, OF_SUPERIORS)
def of_others(p: Place) -> Said | None:
    """全省平均增长5.8%; 落实全省新增5000家部署."""
    if OF_SUPERIORS.search(p.clause_lead) and p.r.tail.startswith(("部署", "的部署", "的要求", "的决策")):
        return PEER
    return PEER if not p.s.promising and of_peers(p.s.text, p.clause_lead) else None
