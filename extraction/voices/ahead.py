"""What is promised for the year, and what is thought to come: the words of planning in the clause, and its time."""

from __future__ import annotations

import re

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices import quotas
from extraction.voices.foreseen import (
    EXHORTS,
    answers_for_the_year,
    dated_since,
    forecast,
    promised_of_the_year,
    says_no_more,
    whole_year,
)
from extraction.voices.funds import is_spent
from extraction.voices.place import CONTEXT, FORECAST, PROMISE, REPORT, Place, Said, only_with, plainly
from extraction.voices.plan_lists import lists_on
from extraction.voices.target_cues import bounded, continues_plan, last, target_cue
from extraction.words import names, wording

_WILL_GIVE = sought(r"可(?:新增|增加|提供|容纳|安置|形成|解决)[^,;:\d]{0,8}$")


@only_with(_WILL_GIVE)
def will_give(p: Place) -> Said | None:
    """主体已封顶,可新增床位_300张: what it will give."""
    return FORECAST if _WILL_GIVE.search(p.r.lead) and not p.s.promising else None


_WHEN_BUILT = sought(  # 年内全面竣工,改善受益人口1万人
    r"(?:年底前?|年内|年末|明年|下半年|[三四]季度末?)(?:前|内)?(?:可|将|能|要|全部|全面|如期|陆续|正式|基本)*"
    r"(?:建成|竣工|完工|完成|投用|投产|通水|通车|交付|投入使用)(?:[^,;。:()\d]{0,6}),\s?"
    r"(?!已|目前|截至|累计|现|今年|全年|实际|[^,。;\d]{0,6}(?:目标|任务|计划))[^,;。:\d]{0,12}$"
)


_BUILDS = sought(r"^[,、\s]*(?:建成|新建|建设|创建|打造|改造)")


@only_with(_WHEN_BUILT)
def then_gives(p: Place) -> Said | None:
    """年内全面竣工,改善受益人口_1万人: what a work gives once it is there, which it is not before the year's end."""
    if p.s.cutoff_month is None or p.s.cutoff_month == 12 or p.r.bracket or p.r.measure != "amount":
        return None
    said = _WHEN_BUILT.search(p.sentence_lead)
    if said is None or (p.s.index == 0 and not said.start() and _BUILDS.search(p.clause_lead)):
        return None  # 年内完成河道治理,建成生态护岸_30公里 opens with what is promised
    p.r.settled = True
    return FORECAST


@only_with(EXHORTS)
def others_are_told(p: Place) -> Said | None:
    """各地要…,确保10月末突破_92亿元: what others are told to do."""
    if EXHORTS.match(p.s.piece):
        return FORECAST
    told = any(EXHORTS.match(piece.strip()) for piece in sought(r"[,;:]").split(p.sentence_lead)[1:])
    return FORECAST if told and "全年" not in p.clause_lead else None


_WHOLE_COST = sought(
    r"(?:(?<!年度)(?<!今年)(?<!全年)(?<!计划完成)总投资|概算(?:总?投资)?|估算(?:总?投资)?|计划总投资|资金总额|资金总量|资金规模)(?:约|近|达|为)?\s?$"
)
_BARE_GOAL = sought(r"目标|任务|计划|控制指标|[省市县旗]定(?:控制|考核)?指标|不超过|不低于|率[^,]{0,4}$|PM|均值|浓度")


_INVESTED = sought(
    r"(?:^|[,;。])[^,。;\d]{0,10}完成(?:[\u4e00-\u9fff]{2,6})?总投资(?:约|近|达|为)?\s?$"
)  # 全县完成水利总投资|3.4亿元


@only_with(_WHOLE_COST)
def whole_cost(p: Place) -> Said | None:
    """总投资_86.7亿元: what the whole costs, over years; but 签约项目30个以上、总投资_150亿元以上 is promised."""
    if not _WHOLE_COST.search(p.r.lead) or (p.s.promising and p.r.quantity.qualifier == "ge"):
        return None
    if _OF_THE_YEAR.search(p.clause_lead):
        return None
    if _INVESTED.search(p.clause_lead) and not p.s.text.startswith("的", p.r.quantity.end):
        return None
    told = names.folded(p.r.own) in p.s.known and p.r.own.startswith("总投资") and "计划总" not in p.r.lead
    return None if told else CONTEXT


_CONTENTS = sought(r"建设内容(?:主要)?(?:包括|包含|涵盖|为|有|是)[^。;]{0,60}$")


@only_with(_CONTENTS)
def holds(p: Place) -> Said | None:
    """计划投资640万元,建设内容包括_2.4公里道路提升: what a work holds whose money is planned is no plan by itself."""
    money = any(b.quantity.noun == "元" and b.sentence == p.r.sentence and not b.bracket for b in p.before)
    if not money or _CONTENTS.search(p.sentence_lead) is None or p.r.quantity.noun == "元":
        return None
    p.r.settled = True
    return CONTEXT


_OF_THE_YEAR = sought(  # 计划全年完成城市建设总投资150亿元
    r"(?:计划|任务|目标|要求|确保|力争)(?:今年|全年|年内|年度|本年)?完成[^,。;\d]{0,12}总投资(?:约|近|达|为)?\s?$"
)


_COEFFICIENT = sought(
    r"(?:系数|死亡率|亡人率|PQI|PCI)(?:(?P<to>(?:要|应)?(?:达到|提[高升][到至]|不[低高]于|降至|降低?到))|为|是)\s?$"
)


def without_unit(p: Place) -> Said | None:
    """A bare number says nothing, unless a goal, or the answer to a bare goal, stands there."""
    r, s = p.r, p.s
    if r.measure != "amount" or r.quantity.unit or _BARE_GOAL.search(r.lead) or (s.bare_goal and not p.before):
        return None
    if bounded(s, r, p.clause_lead) and len(names.folded(r.own)) >= 2:
        return PROMISE  # 国道PQI达到92以上
    if (coefficient := _COEFFICIENT.search(r.lead)) is not None:  # 利用系数提高到0.562
        return PROMISE if s.sentence.heading and coefficient["to"] else None
    answers = any(b.voice == "promise" and not b.quantity.unit and b.sentence == r.sentence for b in p.before)
    return None if answers else CONTEXT


def planned_by_words(p: Place) -> Said | None:
    """年度目标为_40个: the last word of planning to the left is behind the last word of reporting."""
    last = p.last
    spent = last is not None and last.voice == "gap" and last.clause_start == p.r.clause_start
    lead = p.r.lead if spent else p.clause_lead  # 高于全年目标1.4个百分点,进口94.8亿元
    lead = wording.PROGRAMME.sub("", lead) if "计划" in lead else lead
    if not target_cue(p.s, p.r, lead) or quotas.is_got(p.sentence_lead, lead):
        return None
    if _tells_of_year(p):
        return REPORT
    return FORECAST if _of_later_months_alone(p) else PROMISE


_YEARS_WORK = sought(
    r"^\s?全年(?:共|累计|实际)*(?:建成|新建|新增|完成|实现|改造|整治|培训|引进|发放|开展)(?![^,。;\d]{0,12}(?:任务|目标|计划))"
)
_TOLD_BEHIND = sought(r"实际|已|截[至止]|目前")


def _tells_of_year(p: Place) -> bool:
    """年度任务为新增绿地21公顷,全年建成公园_11个,新增23.4公顷 in a report of December: what came of the goal."""
    last = p.last
    if p.s.cutoff_month != 12 or last is None or last.voice != "promise" or last.sentence != p.r.sentence:
        return False
    if _YEARS_WORK.match(p.clause_lead) is None:
        return False
    return _TOLD_BEHIND.search(p.s.text, p.r.quantity.end, p.s.sentence.end) is None


_STRETCH = sought(r"第?[二三四]季度|(?:[1-9]|1[01])月份?")


def _of_later_months_alone(p: Place) -> bool:
    """四季度,计划投入劳力_65万人次, 力争11月份入库_10亿元 in a report of October: planned for the next months alone."""
    s, period = p.s, p.r.period
    if period is None or s.cutoff_month is None or period.first_month <= s.cutoff_month:
        return False
    return s.sentence.start <= period.start and _STRETCH.fullmatch(s.text, period.start, period.end) is not None


def answer_of_the_year(p: Place) -> Said | None:
    """全年回收5.27万辆 below the heading that promised it, in a report of November or later."""
    if not answers_for_the_year(p.s, p.clause_lead):
        return None
    return _foreseen(p) if wording.FORECAST.search(p.clause_lead) else REPORT


def _foreseen(p: Place) -> Said:
    return plainly(forecast(p.s, p.r, p.clause_lead))


_THINKS = sought(r"(?:^|[,。:])[^,;。\d]{0,10}(?:预计|预测|预判)(?=[^,。;]{0,12}(?:全年|下半年|年底|年末|四季度))")
_FIRM = sought(r"目标|任务|计划|确保|力争|已|截至|目前|累计|同比|1-|完成率|;")


@only_with(_THINKS)
def thought_of_the_year(p: Place) -> Said | None:
    """预测下半年增长8.5%,全年GDP增长_8.4%左右: what a sentence thinks of the months ahead goes on to its end."""
    thought = _THINKS.search(p.sentence_lead)
    if thought is None or p.s.cutoff_month == 12 or _FIRM.search(p.sentence_lead, thought.end()):
        return None
    return FORECAST if p.r.measure in ("growth", "percent", "amount") else None


def money_spent(p: Place) -> Said | None:
    """全年统筹资金_3.86亿元,截至10月底支付2.97亿元."""
    return REPORT if is_spent(p.s.text, p.r) else None


_INTENDS = sought(
    r"(?:今年|本年|全年|年内|20\d\d年)[^,。;\d]{0,8}(?<![模虚])拟(?:实现|完成|新增|建成|新建|改造|培训|引进|实施|发放|争取|达到)[^,。;\d]{0,12}$"
)


@only_with(_INTENDS)
def intended_for_year(p: Place) -> Said | None:
    """2019年全区拟实现税收收入_58亿元 in a report of that year."""
    said = _INTENDS.search(p.clause_lead)
    named = sought(r"20\d\d").match(said.group()) if said is not None else None
    return PROMISE if said is not None and (named is None or int(named[0]) == p.s.year) else None


def promised_for_whole_year(p: Place) -> Said | None:
    """全年改造_26.4万座 in a report of nine months; 全年力争完成_80亿元; 全年净增220家,有效数突破_1300家."""
    r, s = p.r, p.s
    short = r.period is not None and s.cutoff_month is not None and s.cutoff_month < 12
    if (
        (short and whole_year(s, r, p.clause_lead))
        or ("年" in p.clause_lead and promised_of_the_year(s, r, p.clause_lead))
        or lists_on(s, r, p.before)
    ):
        return PROMISE
    return None


_HAPPENED = sought(r"已|实际(?!利用|使用|吸收)|又[\u4e00-\u9fff]{0,6}$|了\s?$")
_THIS_YEAR = sought(r"今年|当年|本年")  # 累计关停392家,今年关停62家: so far


_COMPARED_AT_ONCE = sought(r",\s?[比较](?:上年|去年)(?:同期)?(?:增|减|提|下|多|少|净)")


def of_later_months(p: Place) -> Said | None:
    """12月底完成_12公里 in a report of September, with no word that it happened and no date of its own behind."""
    r, s = p.r, p.s
    if r.period is None or not s.cutoff_month or r.period.last_month <= s.cutoff_month or r.period.day is not None:
        return None
    if _HAPPENED.search(p.clause_lead) or says_no_more(s.text, r.period.start) or dated_since(s, r) or _goes_on(p):
        return None
    if s.answering and _COMPARED_AT_ONCE.match(s.text, r.quantity.end):
        return None  # 全年播种面积46.73万亩,比上年增加0.12万亩
    if p.last is not None and p.last.voice == "report" and p.last.period is r.period and s.answering:
        return None  # 全年新认定97家,比重为33.6%: as the first of them was told
    if r.period.start < r.clause_start and _CAME_IN.fullmatch(p.clause_lead):
        return None  # 全年争取上级资金7亿元,到位_4.09亿元
    if _THE_YEARS.fullmatch(s.text, r.period.start, r.period.end) and _DONE_TO_THEM.match(r.tail):
        return None  # 2018年度全市_70个重点项目已开工62个: the year that they are of
    if _OUGHT.match(s.text, r.period.end) and r.period.start >= s.sentence.start:
        return PROMISE
    told = r.period.start > s.sentence.start and s.told >= 0 and _THIS_YEAR.match(s.text, r.period.start)
    return None if told else FORECAST


_THE_YEARS, _DONE_TO_THEM = sought(r"(?:20\d\d年度?|[今本当]年度?|年度)"), sought(r"[^,。;、\d]{2,20}已")
_OUGHT = sought(r"(?:共|还|就|一共|总共)?(?:要|需|须|应)(?!求)")  # 全年|要完成公园12个、广场_8个
_DONE_ALONE = sought(r"[,、]?\s?(?:已|现|实际)?(?:完成|实现)了?\s?")


def _goes_on(p: Place) -> bool:
    """全年培训2400人,完成_1310人次,发放补贴_86万元: once the year's plan is answered the year's word is spent."""
    last, r = p.last, p.r
    if last is None or last.period is not r.period or last.sentence != r.sentence:
        return False
    if last.voice == "promise":
        return _DONE_ALONE.fullmatch(r.lead) is not None and units.fits(last.quantity.noun, r.quantity.noun)
    return last.voice == "report" and any(b.voice == "promise" and b.period is r.period for b in p.before)


_CAME_IN = sought(r"[,、]?\s?到位(?:了|约|近)?\s?")


_ENSURED = sought(r"(?:确保|力争|奋斗|保底)(?!再)[^,]{0,8}$")
_BY_THEN = sought(r"年底|月底|月前|前完成|预计|下半年|剩余|已|目前|投入使用")


@only_with(_ENSURED)
def ensured(p: Place) -> Said | None:
    """确保_40个: a word of resolve right before it, and none of a later time."""
    if not _ENSURED.search(p.r.lead) or p.s.next_steps or _BY_THEN.search(p.clause_lead):
        return None
    return PROMISE if p.r.own or p.r.subject else None


def goes_on_promising(p: Place) -> Said | None:
    """均要下降2.5%以上,二氧化硫下降_3.2%: a sentence of nothing but goals."""
    return PROMISE if continues_plan(p.s, p.r, p.before) else None


_TOLD = re.compile(r"已|累计|实际完成")


@only_with(wording.FORECAST)
def foreseen_by_words(p: Place) -> Said | None:
    """预计全年完成_76亿元: the last word of foreseeing is behind the last word of reporting."""
    at = last(wording.FORECAST, wording.ATTRIBUTE.sub("", p.clause_lead))
    return _foreseen(p) if at >= 0 and at >= last(_TOLD, p.clause_lead) else None


_TOLD_HERE = sought(r"已|目前|实际(?!利用|使用|吸收)")
_JOINED = sought(r"\s?(?:\([^()]*\))?(?:以上|左右|以内)?[、,和及]")


def joined_to_the_last(p: Place) -> Said | None:
    """计划新建40个、_20公里: what nothing but a comma parts from a promise or a forecast, and no word of its own."""
    last, r = p.last, p.r
    if last is None or last.bracket or last.clause_start != r.clause_start:
        return None
    if last.voice not in ("promise", "forecast") or wording.DID.search(r.lead) or _TOLD_HERE.search(r.lead):
        return None
    if not _JOINED.match(p.s.text[last.quantity.end : r.quantity.start + 1]):
        return None
    return Said(last.voice, cued=last.cued, estimated=last.estimated)


def part_of_foreseen(p: Place) -> Said | None:
    """预计新增绿地19.6万平方米,其中河岸新增_0.5万平方米: a part of what is foreseen is foreseen."""
    last, r = p.last, p.r
    if last is None or not r.part or r.bracket or last.bracket or last.sentence != r.sentence:
        return None
    if last.voice != "forecast" or last.quantity.noun != r.quantity.noun or _TOLD_HERE.search(p.clause_lead):
        return None
    return Said("forecast", cued=False, estimated=last.estimated)


def reports(p: Place) -> Said:
    """已建成_12所: what no other rule claims is told; it stays an estimate where it goes on from one."""
    last: Reading | None = p.last
    estimated = last is not None and last.estimated and last.sentence == p.r.sentence and not p.r.own
    return plainly("report", bool(wording.DID.search(p.clause_lead)), True if estimated else None)
