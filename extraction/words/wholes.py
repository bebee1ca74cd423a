"""Sums of the whole economy and the kinds they are made of: 进出口总额 is no 出口, 全社会用电量 no 工业用电量.

Their names are so alike, or end so alike, that no likeness tells them apart; neither answers for the other.
"""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought

_AS = r"(?:总额|总值|总量|额|值|量)?(?:增速|增幅)?"  # how it is told
_OF = r"(?:全[市县区省州镇乡旗]|全年|我[市县旗区省])?"
_BRANCH = (
    r"(?:民间|工业|技改|技术改造|房地产(?:开发)?|基础设施|制造业|服务业|农业|第?[一二三]产业?|高新?技术产业|产业|居民"
    r"|城乡居民|商业)"
)
_SUMS = (  # the sum, and a kind of it
    (
        rf"{_OF}(?:(?:外贸|对外贸易|货物)?进出口(?:贸易|商品)?|外贸|对外贸易){_AS}",
        rf"{_OF}(?:外贸|货物|自营)?[出进]口{_AS}",
    ),
    (rf"{_OF}全?社会用电{_AS}", rf"{_OF}(?:规模?以上)?{_BRANCH}用电{_AS}"),
    (rf"{_OF}(?:全社会)?固定资产投资(?:完成)?{_AS}", rf"{_OF}{_BRANCH}投资(?:完成)?{_AS}"),
    (
        rf"{_OF}(?:社会消费品零售|社零){_AS}",
        rf"{_OF}(?:限额?以上|城镇|乡村|餐饮|网上|商品)[^,。;、]{{0,8}}(?:零售|收入|营业){_AS}",
    ),
)


@lru_cache(maxsize=4096)
def is_whole_of(one: str, other: str) -> bool:
    """Whether the first is such a sum and the second a kind of it."""
    return takes_in(one, other) or any(
        sought(whole).fullmatch(one) and sought(kind).fullmatch(other) for whole, kind in _SUMS
    )


_TWO_KINDS = sought(r"(?P<one>[\u4e00-\u9fff]{2})[和及与、](?P<rest>[\u4e00-\u9fff]{4,9})$")


def takes_in(one: str, other: str) -> bool:
    """公办和普惠性幼儿园, 公办幼儿园: whether the first is two kinds of what the second is one of."""
    kinds = _TWO_KINDS.search(one)
    thing = other.partition(kinds["one"])[2] if kinds is not None else ""
    if kinds is None or len(thing) < 2 or not kinds["rest"].endswith(thing):
        return False
    second = kinds["rest"].removesuffix(thing)
    return len(second) > 1 and second not in other and kinds["one"] not in second
