"""A plan whose bracket tells what came of it: 完成水利投资6.5亿元(已完成5.02亿元,占77.2%); 新增企业25家(已新增12家).

The bracket's 已 with the plan's own verb makes the number before it the plan, wherever it stands. Under a heading that
sorts tasks by how far they are (未达到序时进度的指标) any 已 does, and a bare 完成71%.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from extraction.numbers.counted_alike import counts_alike
from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought

_SORTED = sought(
    r"(?:(?:序时|时序|进度|目标|任务|滞后|落后|完成|推进|正常|较慢|缓慢|达标)[^,。;:\d]{0,8}(?:的|类)"
    r"|(?:未?完成|未?达标|(?:进展|推进|进度)(?:较为|较|比较|相对)?(?:快|慢|缓慢|滞后|迟缓|偏慢|正常|顺利)|(?:正常|顺利|有序|序时)推进"
    r"|滞后|未?达到?序时(?:进度)?|未开工|未启动|正在实施)的?)"
    r"(?:主要|量化|重点|民生|工作)*(?:指标|任务|事项|项目|工作|实事)(?:有)?(?:\([^()]{0,24}\))?[:]?\s*$"
)
_TOLD = sought(
    r"(?:截至[^,;()]{1,9}|\d{1,2}(?:-\d{1,2})?月[底末份]?|[前第]?[一二三四]季度|上半年|目前|今年以来|[,、])*"
    r"(?:全[市县旗区省]|我[市县旗区局])?(?:(?:现|实际|累计|均|共)*已(?!经?(?:纳入|列入|下达))|累计|实际(?!使用|利用))(?:实际|累计|共|经)*(?P<verb>[^,;()\d]{0,10}?)(?:了|约|近|超)?\s?"
)
_DONE = sought(r"(?:现|实际|累计|目前)?(?:任务|目标)?完成(?:率|比例)?(?:为|达|了|约|近)?\s?")
_GENERIC = sought(r"完成(?:投资)?|实现|达到?|落实|到位|新增|为|")
_OPEN = sought(r"[^,。;:()\d]{0,6}\((?:待|尚|暂|未|正在|年终|年底)[^()]*\)")  # 达到2.6%(待年终统计)
_NEAR = 7  # characters behind a plan in which its bracket opens
_MOST = 3  # times the plan
_FEW = 12  # numbers of a bracket
_MEASURES = ("amount", "percent", "growth")
_TOLD_BEFORE = sought(r"已|目前|累计|截至|截止|实际(?!利用|使用|吸收)|现有|同比|共(?=[建计有完])|\d月|季度|上半年")


def mark_told_behind(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give such plans and their answers their voices, in place."""
    if not found or text.find("(", found[0].start, found[-1].quantity.end + _NEAR) < 0:
        return  # no bracket opens behind any of them
    under = any(_SORTED.search(heading.partition("。")[0]) for heading in (*item.above, item.title))
    for index, plan in enumerate(found):
        bracket = index + 1 < len(found) and found[index + 1].bracket
        is_plan = plan.voice == "promise" and not plan.bracket
        if not (bracket or under) or not (is_plan or _may_be_plan(text, plan)):
            continue
        behind = _behind(text, plan, found[index + 1 :]) if bracket else []
        answers = [r for r in behind if _answers(plan, r, under or is_plan)]
        shared = under and bool(behind) and behind[0].voice == "claim" and _DONE.fullmatch(behind[0].lead) is not None
        if answers or shared or (under and _OPEN.match(text, plan.quantity.end)):
            plan.voice, plan.cued = "promise", True
        for told in answers:
            told.voice, told.own, told.subject, told.cued = "report", "", plan.name, True


_TOLD_AMONG = sought(  # (新认定8家), (86.2%): what a bracket tells where its neighbours' brackets tell
    r"(?!其中|含|包括|比|较|占|同比|增长|下降|去年|上年|全[国省市]|平均|目标|任务|计划|总|共|约?需|拟|将|力争|第|每|申报|开工|签约|在建|正在)[^,;()\d]{0,6}"
)


def mark_told_among(text: str, found: Sequence[Reading]) -> None:
    """新建农田18万亩(建成9.4万亩),培育龙头企业6家(新认定8家),普及率达到88%(86.2%): in place, where most are told so."""
    for _, group in groupby(found, key=lambda r: r.sentence):
        inside = list(group)
        told = [b for a, b in pairwise(inside) if b.bracket and b.voice == "report" and a.voice == "promise"]
        if not told:
            continue
        for at, (plan, answer) in enumerate(pairwise(inside), 1):
            bare = answer.bracket and answer.voice in ("context", "peer", "report") and not answer.cued
            if not bare or not _may_be_plan(text, plan) or _behind(text, plan, inside[at : at + _FEW]) != [answer]:
                continue
            alike = answer.measure == plan.measure and answer.quantity.noun == plan.quantity.noun
            ended = text[answer.quantity.end : answer.quantity.end + 1] == ")"
            if alike and ended and answer.base <= plan.base * _MOST and _TOLD_AMONG.fullmatch(answer.lead):
                plan.voice, plan.cued = "promise", True
                answer.voice, answer.own, answer.subject, answer.cued = "report", "", plan.name, True


def _may_be_plan(text: str, r: Reading) -> bool:
    told = _TOLD_BEFORE.search(text, r.clause_start, r.start) is not None
    return r.voice == "report" and r.measure in _MEASURES and not r.bracket and not told


def _behind(text: str, plan: Reading, following: Sequence[Reading]) -> list[Reading]:
    """The numbers of the bracket that opens right behind the plan."""
    opened = sought(r"[^,。;:()\d]{0,6}\(").match(text, plan.quantity.end)
    end = text.find(")", opened.end()) if opened is not None else -1
    return [*takewhile(lambda r: r.bracket and r.start < end, following)]


def _answers(plan: Reading, told: Reading, under: bool) -> bool:
    if told.measure != plan.measure or not counts_alike(plan.own, told.quantity.noun, plan.quantity.noun):
        return False
    match = _TOLD.fullmatch(told.lead)
    if match is None:
        return False
    verb = match["verb"]
    return under or _GENERIC.fullmatch(verb) is not None or verb in plan.lead or verb in plan.own
