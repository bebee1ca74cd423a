"""A goal by the words right at it (tier, limit, 的目标 behind it), and figures held against another time."""

from __future__ import annotations

from extraction.numbers import units
from extraction.sentences.goal_phrases import (
    IS_SURE,
    LIMIT,
    adopt_name,
    has_second_tier,
    is_first_tier,
    is_goal,
    is_limit,
    is_quoted_goal,
    is_second_tier,
)
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.brackets import anchor
from extraction.voices.goals_behind import HOLDS, held_against
from extraction.voices.place import BASE, CONTEXT, PROMISE, Place, Said, only_with
from extraction.voices.whole_costs import WHOLE_COST
from extraction.words import wording
from extraction.words.since_years import OF_MANY_YEARS, OF_NOW

_LEFT = sought(r"^(?:另有|另|其余|剩余|余下|还有|尚有|剩下)")
_LEFT_OVER = sought(r"(?:目前)?(?:[还尚仍仅](?:余|剩)|剩余|余下|剩下|其余)(?:下|的)?(?:约|近)?\s?$")


@only_with(_LEFT_OVER)
def left_over(p: Place) -> Said | None:
    """尚余25家计划于11月底前完成, 抓紧完成剩余4800人的目标: what is left is part of what was planned."""
    return CONTEXT if p.r.owner is None and _LEFT_OVER.search(p.r.lead) else None


def second_tier(p: Place) -> Said | None:
    """确保40个、力争_50个."""
    last = p.last
    if last is None or not is_second_tier(p.r, p.before):
        return None
    return Said("promise", last.cued, last.outlook, last.interim, own="", subject=last.name)


_SETS_TASK = sought(r"(?:明确|确定|下达|核定)(?:了)?(?:[^,。;、\d]{2,10}的)?(?:共|共计)?\s?$")
_TASK_BEHIND = sought(r"(?:以上)?的?[^,。;、()\d]{0,8}(?:目标任务|任务|目标)(?=[,。;]|$)")


@only_with(_SETS_TASK)
def set_as_task(p: Place) -> Said | None:
    """明确了_86.5万户改厕任务: what is set, and called a task behind its number."""
    r = p.r
    if r.bracket or r.measure != "amount" or r.quantity.noun in ("项", "件", "条", "类", ""):
        return None
    set_so = _SETS_TASK.search(r.lead) and _TASK_BEHIND.match(p.s.text, r.quantity.end)
    return Said("promise", cued=True) if set_so else None


_LASTS = sought(r"提前|历时|为期|推迟|延长|连续|近|第\s?$")


_NOTICE = sought(r"(?:公示|公告|异议|反馈|申诉|受理|征求意见|公开)(?:期|期限|时间)(?:为|是)?\s?$")


def how_long(p: Place) -> Said | None:
    """提前_3个月, 为期_20天, 公示期_5个工作日: a time that says how, not how much."""
    if p.r.quantity.noun not in units.TIME:
        return None
    return CONTEXT if _LASTS.search(p.r.lead[-4:]) or _NOTICE.search(p.r.lead) else None


@only_with(LIMIT)
def limit(p: Place) -> Said | None:
    """余额45.6亿元,控制在省核定的限额_48.2亿元以内: it is named by the figure that keeps it."""
    if not is_limit(p.r):
        return None
    of = anchor(p.r, [b for b in p.before if b.voice == "report"])
    return Said("promise", cued=True, own="", subject=of.name if of is not None else p.r.subject)


def goal_by_its_words(p: Place) -> Said | None:
    """净增保_30家争35家; 比控制指标_11万头少2000头; “占比_55%以上”的目标; 低于_4.2%的控制目标; 任务_40亿元的32.5%."""
    r, here = p.r, p.s.cues
    if is_first_tier(r) or (here & HOLDS and held_against(p.s.text, r)) or is_quoted_goal(p.s.text, r):
        return PROMISE
    if is_goal(r) and not p.s.promising:
        told = [b for b in p.before if b.voice == "report" or (b.voice == "claim" and b.own)]
        outside = [b for b in told if not b.bracket or r.bracket]  # 6200人次(其中女性2100人次),超过6000人次的任务
        adopt_name(r, anchor(r, _held_so(r, outside or told)))
    if here & IS_SURE and has_second_tier(p.s.text, r, p.behind) and not p.s.next_steps:
        return PROMISE
    return PROMISE if is_goal(r, p.s.text) or _is_denominator(p) else None


_ABOVE = sought(r"(?:超额|超过|超出|突破|高于|多于)[^,。;\d]{0,8}$")
_BELOW = sought(r"(?:未(?:能)?(?:完成|达到?|实现)|不足|低于|少于)[^,。;\d]{0,8}$")


def _held_so(r: Reading, told: list[Reading]) -> list[Reading]:
    """抽检5.48万批次,样本量每千人6.8批次,超额完成_4.7万批次的任务: those of which the words are true."""
    above, below = _ABOVE.search(r.lead), _BELOW.search(r.lead)
    if len(told) < 2 or not (above or below) or r.quantity.noun == "%":
        return told
    near = [b for b in told if b.sentence == r.sentence and b.quantity.noun == r.quantity.noun and not b.bracket]
    true = [b for b in near if (b.base >= r.base if above else b.base < r.base)]
    return true if true and true[-1] is not near[-1] else told


def _is_denominator(p: Place) -> bool:
    """年任务_40.2亿元的32.5%; but 占项目总投资_192亿元的89% is of what it costs in all its years."""
    end = p.r.quantity.end
    if p.r.tail != "的" or WHOLE_COST.search(p.r.lead):
        return False
    return any(n.start == end + 1 and n.noun == "%" for n in p.s.inside)


_THEN_BEHIND = sought(
    r",?(?P<set>(?:[国省市县旗区]|国家|上级)(?:定|里?要求|规定)|要求)?(?:到|至)?(?:今年|本年)?(?P<when>年[底末]|\d{1,2}月[底末])(?:之?前)?"
    r"(?P<name>[^,。;\d]{0,12}?)(?:要|应|须|需)?(?:实现|达到?|不低于|不少于|提[高升][到至])\s?|,?(?:达标线|合格线|及格线)(?:为|是)?\s?"
)


@only_with(_THEN_BEHIND)
def then_behind_its_figure(p: Place) -> Said | None:
    """占比86.5%,年底实现_90%; 清欠率61.3%,省定年底前清欠率达到_80%: what is to be reached stands behind what is."""
    last, r = p.last, p.r
    if last is None or r.bracket or p.s.next_steps or last.voice not in ("report", "claim") or last.bracket:
        return None
    said = _THEN_BEHIND.fullmatch(r.lead) if last.sentence == r.sentence else None
    if (
        said is None
        or (said["when"] and last.value > r.value)
        or last.quantity.noun != r.quantity.noun
        or last.measure not in ("percent", "amount", "completion")
    ):
        return None
    year, name = said["when"] in ("年底", "年末"), said["name"] or ""
    dated = said["when"] is not None and not year and said["set"] is None  # 新增15万方,11月底达17.6万方: it tells
    if dated or (year and p.s.cutoff_month == 12) or (name and name not in last.lead + last.own):
        return None
    interim = bool(said["when"]) and not year
    measure = "percent" if last.measure == "completion" else last.measure
    return Said("promise", cued=True, interim=interim, own=name, subject=name or last.name, measure=measure)


_BY_THEN = sought(
    r"(?:计划|拟|要求|力争|确保)(?:到|至|于|在)?(?:上半年|[一二三]季度末?|\d{1,2}月[底末]?)(?:之?前)?(?:应|要|须)?(?:累计)?"
    r"(?:完成|达到?|建成|新增|实现)\s?$"
)


_BY_YEAR_END = sought(  # ...、年底完成_600户
    r"(?:计划|拟|要求|力争|确保)[^,。;]{4,30}、\s?年[底末](?:之?前)?(?:应|要|须)?(?:完成|达到?|建成|新增|实现)\s?$"
)


@only_with(_BY_THEN, _BY_YEAR_END)
def by_then(p: Place) -> Said | None:
    """改造厕所600户,计划到三季度末完成_400户: how much of it there shall be by then."""
    if _BY_THEN.search(p.clause_lead):
        return Said("promise", cued=True, interim=True)
    return Said("promise", cued=True) if _BY_YEAR_END.search(p.clause_lead) else None


_NET = sought(r"净增\s?$")
_RISES = sought(r"(?:增长|下降|增速)$")
_LAST_YEAR_WAS = sought(r"(?:去年|上年)(?:同期|全年)?(?:为|是|完成|的)?\s?$")


@only_with(wording.BASE, _LAST_YEAR_WAS)
def held_against_base(p: Place) -> Said | None:
    """较上年(3.79%)略升, 去年同期为_7.2亿元: what the figure is compared with."""
    r = p.r
    compared = wording.BASE.search(r.lead[-20:]) and not _NET.search(r.lead) and not _RISES.search(r.lead)
    if compared and not (r.quantity.noun == "%" and r.measure == "growth"):
        return BASE
    return BASE if _LAST_YEAR_WAS.search(r.lead) else None


_ROSE_BY = sought(
    r"(?:同比|环比|比上年|较上年|比去年|较去年|较年初|同期)[^,]{0,10}(?:增加|减少|多|净增|增长|下降|上升|提高|降低|上涨|提升|增[利收支盈产]|减[收亏支利产])(?:了|约|近)?$"
)


_AND = sought(r"\s?[、和及与]\s?")
_EACH_ROSE = sought(r"(?:同比|[较比](?:上年|去年)(?:同期)?)分别(?:增加|减少|下降|上升|降低|提高|多|少)")


@only_with(_ROSE_BY, _EACH_ROSE)
def rose_by(p: Place) -> Said | None:
    """比去年同期增加_3.2亿元: an amount that tells the change."""
    if p.r.quantity.noun == "%" or _NET.search(p.clause_lead):
        return None
    last = p.last
    if last is not None and last.voice == "base" and last.sentence == p.r.sentence and _AND.fullmatch(p.r.lead):
        return BASE if _EACH_ROSE.search(p.clause_lead) else None  # 同比分别减少5起、3人
    return BASE if _ROSE_BY.search(p.clause_lead) else None


_BEHIND_LABEL = sought(
    r"(?P<goal>(?:年度|全年|年)?(?:目标|计划|任务)[值数])[:]\s?$|(?:实际|完成|实绩|现状|进度)[值数][:]\s?$"
)
_LABEL_OF_NAME = sought(r"\s*(?:(?:年度|全年|年)?(?:目标|计划|任务)|实际|完成|实绩|现状|进度)[值数]$")


@only_with(sought(r"[值数][:]"))
def behind_label(p: Place) -> Said | None:
    """改造老旧小区 目标值:_46个 完成值:_31个."""
    said = _BEHIND_LABEL.search(p.s.text, max(p.s.sentence.start, p.r.start - 12), p.r.start)
    if said is None or p.r.lead.strip(" :") not in ("", said.group().strip(" :")):
        return None
    name = _LABEL_OF_NAME.sub("", p.r.subject)
    return Said("promise" if said["goal"] else "report", cued=True, own="", subject=name)


_SINCE_BEGUN = sought(
    r"(?:(?:开工|建设|启动|成立)(?:以来|至今)|自(?:开工|开建))(?:已|共|累计)*(?:完成|实现)?(?:投资)?\s?$"
)


_MORE_THAN_LAST = sought(
    r"(?:计划|任务|目标)(?:总?投资|总量|总额|数)?(?:分别|均)?[较比](?:上一?年|去年)[^,。;\d]{0,8}$"
)


@only_with(_MORE_THAN_LAST)
def plan_grew(p: Place) -> Said | None:
    """年度投资计划205亿元,年度计划较上年度增加_6.2%: how much more was planned is no goal of its own."""
    last, r = p.last, p.r
    if last is not None and last.voice == "context" and r.lead in ("、", "和") and _MORE_THAN_LAST.search(last.lead):
        return CONTEXT  # 总投资和年度计划分别较上年度增加17%、26%
    if last is None or r.measure != "growth" or _MORE_THAN_LAST.search(r.lead) is None:
        return None
    planned = last.voice == "promise" and last.measure == "amount" and last.sentence == r.sentence
    return CONTEXT if planned and sought(r"计划|任务|目标").search(last.lead) else None


_CHANGED_BY = sought(
    r"[比较](?:(?:计划)?调整[之以]?前|原(?:来|先|定)?(?:的)?(?:计划|方案|任务|目标)(?=[^,。;\d]{0,3}[核调压]))(?:的)?[^,。;\d]{0,4}?"
    r"(?:核减|核增|调减|调增|压减|减少|增加|[多少增减])(?:了)?(?:约|近)?\s?$"
)


@only_with(_CHANGED_BY)
def plan_changed(p: Place) -> Said | None:
    """计划总量22.6万亩,比调整前减少_2.1万亩: by how much a plan was changed is no goal."""
    if _CHANGED_BY.search(p.r.lead) is None:
        return None
    p.r.settled = True
    return CONTEXT


@only_with(_SINCE_BEGUN)
def of_all_years(p: Place) -> Said | None:
    """开工以来累计完成投资_18亿元: of all the years since, not of this one."""
    return CONTEXT if _SINCE_BEGUN.search(p.clause_lead) else None


@only_with(OF_MANY_YEARS)
def of_many_years(p: Place) -> Said | None:
    """自2010年至今年8月,累计开工_38416套: of all the years since, to the end of what tells of them."""
    since = OF_MANY_YEARS.search(p.sentence_lead)
    if since is None or p.s.year is None or int(since[1]) >= p.s.year:
        return None
    return None if OF_NOW.search(p.sentence_lead, since.end()) else CONTEXT


_OVER_YEARS = sought(
    r"[^,。;\d]{0,6}[,(]?(?:计划|拟)?分[两二三四五2-5](?:个年度|年度?)(?=[^,。;]{0,8}(?:实施|完成|建设|改造|推进))"
)


_PLAN_OF_YEARS = sought(r"(?<![第\d])[两三四五2-5]年(?:内)?(?:共|总|累计|合计)?(?:计划|规划|目标)[^,。;\d]{0,16}$")
_YEARS = sought(r"[^,。;\d]{0,8}\(20\d\d年?[-至]{1,2}(20\d\d)年?\)")


@only_with(_OVER_YEARS, _PLAN_OF_YEARS)
def over_years(p: Place) -> Said | None:
    """危房改造任务_43801户,分两年实施; 三年共计划新建_90座: no plan of this year, unless it is the last."""
    if _OVER_YEARS.match(p.s.text, p.r.quantity.end):
        return CONTEXT
    if p.r.measure != "amount" or _PLAN_OF_YEARS.search(p.clause_lead) is None:
        return None
    years = _YEARS.match(p.s.text, p.r.quantity.end)
    if years is not None and p.s.year == int(years[1]):
        return None
    p.r.settled = True
    return CONTEXT


@only_with(_LEFT)
def the_rest(p: Place) -> Said | None:
    """其余_5所正在装修: what is left of the plan."""
    return CONTEXT if p.r.owner is None and _LEFT.match(p.clause_lead.lstrip(",;、 ")) else None
