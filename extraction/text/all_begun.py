"""All of a plan begun and some of it done: 9个农贸市场均已开工,其中5个已完工 reads as 农贸市场均已开工,5个已完工.

The whole's number was said before with its name (农贸市场改造9个); told again it would stand as a plan of another name.
A first step that all of it has come to (年计划改造86公里,已全部完成设计,其中21公里完工) says nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_ALL = re.compile(
    rf"(?:(?<=[。;,:\n])|^)(?P<much>\d{{1,4}}(?P<unit>{units.AMOUNTS}))(?P<name>[\u4e00-\u9fff“”]{{2,16}}?)"
    r"(?P<how>(?:目前|现)?(?:已|均|都|全部|全面)+(?:开工|动工|启动|进场|开建)(?:建设|施工|改造|实施)?,)(?P<of>其中,?)"
    r"(?=(?:已|现已)?(?:完工|完成|建成|竣工|投用|改造|交付)[\u4e00-\u9fff]{0,6}\d{1,4}(?P=unit)"
    r"|\d{1,4}(?P=unit)(?:已|现已|顺利|全面|全部)*(?:改造|建设|整治)?(?:完工|完成|建成|竣工|投用|交付|投入))"
)
_FIRST_STEP = (
    r"(?:完成|通过|办结|落实)?(?:建设|项目|工程|地质|初步|用地|前期|公开)*(?:招标|招投标|设计|勘察|勘测|测绘|选址|选点|立项|审批|批复|报批|评审|手续"
    r"|施工图(?:审查|设计)?|图纸(?:会审|审查)?|(?:实施)?方案|征地|采购|工作)+(?:编制|审查|评审|审批|批复|办理)?"
)
_AT_FIRST_STEP = re.compile(
    rf"(?:计划|目标|任务)[^,。;:\n\d]{{0,12}}\d[\d.]{{0,8}}[万亿]?(?P<unit>{units.AMOUNTS})[,;。](?P<step>(?:目前|现)?,?"
    rf"(?:已|均|都)*(?:全部|全面){_FIRST_STEP},其中,?)"
    r"(?=(?:已|现已)?(?:完工|完成|建成|竣工|投用|改造|交付)[^,。;\d]{0,6}\d[\d.]{0,8}[万亿]?(?P=unit)"
    r"|\d[\d.]{0,8}[万亿]?(?P=unit)(?:已|现已|顺利|全面|全部)*(?:改造|建设|整治)?(?:完工|完成(?!招|设计|勘|选|立项)|建成|竣工|投用|交付|投入))"
)
_NAMED = r"[\u4e00-\u9fff“”]{2,24}"
_REACH = 1500  # characters back to where the plan is told


def all_begun(text: str) -> Iterator[Edit]:
    """The edits that leave out the number of the whole, or the first step that it has come to."""
    for told in _ALL.finditer(text) if "其中" in text else ():
        plans = re.finditer(rf"(?P<name>{_NAMED}){told['much']}", text[max(0, told.start() - _REACH) : told.start()])
        if any(told["name"] in plan["name"] for plan in plans):
            yield *told.span("much"), ""
            yield *told.span("of"), "" if text[told.end()].isdigit() or text[told.end()] in "已现" else "已"
    for early in _AT_FIRST_STEP.finditer(text) if "其中" in text else ():
        yield *early.span("step"), "" if text[early.end()] in "已现" else "已"
