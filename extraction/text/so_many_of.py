"""What came of so many, said with 中, written as a plan and its answer are: 36所中仅建成11所 reads as 36所,仅建成11所.

新建村卫生室,36所中仅建成11所      the clause before, where it only names, is the name of the number
中医馆建设(36个中完成17个)、…      so are the words before a bracket that holds nothing else
口袋公园建设,15处建成6处           without 中 as well
17座小型水库中,12座已完成除险加固  what is counted stands between
35个争取开工项目中甲、乙等15个已开工  reads as 计划开工项目35个,已开工15个

中 must be followed by words of telling: 12家中小企业, 8所中学 and 3个中标项目 are no such thing. Of people
(800人中已就业520人) and of what was merely looked at nothing was planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_UNIT = (
    r"(?:个|家|所|座|处|条|台套|台|套|栋|幢|部|间|辆|艘|眼|口|户|对|段|片|块|宗|盏|支|项|件"
    r"|公里|千米|平方米|万亩|亩|公顷|米|吨)"
)
_WHEN = r"(?:(?:目前|现|截至[^,。;:\d]{0,4}\d{0,2}[^,。;:\d]{0,4}|今年|年内|上半年|前[一二三]季度),?)?"
_HOW = r"(?:[,]?(?:已|仅|只|才|均|有|全部|累计|实际|基本))*"
_DID = (
    r"(?:完成|建成|竣工|完工|开工|动工|投产|投用|投运|投入|交付|达标|达产|通过|验收|办结|整改|整治|改造|治理|修复|签约|落地|开业|开园"
    r"|启用|运营|入统|通车|贯通|并网|安装|搬迁|腾退|拆除|销号|实施|启动|消除|完善|挂牌|授牌|认定|到位|收回|兑现|化解|盘活|落实|分配|配租|栽植|开通)"
)
_FEW = r"[一两二三四五六七八九十]{1,3}"  # 四座水库里一座已竣工
_SOME = (
    rf"(?:有)?(?:已|仅|只|才)?(?:\d+(?:\.\d+)?万?|{_FEW}){_UNIT}[^,。;:()\d]{{0,8}}?"
    rf"(?:已|全部|顺利|正式|主体|基本)*{_DID}"
)
# the number, what it counts, 中, and what then tells
_OF = re.compile(
    r"(?<!全[市县区省州镇乡旗])(?<![现共]有)(?<!所辖)(?<!辖区)"  # 全县212个行政村中已有186个: all there are, no plan
    rf"(?<![\d.第前后])(?P<number>(?:\d{{1,3}}(?:,?\d{{3}}){{0,2}}(?:\.\d+)?[万余多]?|(?<![一两二三四五六七八九十百千]){_FEW}){_UNIT})(?P<noun>[^,。;:、()\d其]{{0,14}}?)"
    rf"(?P<of>[当之]?中|里[边面头]?)(?=,?{_WHEN}(?:{_HOW}{_DID}|,?{_SOME}|(?:已|仅|只|才)(?:有)?\d))"
)
# without 中: 口袋公园建设,15处建成6处; 中医馆建设(36个,完成17个)
_SAME = re.compile(
    rf"(?P<before>[,(])(?P<number>\d{{1,4}}(?:\.\d+)?万?(?P<unit>{_UNIT}))(?:,?(?:目前|现)?(?:已|仅|只|才)|,)?"
    rf"{_DID}(?:了)?(?:仅|只)?\d{{1,4}}(?:\.\d+)?万?(?P=unit)(?![\u4e00-\u9fff]{{0,6}}[率])"
)
# with 共有 or 有: 63个新开工项目共有47个项目实现开工
_THERE_ARE = re.compile(
    r"(?:(?<!全[市县区省州镇乡旗])|(?=\d+.[^,。;:、()\d其]{2,10}(?:项目|工程)))(?<![现共]有)(?<!所辖)(?<!辖区)"
    rf"(?<![\d.第前后])(?P<number>(?:\d{{1,4}}|(?<![一两二三四五六七八九十百千]){_FEW})(?P<unit>{_UNIT}))(?P<noun>[^,。;:、()\d其]{{2,14}}?)"
    rf"(?P<of>(?:目前)?[共已]?(?=有(?:\d{{1,4}}|{_FEW})(?P=unit)[^,。;:、()\d未没尚待]{{0,6}}?(?:实现|已|全部|顺利|主体|完成)*{_DID}))"
)
# 新增公交线路20条任务,已开通17条: 任务 behind the number says what the number is, and counts no tasks
_TASK_BEHIND = sought(
    rf"[\u4e00-\u9fff]{{4}}(?<!工作)(?<!重点)(?<!事项)\d{{1,4}}(?:\.\d+)?万?(?P<unit>{_UNIT})(?<![项件])(?P<of>的?(?:年度|全年)?任务),(?=(?:目前|现)?(?:已|仅|实际)+{_DID}\d{{1,4}}(?:\.\d+)?万?(?P=unit))"
)
# what every match of each needs, of which most texts have none: sought first
_TOLD_OF = re.compile(rf"[中里边面头](?=,?{_WHEN}(?:{_HOW}{_DID}|,?{_SOME}|(?:已|仅|只|才)(?:有)?\d))")
_HAS_DONE = re.compile(
    rf"有(?:\d{{1,4}}|{_FEW}){_UNIT}[^,。;:、()\d未没尚待]{{0,6}}?(?:实现|已|全部|顺利|主体|完成)*{_DID}"
)
_LOOKED_AT = re.compile(
    r"检查|抽查|发现|受检|排查|问题|线索|建议|提案|案件|投诉|信访|事项|任务|指标|工作|人$|名$|企业$|单位$"
)
_A_PLAN = re.compile(r"[^个项件条支\d](?:的|年度|全年|目标|计划)*任务$")  # 2800套任务中基本建成1720套
_NAME = re.compile(
    r"(?:^|[。;:,、)\n]|[一二三四五六七八九十]是|\d[.、])\s*(?P<name>[\u4e00-\u9fff“”·A-Za-z]{3,24})(?P<comma>,)$"
)
_TASKS = re.compile(r"(?:任务|工作|事项|指标|实事)$")
_NO_NAME = re.compile(
    r"(?:截至|目前|其中|同时|此外|另外|今年|去年|上半年|前三季度|因|由于|受)"
    r"|.*(?:[底末]|以来|期间|情况|看|顺利|缓慢|滞后|偏慢|较慢|良好|有序|最.)$"
)
_BEFORE_BRACKET = re.compile(r"[\u4e00-\u9fff”]{3}$")
_TO_BEGIN = sought(
    r"(?:(?<=[。;,:、\n])|^)(?P<at>)\d{1,3}个(?P<of>(?:争取|计划|拟|应)(?P<noun>(?:新)?开工的?(?:重点|新建)?项目)中,?(?:目前)?[^。;]{0,60}?)"
    r"\d{1,3}个(?P<again>(?:项目)?已(?:全部)?(?:开工|动工)(?:建设)?)"
)
_FAR = 300  # characters in which a number said again stands before
_REACH = 40  # characters in which the clause before begins


def so_many_of(text: str) -> Iterator[Edit]:
    """The edits that write such counts as a number, a comma, and what is told."""
    if _TOLD_OF.search(text):
        for match in _OF.finditer(text):
            tasks = _TASKS.search(text, max(0, match.start() - 2), match.start()) is not None  # 重点任务120项中
            planned = _A_PLAN.search(match["number"] + match["noun"]) is not None
            told = _was_told(text, match)
            if told and not planned and not tasks:
                comma = "" if text[match.end("of") : match.end("of") + 1] == "," else ","
                yield *match.span("of"), f"中{comma}"
            elif planned or not (tasks or _LOOKED_AT.search(match["noun"]) or told):
                yield *match.span("of"), "" if text[match.end("of") : match.end("of") + 1] == "," else ","
                if not match["noun"]:
                    yield from _named(text, match.start(), match.end())
    for match in _THERE_ARE.finditer(text) if _HAS_DONE.search(text) else ():
        looked_at = _LOOKED_AT.search(text[max(0, match.start() - 4) : match.start()] + match["noun"])
        if not (looked_at or _was_told(text, match)):
            yield match.start("of"), match.end("of"), ",已"
    for match in _TASK_BEHIND.finditer(text) if "任务," in text else ():
        yield *match.span("of"), ""
    for match in _TO_BEGIN.finditer(text) if "开工" in text else ():
        yield *match.span("at"), "计划" + match["noun"]
        yield *match.span("of"), ",已开工"
        yield *match.span("again"), ""
    for match in _SAME.finditer(text):
        yield from _named(text, match.start("number"), match.end())


def _was_told(text: str, match: re.Match[str]) -> bool:
    """改造危桥12座,…,12座危桥中已通车11座: the number was told before, and is known as it stands."""
    number, start = match["number"], match.start()
    return text.rfind(number, max(0, start - _FAR), start) >= 0


def _named(text: str, start: int, told: int) -> Iterator[Edit]:
    """The name before the count's comma or bracket, put right before the count."""
    if text[start - 1 : start] == "," and (comma := _names(text, start)) is not None:
        yield comma, comma + 1, ""
    elif text[start - 1 : start] == "(" and _BEFORE_BRACKET.search(text, max(0, start - _REACH), start - 1):
        yield from _without_bracket(text, start - 1, told)


def _names(text: str, start: int) -> int | None:
    """Where the comma stands between the count and a clause that only names what is counted."""
    named = _NAME.search(text, max(0, start - _REACH), start)
    return None if named is None or _NO_NAME.match(named["name"]) else named.start("comma")


def _without_bracket(text: str, opens: int, told: int) -> Iterator[Edit]:
    """The bracket's own two marks, where it holds just the count and what is told of it."""
    closes = text.find(")", told, told + _REACH)
    if closes < 0 or "(" in text[told:closes] or "\n" in text[told:closes]:
        return
    yield opens, opens + 1, ""
    if text[closes + 1 : closes + 2] in ("、", "和", "及"):
        yield closes, closes + 2, ";"
    elif text[closes + 1 : closes + 2] in (",", "。", ";", "\n", ""):
        yield closes, closes + 1, ""
    else:
        yield closes, closes + 1, ";"
