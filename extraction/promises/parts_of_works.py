"""So many of the things promised of which one part of the work is done: 2座水厂土建完成80%, 12座完成设备安装.

The number says of how many, and none of them is what was promised, unless that part was (绿化村庄12个), or the words go
on to their end (装修全部完成并投入使用).
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought

_PART = (
    r"(?P<part>土建|桩基|地?基础(?!设施|教育)|基坑|地下(?:室|结构)|[上下]部结构|主体|结构|架梁|主?梁(?:架设|吊装|安装|预制)|墩柱|桥墩|承台"
    r"|钢(?:结构|梁|构)(?:吊装|安装|架设)?|屋[面顶](?:防水|改造)?|棚顶|封顶|装饰装修|装修装饰|装修|装饰|内装|外立面|外墙(?:保温|粉刷)?|幕墙|砌体"
    r"|(?:设备|支架|器材|机电|机组|管线|管道|门窗|电梯|组件|灯杆|消防)(?:设备|设施)?(?:安装|更换|采购|调试)"
    r"|(?:地面|路面|场地)?硬化|(?:绿化|苗木)(?:种植|栽植|栽种)?|(?:管网|管道|管线|线缆|电缆|光缆)(?:铺设|敷设|安装)"
    r"|(?:强弱电|线路|管线|杆线|飞线)+(?:入地|下地|整治)|雨污(?:水)?分流|道路铺装|铺装"
    r"|路基|路面(?:铺设|铺筑|摊铺)?|底板|顶板|围墙|清表|土石?方|基槽|支护)"
)
_OTHER = _PART.replace("?P<part>", "?P<other>")
_WORK = r"(?:施工|工程|部分|作业|建设)*"
_SO_FAR = r"(?:已|约|近|累计|总体|整体|平均|基本|均|都|全部|各|分别|目前)*"
_DONE_OF_THEM = sought(  # 2座|水厂土建施工完成80%, 12座|完成设备安装
    rf"[^,。;、()\d]{{0,10}}?{_PART}{_WORK}{_SO_FAR}(?:完成|达到?|完工|竣工|过半|完毕|结束)"
    rf"|[^,。;、()\d]{{0,8}}?(?:已|均|都|全部|现|基本)*完成了?{_OTHER}{_WORK}(?=[,。;、)]|\d|$)"
)
_HOW_FAR = sought(  # 3所|幼儿园总体形象进度达到70%, 4所|学校工程进度分别达到90%、60%
    rf"[^,。;、()\d]{{0,10}}?(?:总体|整体|平均|形象|工程|施工|建设)+进度{_SO_FAR}(?:达到?|完成|为)?{_SO_FAR}$"
)
_ENDED = sought(r"(?<!未)(?:投入使用|投用|投运|交付|竣工|验收|建成|开园|运营|通车|完工(?=并))")
_NOT_YET = sought(r"未|待|将|预计|计划|力争|具备|准备|正")


def part_done(promised: str, r: Reading) -> bool:
    """Whether the words behind the number say that one part of the work is done with so many."""
    if r.measure != "amount" or r.quantity.noun in units.PEOPLE or r.quantity.noun in units.MONEY:
        return False
    if _HOW_FAR.match(r.tail):
        return True
    said = _DONE_OF_THEM.match(r.tail)
    if said is None:
        return False
    part = said["part"] or said["other"]
    if any(part[at : at + 2] in promised for at in range(len(part) - 1)):
        return False
    behind = r.tail[said.end() :]
    return _ENDED.search(behind) is None or _NOT_YET.search(behind) is not None
