"""What a number is said of: the name that stands with it, or what it inherits from the words before it."""

from __future__ import annotations

import re

from extraction.numbers import units
from extraction.numbers.cut_to import CUT_TO
from extraction.records import Quantity
from extraction.sentences.clause_names import behind_colon, first_clause
from extraction.sentences.doers import passes_by, without_doer
from extraction.sentences.just_named import just_named
from extraction.sentences.kinds_alone import whole_name
from extraction.sentences.named_in_clause import named_in_clause, of_projects
from extraction.sentences.no_names import is_of_each, is_place
from extraction.sentences.other_grade import of_other_grade
from extraction.sentences.owners import Mention
from extraction.sentences.part_scope import begins_another, returns
from extraction.sentences.parts_or_answers import YEARS_OWN, counted_first, of_the_tasks, planned_before, tells_of_plan
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext, without_brackets
from extraction.sought import sought
from extraction.words import names
from extraction.words.assessors import ASSESSOR
from extraction.words.counted_nouns import counted_noun
from extraction.words.setters import NAMES_NOTHING, without_introduction, without_setter
from extraction.words.words_around import BESIDE_THEIR_GOAL, TRAILING, without_leading

# ——地区生产总值; 8座以上_以及改造危桥
_CONNECT = re.compile(r"^(?:以[上下内](?=以?及|和|、|,))?(?:[、及与,\s-]|以及|和(?!美|谐|平|田|县|硕|静|龙|顺|林))*")
_ADJUSTED = sought(r"(?:扣除|剔除)[^,、;]{1,16}?(?:因素|影响)(?:影响)?后?|(?:自然|同|可比|全|同比)口径")
_MERE_CUT = sought(rf"{CUT_TO}?")  # 内涝点由18处|减至10处
_TERM = sought(  # 提前一个月达到“三季度末|不低于75%; 未|完成“确保22%
    r"(?:提前[一二两三\d]个(?:月|季度))?(?:(?:已|均|未)*(?:达到?|超过?|[越跨]过|完成|实现|高于|低于|突破))?“?"
    r"(?:[前第]?[一二三四]季度|上半年|\d{1,2}月)?[末底份]?|未|上半|[较比](?:年初)?预算"
)
_MERE_CHANGE = sought(  # 比2010年削减, 实际压减: a change of what was named before
    r"(?:实际|分别|均|则|同口径)?(?:[较比](?:上年|去年|年初|上季度?|上月|20\d\d年|同期)?(?:同期|底|末)?)?"
    r"(?:增长|下降|上升|削减|减少|压减|回落|提高|降低|增加|下滑|上涨|负增长|减排|净增|扩大|降|增)"
)
_ATTESTED = sought(  # 经省科技厅审核入库107家: who attests it says nothing of what it is
    r"^获[\u4e00-\u9fff]{1,8}?[局厅委部府](?:批准|认定|授牌|命名)|^(?:经|通过)[\u4e00-\u9fff]{0,10}?(?:审核|审批|核定|认定|核查|核实|考核|验收|评审|统计(?![局处科])|检验|检测|鉴定|评估|查验)(?:通过|确认|后|认定|合格后?)*"
    r"|^(?:通过|利用|依托)[\u4e00-\u9fff、]{2,14}?(?=新增|新建|增加|筹集|建成|盘活)"  # 通过边角地整治|新增泊位1126个
)
_DECIDED = sought(  # 市政府民生实事目标, 区住建局自加压力确定为: who set it says nothing of what it is
    r"^(?:自治[区州]|国家|上级|[省市县旗区州])(?:[\u4e00-\u9fff]{0,4}?[局厅委办]|人?民?政府|委|里|级)*"
    r"(?:下达?|定|自定|自加压力|核定|确定|民生实事|民生工程|工作|年度|奋斗|考核)+$"
)
_ONLY = sought(r"[仅只才]")
_BECAUSE = sought(r"(?:因为?|受|由于)[^,;:。]{2,16}")  # 因招标流标|仅完成4.5万亩
_DOER = sought(r"(?<=..)(?:承担|牵头|负责|包联|包抓|承建|主管|实施)(?:实施|推进|建设)?$")  # 县交通局承担的6个项目
_LIMIT = sought(
    r"控制在(?:上级|[国省市县旗区州])?(?:下达|核定|批复)?(?:全年|年度|年初|当年|调整)?的?(?:预算|限额|额度|红线)[数内]?的?"
)
_WHEN = sought(r"[^,。;\d]{0,12}(?:期(?:满|末|结束|届满)|结束|到期|期间)(?:时|后|前)?")  # 申报期结束时共4127人
_COME = sought(r"(?:均|已|全部)*实现了?([\u4e00-\u9fff]{2,8})")  # 1897户|实现稳定脱贫
_SHARE_OF = sought(  # 八成以上小区实行分类投放: what the share is of stands behind it
    r"(?:以上|左右)?的?([\u4e00-\u9fff]{2,6}?(?:实行|实现|达到|开展|建立|完成|通上|用上|接入)[\u4e00-\u9fff]{2,8})"
)

_TASK_OF = sought(  # 118.6亿元|税收任务
    r"的?((?!年度|全年|年初|工作|目标|投资任务)[\u4e00-\u9fff]{2,8}?)(?:目标)?任务(?![的完分])"
)


def after_predecessor(lead: str, previous: Quantity | None, before: list[Reading]) -> str:
    """126条水体治理已完成120条: what stands before the verb belongs to the number before it."""
    lead = without_brackets(lead)
    if previous is None or not before or not lead or lead[0] in "、,和及与;" or lead.startswith("以及"):
        return lead
    match = sought(r"已|现已|目前|实际|(?<!计划)完成|建成|在|正|[、,]").search(lead)
    return lead[match.start() :] if match else lead


_ALL_DONE = sought(
    r"^[^、]*(?:(?:均|都|全部|全面)已?(?:建成|完成|完工|竣工|交付|到位|投用|投入使用|办结)|在(?:施工|安装|装修|改造|调试|实施))[、]\s?"
)


def _after_done(lead: str) -> str:
    """小巷全部完成、|老旧小区已完工: what was wholly done before it needs no number, and names no other."""
    done = _ALL_DONE.match(lead) if "、" in lead else None
    return lead[done.end() :] if done else lead


_POINT = sought(r"^[一二三四五六七八九十]{1,3}是(?!否)")


_SERVING = sought(r"(?:已|累计|目前|共)[^,。;]{0,6}为$")
_SERVES = (*units.PEOPLE, "户", "家")
_SERVED = sought(  # 为1520名|居民提供“两癌”筛查: what was done for them
    r"[^,。;:\d]{1,14}?(?:免费)?(?:提供|实施|办理|开展|进行|发放|安装|配备)了?(?:免费)?(?P<thing>[^,。;:\d的]{2,14})(?=[,。;]|$)"
)


# 400个公共(含专用)|充电桩: a few words in a bracket, within the name of what is counted
_ASIDE = sought(r"^([\u4e00-\u9fff]{1,6})\([^()\d,;。:目标任务计划已未]{1,6}\)(?=[\u4e00-\u9fff]{2})")


_EARLY = sought(r"(?<=任务)早$")  # 植树任务|早在4月就画上句号
_OF_NOTHING = sought(r"(?:已|仅|只)?占(?:全年|年度|年|的|总)*(?:控制|考核)*(?:指标|目标)")  # a share names its plan


def own_name(lead: str, tail: str, noun: str) -> str:
    lead = _POINT.sub("", lead).rpartition("”、“")[2]  # “增设AED”、“安置|857户以上”: one of the tasks quoted
    if _SERVING.search(lead) and noun in _SERVES and (served := _SERVED.match(tail)) is not None:
        return served["thing"]
    left = without_leading(TRAILING.sub("", _CONNECT.sub("", _ADJUSTED.sub("", _after_done(lead)))))
    left = without_leading(done) if (done := without_doer(left)) != left else left
    named = TRAILING.sub("", left)
    left = named if (told := without_setter(named)) == named else without_leading(told)
    if left.endswith(("保", "争")):  # 净增保30家争35家
        left = sought(r"(?<=..)(?<![参社医担环低确续投])保$|^争$").sub("", left)
    left = without_leading(without_introduction(left)) if len(left) > 2 else left
    left = _ATTESTED.sub("", left) if left.startswith(("经", "通过", "获", "利用", "依托")) else left
    left = "" if _WHEN.fullmatch(left) or (_BECAUSE.fullmatch(left) and _ONLY.search(lead)) else _DECIDED.sub("", left)
    left = _DOER.sub("", left) if lead.rstrip().endswith("的") else left
    if left.endswith("等") and noun in units.COUNTED:
        left = ""  # 县一中新校区等3所: who they are says nothing of what they are
    tail = _ASIDE.sub(r"\1", tail, count=1) if "(" in tail else tail
    right = "" if "**" in tail else _EARLY.sub("", counted_noun(tail, noun))  # 18952亩的**4.3%: a lost number
    if len(right) >= 4 and len(left) >= 6 and left[-1] in "和与及":
        left = ""  # 7座小型水库除险加固和|6个重点河段治理: that belongs to the number before
    if not left and not right and (come := _COME.match(tail)):
        right = come[1]
    if noun == "%" and not left and (of := _SHARE_OF.match(tail)):
        right = of[1]
    if not left and not right and (of := _TASK_OF.match(tail)):
        right = of[1]
    if noun == "%" and _OF_NOTHING.fullmatch(left):
        return ""
    said = () if right else (_TERM, _MERE_CHANGE, _MERE_CUT, _LIMIT, ASSESSOR, *NAMES_NOTHING)
    return "" if any(p.fullmatch(left) for p in said) else (left + right).strip()


def counted_before(own: str, quantity: Quantity, before: list[Reading]) -> Reading | None:
    """交流轮岗教师583人,占符合条件教师的11.2%: the share is named by the count that it is of."""
    last = before[-1] if before else None
    counted = last is not None and last.measure == "amount" and last.voice == "report" and not last.bracket
    return last if counted and quantity.noun == "%" and own.startswith("占") and last and last.own else None


_MERE_RATE = sought(r"(?P<did>[\u4e00-\u9fff]{2,3})率")


_PRICES = ("价格指数", "价格总指数", "消费价格指数", "物价指数", "价格总水平", "物价总指数")
_CONSUMER_PRICES = ("居民消费价格", "CPI")


def rate_of_count(reading: Reading, before: list[Reading]) -> str:
    """免费超声筛查37415人,筛查率68.4%: the name of a rate that repeats what the count before it did; else as it was."""
    said = _MERE_RATE.fullmatch(reading.own) if reading.own.endswith("率") else None
    last = before[-1] if before else None
    if said is None or last is None or last.bracket or last.measure != "amount" or last.voice != "report":
        return reading.own
    named = last.own.endswith(said["did"]) and len(last.own) - len(said["did"]) >= 3
    return f"{last.own}率" if named and reading.quantity.noun == "%" else reading.own


_COST = sought(r"(?:计划|概算|估算)?总投资(?:额)?$|总?概算$")  # what the whole costs is not what comes next
_OTHER_STAGE = sought(  # 棚户区改造新开工2180套、基本建成3650套; 新开工加装电梯500部、竣工350部
    r"(?<=..)新?(?:开工|动工)(?:建设|改造)?$|^新?(?:开工|动工)(?:建设|改造)?(?=[\u4e00-\u9fff]{2})"
)


_ONE_MONTH = sought(r"其中,?\s?\d{1,2}月份?(?:当月)?(?![\d底末至]|-)")  # no kind of it, but a part of its time


def subject_of(s: SentenceContext, reading: Reading, clause_start: int, before: list[Reading]) -> None:
    own = names.folded(reading.own)
    raw = s.text[clause_start : reading.start]
    if not reading.bracket and "其" in raw and "其中" in without_brackets(raw):
        told_of = counted_first(s, reading, before) or planned_before(s, reading, before)
        done = ((s.follows_plan and not before) or told_of is not None) and tells_of_plan(raw, reading, s.known)
        s.part = not (YEARS_OWN.search(raw) or _ONE_MONTH.search(raw)) and not done and not of_the_tasks(s, before)
        if done and told_of is not None:
            s.subject = told_of.subject
    elif s.part and not reading.bracket and begins_another(reading, s.known, before):
        s.part = False
    elif s.part and not reading.bracket and returns(raw, reading, before):
        s.part, s.subject = False, next((b.subject for b in before if not b.part), s.subject)
    reading.part = s.part and not reading.bracket
    mention = s.owners.at(reading.start)
    if mention is not None:
        own = names.folded(disown(s, reading, mention))
    s.subject = behind_colon(s, clause_start) or s.subject
    inherited = s.subject or just_named(s, reading) or first_clause(s, clause_start) or (s.main if mention else "")
    if reading.bracket and before:
        inherited = named_in_clause(reading, before).name
    elif inherited.endswith("率") and reading.quantity.noun not in ("%", "个百分点", "‰"):
        did = inherited[:-1]
        of_stage = names.stage(did) is not None or names.is_bare(did)  # 开工率97%,竣工2016户
        # 开工79个,开工率91.9%,完成投资142亿元: an amount is not of the rate
        inherited = s.counted or s.topic or ("" if of_stage else inherited)
    if (
        "计" in raw
        and sought(r"(?:合计|总计|共计)(?:为|达)?\s?$").search(raw)
        and len(names.folded(sought(r"[两三四][级项类者地]|合计|总计|共计").sub("", reading.own))) < 2
    ):
        last = before[-1] if before and not before[-1].bracket else None
        # 新开工4个项目共计77公里: of the same things in another unit; a sum that stands alone is of all before it
        of_them = last is not None and "," not in raw and last.clause_start == clause_start
        reading.own, reading.subject = "", last.name if of_them and last is not None else ""
        return
    if s.topic and reading.own in ("总指数", "指数", "总水平"):  # 居民消费价格。1-8月总指数为102.2
        reading.subject, reading.own = s.topic + reading.own, ""
        return
    if reading.own in _PRICES and any(said.startswith(_CONSUMER_PRICES) for said in s.known):
        reading.own = reading.subject = s.subject = (
            _CONSUMER_PRICES[0] + "指数"
        )  # 居民消费价格…。价格指数为101.7,上涨1.7%
        return
    if inherited and is_of_each(reading.own):
        reading.subject, reading.own = inherited + reading.own, ""
        return
    if called := whole_name(reading, before, s.known):
        reading.own = reading.subject = s.subject = called
        return
    if inherited and is_place(reading.own):
        reading.own, own = "", ""
    if mention is not None and s.text[mention.start : mention.end] in inherited:
        inherited = inherited.replace(s.text[mention.start : mention.end], "").strip(" :,、【】") or s.main
    if "级" in reading.lead and (graded := of_other_grade(reading.lead, inherited)) is not None:
        reading.own = reading.subject = graded
        return
    bare = names.is_bare(reading.own)
    listed = bare and reading.lead.startswith("、") and bool(before) and before[-1].clause_start == clause_start
    # 企业小区开工22个、|完工9个: of the same houses, whoever promised 完工
    promised = not listed and any(name.startswith(own) for name in s.known)
    labelled = inherited.endswith(("项目", "工程")) and f"{inherited}:" in s.text[s.sentence.start : reading.start]
    promised = promised and not of_projects(own, labelled, clause_start, before)
    whole = reading.measure == "amount" and bool(s.topic) and not bare and names.is_qualifier(reading.own)
    named = (len(own) >= 3 and not (inherited and bare)) or (whole and inherited == s.topic)
    if named or (len(own) == 2 and (not inherited or promised or (len(reading.own) >= 4 and not bare))):
        reading.subject = reading.own
        beside = (
            reading.bracket or _RANKED.match(reading.tail) or (s.subject and reading.own.startswith("占"))
        )  # 增加值126亿元,占GDP的10%,增长12%
        if not beside and not bare and not _STEP.fullmatch(reading.own) and not passes_by(reading.own):
            s.subject = _of_past_years(_COST.sub("", reading.own)) or inherited
            s.counted = s.counted if s.subject.endswith("率") else s.subject
    else:
        if inherited and sought(r"总量|总数|总户数|存量|保有量").match(reading.own):
            inherited = sought(r"(?<=..)(?:净增|新增|新设)$").sub("", inherited)  # 经营主体净增2.5万户,总量突破28万户
        if bare:
            inherited = _OTHER_STAGE.sub("", inherited)
        if reading.own.endswith(("率", "进度")):
            inherited = _OTHER_RATE.sub("", inherited)
        if bare and (reading.lead.startswith("、") or _A_WORK.match(reading.own)):
            inherited = _OTHER_WORK.sub("", inherited)
        another = _A_SUM.match(reading.own) is not None and _OTHER_SUM.search(inherited) is not None
        inherited = _OTHER_SUM.sub("", inherited) if another else inherited
        reading.subject = (
            inherited + reading.own if inherited and reading.own not in inherited else inherited or reading.own
        )
        if another and not reading.bracket:
            s.subject = reading.subject  # 总产值640亿元,增长9.8%;增加值152亿元,|增长6.5%
        reading.own = reading.own if len(own) >= 2 else ""


_SUM = r"(?:总?产值|增加值|主营业务收入|营业收入|利润总额|利润|利税|税收|总?投资)"
_A_SUM = sought(rf"{_SUM}(?:同比)?$")  # 规上工业总产值430亿元、|增加值增长8%: of the same industry, and no 总产值增加值
_OTHER_SUM = sought(rf"(?<=..){_SUM}$")
_OTHER_WORK = sought(
    r"(?<=...)(?:新建|新改建|改建|扩建|改造|提升|新增|修复|维修|更新|续建)+$"
)  # 高标准农田新建3.2万亩、|改造1.5万亩
_A_WORK = sought(r"(?:新建|新改建|改建|扩建|改造|提升|修复|维修|更新|续建)")
_OTHER_RATE = sought(
    r"(?<=..)(?:新?开工|竣工|完工|投产|投资完成|资金到位|入库|签约)率$"
)  # 重点项目开工率达到80%、|投资完成率达到50%
_PAST_YEARS = sought(r"(?:去年|上年度?|上一年|前[一两二三四]年)(?!同期|以来|[底末]|的)(?:已|共|全年)*")


def _of_past_years(own: str) -> str:
    """去年销售额31.6亿元,今年目标增长8%: the thing, without its year; empty where only what was done is left."""
    said = _PAST_YEARS.match(own)
    thing = own[said.end() :] if said else own
    return "" if said and (names.is_bare(thing) or len(names.folded(thing)) < 2) else thing


_RANKED = sought(  # 全市20个|区县排名第4: among whom it stands where names nothing that follows
    r"(?:[省市县区州旗镇乡地]|街道|城|地区|单位|园区){1,4}(?:之?中)?,?(?:并列|排名?|位?列|位?居|名列|综合)*(?:在)?第"
)
_STEP = sought(  # 5个落实选址、3个进场施工: how far some are names nothing that follows
    r"(?:落实|完成|进场|施工|选址|新?开工|动工|立项|招标|设计|签约|申报|审批|封顶|评审|公示|规划|批复|报建|受理|核准|联审|在建|前期|正在|已|均|全部)+"
)
_OF_IT = sought(r"[,、]?(?:占比|占总?比重|所占(?:比重|比例|份额))(?:为|达到?|是|约)?\s?")


def shared_by(reading: Reading, lead: str, before: list[Reading]) -> Reading | None:
    """税收收入61.05亿元,占比66.1%: the amount just before, whose share this is."""
    last = before[-1] if before else None
    mere = last is not None and last.measure == "amount" and last.voice == "report" and not last.bracket
    return last if mere and reading.quantity.noun == "%" and _OF_IT.fullmatch(lead) else None


_THOSE = sought(rf"{BESIDE_THEIR_GOAL}$")


def disown(s: SentenceContext, reading: Reading, mention: Mention) -> str:
    """Note whose the number is, and take the name of the district out of the indicator's; what is left of it."""
    reading.owner, reading.part = "、".join(mention.names), False
    own = reading.own.replace(s.text[mention.start : mention.end], "").strip(" :,、【】")
    reading.own = _THOSE.sub("", without_leading(own))
    return reading.own
