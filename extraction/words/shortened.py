"""How one folded name is a short form of another: its characters in another order, or with some left out."""

from __future__ import annotations

from extraction.sought import sought


def reordered(short: str, long: str) -> bool:
    """加固危桥 for 危桥加固工程: the same characters in another order."""
    return len(short) >= 4 and not set(short) - set(long) and len(set(short)) >= 4


_FACILITY = sought(r"设施|设备|机构|企业|车间|项目")


def leaves_out(short: str, long: str) -> bool:
    """3A级景区 for 创建国家3A级旅游景区: its beginning and its end stand in the other, what is between in order."""
    rate = short.endswith("率") and long.endswith("率") and len(short) == 3 and _FACILITY.search(long) is None
    ends = rate or (len(short) >= 4 and short[-2:] == long[-2:])
    if not ends or len(short) >= len(long) or short[:2] not in long:
        return False
    if rate:  # 优良率 for 空气质量优良天数率
        return len(long) - long.rindex(short[:2]) <= len(short) + 2
    rest = iter(long[long.index(short[:2]) :])
    return all(c in rest for c in short)


def abbreviates(short: str, long: str) -> bool:
    """优良率 for 优良水体率: the same beginning and end, the rest left out in order."""
    if not 3 <= len(short) < len(long) or short[-1] != long[-1]:
        return False
    if short[0] != long[0]:  # 通车率 for 行政村通客车率: not far apart, at its end
        long = long[long.rfind(short[0]) :] if short[0] in long and short.endswith("率") else ""
        if not 0 < len(long) <= len(short) + 1:
            return False
    rest = iter(long)
    return all(c in rest for c in short)
