"""What an indicator is called: its words, folded for comparison, and the qualifiers that keep two apart.

Raw likeness of names never separates (申报高新技术企业 is nearer to 高新技术企业 than many a true paraphrase is); so
names are compared by their content words after aliases, and a difference of qualifier (省级/国家级, 出口/进出口,
申报/认定) forbids.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.sought import sought
from extraction.words.aliases import in_one_spelling
from extraction.words.shortened import abbreviates, leaves_out, reordered

# words that say nothing of what is measured
_STOP = sought(
    r"[两三]项(?=补贴|补助|制度)|按(?:可比|不变)价格?(?:计算|核算)?|可比口径|\d{1,2}月\d{1,2}日|\d{1,2}日|年均|平均|不高于|不得超过|今年以来|今年|当年"
    r"|抽测|(?:第三方)?(?:测评|考评|暗访|回访|问卷调查?|抽样调查)(?=[\u4e00-\u9fff]{0,4}[率度]$)|发生(?!率|地|器)|(?<=事故)起数|本年度?|去年|全年|年度|年内|上半年|下半年|前?[一二三四]季度|(?:20|19)\d\d年|\d{1,2}(?:-\d{1,2})?月(?:份"
    r"|底|末)?|截至|截止|目前为止|目前|现已|现在|至今|当前|已经|已|均|共计|总计|合计|累计|(?<!公)共(?!享|同)|"
    r"全市|全县|全区|全省|全州|全镇|全域|我市|我县|我区|我局|我省|本市|本县|市区|市级层面|辖区|其中|同时|此外"
    r"|另外|另有|另|其余|还|现|分别|各|达到|达|实现|"
    r"完成|为|是|在|(?<![签履违预解邀])约|近|没有超过|没超过?|未超过|不突破|超过|超额|超(?![充声市级算])|突破|不少于|不低于|不超过|不高于|至少|力争|确保|预计|预期|计划|目标任务"
    r"|目标|任务数?|指标|工作量|总体|整体(?![搬迁改提移])|年初|确定|下达|要求|(?<![供响反效适感])应(?![急届用征聘诊])|(?<!必)需(?!求)|须|"
    r"进一步|持续|积极|大力|深入|全面|扎实|有序|着力|加快|推动|推进|组织|开展|实施|做好|加强|强化|强力|稳步"
    r"|不断|继续|努力|"
    r"同比增长|同比|环比|增长|增速|增幅|涨幅|上涨|下降|减少|降幅|提高到?|提标|[上下][调浮]到?|提升到?|增加到?|扩大到|左右|以上|以内|以下|的"
    r"|了|将|等|和|与|及|或|有|至|到|由|从|于|把|对|向|个|来|去|并|全部|全|实际|顺利|节点|提前|成功|"
    r"序时进度|进度|完成率|完成比例|工程|项目|工作(?![站室者坊])|(?<!新)建设(?!施)|情况|方面|行动|活动(?![室场])|服务(?![站点])|人民|群众|单位|能力|水平|成效|"
    r"[,，。、;；:：()（）“”\"'‘’《》<>【】\[\]\s.·\-—~%]"
)
# verbs that are part of what is promised: a different one is a different promise, the same or none is no objection
_VERBS = re.compile(
    r"新改扩建|新建|改建|扩建|改造|新增|续建|开工|完工|培育|引进|建设|发放|救助|培训|转移|减免|资助|维修|整治"
    r"|治理|修复|创建|认定|登记|转化|申请|授权|孵化|检查|筛查|补贴|提质|巩固|升级|打造|更新|提升|完善|销售|投资"
    r"|收入|支出|就业|失业|脱贫|搬迁|安置|签约|落户|铺设|解决|新开"
)

# a number said at an early stage of what was promised is a proxy: it never answers (申报 < 推荐 < 认定; 开工 < 竣工 < 投用)
STAGES: dict[str, str] = {
    "application": r"在库(?:培育|储备)|(?:培育|储备)在库|申报|申领(?!率|量)|报名|咨询|在审|待审|(?:报|上市|在)辅导|辅导[备期]|过会|[初复预]审|待(?:发行|注册|批复|审批|评审|认定|发文|复核|验收|审核|审定|审查|入库)|报验|(?:正在?|在)(?:验收|审核|审查)|(?:验收|审核|审查|公示)中|审议(?!通过)|识别|(?<!通过)(?:笔试|面试)(?!合格|通过)|参加(?:考试|体检)|进入体检|申请(?!量|总量|授权)|推荐|拟认定|受理|提交|上报(?!完成|建成)|公示(?!(?:后|并)?(?:认定|命名|授牌|确认))|储备|入户(?:调查|核查|摸底|宣传|丈量|勘[查察]|登记|评估)|确村|确户|登记造册|造册|培育库|入库|建库|后备|摸底|摸排|排查|(?<!入职)(?<!报到)(?<!入住)(?<!录用)手续|征集|筛选|遴选|(?<!通过)(?<!通过[省市县旗区])(?<!通过[省市县旗区]级)评审(?!通过)|评价(?!通过)|(?<!通过)(?<!通过[省市县旗区])(?<!通过[省市县旗区]级)评估(?!通过|出列|认定|达标|合格)|(?:现场|实地|省[厅局]?|市[厅局]?|专家|联合)+(?:核查|勘查|核验|踏勘)(?!通过|认定)|意向|洽谈|在谈|路演|对接|走访|调研|考察|拟[引建定]|谋划|策划|联审|审查|会审|鉴定|考核(?!合格|取证|通过)|纳统在库|人选|候选|初选|初评|面试|初稿|草案|征求意见",
    "started": r"整地(?!造林)|落实(?:选址|地块|用地|业主|到户)|(?:业主|选址|用地|地块)(?:已|均|全部)*落实|编制(?:实施|建设|工作|整治|规划)?方案|正在[^,。;]{0,6}(?:安装|装修|建设|改造|推进|实施|调试|收尾|扫尾)|进入[^,。;]{0,8}(?:阶段|环节|程序)|(?<!新)开工(?!率)|开建|动工|启动|在建|在(?:装修|改造|安装|设计|招标|实施|推进|打桩|浇筑|砌筑|吊装|铺设|铺装|收尾|做(?:基础|地基|桩基|主体|前期))|续建|施工(?!面积)|进场|铺开|选[址点]|勘察|勘测|测绘|定线|取模|量体|立杆|放样|放线|招标|招投标|采购|前期|立项|审批|签约(?!报|落户|落地|到岗|上岗|入职)|签(?:订|署|了)?(?:[\u4e00-\u9fff]{0,6})协议|签(?:订|署)?(?:(?!技术|劳动|承包|租赁|流转|销售|贸易)[\u4e00-\u9fff]){0,4}合同|封顶|(?<!安装)调试|调试(?!完成|完毕|结束|到位)|(?<!市场)(?<!经营)(?<!责任)(?<!创业)主体|路基|桩基|基坑|土方|管沟|沟槽|管槽|开挖|底基层|水稳基?层|垫层|基础(?!设施)|(?<!空间)(?<!孵化器)(?<!机构)(?<!登记)备案|可研|(?<!建)设计|(?<!供应)(?<!出让)(?<!处置)(?<!盘活)(?<!闲置)(?<!整治)(?<!流转)土地(?!供应|出让|流转|整治|整理|复垦|处置|收储|托管|确权|租赁)|征拆|拆迁|摘牌|下达|安排|发布(?!实施)|储备",
    "money": r"拨付|到位|下达资金|发放资金|支付|补助资金|专项债|借款|贷款|融资|授信",
    "visits": r"入驻|涉及|惠及|覆盖人|受益|服务(?=\D{0,4}人次)|接待|辐射|对应$",
}  # fmt: skip
_STAGES = {name: sought(pattern) for name, pattern in STAGES.items()}

# qualifiers that forbid: two names that have different members of one family never meet
_FAMILIES = (
    ("国家级", "省级", "市级", "县级", "区级", "校级", "乡镇级", "镇级", "乡级", "村级", "街道级", "社区级"), ("国家", "全国"), ("进出口", "出口", "进口"), ("城镇", "农村", "城市", "乡村"), ("新建", "改造", "续建", "改扩建"),
    ("高新技术", "科技型中小", "专精特新", "规上"), ("增加值", "产值", "营业收入", "利润", "利税", "主营业务收入", "零售额", "税收", "用电量"), ("第一产业", "第二产业", "第三产业"),
    ("工业", "农业", "服务业", "建筑业"), ("城镇居民", "农村居民", "农民"), ("公办", "民办"), ("干线", "农村公路", "高速"), ("开工", "完工", "投用", "交付"), ("小学", "中学", "幼儿园", "高中"),
    ("就业", "失业", "再就业"), ("暑托", "寒托"), ("轮换", "轮出", "轮入"), ("暑假", "寒假"), ("夏令营", "冬令营"), ("早稻", "晚稻"), ("登记失业", "调查失业"), ("生猪", "家禽", "禽蛋"), ("实施", "改造"), ("发明专利", "实用新型"), ("重伤", "死亡"), ("高价值", "授权"), ("旅游人", "旅游收入", "旅游综合收入"), ("垃圾", "污水"), ("一级", "二级", "三级", "四级", "五级"),
)  # fmt: skip


# verbs of completion: alone they name nothing
_DOING = (
    r"已|均|全部|正式|实际|对外|现|目前|累计|共|完工|竣工|建成|交付|使用|投用|通车|验收|办结|办复|答复|完成|投入|新增"
    r"|新建|销号|达标|实施|改造|建设|施工|开放|营业|运营|挂牌|适配|安装|铺设|开班|投放|发放|检查|筛查|体检|培训|"
    r"救助|更新|提升|整治|引进|落户|落地|创成|创建|打造|配备|举办|送|栽植|种植|治理|修复|维修|帮扶|资助|安置"
    r"|转移|签订|受益|开设|添置|设置|建立|成立|认定|获批|获证|获评|评定|命名|授牌|设立|销售|争取|制发|印发|核发|兑付|办理|敷设"
    r"|划定|贯通|疏浚|命名|新|登记|注册|入库|搬迁|入住|入职|到岗|报到|录用|手续|并网|上岗|出列|通水|通气|通电|投运|基本|开通|投运|到位|上线|上路|启用|入户|改建|扩建|招聘|组织|开展|并|发电|交地|拆除|腾空|运行|结业|备案|调整|提标|到账|发行|播种|签约落[地户]"
    r"|开办|承办|演出|放映|巡演|展演|宣讲|走访|排查|巡查|补植"
)
BARE_VERB = sought(rf"(?:{_DOING})+")

# nouns that name half of all things: alone they say nothing
_GENERIC = sought(
    r"(?:企业|机构|单位|人员|居民|学生|资金|投资|场所|平台|基地|产品|设施|公司|人口|农户|家庭|对象|村民|任务"
    r"|总量|产业|中心)+"
)


_SUMS = re.compile(r"(?:累计|共计|总计|已|现已|实际|目前)(?:已|共)?$")


@lru_cache(maxsize=8192)
def is_nominal(own: str) -> bool:
    """人均可支配收入名义|增长7.1%,实际增长6.5%: 实际 behind it is of prices, and answers no plan."""
    return own.endswith("名义")


@lru_cache(maxsize=8192)
def is_bare(own: str) -> bool:
    """Whether the words are verbs of completion and nothing else."""
    return BARE_VERB.fullmatch(own) is not None


@lru_cache(maxsize=8192)
def is_bare_verb(own: str, lead: str) -> bool:
    """Whether a figure's own words only say what was done: 完工, or the two characters of 累计发行."""
    if BARE_VERB.fullmatch(own) or (own[-1:] in "村户所座处家" and BARE_VERB.fullmatch(own[:-1])):
        return True
    return len(own) == 2 and lead.endswith(own) and _SUMS.search(lead[: -len(own)]) is not None


def is_generic(folded_name: str) -> bool:
    """Whether the word names half of all things: 企业, 人员."""
    return _GENERIC.fullmatch(folded_name) is not None


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """The words of the name that say what is measured, one spelling each: 转化科技成果60项 -> 转化科技成果."""
    text = in_one_spelling(sought(r"[(（][^()（）]{0,20}[)）]").sub("", name))
    text = sought(r"\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日").sub("", text)
    text = sought(r"(?<![A-Za-z.\d])\d+(?:\.\d+)?(?![A-Za-z\d])").sub("", text)
    return _STOP.sub("", text)


def unaliased(name: str) -> str:
    """The words that say what is measured as the text spells them: 交通固定资产投资 stays so."""
    return _STOP.sub("", sought(r"[(（][^()（）]{0,20}[)）]").sub("", name))


@lru_cache(maxsize=8192)
def qualifiers(name: str) -> tuple[str, ...]:
    """The qualifiers of the name, as far as they keep promises apart."""
    return tuple(_by_family(name).values())


_PEASANTS = sought(r"农民(?=人均|家庭|纯?收入|可支配|现金)")
_ANY_QUALIFIER = re.compile("|".join(sorted({word for family in _FAMILIES for word in family})))


@lru_cache(maxsize=8192)
def _by_family(name: str) -> dict[int, str]:
    """The longest member of each family that stands in the name, by the family's place; most names have none."""
    name = _PEASANTS.sub("农村居民", name) if "农民" in name else name
    if not _ANY_QUALIFIER.search(name):
        return {}
    found = ((place, [word for word in family if word in name]) for place, family in enumerate(_FAMILIES))
    return {place: max(words, key=len) for place, words in found if words}


def is_qualifier(name: str) -> bool:
    """Whether the name is one word of the families: 出口, 就业, 利润 are known for what they are without more words."""
    return name in _by_family(name).values()


@lru_cache(maxsize=8192)
def promised_stage(name: str) -> str | None:
    """The stage that a promise itself is about: 新开工20个 is met by what was begun, 签约30个 by what was signed."""
    return "started" if sought(r"开工(?!率)|动工|启动|新[建开上]类?(?:重[点大])?项目$").search(name) else stage(name)


@lru_cache(maxsize=8192)
def stage(name: str) -> str | None:
    """The early stage that the words speak of: application, started, money or visits; None for the thing itself."""
    return next((which for which, pattern in _STAGES.items() if pattern.search(name)), None)


_STAGE_BEHIND = sought(
    r"(?<=..)(?:已|共|累计)?(?:申报|推荐|上报|受理|提交|储备|入库|申请)(?:材料)?(?:已|共|累计)?(?:上报|申报"
    r"|提交|受理|推荐|完成)?$"
)


def without_stage(name: str) -> str:
    """What a nameless goal behind a figure of an earlier stage is of: 小巨人企业申报材料已上报5家,目标3家 -> 小巨人企业."""
    return _STAGE_BEHIND.sub("", name)


@lru_cache(maxsize=8192)
def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset([text] if text else [])


@lru_cache(maxsize=16384)
def likeness(a: str, b: str) -> float:
    """How alike two names are, 0 to 1: one spelling each, whole or in part, in order or not."""
    x, y = folded(a), folded(b)
    if not x or not y:
        return 0.0
    if x == y:
        return 1.0
    if (sized := _sized(a)) and sized == _sized(b):
        return 0.85
    if x in y or y in x:
        return _contained(x, y)
    if "、" not in a and _ends_with(thing(a), thing(b)):
        return 0.9
    p, q = _verbless(x), _verbless(y)
    if (p, q) != (x, y) and len(p) >= 3 and len(q) >= 3 and (p in q or q in p):
        return 0.95
    if leaves_out(thing(b), x):
        return 0.85
    if any(abbreviates(*pair) or reordered(*pair) for pair in {(x, y), (y, x), (p, q), (q, p), (p, y), (q, x)}):
        return 0.85
    a_pairs, b_pairs = _bigrams(p), _bigrams(q)
    shared = len(a_pairs & b_pairs) / min(len(a_pairs), len(b_pairs))
    return max(shared, _shared_end(unaliased(a), unaliased(b)))


def same_thing(a: str, b: str) -> bool:
    """Whether the names are one, but for the verbs of doing it: 建设口袋公园, 口袋公园建成."""
    x, y = folded(a), folded(b)
    return bool(x) and (x == y or (len(_verbless(x)) >= 3 and _verbless(x) == _verbless(y)))


def _contained(x: str, y: str) -> float:
    short = min(x, y, key=len)
    if _GENERIC.fullmatch(short):
        return 0.45
    if len(short) > 2 or y.endswith(x) or x.endswith(y):
        return 1.0
    return 0.8 if short == x else 0.6


def _shared_end(x: str, y: str) -> float:
    """投资 for 交通固定资产投资, 常住人口签约覆盖率 for 医生签约覆盖率: what is measured stands last in a name."""
    length = 0
    while length < min(len(x), len(y)) and x[-1 - length] == y[-1 - length]:
        length += 1
    if length == min(len(x), len(y)) and length >= 2:
        return 0.45 if _GENERIC.fullmatch(x[-length:]) else 0.7
    return 0.62 if length >= 4 and length * 2 >= min(len(x), len(y)) else 0.0


_FINISHED = sought(r"(?<=...)(?:已?(?:完工|交付|投用|通车|验收)|(?<=[金款券资])已?到[位账])$")  # 危桥改造完工
_NEWLY = sought(r"(?:新?(?:登记|认定|培育|注册|入库|设立|成立|增)|新设)(?=[\u4e00-\u9fff]{3})")


@lru_cache(maxsize=8192)
def _verbless(text: str) -> str:
    """建成口袋公园 -> 口袋公园: what was done, without the verb of doing it."""
    match = _NEWLY.match(text) or BARE_VERB.match(text)
    text = text[match.end() :] if match and len(text) - match.end() >= 3 else text
    return _FINISHED.sub("", text)


_DONE_END = sought(
    rf"(?<=..)(?:通过|被|已|获|投入|{_DOING}|参训|结业|发展|揭牌|开业|开园|授权|纳统|存栏|种植|栽插|出让|通达|放映|慰问|走访)+$"
)


@lru_cache(maxsize=8192)
def thing(name: str) -> str:
    """建成驿站, 驿站挂牌运营 -> 驿站: what it was done to, if only its two characters."""
    text = _DONE_END.sub("", folded(_DONE_END.sub("", name)))
    match = BARE_VERB.match(text)
    return text[match.end() :] if match and len(text) - match.end() >= 2 else text


def _ends_with(promised: str, told: str) -> bool:
    """驿站 for 服务驿站, but no 企业 for any; what is told of 公办学位 is less than what was promised of 学位."""
    return len(told) >= 2 and promised.endswith(told) and not is_generic(told)


_SIZE = sought(
    r"(?:\d[\d.]{0,8}(?:万亿|[百千]?[万亿])?|[百千]?[万亿])(?:元|美元|吨|千瓦|平方米|米|千伏|头|亩|人)?(?:及)?以[上下]|(?<!\d)\d{2,3}强"
    r"|(?:\d[\d.]{0,8}|(?<![\d百千万.]))[百千]?亿元(?=[\u4e00-\u9fff]{0,4}(?:项目|企业))"
)


def _sized(name: str) -> str:
    """亿元以上项目 of 新签约亿元以上工业项目: the threshold and what is counted beyond it."""
    match = _SIZE.search(name)
    return _size(name) + name[-2:] if match and len(name) >= match.end() + 2 else ""


@lru_cache(maxsize=8192)
def _size(name: str) -> str:
    """The threshold in a name, 10亿元以上, by which projects of two sizes are told apart."""
    match = _SIZE.search(name)
    return sought(r"及?以上$").sub("", match.group()) if match else ""


_GRADE = sought(r"(?<!\d)[1-5]A级?(?![A-Za-z]|及?以上)")
_NOT_SO = sought(r"不(享受|达标|合格|符合|具备|稳定|含|涉及)")  # 享受政策户 and 不享受政策户
_OF_OUTPUT = sought(r"GDP|生产总值|增加值|总产值")
_SPENT_ON_IT = sought(r"能耗|电耗|水耗|用水量|耗水|碳排放|二氧化碳")


@lru_cache(maxsize=16384)
def conflict(a: str, b: str) -> str | None:
    """The pair of qualifiers that keeps the two names apart, or None: 省级 against 市级."""
    x, y = _size(a), _size(b)
    if x and y and x != y:
        return f"{x}≠{y}"
    grade, other = _GRADE.search(a), _GRADE.search(b)
    if grade and other and grade.group() != other.group():
        return f"{grade.group()}≠{other.group()}"
    if (not_so := _NOT_SO.search(a) or _NOT_SO.search(b)) is not None:
        has, has_not = not_so[1], not_so[0]
        if has in a and has in b and (has_not in a) != (has_not in b):
            return f"{has}≠{has_not}"
    if _OF_OUTPUT.search(a) and _OF_OUTPUT.search(b):  # 单位GDP能耗 is none of 地区生产总值
        spent, other = _SPENT_ON_IT.search(a), _SPENT_ON_IT.search(b)
        if (spent is None) != (other is None):
            return "单位能耗≠总量"
    others = _by_family(b)
    for family, x in _by_family(a).items() if others else ():
        y = others.get(family, x)
        if not (x in y or y in x) and y not in a and x not in b:
            return f"{x}≠{y}"
    return None
