"""Numbers that count nothing: names (5G, 110千伏, 15分钟生活圈), dates, clauses and ordinals, sizes in names."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from extraction.numbers import units
from extraction.records import Quantity, Role
from extraction.sought import sought

_CN = "一二三四五六七八九十"
# what may stand behind the digits of any alternative below: behind most numbers nothing of it does, none is tried.
# Bounded: it is asked at every digit, and must not read a long run of them each time.
_GUARD = (
    r"(?=\d{1,9}[-\s.·~至到、及和与年月日号岁周分小GK+×xX*A千kV/:版国省县强位名季型”\"政市便热平投举服工电报消急指接交转诉户人]"
    r"|\d{9})"
)
_OF_DIGITS = (
    r"(?P<ordinal_d>(?<![\d.])\d{1,4}强|(?:(?<=[列居排升第后末])|(?<=[^目以此之]前))\d{1,2}(?=位|名))"
    r"|(?P<name_d>(?<![\d.])\d{1,2}-\d{1,2}年(?=工龄|教龄|党龄|资历)|(?<!\d)\d{3,6}-\d{1,2}(?:周?岁|个?月龄)|(?<![\d.])\d{4,9}(?:周岁|岁|个?月龄)(?:及?以[上下])?|"
    # 30户以上自然村: which of them
    r"(?<![\d.])\d{1,4}[户人]及?以[上下](?=的?(?:自然村|村[寨庄组屯]|村民小组|居民点|聚居|集中(?:居住|安置)|安置[点区]|行政村|[屯寨]))|(?<!\d)(?:123(?:45|15|19|50|28|33|36|88|69)|96\d{3,4})"
    r"(?=[”\"]?(?:政务|市民|便民|热线|平台|投诉|举报|服务|工单|电话|交办|转办|诉求|[、及和与]123))"
    r"|(?:(?<=情况)|(?<=如下))\d{1,2}(?=、[\u4e00-\u9fff])"  # 完成情况1、我市: the number of what begins there
    r"|\d+\.\d+(?=版)|(?<![\d.])\d(?=型糖尿病)|(?:110|119|120|122)(?=报警|消防|急救|指挥|接警)|\d{2,3}(?:国道|省道|县道)"
    r"|(?<![\d.])\d{1,3}\s?(?:分钟|小时)(?=(?:[^\d,。;、:(]{0,7}[圈带]|自助|便民|便利|健身|不打烊|营业|服务|医疗|诊疗"
    r"|政务|值班|值守|公共|阅读|书房|热线|备勤|全天|核酸|达|(?:滑动)?(?:平均|均值|浓度)))|(?<![\d.])\d+\s?[GK](?![A-Za-z\d])"
    r"|(?<!\d)\d\+(?:\d+|[NnXx])(?:\+[\dNnXx]+)*(?!\d)|(?<!\d)\d+[×xX*]\d+|(?<![\d.])[1-9]A(?:级|景区)"
    r"|(?<!\d)\d{3,4}-\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d+(?:\.\d+)?\s?(?:千伏|kV|KV)(?:及以[上下])?"
    r"|(?<![\d.])\d{1,2}年(?=及?以[上内]的?(?!实现|完成)[\u4e00-\u9fff]{2})|(?<!\d)(?<![达值寿命])(?<!达到)(?<!目标)\d{1,4}(?:-\d{1,3})?(?:周岁|岁)(?:及?以[上下])?"
    r"|(?<![\d.:])(?:1:\d{1,3}(?:\.\d{1,2})?|\d{1,3}(?:\.\d{1,2})?:1)(?=[,。;、()的以左之至和与”]|$)"  # 医护比1:1.25
    r"|(?<![\d.])\d{1,2}·\d{1,2}(?![\d.])|(?<!\d)\d{1,2}(?:/|:)\d{1,2}(?::\d{2})?(?![\d万.])|(?<!\d)\d+(?:号线|号楼|号路|号地块|号院|号门|号隧道|号竖井|号斜井|号泵站|号机组|号厂房|号标段|号桥|号坝|号渠)"
    r"|(?<!\d)\d{8,}-\d|(?<!\d)\d{6,}/\d{4}-\d+|(?<![\d.,])\d{9,}X?(?![\d.万亿%元]))"
    r"|(?P<date_d>(?<!\d)(?:19|20)\d{2}\s?(?:-|~|至|到)\s?(?:(?:19|20)\d{2}|\d{2}(?=年))\s?(?:年|学年)度?"
    r"|(?<!\d)(?:19|20)\d{2}\s?年(?:\s?\d{1,2}\s?月(?:份)?(?:\s?\d{1,2}\s?[日号])?)?"
    r"|(?<![\d.])1[01]\d\s?年(?=度|第?[1-4一二三四]季|\s?\d{1,2}\s?月|[上下]半年)"  # of the calendar of 1912: 114年12月
    r"|(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|(?<!\d)\d{6}月份?"
    r"|(?<!\d)\d{1,2}\s?(?:月份?)?\s?(?:-|~|至|到|、)\s?\d{1,2}\s?月(?:份)?(?:\s?\d{1,2}\s?日)?"
    r"|(?<!\d)\d{1,2}\s?月(?:份|底|末|初|中旬|上旬|下旬)?(?:\s?\d{1,2}\s?[日号])?(?:-\d{1,2}\s?日)?"
    r"|(?<!\d)\d{1,2}-\d{1,2}(?=全)|\d{3,4}日(?=[,。,]|前|止)|(?<=截至)\d{1,4}日|(?<!\d)\d{1,2}(?:日"
    r"|号)(?=[,至到-]|前|止|起)|(?<![\d.])(?:[12]?\d|3[01])日(?=(?:上午|下午|晚间?)?(?:表示|说|称|介绍|公布|发布|通报|透露"
    r"|召开|举行|从|对外|宣布|印发|报道|消息|电[,。(]))|[1-4]季度)"
)
_OF_NUMERALS = (
    rf"(?P<name_n>[{_CN}百]{{1,3}}(?:强|佳)(?:企业|县|旗|市)?|(?:(?<=[后末])|(?<=[^目以此之]前))[{_CN}两]{{1,2}}[位名]"
    rf"|[{_CN}]{{1,2}}里(?=[河店铺桥湾沟坪庙岗塘屯堡营镇乡村墩庄亭坡山畈泉井碑棚窑坳冲垭渡滩洼甸埠]|社区|街道|台子)"
    # 八届八次全会
    rf"|[{_CN}]{{1,3}}届[{_CN}]{{1,3}}[次中](?=全会|会议|全体|人大|职代|大会|常委)|[{_CN}]{{1,2}}次(?=全会|全体会议)"
    r"|[一二三]次(?=(?:供热|热力|供暖|高温|低温)?(?:管网|管线|管道|网(?![上络点格购红])))"  # of a heating network
    r"|[三六九](?=年(?:制|义务|一贯))|十[二五](?=年(?:制|义务|一贯))|[三六](?=年制)"  # 九年义务教育
    r"|[两二三四五]年平均(?:增长|增速|增幅|增)(?:为|达到?|了|约)?-?\d[\d.]*%"  # of other years
    # 一个项目、一名领导、一套班子 counts nothing
    r"|(?<=[这该此每同])一项(?=目(?!标))"  # 这一项目计划今年投资9900万元
    # 床位一项已经超额
    r"|(?<=[\u4e00-\u9fff]{2})(?<![成有增施办另了过是含余])一项(?=(?:已|也|均|还|仍)?(?:经|将)?(?:提前|率先|超额|完成|达标))"
    r"|一[个名套位支张本项条][\u4e00-\u9fff]{1,6}(?:[、,]?一[个名套位支张本项条抓][\u4e00-\u9fff]{1,6}){2,5})"
    rf"|(?P<date_n>[一二三四]季度|[零{_CN}]{{1,4}}月(?:份|底|末|上旬|中旬|下旬)?(?:[零{_CN}]{{1,3}}[日号])?"
    r"|(?:二零|一九)[零一二三四五六七八九]{2}年|二0[零一二三四五六七八九\d]{2}年|十[一二三四五]五)"
)
_GOAL = (
    r"[^”\d]{3,9}\d[\d.]{0,6}(?:%|[万亿]?元|[万亿]?[个家户座所处项人])(?:以[上内下]|左右)?"  # “一般性支出压减5%以上”
)
# numbers that are names, dates, clauses or ordinals; the first alternative that stands at a place wins. Each is sought
# only where a character stands that it can begin with.
_MASKS = sought(
    rf"(?=[\d\s第附〔\[【(A-Za-z“零{_CN}百两上下])(?:(?=\d){_GUARD}(?:{_OF_DIGITS})|(?=[零{_CN}百两])(?:{_OF_NUMERALS})"
    rf"|(?=第)(?:(?P<clause>第[\d零{_CN}百、-]{{1,12}}[条款](?!路|线|街))"
    rf"|(?P<ordinal>第\s?[\d零{_CN}百两]{{1,6}}(?:位次?|名|次|届|期|批次?|个|产业|项|轮|章|节|类|组"
    r"|方|师|中学|小学|医院|产|季度|阶段|标段)?))"
    r"|(?P<ordinal_s>(?<=[列居排升第])\s\d{1,2}(?=位|名))|(?P<name_b>[〔\[【(](?:19|20)\d{2,3}[〕\]】)]\s?第?\d{0,4}\s?号?)"
    r"|(?P<name_a>附[件表图录]\s?\d{1,2}(?![\d.]*[万亿%个项家户]))"
    r"|(?P<name>PM\s?\d+(?:\.\d)?|(?![A-Z]{1,5}\d[\d.]*[万亿]{1,2}美?元)(?!k?m[23](?![\da-zA-Z]))(?!(?<![A-Z])[A-Z]{2,6}\d{1,5}[台套条块部根辆份])(?<![A-Z])[A-Za-z]{1,20}-?\d+(?:[.-]\d+)*)"
    rf"|(?P<name_q>“[^”\d]{{0,3}}\d+[^”\d目标任务完家个项人万亿%]{{0,3}}”|“(?!{_GOAL}”)[{_CN}百双两千万][^”]{{0,10}}”)"
    r"|(?P<date>(?:上|下)半年|“十[一二三四]五”?))"
)


def masks(text: str) -> list[tuple[int, int, Role]]:
    """The intervals of the folded text that hold such numbers, in order, each with its role."""
    return [(m.start(), m.end(), cast(Role, (m.lastgroup or "").partition("_")[0])) for m in _MASKS.finditer(text)]


_THRESHOLD = sought(
    r"(?:及)?以[上下](?:的)?[^,。;、:|\n\d]{0,10}?(?:项目|企业|工程|楼宇|锅炉|线路|用户|单位|园区|基地|医院|客户"
    r"|养殖场|大户|农户|机构|景区|断面|商户|载体|门店|超市|小区|水库|河流|桥梁|产业|平台|人才|路段|耕地|纳税"
    r"|充电[站桩]|电站|机组|泵站|码头|泊位|船舶|变压器|炉窑|窑炉|场馆|公园|广场|冷库|大棚|合作社|家庭农场"
    # 其中10亿元以上8个
    r"|集镇|(?<!农)村|大中型|管[线网道材]|(?:固定资产|城镇|工业|民间)+投资)|(?:及)?以[上下]的?(?=\d[\d,]{0,5}[个家户项处座台辆套艘名人只头条所栋眼口])"
    r"|(?:及)?以[上下]的?[^,。;、:|\n\d]{2,8}(?=\d{1,4}[条所段](?![\u4e00-\u9fff]))"  # 3公里以上慢行绿道8条
)


_RANGE = sought(  # 10蒸吨以上、35蒸吨以下燃煤锅炉: a size between two
    r"(?:及)?以上[、,至到]?\s?\d+(?:\.\d+)?[^,。;、\d]{1,6}?(?:及)?以下(?:的)?[\u4e00-\u9fff]{2}"
)
_RANGE_ENDS, _RANGE_OPENS = (
    sought(r"(?:及)?以下(?:的)?[\u4e00-\u9fff]{2}"),
    sought(r"\d[^,。;、\d]{1,6}(?:及)?以上[、,至到]?\s?$"),
)
_SIZED = sought(r"(?:及)?以上(?:的)?\s?\d{1,4}\s?[个家户座栋处宗项](?![^,。;、()]{0,3}以上)")  # 落地27个(5亿元以上4个)


_THAT_MANY = sought(  # 存栏300头以上的奶牛场7个, 20-300头的肉牛场150个: which ones are counted
    r"(?:(?:床位)?(?:及)?以[上下]的|的)[^,。;、:|\n\d]{2,12}?(?:任务|目标|计划)?\d{1,5}\s?(?P<unit>[个家户座处所栋条台艘])"
)
_OF_A_SIZE = ("头", "只", "羽", "匹", "张", "床", "人", "名")


_OVER = sought(r"(?:的)?(?:企业|项目|产业|集群|园区|乡镇|镇|村|单体|品牌|大户)[^,。;、\d]{0,6}\d")


_REACHED = sought(  # 推动4家企业产值突破_8亿元: what each of them is to reach
    r"(?<![等\d])(?:\d{1,4}|[一二三四五六七八九十两])\s?[家个户](?:[\u4e00-\u9fff]{0,8}?(?:企业|公司|集团|园区|开发区|[乡镇村]|街道|产业|集群|基地|品牌|平台|合作社|景区|市场))?"
    r"(?:集体经济(?:经营性)?|集体|年度?|单体|入库)?(?:总?产值|营业收入|营收|主营(?:业务)?收入|销售(?:收入|额)?|税收|纳税额?|利税|利润|市值|估值|(?:财政|经营性?|总)?收入|产能|规模|交易额)?"
    r"(?:均|都|分别|全部|全)?(?:突破|超过?|过|跨越|迈[上过]|跃上)$"
)
_EACH_REACHED = sought(  # 16个村集体经济收入全部达到_10万元以上, 12个村集体收入达到_20万元以上
    r"(?<![等\d])(?:\d{1,4}|[一二三四五六七八九十两])\s?[家个户](?:(?:[\u4e00-\u9fff]{0,8}?(?:企业|园区|[乡镇村]|街道|社区|合作社|基地))?"
    r"(?:集体)?(?:经济)?(?:经营性)?年?(?:总?产值|营收|营业收入|税收|收入|销售收入)?(?:全部|均|都)已?达到?"
    r"|[\u4e00-\u9fff]{0,8}?村(?:集体(?:经济)?收入)?达到?)$"
)
_AGED = sought(r"(?:及)?以[上下]的[^,。;、:|\n\d]{3,16}\d")  # 使用15年以上的住宅电梯改造1050台


_LASTING = sought(r"(?:及)?以[上下](?:的\s?\d|的?[^,。;、:|\n\d]{2,10}\d)")  # 其中转移6个月以上的134.58万人
_SERVED = sought(  # 具有2年以上基层工作经历人员: who they are
    r"(?:及)?以[上下]的?[^,。;、\d]{0,10}?(?:经历|经验|工龄|教龄|党龄|军龄|驾龄|年限|学历|资历)"
)
_WITH_SO_MANY = sought(  # 含80名学生以上的教学点: which ones they are
    r"[\u4e00-\u9fff]{2,3}(?:及)?以上的(?![^,。;\d]{0,4}(?:目标|任务|要求|计划))[\u4e00-\u9fff]{2}"
)
_PEOPLED = sought(r"(?:及)?以上(?:的)?(?:[^,。;、:|\n\d]{0,8}?事故|超?大?班额|大班)")


_VILLAGES = sought(  # 30户以上自然村: how large those are that are meant
    r"(?:及)?以[上下](?:的)?(?:自然|集中|搬迁)*(?:村(?!民补)|屯|居民点|聚居[点区]|安置[点区]|小区|院落)"
)
_TWO_GRANTS = sought(r"补贴|补助|制度|附加")
_ROUTE = sought(r"公交|[车线口站段上人]|并进")  # 25路公交, 两路口
_YEARS_NAME = sought(r"毛入|巩固率|保留率|行动|滚动|任务|目标|计划|规划|攻坚|倍增|[制期](?!间|限)")


_PLACE = sought(r"[镇乡村桥湾河](?!庄|道?路)|街道|社区|新区|开发区")
_RANKED = sought(r"(?<![目此之先年月日底末会])前$|(?<![之以今然会天])后$")


_SCORED = sought(r"(?:自评|满分|权重|分值|得|扣|加|减|计)(?:分)?(?:为|:)?$")
_LED = 28  # characters before a size in which those that reach it are counted
_KINDS = 20  # more are counted: 电子证照新增40类


def _is_round(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.value.normalize().as_tuple().digits == (1,)


_NAMING_PER = ("人", "人口", "户", "车", "公里", "吨")
_PLANT = sought(
    r"[\u4e00-\u9fff]{0,7}?(?:锅炉|机组|变压器|主变)(?!容量|装机|出力|发电)"
)  # 2台70MW燃气锅炉: how big they are
_PLANT_DUE = sought(  # 石桥60MW风电项目12月底前并网
    r"[\u4e00-\u9fff]{0,8}?(?:项目|工程|电站|电场|基地)(?:\d{1,2}月|[^,。;\d]{0,4}(?:年[底内]|并网|投产|投运|建成|开工|竣工|完工|全容量))"
)
_PLANT_NOUNS = ("MW", "兆瓦", "GW", "吉瓦", "蒸吨", "吨", "千瓦")
_DOES = sought(r"(?:[建增引开投争完落核储申实推获新][\u4e00-\u9fff]|并网|达到?|为|共|约|过)$")


def _is_plant(text: str, quantity: Quantity) -> bool:
    """城北热源厂_58MW热水锅炉, 两台_35蒸吨锅炉: of what size they are; 建成150兆瓦储能电站 adds that much."""
    before = text[max(0, quantity.start - 2) : quantity.start]
    each = before[-1:] in ("台", "套", "×")
    if _PLANT.match(text, quantity.end) and (quantity.magnitude == 1 or each):
        return True
    named = "\u4e00" <= before[-1:] <= "\u9fff" and _DOES.search(before) is None
    return (each or named) and quantity.noun != "吨" and _PLANT_DUE.match(text, quantity.end) is not None


_PER = sought(r"(?:口)?(?:死亡|受伤|事故|发案|发病|病死|拥有|占有|执业|治安|刑事)[^,。;\d]{0,8}(?:率|量|数)")
_NAMING_UNITS = ("里", "口", "位", "名", "类", "年", "个月", "项", "路", "分")
_NAMING_BEFORE = ("过", "超", "破", "越", "上")  # 销售收入过10亿元企业; the last characters of _REACHED
_NAMING_BEHIND = ("及", "以", "级", "的", "床")  # what any of the words begins with that make a size of a number


def _between(text: str, quantity: Quantity) -> bool:
    """10蒸吨以上、35蒸吨以下燃煤锅炉: neither end of a size is an amount."""
    if _RANGE.match(text, quantity.end):
        return True
    opens = _RANGE_OPENS.search(text, max(0, quantity.start - 16), quantity.start)
    return opens is not None and _RANGE_ENDS.match(text, quantity.end) is not None


def _scores(text: str, quantity: Quantity) -> bool:
    """自评9分; 危房治理(10分):治理35栋. What a task counts for in an assessment is no amount of it."""
    before, behind = text[max(0, quantity.start - 4) : quantity.start], text[quantity.end : quantity.end + 2]
    return _SCORED.search(before) is not None or (before.endswith("(") and behind in ("):", ")。", ")\n"))


_STACKED = sought(r"\d[\d.]*[万亿]?(?:家|个|所|户|处|座|台|辆|名|栋|条|艘)$")
_SIZES = sought(r"(?:及)?以[上下](?:的)?[\u4e00-\u9fff]{2}")


def _is_size(text: str, quantity: Quantity) -> bool:
    """450家50人以上集体食堂: a bound right behind a count says which ones are counted."""
    return (
        _SIZES.match(text, quantity.end) is not None
        and _STACKED.search(text, max(0, quantity.start - 12), quantity.start) is not None
    )


def _names_those(text: str, quantity: Quantity) -> bool:
    """存栏300头以上的奶牛场7个: a size, behind which things of another unit are counted."""
    said = _THAT_MANY.match(text, quantity.end)
    bound = said is not None and (text[quantity.end] != "的" or quantity.upper is not None)
    return bound and said is not None and said["unit"] != quantity.unit


_THINGS_SO_LARGE = sought(r"级?[\u4e00-\u9fff]{0,4}?(?:项目|企业)\d{1,3}[个家户]")
_LARGE_LED = sought(r"(?:[、和及与,:。]|引进|招引|新?签约|[建培育增]|开工|落地)$")


def _is_class(text: str, quantity: Quantity) -> bool:
    """十亿元项目5个, 五亿元企业3家: which ones are counted."""
    large = quantity.noun == "元" and quantity.magnitude >= _LARGE and quantity.upper is None
    return (
        large
        and _THINGS_SO_LARGE.match(text, quantity.end) is not None
        and _LARGE_LED.search(text, max(0, quantity.start - 2), quantity.start) is not None
    )


_LARGE = 10**8


def unless_threshold(text: str, quantity: Quantity) -> Quantity:
    """10亿元以上项目3个: a size in a name, no promise of 10亿元; whole things (30家以上企业) are counted."""
    if quantity.role == "context" and _is_class(text, quantity):
        return replace(quantity, role="name")
    if quantity.role != "context" or not (
        quantity.unit in _NAMING_UNITS
        or quantity.noun in _NAMING_PER
        or quantity.noun in _PLANT_NOUNS
        or text[quantity.end : quantity.end + 1] in _NAMING_BEHIND
        or text[quantity.start - 1 : quantity.start] in _NAMING_BEFORE
    ):
        return quantity
    if _is_size(text, quantity):
        return replace(quantity, role="name")
    noun = quantity.noun.partition("/")[0]  # 35蒸吨/小时
    sized = noun in units.MEASURES or (not quantity.noun and quantity.magnitude > 1)
    if sized and not quantity.is_percent and _between(text, quantity):
        return replace(quantity, role="name")
    if quantity.noun in _PLANT_NOUNS and _is_plant(text, quantity):
        return replace(quantity, role="name")
    if quantity.unit == "项" and _TWO_GRANTS.match(text, quantity.end) and quantity.value in (2, 3):
        return replace(quantity, role="name")  # 残疾人两项补贴
    if quantity.unit in ("里", "口") and _PLACE.match(text, quantity.end) and quantity.text[0] not in "0123456789":
        return replace(quantity, role="name")  # 九里镇, 三口街道
    if quantity.unit in ("位", "名") and _RANKED.search(text[max(0, quantity.start - 2) : quantity.start]):
        return replace(quantity, role="ordinal")  # 进度后三位是
    if quantity.unit == "户" and _VILLAGES.match(text, quantity.end):
        return replace(quantity, role="name")
    if quantity.unit == "路" and (_ROUTE.match(text, quantity.end) or quantity.text[0] not in "0123456789"):
        return replace(quantity, role="name")
    if quantity.unit == "分" and _scores(text, quantity):
        return replace(quantity, role="name")  # 危房治理(10分), 自评9分: what a task counts for
    if quantity.unit == "类" and not (quantity.value or 0) > _KINDS:
        return replace(quantity, role="name")  # 四类重点对象: which ones they are
    if quantity.unit == "年" and text[quantity.start - 1 : quantity.start] in ("上", "前", "下", "每"):
        return replace(quantity, role="date")  # 上一年度
    if quantity.unit == "年" and _YEARS_NAME.match(text, quantity.end):
        return replace(quantity, role="name")  # 学前三年毛入园率
    if quantity.unit == "个月" and text[quantity.start - 1 : quantity.start] in ("前", "头"):
        return replace(quantity, role="date")  # 前11个月 is a period
    if sized and not quantity.is_percent and text[quantity.end : quantity.end + 1] == "级":
        return replace(quantity, role="name")  # 5万吨级泊位
    if quantity.noun in _NAMING_PER and _PER.match(text, quantity.end) and _is_round(quantity):
        return replace(quantity, role="name")  # 十万人死亡率
    if quantity.noun == "人" and _PEOPLED.match(text, quantity.end):
        return replace(quantity, role="name")  # 一次死亡3人以上事故, 56人以上大班额
    if quantity.unit in ("名", "人") and _WITH_SO_MANY.match(text, quantity.end):
        return replace(quantity, role="name")
    if quantity.noun in ("个月", "月", "天") and _LASTING.match(text, quantity.end):
        return replace(quantity, role="name")
    if quantity.noun == "年" and (_AGED.match(text, quantity.end) or _SERVED.match(text, quantity.end)):
        return replace(quantity, role="name")
    if sized and not quantity.is_percent and _REACHED.search(text, max(0, quantity.start - _LED), quantity.start):
        return replace(quantity, role="name")
    at_least = quantity.noun == "元" and text.startswith("以上", quantity.end)
    if at_least and _EACH_REACHED.search(text, max(0, quantity.start - _LED), quantity.start):
        return replace(quantity, role="name")
    if sized and text[quantity.start - 1 : quantity.start] in _NAMING_BEFORE and _OVER.match(text, quantity.end):
        return replace(quantity, role="name")  # 销售收入过10亿元企业4户
    if (sized or quantity.noun in _OF_A_SIZE) and not quantity.is_percent and _names_those(text, quantity):
        return replace(quantity, role="name")
    if sized and not quantity.is_percent and (_THRESHOLD.match(text, quantity.end) or _SIZED.match(text, quantity.end)):
        return replace(quantity, role="name")
    return quantity
