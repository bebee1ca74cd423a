"""What adds up through the year and what stands: 新增能力3万吨/日 and 制定标准28项; 供水能力, 低保标准."""

from __future__ import annotations

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought

_ADDS = sought(r"新增|新建|净增|增加(?!到)|扩建|新扩建|形成")
_STANDS = sought(
    r"(?:(?:能力|装机(?:容量|规模)?|容量|仓容|库容|产能)(?:要|应|将|须|需)?(?:达到?|提[高升][到至]|增[加至]到?|扩大到|(?:保持|稳定)在|突破|超过"
    r"|[迈跃][上过入]|站上)(?:每[日天年])?|总(?:装机|仓容|库容|容量)(?:容量|规模)?)\s?$"
)


def is_added(reading: Reading, name: str) -> bool:
    """新增处理能力3万吨/日: what works per day is added through the year like anything else."""
    per_time = reading.quantity.noun.partition("/")[2] in units.TIME
    return per_time and _ADDS.search(name + reading.lead) is not None


_PER_DAY = sought(
    r"(?:日均|月均|年均|平均每[日天月])[^,、。]{0,8}$|日(?:处理|供应?|供水|供气|产|运送|接待)[^,、。]{0,4}量$"
)


def stands(reading: Reading) -> bool:
    """供水能力达到25万立方米, 总装机突破90万千瓦, 日均处理量达到120吨: what there shall be in all, or each day."""
    if _PER_DAY.search(reading.name) is not None:
        return _ADDS.search(reading.lead) is None
    return _STANDS.search(reading.lead) is not None and _ADDS.search(reading.lead) is None


_MADE_EACH = frozenset(
    ["个", "项", "件", "处", "家", "所", "座", "条", "部", "场", "次", "份", "宗", "批", "例", "场次"]
)


def is_made_each(noun: str, word: str) -> bool:
    """城乡低保标准 and 人均公园绿地 stand; 制定地方标准28项 and 人均公园绿地示范点12个 are made one by one."""
    return noun in _MADE_EACH and word in ("标准", "人均", "存量")
