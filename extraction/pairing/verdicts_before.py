"""A verdict before a list, said of all on it: 未达序时进度的任务包括:新增企业20家;建公厕30座. 其中4项已完成,分别是:…"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.pairing.laggard_brackets import counted_bracket
from extraction.pairing.other_verdicts import with_others
from extraction.pairing.verdicts_behind import StatusList
from extraction.records import StatedStatus
from extraction.sought import sought
from extraction.words import wording

_HOW_MANY = r"(?:\d{1,2}[项个件]|\([^()\n\d]{0,4}\d{1,2}[项个件]\))?"  # 一、进度滞后的工作(2项)
# 一、已完成 and 三、滞后: a numbered heading of nothing else
_BARE_DONE = r"(?:(?<=[一二三四五六七八九十][、)]已完成)|(?<=[一二三四五六七八九十][、)]已办结))(?=[\n(]|$)"
_BARE_BEHIND = (
    r"(?:(?<=[一二三四五六七八九十][、)]滞后)"
    r"|(?<=[一二三四五六七八九十][、)](?:进度|进展|推进)(?:滞后|缓慢)))(?=[\n(]|$)"
)
VERDICT = sought(
    rf"(?P<behind>(?:(?<!视为)(?<!即为)(?<!是指)(?:未达(?:到)?|没有?达到)(?:序时|时序|时间(?=进度)|序(?=\d)|预期|进度|目标)|未达到?(?=\d{{1,3}}[项个件],(?:分别|主要|具体)?(?:是|有|包括|为)[:])|未(?:能)?(?:实现)?[“]?双?过半[”]?|未完成|滞后|欠进度|慢于序时|{wording.FELL_BEHIND}|进展(?:较|缓)?慢"
    rf"|低于序时|偏慢|(?:仍|尚|还)*(?:无|没有|未有|未取得)(?:任何|明显|实质性?)*(?:进展|推进)|(?:推进|进度|进展)(?:较为|较|比较|相对)?(?:缓慢|迟缓|慢)(?!的?(?:单位|部门|地区|乡|镇|县|区|市|街)))(?:(?!原因)[^,。;:(\n]){{0,24}}?(?:{_HOW_MANY}\n(?=(?:主要)?(?:包括|有)[:]))?(?:包括|有(?![序力效望关待所])|分别是|分别为|如下|主要是|主要有|为|是|\((?:共|计)?\d{{1,2}}[项个件]\)[:]|[:](?!\d\d\b)|\d{{1,3}}[项个件][。,]主要(?:是|有|包括)[:]"
    # 未达序时进度9项,占比18.7%,为新增企业110户; 2项滞后,即造林8.5万亩
    r"|\d{1,3}[项个件](?:[,、]占比?(?:为)?\d[\d.]*%)?,(?:主要|分别|具体|依次)?(?:是|有|包括|为|即)[:]?|,即(?![将使便日可时])[:]?"
    # 2件未达到目标进度,分别是“新建学校12所”和…
    r"|(?:任务|要求|进度)*,(?:分别|依次|具体)(?:是|有|包括|为)[:]?(?!\s?\d|完成|[^,。;:“\d]{1,12}(?:县|(?<![户小社园景])区|市|镇|乡|街道|局|委|办)[、和及,\d(])|\d{1,3}[项个件]。现将(?=[^,。;:\d]{0,16}(?:其中|上述|未|滞后|落后|慢|欠))[^,。;:\d]{0,20}如下[:]))"
    r"|(?P<title>(?<=[\n、)])(?:未达到?(?:序时|时序)(?:进度)?(?:要求)?|(?:进展|推进|进度)(?:较为|较|比较)?(?:滞后|迟缓|缓慢|偏慢|慢)|未完成|滞后|未达标)的?(?:主要|重点|民生|目标|具体|综合|量化|经济)*"
    rf"(?:任务|事项|项目|指标|工作|实事|{_BARE_BEHIND}){_HOW_MANY}(?:[。\n](?=[^\n]{{0,200}}\d)|[。\n]?$))"
    r"|(?P<closed>(?<=[\n、)])(?:已(?:全部|提前|圆满|如期|全面)?(?:完成|办结|完工)|(?:提前|超额)+完成)(?:年度|全年|既定)?(?:目标|任务)*"
    rf"(?:的?(?:主要|重点|民生|目标|具体|综合|量化|经济)*(?:任务|事项|项目|指标|工作|实事)|的|{_BARE_DONE}){_HOW_MANY}(?:[。\n](?=[^\n]{{0,200}}\d)|[。\n]?$))"
    rf"|(?P<going>(?<=[\n、)])正常推进的任务{_HOW_MANY}(?:[:。]?\n(?=[^\n]{{0,200}}\d)|[:。]?\n?$|:))"
    r"|(?P<done>已?(?:(?:提前|超额|全面|圆满)*完成(?:年度|全年|既定)*(?:目标任务|目标|任务)|(?:提前|超额|全面|圆满)完成)"
    r"的(?:项目|任务|事项|指标|实事|有)[^,。;:\d\n]{0,12}[:]"
    # 6个已完成全年任务:为5310名…; 12个考核指标100%完成任务,分别是:…
    r"|(?<=[\d余][个项件])(?:(?!未|没)[^,。;:\d]){0,10}?(?:100%)?(?:已|均|全部|提前|超额|全面)*完成(?:年度|全年|既定|考核)*(?:目标任务|目标|任务)"
    r",?(?:分别|主要|具体)?(?:是|为|有|包括)?[:])"
    # 其中4项已完成,分别是:…; 已完成3件:…; 已完工项目4个:…
    r"|(?P<finished>(?:(?<=\d[个项件])(?:(?:均|已|全部|提前)+(?:完成|完工|办结|竣工)|完成)"
    r"|已(?:全部|提前)?(?:完成|完工|办结|竣工)的?(?:民生|年度|重点|子)*(?:项目|任务|实事|事项|工程)?\d{1,2}[项个件])"
    r"(?:[,:](?:分别|具体|主要|依次)(?:是|为|有|包括)[:]?|:))"
    # 未报送进度的有:新建公厕40座(第12项)、…: what is to be done, and nothing told of it
    r"|(?P<untold>(?:未|没有?)(?:按[期时])?(?:报送|上报|反馈|报告|提供)(?:的?(?:最新|月度|季度|完成|工作)*(?:进度|进展|数据|情况))*的?"
    r"(?:重点|目标|年度|民生)*(?:任务|项目|事项|指标|工作|实事)?(?:\d{1,2}[项个件])?(?:主要|具体|分别)?(?:有|包括|为|是|如下)?(?:\d{1,2}[项个件])?,?(?:分别)?(?:是|为)?[:])"
    r"|(?P<idle>(?:尚未启动|未启动|未开工|尚未开工)[^,。;:\n]{0,12}(?:包括|有(?![序力效望关待所])|如下|主要有|为|是|[:])(?![^,。;:\d]{1,12}(?:问题|原因|影响|困难|所致|滞后)))"
)

# what every match holds, of which most tasks have nothing: sought first
_JUDGED = re.compile(  # each begins with a plain character: so `re` looks for those alone
    r"正常推进的任务|未|没|无|滞|欠|慢|缓|迟|低于|落后"
    r"|完成(?:年度|全年|既定|考核)*(?:目标任务|目标|任务)?(?:的|,?(?:分别|主要|具体)?(?:是|为|有|包括)?:)"
    r"|(?:完[成工]|办结|竣工)[^,。:;]{0,10}[,:]|[项个件]\):"
    r"|(?<=[、)])已(?:完成|办结)(?=[\n(]|$)|(?:完[成工]|办结)[^,。:;\n]{0,24}(?:的|任务|事项|项目|指标|工作|实事)"
)


def status_of(words: re.Match[str]) -> StatedStatus | None:
    return (
        "lagging"
        if words["behind"] or words["title"]
        else "done"
        if any(words[g] for g in ("done", "closed", "finished"))
        else "ongoing"
        if words["going"]
        else None
    )


@lru_cache(maxsize=32)
def verdicts_before(text: str, start: int, end: int) -> tuple[StatusList, ...]:
    """All such lists of one task, sought once."""
    if _JUDGED.search(text, start, end) is None:
        return ()
    found = [_list(text, match, end) for match in VERDICT.finditer(text, start, end)]
    return with_others(text, start, end, found)


_ON_ITS_LINE = sought(r"[^\n。]{0,80}?\d[\d.,]*\s?[万亿%\u4e00-\u9fff]")
_NAMES = sought(r"[^\n。:]{4,120}。$")  # 未开工2个项目:东陵防洪工程、西岭水厂。 tells who they are
_NEXT_OF_LIST = sought(r"\s*(?:[(]?[\d一二三四五六七八九十]{1,3}(?:[.、)](?!\d)|是)|[-•●·*①-⑳])")


def _list(text: str, match: re.Match[str], end: int) -> StatusList:
    if match["finished"]:
        stop = _NOT_FINISHED.search(text, match.end(), end)
        return StatusList("done", match.span(), match.end(), stop.start() if stop else end)
    if inside := counted_bracket(text, match.end(), end):
        return StatusList(status_of(match), match.span(), match.end(), inside[1])
    if dropped := _DROPPED.search(text, match.end(), end):
        end = dropped.start()
    end = _end_of_count(text, match, end)
    line = text.find("\n", match.end(), end)
    heading = match["title"] or match["closed"] or match["going"]
    below = bool(heading) and match.group().endswith("\n")  # its list goes on for lines
    inline = match["done"] is not None or (not below and _ends_with_line(text, match.end(), line))
    return StatusList(status_of(match), match.span(), match.end(), line if inline and line >= 0 else end)


_SO_MANY = sought(r"(\d{1,2})[项个件](?:[^,。;:\d\n]{0,8})$")  # 以下2项|滞后:
_MOST = 12  # points of a list whose count is told


def _end_of_count(text: str, match: re.Match[str], end: int) -> int:
    """以下2项滞后:⏎一是…⏎二是…⏎: where as many numbered lines end as were announced; `end` where they do not."""
    said = _SO_MANY.search(text[max(0, match.start() - 16) : match.start()])
    count = int(said[1]) if said else 0
    at = match.end()
    if not 0 < count <= _MOST:
        return end
    for _ in range(count):
        if _NEXT_OF_LIST.match(text, at, end) is None:
            return end
        line = text.find("\n", at + 1, end)
        if line < 0:
            return end
        at = line
    return at


# what was given up is on no such list
_DROPPED = sought(
    r"(?<=[;。,\n])(?:已|拟|经[^,。;:]{0,8})?(?:取消|撤销|撤项|核销|暂停|中止|调出)的?(?:任务|项目|事项|指标|工作)"
)
_NOT_FINISHED = sought(r"[。\n]|;(?=其[余他]|正在|在建|推进|未|尚|滞后|进展|[另还]有|\d{1,2}[项个件])")


def _ends_with_line(text: str, start: int, line: int) -> bool:
    """未达进度的包括:A桥9亿元、B路18公里。 a list told in its own sentence ends there; one numbered below goes on."""
    told = (
        line >= 0
        and text[line - 1] == "。"
        and (_ON_ITS_LINE.match(text, start, line) or _NAMES.match(text, start, line))
    )
    return bool(told) and _NEXT_OF_LIST.match(text, line, line + 12) is None
