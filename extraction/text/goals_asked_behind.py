"""What shall come about by the year's end, in the verb of what stands before it, which alone names the thing.

驿站新开21家、升级9家,全年要新开30家        全年计划驿站新开30家
停车场建成31个,同比多6个,年底前要建到50个   年底前计划停车场建成50个
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_VERB = (
    r"(?:新[建开增辟装植设铺栽划]|改建|扩建|改造(?:提升)?|建成(?:投用|开放)?|完[工成]|竣工|新?开工|开[办通设]|增设|投放|安装|加装"
    r"|建设|培训|创建|提升|升级|优化|调整|新增|引进|招引|发放|栽种|治理|整治|修复|更换|铺设|投用)"
)
_AMOUNT = rf"\d[\d.]{{0,8}}\s?[万亿]?(?P<unit>{units.AMOUNTS})"
_BY_THEN = r"(?:(?:到)?(?:今年)?年底前?|年内|全年|今年|12月底前|按计划,?|按要求,?)"
_ASKED = sought(
    rf"[,;。]\s?(?:而|但|按年初计划,?)?{_BY_THEN}(?P<out>(?:共|还|一共)?[要需应须]"
    rf"(?:(?P<verb>{_VERB})|[建开增改修装种办做发达](?=[到成满够足]))[到成满够足]?)(?={_AMOUNT})"
)
_OPENING = (
    r"(?:截至[^,。;、\n]{1,8}?[底末日]|目前|上半年|前[一二三]季度|1-\d{1,2}月|今年以来|[全我][省市县旗区州]"
    r"|累计|共(?!享|建|同)|其中)"
)
_THING = rf"(?!的|了|{_VERB})[\u4e00-\u9fff“”]{{2,12}}?"
_TOLD = sought(
    rf"(?:^|(?<=[,。;:、\n])){_OPENING}*(?P<thing>{_THING})?(?:已|共|累计|现已|均)*(?P<verb>{_VERB}{{1,2}})了?(?P<behind>{_THING})?{_AMOUNT}"
)
_PLANS = sought(r"目标|任务|计划|[要需应]")


def goals_asked_behind(text: str) -> Iterator[Edit]:
    """The edits that name the thing with its goal, in the folded text."""
    for asked in _ASKED.finditer(text):
        start = max(text.rfind(stop, 0, asked.start()) for stop in "。\n;") + 1
        if _PLANS.search(text, start, asked.start()):
            continue
        told = [t for t in _TOLD.finditer(text, start, asked.start()) if t["unit"] == asked["unit"]]
        alike = [t for t in told if t["verb"] == asked["verb"] or not asked["verb"]]
        if len(alike) == 1 and (named := _named(alike[0], told)):
            yield *asked.span("out"), "计划" + named


def _named(alike: re.Match[str], told: list[re.Match[str]]) -> str:
    """The thing and what is done, in the order in which they were told; empty where there are several things."""
    things = [t["thing"] for t in told if t["thing"]]
    if alike["behind"]:
        return "" if things else alike["verb"] + alike["behind"]
    return things[0] + alike["verb"] if len(things) == 1 else ""
