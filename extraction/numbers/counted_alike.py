"""Things that are counted by one noun or another: 公益性岗位800个 and 上岗620人, 危房1260户 and 1104栋.

Elsewhere the nouns count different things (大棚12座 is no answer of 200户): the name of what is counted decides.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from extraction.numbers import units
from extraction.records import Quantity
from extraction.sought import sought

_THINGS = tuple(
    (sought(pattern), frozenset(nouns.split()))
    for pattern, nouns in (
        (r"岗位", "个 人 名"),
        (r"学位|托位|座位|席位", "个 位 席"),
        (r"床位|病床|养老床", "个 张 床 位"),
        (r"厕", "户 座 个 所 间 处"),
        (
            r"危房|住房|房屋|公租房|廉租房|安置房|保障房|农房|旧房|土坯房|移民房|棚户|危旧房|抗震",
            "户 栋 幢 套 间 座 所",
        ),
        (r"企业|主体|工商户|商户|合作社|农场|农庄|民宿|农家乐|网点|门店", "户 家 个"),
        (r"家庭|住户|农户", "户 个 家"),
        (r"大棚|温室|日光|圈舍|棚圈", "个 座 栋 户"),
        (r"水窖|水池|机井|沼气", "口 眼 个 座 户"),
        (r"公交|客车|校车|网约车|新能源汽车|垃圾车|环卫车", "辆 台 部"),
    )
)


_PER_IN_NAME = sought(r"[每百千万][人户]|[人户亩床车次]均|万元|单位|单产|平均|浓度|标准")


@lru_cache(maxsize=4096)
def counts_alike(name: str, a: str, b: str) -> bool:
    """Whether both nouns can count what the name says."""
    if units.fits(a, b):
        return True
    if ("/" in a) != ("/" in b) and _PER_IN_NAME.search(name):
        return a.partition("/")[0] == b.partition("/")[0]  # 万人发明专利拥有量8件: 7.4件/万人
    return any(a in nouns and b in nouns and thing.search(name) for thing, nouns in _THINGS)


_PLACES = sought(r"岗位|[学托床座席]位")


def is_place_and_holder(name: str, a: str, b: str) -> bool:
    """岗位 in 个 and those who hold them in 人."""
    return _PLACES.search(name) is not None and {a, b} & set(units.PEOPLE) != set() and counts_alike(name, a, b)


def in_one_measure(quantity: Quantity) -> Quantity:
    """45公顷 as 45 times 15 亩: measures of one kind are compared in one of them."""
    noun, factor = units.to_common(quantity.noun)
    return quantity if factor == 1 else replace(quantity, noun=noun, magnitude=quantity.magnitude * factor)
