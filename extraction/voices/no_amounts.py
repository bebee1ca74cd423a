"""Numbers that measure nothing promised: what a rate is of, the standard of a payment, where a change began."""

from __future__ import annotations

from extraction.cues import cue
from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought

_RATE_NAME = sought(
    r"(?!人?次?户?个?家?(?:完成|达成|兑现|执行|实现))[^,、;。:()\d]{2,20}?(?:比例|占比|比重|率)(?:(?:到|今)?年[底末内](?:前|之前|以前)?|全年|年内)?(?:要|应|须)?(?:均)?(?:达到?|为|保持|不低于|提高到|提升至|稳定在)*\s?"
)


_RATE_AMONG = sought(  # 10个国、省控断面中,年度目标为Ⅲ类水质断面比例不低于60%
    r"[^,;。:()\d]{1,16}中,[^,;。()\d]{0,28}(?:比例|占比|比重|率)(?:要|应|须|为|达到?|不低于|不少于|保持|以上)*\s?"
)


def names_a_rate(s: SentenceContext, r: Reading) -> bool:
    """要求6个断面优良水体比例达到50%: the count says what the rate is of, and is nothing by itself."""
    if r.quantity.noun not in units.COUNTED:
        return False
    behind = s.number_behind(r.quantity.end)
    rated = behind is not None and behind.noun == "%" and behind.start - r.quantity.end <= 48
    if not rated or behind is None:
        return False
    of_them = _RATE_NAME if behind.start - r.quantity.end <= 28 else _RATE_AMONG
    return any(p.fullmatch(s.text, r.quantity.end, behind.start) for p in (of_them, _RATE_AMONG))


_ALL_OF_THEM = sought(r"(?:1-\d{1,2}月,\s?)?(?:[全我本][省市县旗区州镇局]|上述|以上|这|现有|其中)?(?:的)?\s?")
_MADE = sought(r"新|改造|建设|完成|开工|计划|目标|任务|培育|引进|实施|建成|确保|应|需")
_SUM_NAME = sought(  # 21个_A级旅游村年度改造投入_1.6亿元, 三期2个_5000吨级泊位年度投资_3亿元
    r"(?:\d+[^\d,、;。]{1,3}级)?[^,、;。:()\d]{2,20}?(?:年度|全年|今年|本年|当年|计划|累计|总)+[^,、;。:()\d]{0,6}(?:投资|投入|资金|产值|收入|营收|贷款|授信)(?:总?额)?(?:约|为|达)?\s?"
    # 12个市级重点工程经审核完成投资_9.8亿元
    r"|[^,、;。:()\d]{2,24}?(?:已|共|累计|实际)*完成(?:固定资产)?(?:投资|产值)(?:总?额)?(?:约|为|达)?\s?"
)


def names_a_sum(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """全县21个旅游村年度改造投入1.6亿元: how many they are of whom the sum is said."""
    if r.quantity.noun not in units.COUNTED:
        return False
    alone = not any(q.noun == r.quantity.noun for q in s.inside if q.start > r.start)
    if _ALL_OF_THEM.fullmatch(clause_lead) is None and (not alone or _MADE.search(clause_lead)):
        return False
    behind = s.number_behind(r.quantity.end)
    money = behind is not None and behind.noun in units.MONEY
    return money and behind is not None and _SUM_NAME.fullmatch(s.text, r.quantity.end, behind.start) is not None


_FUNDED = sought(r"(?:安排|发行|下达)[^,。;:\d]{0,12}(?:项目|债券)(?:共)?\s?$")
_WITH_FUNDS = sought(r"[、,]\s?(?:债券|专项|项目)?(?:资金|额度|总?投资)(?:额)?(?:共|约|为)?\s?\d[\d.]*[万亿]?元")


def is_funded(s: SentenceContext, r: Reading) -> bool:
    """全年安排专项债项目23个、资金18.6亿元: how many get the money that is told."""
    counted = r.quantity.noun in ("个", "项", "只") and _FUNDED.search(r.lead) is not None
    return counted and _WITH_FUNDS.match(s.text, r.quantity.end) is not None


_ITS_COST = sought(r"(?:^|[、,和及与])\s?(?:总|计划|概算)?投资(?:约|近|达)?\s?$")
_ARRANGED = sought(r"(?:安排|下达|争取|筹措|落实)的\s?$")
_FUNDS_BEHIND = sought(r"[^,。;:\d]{0,10}(?:资金|补助|补贴|经费|奖补)(?:已|均|全部|足额|及时)")


def is_attribute(r: Reading) -> bool:
    """投资1.6亿元的体育公园, 安排的1.2亿元实事资金已全部拨付: what it costs, and money that was given, are no goals."""
    if r.quantity.noun not in units.MONEY:
        return False
    costs = r.tail.startswith("的") and _ITS_COST.search(r.lead) is not None
    return costs or (_ARRANGED.search(r.lead) is not None and _FUNDS_BEHIND.match(r.tail) is not None)


_PROGRAMME = sought(r"十[一二三四五]五[”\"]?(?:规划|期间|时期)(?![^,。;]*(?:年度|今年|本年|全年))")
_BY = sought(r"按照?(?:[每人均户月年日]{1,4})?(?:不低于)?\s?$")


_NORM = sought(r"的(?:标准|口径|频次|规格|单价|比例)(?:,|$)")


def is_standard(r: Reading) -> bool:
    """已按164元标准发放: by what measure it was paid is no amount of it."""
    if sought(r"按照?(?:[每千万百人户亩月年日]{1,5})?[^,。;\d]{0,6}$").search(r.lead) and _NORM.match(r.tail):
        return True  # 按每千人4批次的标准,应完成抽检9840批次
    return _BY.search(r.lead) is not None and sought(r"[^,。;\d]{0,4}标准").match(r.tail) is not None


_CHANGED_TO = sought(
    r"(?:[、和及]\s?(?:每[人户生]?[每]?[月年日]?){0,2}\d[\d.,]*(?:[%‰元]|万元)?(?:/[人月年户]{1,3}){0,2}(?:以[上下])?){0,3}\s?(?:分别|依次)?"
    r"\s?(?:\([^()]{0,8}\))?(?:统一|逐步)?"
    r"(?:提高|提升|增加|下降|降低|降|缩小|扩大|上升|压缩|减少|增长|提标|上调|调整|追加|调增|调减|增)(?:到|至|为)"
)


def begins_change(text: str, behind: int) -> bool:
    """Whether the words at `behind` a number say that it changes to another: 4.87%_降到2%以下."""
    return _CHANGED_TO.match(text, behind, behind + 48) is not None


def is_start(s: SentenceContext, r: Reading) -> bool:
    """由630元提高到690元: where a change begins is neither promised nor reached."""
    listed = r.lead.strip() in ("、", "和", "及", "、每人每月", "、每人每年")
    near = r.clause_lead[-40:] if listed else r.lead[-24:]
    return ("由" in near or "从" in near) and begins_change(s.text, r.quantity.end)


_NEEDED = sought(r"须|需|要|必须|应|得|若|如果?")
_ONLY_THEN = sought(
    r"[^。;\d]{0,12}?(?:,)?(?:方|才|始)(?:能|可|会)(?:够)?[^。;]{0,12}(?:目标|任务|计划|预期|进度|要求)"
)


def is_condition(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """12月当月须增长15%以上方能实现全年目标: what would have to come, so that the goal is still reached."""
    return _NEEDED.search(clause_lead) is not None and (
        _ONLY_THEN.match(s.text, r.quantity.end, min(s.sentence.end, r.quantity.end + 40)) is not None
    )


_REMAINING = sought(
    r"(?:(?:后|余下|剩余|剩下|最后)(?:的)?[一二两三四五六七八九十\d]{1,2}个月|(?:1[0-2]|[2-9])(?:-1[0-2])?月(?:份)?(?:当月)?(?![底末初度])|[二三四]季度|下半年)[^,。;\d]{0,8}"
    r"(?:月均|平均每月|每月)?(?:还|尚|至少)?(?:须|需|必须)(?:要|再|至少)?"
)


def is_yet_needed(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """后三个月月均需完成2.4亿元, 11-12月尚需组织收入4.7亿元: what the rest of the year would have to bring."""
    if s.cutoff_month == 12 or _REMAINING.match(clause_lead) is None:
        return False
    return r.period is None or s.cutoff_month is None or r.period.last_month > s.cutoff_month


_PACE = sought(r"(?:序时|时序|时间)进度(?:要求)?(?:应?为|是|应达到?)\s?$")  # 按照时序进度为25%的要求


_STILL = sought(r"(?:[尚仍还]有|[尚仍还][缺剩差]|剩余|剩下)\s?$")
_TO_DO = sought(
    r"[还尚仍](?:需|须|应)(?:要|再)?(?:完成|投入|新增|新建|改造|建设|筹集|争取|实现|拆除|搬迁|发展|培育|组织|征收)?(?:收入|投资|资金)?\s?$"
)
_NOT_YET = sought(r"[^,。;\d]{0,10}(?:未|没有|待|需|欠)")


def is_left(r: Reading) -> bool:
    """截至目前尚有73名未报到, 还需完成1.4亿元: what is left is nothing done."""
    return _TO_DO.search(r.lead) is not None or (
        _STILL.search(r.lead) is not None and _NOT_YET.match(r.tail) is not None
    )


_LAGGARDS = sought(r"(?:未|没有|滞后|缓慢|欠)[^,。;\d]{0,8}\d+[个项座处条][^,。;\d]{0,10}中,")
_OF_KIND = sought(r"的(?:有|为|是)?\s?$")


def is_some_of_laggards(s: SentenceContext, r: Reading) -> bool:
    """未开工的16个项目中,计划6月底前开工的_7个: why they lag, one kind by the other."""
    if r.quantity.noun not in units.COUNTED or _OF_KIND.search(r.lead) is None:
        return False
    return _LAGGARDS.search(s.text, s.sentence.start, r.start) is not None


_BACK = sought(
    r"(?:(?:计划|目标|任务|要求)(?:值|数|增速|增幅)?(?=均|都)|指标|数据|数字|任务|工作|内容|费用|标准)?(?:分别|依次|均|都|合计|共|皆|全部|按|尚|待|将|已)"
)


def points_back(r: Reading, clause_lead: str) -> bool:
    """两项分别压减62万吨和45万吨, 两项数据按年度统计: how many things were just named."""
    few = 2 <= r.value <= 6 and not clause_lead.strip("这该以上述 ")
    return few and r.voice == "report" and _BACK.match(r.tail) is not None


_EACH = sought(r"[\u4e00-\u9fff]{1,6}?(?:分别|依次)")
_DID_EACH = sought(r"[\u4e00-\u9fff]{1,4}(?:分别|依次)(?:已|仅|只)?(?:完成|占|为|达)")
_AND = sought(r"[、和与及]")


def counts_names(r: Reading, clause_lead: str) -> bool:
    """甲、乙、丙三家企业分别完成58%、50%和44%: as many as the names right before it, which answer one by one."""
    if not 2 <= r.value <= 9 or r.quantity.noun not in units.COUNTED or _EACH.match(r.tail) is None:
        return False
    if not clause_lead.strip("这以上述 ") and _DID_EACH.match(r.tail):
        return True  # 增值税3亿元,所得税1亿元,两个税种分别完成52%、47%
    return len(_AND.findall(clause_lead)) + 1 == r.value


_HELD_UP = sought(  # 16个_计划新开工项目尚未取得用地手续
    r"[^,。;:、()\d]{2,14}?(?:项目|工程|任务)(?:因[^,。;\d]{2,12})?(?:(?:尚未|还未|仍未|未能|未|没有)(?:取得|落实|办理|办结|办妥|获得|获批|拿到|解决|具备|完成)[^,。;\d]{0,8}"
    r"(?:手续|用地|指标|资金|审批|许可|环评|要素|土地|条件|征拆|征迁|拆迁)|(?:用地|前期|审批)?手续(?:尚|还)?(?:不全|不齐|未办|未完))"
)
_BEGINS = sought(r"(?:目前|其中|现|仍|还|尚|有|部分)*\s?")


def is_held_up(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """9个计划开工项目未落实土地指标: how many wait for something is what hinders, not what was done."""
    if r.quantity.noun not in ("个", "项", "处", "件") or _BEGINS.fullmatch(clause_lead) is None:
        return False
    return _HELD_UP.match(s.text, r.quantity.end) is not None


_OF_SUMS, _OF_RATES, _OF_PROGRAMMES, _OF_PACE = cue(_SUM_NAME), cue(_RATE_NAME), cue(_PROGRAMME), cue(_PACE)
_OF_CONDITIONS, _OF_REMAINDERS, _OF_LEAVINGS = cue(_ONLY_THEN), cue(_REMAINING), cue(_STILL, _TO_DO)
_OF_HELD_UP = cue(sought("未|没有|手续"))
_OF_FUNDED, _OF_ATTRIBUTES = cue(_FUNDED), cue(_ITS_COST, _ARRANGED)
_OF_STANDARDS, _OF_LAGGARDS = cue(_NORM, sought("标准")), cue(_LAGGARDS)


_OUTLAY = sought(r"(?:计划|预计|估算|概算|安排|总)*(?:投入|所需|需要?|安排)?资金(?:总额|总量)?(?:约|达|为|共)?\s?$")
_OF_ALL = sought(r"(?:实事|任务|项目|工程|工作)[^。;\d]{0,8}?(?:共|总)?涉及|(?:实事|任务|项目|工程|工作)\d+[件项个],")


def is_outlay(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """十件实事共涉及18个单位,计划投入资金6.8亿元: what all of them take is no goal of any."""
    if r.quantity.noun not in units.MONEY or _OUTLAY.fullmatch(clause_lead) is None:
        return False
    return _OF_ALL.search(s.text, s.sentence.start, r.clause_start) is not None


_OF_OUTLAYS = cue(_OUTLAY)
_OF_PLAN = sought(r"(?:任务|目标|计划)[^,。;]{0,12}的?\s?$")  # 是县下达任务(1200亩)的1.55倍


_TOGETHER = sought(r"(?:部门|门|单位|方)?(?:联合|共同|会同|协同)(?=[\u4e00-\u9fff])")


def is_class_of_owners(text: str, r: Reading) -> bool:
    """任务量在_30万套以上的省份有5个: which of them are counted, and planned by none."""
    return _SIZED_SO.match(text, r.quantity.end) is not None


_TAKEN = sought(r"(?:^|[,、;\s]|[县旗市区局镇乡])(?:先后|已|并)?[将把](?=[^,。;\d]{2,40}$)")
_MADE_SUCH = sought(r"[^,。;\d]{0,12}(?:确定|列|选|评|作|设|定|命名|认定)[定为]")


def is_made_such(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """将城关镇的6个村确定为试点: which of them were chosen, and no plan of so many."""
    return _MADE_SUCH.match(s.text, r.quantity.end) is not None and _TAKEN.search(clause_lead) is not None


def is_no_amount(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """One of these, the pace itself, or the sum of a programme of many years (“十三五”规划搬迁2716户)."""
    here = s.cues
    return bool(
        (here & _OF_SUMS and names_a_sum(s, r, clause_lead))
        or (here & _OF_FUNDED and is_funded(s, r))
        or (here & _OF_ATTRIBUTES and is_attribute(r))
        or (here & _OF_CONDITIONS and is_condition(s, r, clause_lead))
        or (here & _OF_REMAINDERS and is_yet_needed(s, r, clause_lead))
        or (r.quantity.noun in ("项", "类") and points_back(r, clause_lead))
        or counts_names(r, clause_lead)
        or (r.quantity.noun == "倍" and _OF_PLAN.search(clause_lead))
        or (here & _OF_OUTLAYS and is_outlay(s, r, clause_lead))
        or (here & _OF_PROGRAMMES and r.measure == "amount" and _PROGRAMME.search(clause_lead))
        or (here & _OF_PACE and r.quantity.noun == "%" and _PACE.search(r.lead))
        or (here & _OF_RATES and names_a_rate(s, r))
        or (here & _OF_STANDARDS and is_standard(r))
        or (here & _OF_LEAVINGS and is_left(r))
        or (here & _OF_HELD_UP and is_held_up(s, r, clause_lead))
        or (here & _OF_LAGGARDS and is_some_of_laggards(s, r))
        or (r.quantity.noun in _PLACES and _AMONG.match(s.text, r.quantity.end) is not None)
        or (r.quantity.noun == "年" and _OF_YEARS.match(s.text, r.quantity.end) is not None)
        or (r.value == 1 and _NONE_LEFT.search(r.lead) is not None)
        or (r.value == 1 and r.quantity.noun in ("项", "件") and r.lead.endswith("”"))  # “建设1000套周转房”一项
        or (not r.quantity.text[0].isdigit() and _TOGETHER.match(r.tail) is not None)  # 林业、水务两家联合验收
        or _DROPPED.search(r.lead) is not None
        or (r.lead.endswith("除") and _EXCEPTED.match(r.tail) is not None)
        or is_class_of_owners(s.text, r)
        or is_made_such(s, r, clause_lead)
        or (not s.promising and _INHABITED.search(clause_lead) is not None and _TO_REACH.search(r.lead) is None)
        or _WHO_IS_BELOW.match(s.text, r.quantity.end) is not None
        or (r.quantity.noun == "%" and r.value == 100 and _DID_ALL.match(s.text, r.quantity.end) is not None)
        or (r.measure == "amount" and _OF_A_RATE.match(s.text, r.quantity.end) is not None)
    )


_INHABITED = sought(r"(?:[常户][住籍]|总|在册|服务|辖区)人口(?:总?数|规模)?(?:达到?|为|约|近|有)?\s?$|[下管]?辖\s?$")
_TO_REACH = sought(r"(?:达到|突破|超过|不少于)\s?$")
_OF_YEARS = sought(  # 能耗两年累计下降5.2%, 五年新建24万亩: how long it takes, or took
    r"(?:累计|共计?|年均|时间|来|间|任务|规划|计划|目标|[上下]降|增长|提高|减少|新[建增]|改造|完成|建成|治理|培育|培训|发展)"
)
_NONE_LEFT = sought(r"不(?:漏|落|丢|留|掉|缺|弃|舍|少|错|误)(?:下|掉|过)?\s?$")  # 不漏一户、不落一人
_PLACES = ("区", "县", "市", "州", "个", "地")
_AMONG = sought(r"(?:[区县旗市州地]{0,2}(?:\([市县旗区]\))?)(?:中)?第\s?[\d一二三四五六七八九十]")  # 列12区市第8
_DROPPED = sought(r"(?:取消|撤销|终止|核销)了?(?:上述|其中|这|该|另外)的?\s?$")  # 经研究取消上述3所学校的项目
_EXCEPTED = sought(r"[^,。;\d]{0,16}?(?<!以)外")  # 除1座闸站外已全部完成
_OWNERS = r"(?:省份|[县市区州旗]{1,3}(?:\([县旗市区州]\))?|区县|乡镇|镇街|街道|地区|城市|单位|企业|部门)"
_SIZED_SO = sought(
    rf"(?:以[上下内]|之间)?的(?:{_OWNERS}(?:共|就|仅|只)?有\s?\d|(?:共|就|仅|只)?有\s?\d{{1,3}}\s?个{_OWNERS})"
)
_WHO_IS_BELOW = sought(  # 进度不足60%的县9月15日前上报整改计划
    r"(?:以下|以上)?的(?:县[市区]?|区县|乡镇|镇街|街道|单位|部门|地区|企业|市州)(?=[^,。;]{0,12}(?:上报|报送|约谈|通报|说明|整改|书面))"
)
_DID_ALL = sought(  # 12个考核指标100%完成任务; 二、100%完成的指标。
    r"(?:完成|实现|达到|兑现)了?[^,。;:\d]{0,6}(?:任务|目标)(?=[,。;:]|$)|(?:完成|达标|办结)的(?:指标|项目|事项|工作)"
)
_OF_A_RATE = sought(  # 7个国考断面优良水体比例目标57.1%
    r"[\u4e00-\u9fff]{2,14}(?:比例|占比|率)(?:年度|全年)?(?:目标|任务|要求)?(?:为|达到?|保持在?|不低于|达)?\s?\d[\d.]*%"
)
