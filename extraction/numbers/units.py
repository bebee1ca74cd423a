"""The units of the genre: magnitudes before any unit, nouns of measure, counters, and which of them fit each other."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extraction.sought import sought

MAGNITUDES = {
    "万亿": Decimal(10) ** 12, "千亿": Decimal(10) ** 11, "百亿": Decimal(10) ** 10, "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7, "百万": Decimal(10) ** 6, "十万": Decimal(10) ** 5, "万": Decimal(10) ** 4,
    "千": Decimal(1000), "百": Decimal(100),
}  # fmt: skip

MONEY = ("元", "美元", "欧元", "日元", "港元", "港币", "人民币", "块钱")
AREA = ("平方公里", "平方千米", "平方米", "平方", "平米", "㎡", "km²", "km2", "m²", "m2", "公顷", "亩次", "亩")
LENGTH = (
    "公里", "千米", "km", "KM", "米", "延米", "延长米", "里", "皮长公里", "纤芯公里", "芯公里", "杆公里", "沟公里", "管公里", "孔公里", "车道公里", "河道公里",
    "吨公里", "人公里", "车公里", "单线米", "双线米", "单线延米", "双线延米", "单延米", "双延米", "单线公里", "双线公里", "正线公里", "铺轨公里", "毫米", "厘米",
)  # fmt: skip
MASS = (
    "吨标准煤",
    "千克标准煤",
    "公斤标准煤",
    "吨标煤",
    "蒸吨",
    "吨",
    "公斤",
    "千克",
    "斤",
    "克",
    "毫克",
    "微克",
    "担",
    "mg",
    "μg",
    "µg",
    "ug",
    "kg",
)
VOLUME = ("立方米", "立方", "m³", "m3", "升", "毫升", "空方", "方", "标准箱", "标箱", "TEU")
ENERGY = (
    "千瓦时",
    "兆瓦时",
    "度电",
    "千瓦",
    "兆瓦",
    "吉瓦",
    "吉焦",
    "千伏安",
    "兆伏安",
    "千伏",
    "伏",
    "MW",
    "GW",
    "kW",
    "kV",
)
TIME = (
    "个工作日",
    "工作日",
    "个月",
    "个小时",
    "小时",
    "分钟",
    "秒",
    "天",
    "周岁",
    "岁",
    "年",
    "日",
    "周",
    "学时",
    "课时",
)
OTHER_MEASURES = (
    "℃",
    "摄氏度",
    "分贝",
    "赫兹",
    "兆帕",
    "千帕",
    "MPa",
    "NTU",
    "GB",
    "TB",
    "Mbps",
    "兆",
    "倍",
    "分",
    "‰",
    "个千分点",
    "千分点",
    "PFlops",
    "P",
)
PERCENT = ("个百分点", "百分点", "%", "个点")
PEOPLE = ("人次", "人天", "人日", "人", "名", "位", "例", "人份")
COUNTERS = (
    "家次", "户次", "车次", "头只", "只羽", "批次", "场次", "台套", "台次", "件次", "班次", "辆次", "艘次", "架次", "头次",
    "家", "项", "件", "户", "套", "所", "座", "处", "个", "场", "次", "条", "台", "部", "辆", "张", "床", "株", "棵", "头",
    "只", "羽", "期", "篇", "起", "宗", "批", "届", "支", "队", "门", "间", "栋", "幢", "片", "块", "口", "眼", "艘", "架",
    "份", "本", "册", "幅", "笔", "站", "单", "孔", "盏", "枚", "对", "组", "类", "种", "款", "层", "班", "班级", "车位",
    "泊位", "床位", "村", "镇", "乡", "县", "市", "区", "桩", "杆",
    "颗", "尾", "匹", "峰", "箱", "包", "粒", "枪", "格", "盘", "轮", "根", "回",
    "副", "节", "卷", "首", "门次", "站点", "票", "趟", "厂", "窗",
    "路", "列", "列次", "剂次", "剂", "针次", "例次", "处次", "期次", "课次", "袋", "桶", "瓶", "盒", "道", "顶", "樘", "席",
    "具", "项次", "台件", "条次", "册次", "单位", "件套", "页", "集", "盆", "把", "封",
)  # fmt: skip

# one noun for what is counted alike; compared after folding
SYNONYMS = {
    "千分点": "个千分点", "百分点": "个百分点", "个点": "个百分点", "平米": "平方米", "平方": "平方米", "立方": "立方米", "㎡": "平方米", "千米": "公里", "m": "米", "km": "公里", "KM": "公里",
    "吨标煤": "吨标准煤", "人民币": "元", "平方千米": "平方公里", "km²": "平方公里", "km2": "平方公里", "m²": "平方米", "m2": "平方米", "m³": "立方米", "个工作日": "工作日",
    "块钱": "元", "港币": "港元", "标箱": "标准箱", "TEU": "标准箱",
    "mg": "毫克", "μg": "微克", "µg": "微克", "ug": "微克", "kg": "公斤", "千克": "公斤", "MPa": "兆帕",
    "t": "吨", "m3": "立方米",
    "头只": "头", "只羽": "只",
}  # fmt: skip

# nouns that count the same things; the first of a group names it
_ALIKE = (
    ("人", "名", "位", "例", "人次"),
    ("个", "家", "所", "处", "座", "项", "件", "条", "站", "村", "点", "园", "馆", "店", "校", "院", "社", "类", "种", "支",
     "组", "块", "片", "段", "批", "镇", "区", "起", "宗", "部", "台", "间", "栋", "幢", "班", "床", "张", "市", "县", "乡"),
    ("户", "套", "间", "个", "户次"),
    ("亩", "亩次"),
    ("吨", "吨标准煤"),
    ("株", "棵"),
    ("条", "份", "件"),
    ("剂次", "剂", "针次"),
    ("列", "列次", "趟"),
    ("场", "次", "场次", "期", "批次"),
    ("台", "部", "辆", "台套", "套"),
    ("个", "套", "床", "张", "户", "名", "对", "头", "只", "辆", "孔", "盏", "根"),
)  # fmt: skip

_FACTORS = {
    "平方公里": ("亩", Decimal(1500)), "公顷": ("亩", Decimal(15)), "米": ("公里", Decimal("0.001")),
    "公斤": ("吨", Decimal("0.001")), "千克": ("吨", Decimal("0.001")),
    "兆瓦": ("千瓦", Decimal(1000)), "吉瓦": ("千瓦", Decimal(1000000)), "MW": ("千瓦", Decimal(1000)),
}  # fmt: skip

STATES = frozenset(
    ("℃", "摄氏度", "分贝", "赫兹", "兆帕", "千帕", "NTU", "倍", "分", "Mbps")
)  # they stand, nothing adds up
MEASURES = MONEY + AREA + LENGTH + MASS + VOLUME + ENERGY + TIME + OTHER_MEASURES
ALL = tuple(sorted({*MEASURES, *PERCENT, *PEOPLE, *COUNTERS}, key=len, reverse=True))
COUNTED = frozenset(PEOPLE + COUNTERS)
# an expression for what is counted or measured, time and percentages apart; the longest first
AMOUNTS = "|".join(re.escape(unit) for unit in ALL if unit not in (*PERCENT, *TIME))
_GROUPS = {noun: {i for i, group in enumerate(_ALIKE) if noun in group} for group in _ALIKE for noun in group}


# 套(间), 台(套): another noun for the same things; 套/间 is one too, 元/间 is not
OR = (
    r"(?:\((?:套|间|户|台|处|座|辆|头|只|家|所|人次|家次|次|副|组|部|片|栋|个|件|羽|张|场|项)\)"
    r"|(?:(?<=套)/[间户台]|(?<=户)/[套间]|(?<=间)/[套户]|(?<=台)/[套辆部]|(?<=辆)/台|(?<=座)/处|(?<=处)/[座个]|(?<=个)/[处家所]"
    r"|(?<=家)/[个户]|(?<=头)/[只羽]|(?<=只)/[羽头]|(?<=羽)/只|(?<=场)/次|(?<=人)/次)(?![\u4e00-\u9fffa-z·/]{0,2}\d))"
)
_OR = sought(OR)

# what a unit is counted per, one or two of them: /升, /平方公里·月, /(人·月), /万人
_PER_ONE = "|".join(
    sorted(
        {
            *MONEY, *AREA, *LENGTH, *MASS, *VOLUME, "千瓦时", "千瓦", "度", "小时", "分钟", "秒", "天", "日", "时", "月", "季", "年",
            "人", "户", "件", "辆", "次", "人次", "生", "床", "班", "头", "羽", "株", "车", "台", "套", "场", "课时", "学时",
            "m3", "m²", "m2", "km2", "L", "l", "h", "s", "d",
        },
        key=len,
        reverse=True,
    )
)  # fmt: skip
_PER_MORE = rf"(?:[/.·•*](?:{_PER_ONE})|(?<=人)[月年])?"  # 元/人月
PER = rf"/\s?(?:10\s?万(?:人)?|\((?:{_PER_ONE}){_PER_MORE}\)|[万千百]?(?:{_PER_ONE}){_PER_MORE})(?![a-zA-Z])"
_PER_SYNONYMS = {
    "m²": "平方米", "m2": "平方米", "km2": "平方公里", "L": "升", "l": "升", "h": "小时", "时": "小时",
    "s": "秒", "d": "天", "日": "天",
}  # fmt: skip
_PER_PARTS = sought(r"人(?=[月年])|[^/.·•*()\s]+")


def per_of(per: str) -> str:
    """What is counted per, in one spelling: /月•平方千米 and /(km²·月) -> /平方公里·月."""
    if not per:
        return ""
    parts = (_PER_SYNONYMS.get(part) or SYNONYMS.get(part, part) for part in _PER_PARTS.findall(per))
    return "/" + "·".join(sorted(parts))


def is_per(unit: str) -> bool:
    """Whether it counts one thing per another: 元/月, but not 套/间."""
    return "/" in unit and "/" in _OR.sub("", unit)


@lru_cache(maxsize=4096)
def noun_of(unit: str) -> str:
    """The canonical noun of a unit without its magnitude: 平米 -> 平方米, 套(间) -> 套."""
    if unit in ("人/次", "场/次"):
        return unit.replace("/", "")
    unit = _OR.sub("", unit) if unit.endswith(")") or "/" in unit else unit
    return SYNONYMS.get(unit, unit)


def to_common(noun: str) -> tuple[str, Decimal]:
    """The noun that this one is measured in when two differ, and the factor to it: 公顷 -> 亩, 15."""
    return _FACTORS.get(noun, (noun, Decimal(1)))


@lru_cache(maxsize=4096)
def fits(a: str, b: str) -> bool:
    """Whether two nouns can count the same thing. A missing noun (`1.14亿`) fits all but per cent."""
    if a == b:
        return True
    if "%" in (a, b) or "个百分点" in (a, b):
        return False
    if not a or not b or to_common(a)[0] == to_common(b)[0]:
        return True
    if "/" in a and "/" in b:
        return _fits_per(a, b)
    return bool(_GROUPS.get(a, set()) & _GROUPS.get(b, set()))


def _fits_per(a: str, b: str) -> bool:
    """元/月 beside 元/人·月: one says less of what it is counted per."""
    (counted, _, per), (other, _, other_per) = a.partition("/"), b.partition("/")
    mine, others = set(per.split("·")), set(other_per.split("·"))
    return counted == other and (mine <= others or others <= mine)
