"""The whole name of a promise of which only the verb stands with its number.

    白内障复明项目。计划手术1500例          白内障复明项目手术
    城中村改造。2025年启动8个               城中村改造启动
    “雨露计划”补助:年度计划补助5600人       “雨露计划”补助

The thing is what the label, heading or clause right before says, where nothing but time and plan stands between.
"""

from __future__ import annotations

from extraction.promises.targets import Promise
from extraction.sought import sought
from extraction.words import names

_MERE = sought(
    r"(?:(?:动态|净|计划|新|完成|累计)?(?:投资|启动|补助|补贴|培育|手术|飞行|支出|试点|开工|动工|发放|资助|救助|救治|演出|新增|安装|配备|征收|拨付"
    r"|实施|受理|采购|投放|组织|举办|开展|培训|签约|推广|创建|认定|打造|治理|检查|检测|接种|筛查|种植|栽植|巡查|投入|供应|惠及|覆盖|服务|扩大)"
    r"|(?:治理|改造|建设|种植|实施|推广|签约|参与|覆盖|试点)(?:面积|里程|长度|企业|数量|户数|人数|小区|村庄))"
)
_LEADS = sought(
    r"(?:(?:20\d\d年|今年|本年|全[市县旗区省]|我[市县旗区局]|年度|全年|年内|目标|任务|计划|拟|将|完成|新)*)"
)
_THING = sought(
    r"(?:^|[\n。;:)】])\s?(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]{1,2}|[一二三四五六七八九十]{1,3}是)?\s?(?P<thing>[\u4e00-\u9fff“”A-Za-z]{3,16})(?P<many>\d{1,4}[\u4e00-\u9fff]{1,2})?(?P<mark>[:。,]|--)\s?$"
)
_NO_THING = sought(
    r"(?:截至|目前|其中|同时|此外|另外|今年|去年|上半年|前三季度|因|由于|受|为|按|根据|对|在|经)"
    r"|.*(?:已|完成|目标|任务|计划|情况|进展|措施|[底末]|以来|期间|看|顺利|缓慢|滞后|较慢|良好|有序|建议|要求|说明|报告|汇报|总结|通报)$"
)
# 一、改造老旧小区 or 【项目】文化驿站 on a line of its own above the field of the goal: 目标任务:改造38个
_FIELD = sought(
    r"(?:^|\n)\s?(?:[【\[]?(?:项目|任务|事项|工作|实事|指标)(?:名称|内容)?[】\]:\n]{1,2}\s?|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]\s?)(?P<thing>[\u4e00-\u9fff“”A-Za-z]{3,20})\n"
    r"(?:[^\n\d。;]{1,16}\n){0,4}[【\[]?(?:年度|全年|工作)?(?:目标|任务)(?:任务|内容|要求)?[】\]:|\n]{1,2}\s?$"
)
_ABOVE = 90  # characters in which such a line is sought
_BEFORE = 28  # characters in which what stands before is read


def full_name(text: str, promise: Promise) -> str:
    """The name of the promise with the thing before it, where it is a mere verb; else as it is."""
    r, verb = promise.reading, promise.name
    if promise.measure == "amount" and not r.bracket and (names.is_bare(verb) or _MERE.fullmatch(verb)):
        at = text.rfind(verb, r.clause_start, r.start)
        field = _FIELD.search(text, max(0, at - _ABOVE), at) if at >= 0 else None
        if field is not None and not _NO_THING.match(field["thing"]):
            return field["thing"] if verb in field["thing"] else field["thing"] + verb
    if promise.measure != "amount" or r.bracket or _MERE.fullmatch(verb) is None:
        return verb
    at = text.rfind(verb, r.clause_start, r.start)
    if at < 0 or _LEADS.fullmatch(text, r.clause_start, at) is None:
        return verb
    said = _THING.search(text, max(0, r.clause_start - _BEFORE), r.clause_start)
    if said is None or (said["many"] and "投资" not in verb) or (said["mark"] == "," and at == r.clause_start):
        return verb  # 续建项目92个,年度计划投资88亿元: only what they cost is said of as many
    if _NO_THING.match(said["thing"]) or len(names.folded(said["thing"])) < 2:
        return verb
    return said["thing"] if verb in said["thing"] else said["thing"] + verb
