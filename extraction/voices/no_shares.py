"""Percentages that stand where a share of the plan does and are none: of a month, of tasks, a bound."""

from __future__ import annotations

from extraction.numbers import units
from extraction.sentences.at_most import lags_for_sure
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said
from extraction.voices.whole_costs import OF_WHOLE_COST

_WITHOUT = sought(r"(?:剔除|扣除|若不计|不考虑)[^,。;\d]{1,12}(?:因素|影响|原因)")
_AT_MOST = sought(r"(?:不到|不足|不满|未到|不及)[^,。;\d]{0,12}$")
_OF_A_RATE = sought(r"(?:率|比例|进度)(?:[也均都已]|总体|目前)*[尚还仍]?不[足到满]\s?$")
_SORTS = sought(
    r"[以之]?[上下内]?的|\(|[,、]?分别|、"
)  # 不足50%的乡镇, 不足50%(任务1350套,…), 均不足50%,分别为46%、41%
_OF_SOME = sought(
    r"[凡对如按]|部分|有[的些]|个别|少数|多数|一些|某些|[大多]都|\d[^,。;\d]{0,8}(?:个|家|项|县|旗|区|市|镇|乡|单位)|[的有]\s?[^,。;\d]{2,8}$"
)


def _lags_at_most(p: Place) -> bool:
    """完成率不足_50% in September: whatever it is, it lags, and the bound says by how much at least."""
    r, text = p.r, p.s.text
    if r.bracket or not _OF_A_RATE.search(p.clause_lead) or not lags_for_sure(r, p.s.cutoff_month):
        return False
    alone = text.find("%", r.quantity.end, p.s.sentence.end) < 0 and _SORTS.match(text, r.quantity.end) is None
    return alone and _OF_SOME.search(p.clause_lead) is None


_OF_TASKS = sought(
    r"[^,;。]{0,40}?[,、]?\s?(?:完成率|办结率|占比?|总体完成率|占(?:年度|全年)?(?:目标任务|任务目标|任务|目标|项目|事项)+(?:总数|总量|数)?的?)(?:为|达到?)?\s?"
)


def _is_count(r: Reading) -> bool:
    return r.voice == "context" and r.quantity.noun in ("项", "个", "件", "条", "")


_OF_A_MONTH = sought(
    r"(?:(?:[当本单]月|(?<![-\d至、])\d{1,2}月份?|月份?|[当本]季|[当本第][一二三四]?季度|(?<![前上一二三四])季度)(?:度|的)?(?:计划|目标|任务|预算|指标|控制|投资|收入)+"
    r"(?:数|量|值|额)?(?:\([^()]{0,16}\))?的?(?:完成率(?:为|达到?)?)?(?:约|近)?|月度(?:计划|任务|目标)?完成率(?:为|达到?)?"
    r"|(?<!\d)月(?:度|均|平均)(?:序时)?(?:计划|目标|任务|预算|进度)+(?:数|量|值|额)?的|(?<![\d-])月(?:序时)?进度(?:任务|计划|目标)?的)\s?$"
)


_OF_YEARS = sought(  # 完成“十四五”目标任务的52.5%, 占三年行动计划的70%: of more years than this one
    r"(?:占|完成|为|达到?)了?[“\"]?(?:(?<![第\d])[二两三四五2-5]年|十[一二三四五六]五[”\"]?)(?:期间|时期)?(?![^,。;]*(?:今年|年度|本年|当年))"
    r"[\u4e00-\u9fff“”]{0,8}?(?:(?:计划|规划|行动|方案|目标|任务)+[\u4e00-\u9fff]{0,4}的|(?:计划|规划|目标|任务)+)\s?$"
)


_IN_YEARS = sought(  # “十四五”期间,全县建成6万亩,占任务的50%: that is the task of those years
    r"十[一二三四五六]五[”\"]?(?:期间|时期|以来)(?![^。;]*(?:年度|今年|本年|全年|当年|其中|年内|20\d\d年))"
)
_OF_A_STAGE = sought(r"阶段性?(?:的)?(?:目标|任务|计划|进度)+的?\s?$")  # 完成阶段性目标任务的100%: of no year
_OF_ALL_PLANS = sought(
    r"(?<!完成)(?:计划|目标)(?:总?投资)?(?:数|额|量)?占(?!比)[^,。;\d]{2,24}(?:计划|目标|任务)[^,。;\d]{0,6}的\s?$"
)
_DEMANDED = sought(  # 要求各县区9月底前完成年度任务的75%: what shall be done is no share of what was
    r"(?:要求|必须|务必)[^,。;\d]{0,10}\d{1,2}月[底末](?:之?前)?(?:要|应|须|均|全部)*(?:完成|达到|实现)[^,。;\d]{0,6}(?:任务|计划|目标)(?:总?数|量)?的\s?$"
)


def no_share(p: Place) -> Said | None:
    """剔除该因素后进度为74.3%; 不到市定目标的三成; 53项子任务,完成37项,完成率69.8%: none is the plan's share.

    占月度任务的62%: of a month's plan it is no share of the year's; nor is how far one trade is on a site.
    """
    if _OF_A_MONTH.search(p.clause_lead) and p.s.cutoff_month != 1:
        return CONTEXT
    if _OF_YEARS.search(p.clause_lead) or _IN_YEARS.search(p.sentence_lead):
        return CONTEXT
    if _OF_A_STAGE.search(p.clause_lead) or _DEMANDED.search(p.clause_lead):
        return CONTEXT
    if _OF_ALL_PLANS.search(p.clause_lead):
        return CONTEXT  # 年度投资计划占全部计划的58%: what part of all plans it is
    if _WITHOUT.search(p.clause_lead) or (_AT_MOST.search(p.clause_lead) and not _lags_at_most(p)):
        return CONTEXT
    if _of_what_is_left(p) or _bounds_several(p) or _of_one_site(p):
        return CONTEXT
    if p.r.quantity.upper is not None or OF_WHOLE_COST.search(p.clause_lead) or _parts_them(p):
        return CONTEXT  # 11个市均在40%-60%之间: between what they are, of none how far it is
    if _of_all_tasks(p):
        return CONTEXT
    if _has_its_goal(p):
        return Said("report", measure="percent")
    return CONTEXT if is_of_tasks(p) or of_a_trade(p) or _of_all_listed(p) else None


_ON_THE_WHOLE = sought(
    r"(?:整体|总体|综合|平均)(?:任务|目标|进度)?(?:完成(?:率|比例|进度)|进度)(?:为|是|达到?|约|已|:)*\s?$"
)


def _of_all_listed(p: Place) -> bool:
    """新增助餐点42个、护理床位310张,整体完成率_68%: of several things together, and of none of them."""
    if p.r.quantity.noun != "%" or _ON_THE_WHOLE.search(p.r.lead) is None:
        return False
    listed = [b for b in p.before if b.sentence == p.r.sentence and b.measure == "amount" and b.voice == "report"]
    return len(listed) > 1 and _TOLD.search(p.s.text, p.s.sentence.start, listed[0].start) is not None


_TOLD = sought(r"已|累计|截[至止]|今年以来|上半年|季度")
_TRADE = sought(  # 主体已验收,室内装饰装修完成80%; 目前幕墙安装完成70%
    r"(?:^|[,、;])\s?(?:目前|现|其中|已|正在|室内外?|室外|内外?部?|大楼|楼体|整体|项目)*"
    r"(?:装饰装修|装修装饰|装修|装饰|幕墙|外立面|二次结构|砌体|内外墙|(?:(?:外立面)?幕墙|设备|机电|消防|水电|管线|暖通|电梯)(?:设备|设施)?安装"
    r"|(?:给排水|消防|室外|通风)?管[道线网](?:铺设|敷设|安装))(?:工程|施工|作业|部分)?(?:已|约|近|累计|总体|基本)*完成(?:了|约|近)?\s?$"
)


def of_a_trade(p: Place) -> bool:
    """主体已验收,室内装饰装修完成_80%: how far one trade is on a site is no share of a plan."""
    if p.r.quantity.noun != "%" or _TRADE.search(p.r.lead) is None or p.s.known:
        return False
    return not (p.r.bracket or p.r.heading) and sought(r"装修|装饰|安装|铺设|敷设|幕墙").search(p.s.topic) is None


_ALL_TASKS = sought(r"占(?:总|全部|所有)?(?:任务|工作|事项|项目|目标)(?:总?数|总量)?的\s?$|占总数的\s?$")
_IN_A_STATE = sought(  # 已完成和提前完成31个, 欠进度19个, 因政策调整不再实施7个
    r"(?:[,、;:]|其中|其[他它余]类?|经(?:核实|统计|梳理)|截至[^,;]{1,8}|目前|已经?|和|及|提前|基本|正在|正常|有序|顺利|稳步|尚?未|没有|因[^,;\d]{2,8}?(?=不再|暂缓|取消|调整|未)"
    r"|[达欠超]|按|序时|时序|进度|完成|启动|开工|推进|滞后|缓慢|偏慢|实施|不再|暂缓|取消|调整|落实|办结|取得|实质性|进展|超额|全面|有|共|的)+"
)
_STATED = frozenset(("个", "项", "件", "条", ""))


def _of_all_tasks(p: Place) -> bool:
    """欠进度19个,占总任务的_9.7%: how many tasks are in a state is no progress of any."""
    of = p.last
    if of is None or of.quantity.noun not in _STATED or _ALL_TASKS.search(p.r.lead) is None:
        return False
    return _IN_A_STATE.fullmatch(p.s.text, of.clause_start, of.start) is not None


_PARTS_ALL = sought(r"[、,]?\s?占(?:比)?(?:约|达|为)?\s?")
_HELD_TO = sought(
    r"[,;]\s?(?:年度|全年|年初|考核|[国省市县旗区][定控]?)*(?:要求|目标|任务|控制(?:目标|指标))[^,。;\d]{0,8}\d[\d.]*%"
)


def _has_its_goal(p: Place) -> bool:
    """劣Ⅴ类断面2个、占_14.3%,年度要求控制在7.2%以内: part of all there are, which a goal behind it limits."""
    of = p.last
    counted = of is not None and of.voice == "report" and of.quantity.noun in units.COUNTED
    whole = counted and _PARTS_ALL.fullmatch(sought(r"^.*\d[^、,\d]*(?=[、,])").sub("", p.r.lead)) is not None
    return whole and _HELD_TO.match(p.s.text, p.r.quantity.end) is not None


_ALL = 100  # per cent
_ALL_OF_LIST = sought(
    r"[\u4e00-\u9fff]{2}、[^。;\d]{2,60}(?:完成率|执行率|进度|完成比例|开工率|完工率)(?:均|都)(?:已)?(?:达到?|超过|在)?了?\s?$"
)
_OR_MORE = sought(r"以上|及以上")
_BEYOND = sought(r"(?:超过|[高低]于|不足|未达到?|达到)[^,。;\d]{0,10}\s?$")


def _bounds_several(p: Place) -> bool:
    """甲、乙、丙3个市均超过_60%; 管网、泵站、河道完成较好,完成率均达_20%以上: of none of them how far it is."""
    if _ALL_OF_LIST.search(p.sentence_lead) and p.r.value < _ALL and _OR_MORE.match(p.s.text, p.r.quantity.end):
        return True
    several = p.r.owner is not None and "、" in p.r.owner
    return several and _BEYOND.search(p.r.lead) is not None


_OTHERS = sought(r"(?:其余|余下|剩余|另外?)(?:[一二两三四五六七八九]|\d{1,2})[条座处个项栋标]")
_ITSELF = sought(r"[、,;]?\s?(?:其中:?)?(?P<site>[\u4e00-\u9fff]{2,10}?)(?:已|仅)?完成(?:了|约|近)?\s?$")
_EACH_SITE = sought(  # 4所学校工程进度分别达到90%、75%
    r"\d[所座个处条栋幢项家](?!任务|指标|目标)[^,。;\d]{0,10}?(?:形象|工程|施工|建设|总体)+进度(?:已|目前)?(?:分别|依次)(?:已|约|近)?(?:达到?|为|完成)?(?:了|约)?"
    r"(?:\d[\d.]*%[、和及])*\s?$"
)
_FAR = 60  # characters between a site and the others
_REST_STANDS = sought(  # 剩余3座完成形象进度40%
    rf"{_OTHERS.pattern}(?!任务|指标|目标)[^,。;\d]{{0,8}}?(?:形象|工程|施工|建设|总体|平均)+进度(?:已|目前|均)*(?:达到?|为|完成)?(?:了|约|近)?\s?$"
)
_SITE_STANDS = sought(  # 改造道路4条,…,东兴路完成形象进度35%: the one street of them
    r"[,、;]\s?(?:其中,?)?[\u4e00-\u9fff]{2,8}(?:路|街|大道|巷|桥|渠|闸|站|水库|小区|小学|中学|医院)(?:已|目前|仅)*(?:完成|达到?)?"
    r"(?:形象|工程|施工|建设|总体)+进度(?:已|目前)?(?:达到?|为|完成)?(?:了|约|近)?\s?$"
)
_SITES = frozenset("条座处个所家栋")


def _of_one_site(p: Place) -> bool:
    """4条河流全部开工,其中淮北沟完成_86%,其余两条分别完成_55%、49%: how far each of them is, of none a share."""
    text, r, start = p.s.text, p.r, p.s.sentence.start
    if "进度" in r.clause_lead and _EACH_SITE.search(r.clause_lead):
        return True
    if "进度" in r.lead and (_REST_STANDS.search(r.clause_lead) or _one_of_several(p)):
        return True
    if (at := _OTHERS.search(text, start, r.start)) is not None:
        return "分别" in r.clause_lead and not _SHARE.search(r.clause_lead) and at.start() >= r.clause_start
    listed = "其中" in text[start : r.start] and _ITSELF.fullmatch(r.lead) is not None
    return listed and _OTHERS.search(text, r.quantity.end, min(p.s.sentence.end, r.quantity.end + _FAR)) is not None


def _one_of_several(p: Place) -> bool:
    """Whether one site is named behind several of them that were counted in its sentence."""
    if _SITE_STANDS.search(p.sentence_lead) is None:
        return False
    return any(b.quantity.noun in _SITES and b.value > 1 and b.sentence == p.r.sentence for b in p.before)


_POINTS_BACK = sought(
    r"(?:[2-9]|[二两三四五六七八九])项(?:指标|目标|比率|率)(?:分别|依次)(?:为|是|达到?)(?:\d[\d.]*%、)*\s?$"
)


def told_in_order(p: Place) -> Said | None:
    """三项指标分别为_100%、91.7%、36.4%, behind goals in per cent: what each of them is, and no share."""
    if "项" not in p.clause_lead or not p.s.follows_plan or _POINTS_BACK.search(p.clause_lead) is None:
        return None
    return Said("report", own="", measure="percent")


def is_of_tasks(p: Place) -> bool:
    """48项中达序41项、占_85.4%: what part of the tasks it is."""
    counted = p.r.quantity.noun == "%" and p.last is not None and _is_count(p.last)
    if len(p.r.own) >= 5 and p.r.own in p.r.lead and _TASKS.search(p.r.own) is None:
        return False  # 2项进展较快,安心托幼行动完成率35%
    return counted and _OF_TASKS.fullmatch(p.r.lead) is not None


_TASKS = sought(r"任务|项目|事项|工作|指标|实事|目标|序时|进度")
_SHARE = sought(r"(?:占|为)[^,。;\d]{0,8}(?:计划|任务|目标)[^,。;\d]{0,4}$")
_NOT_DONE = sought(
    r"[,、]?(?:其中|另有|还有|剩余|其余)?(?:未|尚未|没有)(?:全面|正式)?(?:启动|开工|动工|完成|实施|竣工|建成|开展|施工|验收|完工)"
    r"[^,。;\d]{0,6}|[,、]?(?:其中|另有|还有)?(?:正在|尚在|处于)[^,。;\d]{2,12}(?:的|阶段)(?:有)?\s?"
)


def _of_what_is_left(p: Place) -> bool:
    """未启动的52个村、3835户,分别占计划的15.6%、15%: what is not begun, or under way, has no share of what is done."""
    if _SHARE.search(p.clause_lead) is None:
        return False
    for b in reversed(p.before):
        if b.sentence != p.r.sentence or (b.measure != "amount" and b.voice != "context"):
            return False
        if b.measure == "amount" and _NOT_DONE.fullmatch(b.lead):
            return True
        if b.measure == "amount" and not b.lead.startswith("、"):
            return False
    return False


_BOUND = sought(r"(?:达到?|超过|[高低]于|不足|未到|在)\s?$")
_WHO = r"的(?:[县旗市区镇乡州街道]{1,4}|地区|单位|部门|项目|任务|事项|工程|企业)?(?:共)?(?:有|是|为|包括|分别|:)"
_WHO_BEHIND = sought(rf"(?:以[上下])?{_WHO}")
_BEYOND_BEHIND = sought(rf"(?:及)?以[上下]{_WHO}")


def _parts_them(p: Place) -> bool:
    """完成率达到_80%以上的有甲、乙两县; (进展占比低于_91.7%或增幅低于目标): the bound between them."""
    if _BEYOND_BEHIND.match(p.s.text, p.r.quantity.end):
        return True
    if _BOUND.search(p.r.lead) is None:
        return False
    defines = p.r.bracket and sought(r"[高低]于\s?$|不足\s?$").search(p.r.lead) is not None
    return defines or _WHO_BEHIND.match(p.s.text, p.r.quantity.end) is not None
