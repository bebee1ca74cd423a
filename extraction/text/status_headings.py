"""A heading over what lags, is done, goes on or has not begun, in one form, whatever its words, number and signs.

    (三)落后于序时进度的事项               (三)进度滞后的任务
    3.慢于序时进度的项目                   三、进度滞后的任务      the numbers below it are its own
    【欠进度任务(3项)】                    进度滞后的任务(3项):
    二、按序时推进的项目                   二、正常推进的任务
    ——新建幼儿园6所。                      新建幼儿园6所。         in the lines below it

Only a line of nothing else, above one with a number; 进度滞后的单位 heads a list of offices. Inside a line the words
that open such a list get their colon:

    推进缓慢的任务主要有改造公厕20座、…    未达序时进度的有:改造公厕20座、…
    超额完成的任务有改造公厕20座、…        已完成年度目标任务的有:…

And a sentence that counts them above their lines opens the list as well:

    以下3项工作明显滞后。⏎1.租赁住房2000套。  以下3项工作明显滞后的任务有:⏎…
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_PACE = r"(?:序时|时序|时间|计划|预期)"
_SLOW = r"(?:滞后|落后|缓慢|迟缓|偏慢|较慢|较差|不力|不理想|慢)"
_HOW = r"(?:明显|严重|相对|比较|较为?|总体|存在|稍|略)*"
_LAG = (
    rf"(?:(?:进度|进展|推进|工作|完成|建设|实施)(?:情况|进度|工作|推进)?{_HOW}{_SLOW}(?:于{_PACE}(?:进度)?(?:要求)?)?"
    rf"|(?:存在|明显|严重)?(?:滞后|落后)(?:于{_PACE}(?:进度)?(?:要求)?)?"
    rf"|(?:尚|暂|仍|还)?(?:未|没有?)(?:能)?(?:按照?|达到?|完成|实现|跟上)?(?:到)?{_PACE}(?:进度|节点|任务)?(?:要求|任务|推进|进度|完成)*"
    rf"|(?:低于|慢于|落后于|滞后于|不及){_PACE}(?:进度)?(?:要求)?|欠(?:进度|序时)(?:进度)?|亮?红灯"
    r"|(?:尚|仍|还)?未(?:能)?(?:实现)?“?双?过半”?)"
)
_YEARS = r"(?:年度|全年|既定|预期|目标|任务|计划)"
_DONE = (
    rf"(?:(?:已|均|全部|全面|提前|超额|圆满|如期|率先)+(?:完成|办结|完工|实现){_YEARS}*(?!情况)"
    rf"|完成{_YEARS}{{1,3}}(?=的)|{_YEARS}{{0,2}}目标已(?:完成|实现))"
)
_GOING = (
    rf"(?:(?:正常|有序|顺利|稳步|扎实|加快)推进|(?:正在|抓紧)(?:推进|实施|建设)|按照?{_PACE}(?:进度|节点)?(?:推进|实施|进行)"
    rf"|(?:已)?(?:达到?|符合|超过?|快于|高于|超前于?){_PACE}(?:进度)?(?:要求)?|达序时?|{_PACE}推进|(?:进展|进度|推进)(?:较为?|比较|基本|总体)?(?:顺利|正常|较快|良好))"
)
_IDLE = r"(?:(?:尚|还|仍|暂)?未(?:启动|开工|动工|实施))"
_KIND = r"(?:重点|主要|民生|实事|为民|量化|考核|目标|任务|项目|事项|工作|工程|指标|具体|综合|经济|年度)"
_CANONICAL = {"lag": "进度滞后的任务", "done": "已完成的任务", "going": "正常推进的任务", "idle": "未启动的任务有"}
_HEADING = sought(
    r"(?:^|(?<=\n))\s?(?P<mark>[【\[◆■●▲◎]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,2}\)|(?P<number>\d{1,2})[.、])?\s?"
    rf"(?P<head>(?:(?P<lag>{_LAG})|(?P<done>{_DONE})|(?P<going>{_GOING})|(?P<idle>{_IDLE}))的?(?P<kind>{_KIND}{{0,4}}))"
    r"(?P<many>\((?:共|计)?\d{1,2}[项个件]\)|(?:共|计|有)?\d{1,2}[项个件])?(?P<end>[】\]]?[:。]?)\s?"
    r"(?=\n(?P<sign>——?|--|[-–•·▪◇○●◆■])?[^\n]{0,120}\d)"
)
_IN_LINE = {"lag": "未达序时进度的有:", "done": "已完成年度目标任务的有:"}
_OPENING = sought(
    rf"(?:^|(?<=[\n。;,:]))(?P<head>(?:(?P<lag>{_LAG})|(?P<done>{_DONE}))的?{_KIND}{{0,4}}"
    r"(?P<says>(?:主要|分别|具体)?(?:有|包括|为|是)(?![力效序关待所望])(?:\d{1,2}[项个件](?:任务|指标|项目)?)?(?:[,:]?(?:分别|具体|主要|依次)?(?:是|为|有|包括|即))?[,:]?"
    r"|:))(?=(?:一是|“|1[.、]|\(1\)|①)?(?![^,。;、:\d]{0,6}(?:局|委|办|县|区|镇|乡|市)[、,(:和])[\u4e00-\u9fff“][^。;,\n:\d]{2,24}\d[\d.,]*[万亿]?[\u4e00-\u9fff][^。\n]{0,30}[、;,])"
)
_OF_TASKS = re.compile(rf"的|{_KIND}")
_COUNTED = sought(
    rf"(?:^|(?<=[\n。,;]))(?:以下|下列|目前|但|仍|还|另|有)*(?:[2-9]|1\d|[两二三四五六七八九十])[项个件]{_KIND}{{1,4}}{_LAG}"
    r"(?P<out>[。:])(?=\n\s?(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是|[①-⑳●◆■])[^\n]{0,80}\d)"
)
_TOLD_INSIDE = re.compile(r"(?:已|完成|仅|实际|开工|竣工|建成|占|目前|达到?)[^,;、。\d]{0,6}\d|\d%")
_ENTRY = re.compile(r"\n[^\n]{10}")  # more than a cell of a table holds
_LONGEST = 300  # characters of such a list
_NUMERALS = "一二三四五六七八九十"
_SIGNED = re.compile(r"\n(?P<sign>——?|--|[-–•·▪◇○●◆■])\s?(?=[^\n]*\d)[^\n]*")


def status_headings(text: str) -> Iterator[Edit]:
    """The edits that write such headings in one form."""
    for found in _OPENING.finditer(text):
        stop = text.find("。", found.end(), found.end() + _LONGEST)
        state = "lag" if found["lag"] else "done"
        if found["says"] == ":" and state == "done" and _OF_TASKS.search(found["head"]) is None:
            continue  # 截至9月底,已完成:新建幼儿园6所,…: what came of plans that the text does not tell
        if _TOLD_INSIDE.search(text, found.end(), stop if stop > 0 else found.end() + _LONGEST) is None:
            yield *found.span("head"), _IN_LINE[state]
    for found in _COUNTED.finditer(text):
        yield *found.span("out"), "的任务有:"
    for found in _HEADING.finditer(text):
        alone = not (found["mark"] or found["many"] or found["end"].strip("。"))
        if alone and not (found["kind"] and (found["end"] or _ENTRY.match(text, found.end()))):
            continue  # 全部完成, 正在推进。 in a cell of its own
        state = next(name for name in _CANONICAL if found[name])
        mark, number = found["mark"] or "", int(found["number"] or 0)
        bare = not mark or mark in "【[◆■●▲◎"
        numbered = _NUMERALS[number - 1] + "、" if 0 < number <= len(_NUMERALS) else mark
        if bare:
            numbered = ""
        if numbered != mark:  # apart from the words, which are quoted as the source has them
            yield *found.span("mark"), numbered
        if found["head"] != _CANONICAL[state]:
            yield *found.span("head"), _CANONICAL[state]
        end = ":" if state == "idle" or (bare and state == "lag") else ""
        if found["end"] != end:
            yield *found.span("end"), end
        yield from _unsigned(text, found.end())


def _unsigned(text: str, at: int) -> Iterator[Edit]:
    """The dashes and dots of the lines right below."""
    while (line := _SIGNED.match(text, at)) is not None:
        yield *line.span("sign"), ""
        at = line.end()
