"""A bracket that tells how far each laggard is reads as the list behind a colon.

    滞后2项(到位资金3.2亿元,完成任务8亿元的40%)

Only where it holds a plan: 滞后2项(教育局、水利局) names whose they are. So does one that holds nothing but shares:

    3项明显滞后(外贸出口完成51%、合同登记额完成47%)      …:外贸出口完成年度任务的51%、…

So are those that are named ahead of the words:

    新增托位、公厕新建2项任务进度滞后,分别完成38%、22%     …分别完成年度任务的38%、22%
    新增托位(38%)、公厕新建(22%)2项任务滞后             新增托位完成年度任务的38%、…

Those that are counted behind their names have their shares without a word of lagging as well:

    移民解困、管网延伸两项分别完成57%、49%               移民解困、管网延伸分别完成年度任务的57%、49%
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_LONGEST = 300  # characters of such a bracket
_LAGGARDS = sought(
    r"(?:滞后|落后|未达到?(?:序时|时序)(?:进度)?(?:要求)?|(?:进度|进展|推进)(?:缓慢|偏慢|较慢|滞后)|未完成)(?:的)?(?:有|共)?(?:任务|指标|项目)?"
    rf"\d{{1,2}}[项个件](?:任务|指标|项目)?(?P<open>\()(?=[^()\n]{{4,{_LONGEST}}}\))"
)
_BELOW = sought(  # 4项低于年初预期(工业增加值7.1%,预期8%;…)
    r"\d{1,2}[项个件](?:任务|指标|项目)?(?:未能?(?:达到?|完成|实现)|低于|不及|落后于|慢于)(?:年初|年度|全年|既定)*(?:预期|目标|序时|计划|进度)+"
    rf"(?:进度|要求|目标|任务)?(?P<open>\()(?=[^()\n]{{4,{_LONGEST}}}\))"
)
_KIND = r"(?:[\u4e00-\u9fff]{2,6}(?:类|方面|领域|单位))"
_AMONG_THEM = sought(  # 未达到序时进度9项、占比15.0%,其中综合类为新建安置房8个、…
    r"(?:滞后|落后|未达到?(?:序时|时序)(?:进度)?(?:要求)?|(?:进度|进展|推进)(?:缓慢|偏慢|较慢|滞后)|未完成)的?(?:任务|指标|项目|事项)?"
    r"(?:有|共|为)?\d{1,2}[项个件](?:任务|指标|项目|事项)?"
    rf"(?P<out>(?:[、,]?\(?占[^,。;()\d]{{0,6}}\d{{1,2}}(?:\.\d{{1,2}})?%\)?)?,其中{_KIND}?(?:主要)?(?:为|有|是|包括))"
    r"(?=[\u4e00-\u9fff][^,。;]*\d)"
)
_NEXT_KIND = sought(rf"(?P<out>[,;]{_KIND}(?:主要)?(?:为|有|是|包括))(?=[\u4e00-\u9fff][^,。;]*\d)")
_HOLDS_A_PLAN = sought(r"\d[^()]*(?:任务|目标|计划|预算|预期)|(?:任务|目标|计划|预算|预期)[^()]*\d")

_SHARE = r"[\u4e00-\u9fff“”]{2,16}?(?:仅|只)?完成\s?\d{1,3}(?:\.\d{1,2})?%"
_WITH_SHARES = sought(
    r"(?:\d{1,2}[项个件](?:重点|民生|主要)?(?:任务|指标|项目|工作)?(?:进度|进展|推进)?(?:明显|严重|较为?|相对|比较)?(?:滞后|落后|缓慢|偏慢|较慢)"
    rf"|(?:滞后|落后|缓慢|偏慢|较慢)的?(?:有|共)?(?:任务|指标|项目)?\d{{1,2}}[项个件])(?P<open>\()(?P<told>(?:{_SHARE}[、,;])*{_SHARE})\)"
)
_DONE_SHARE = sought(r"完成(?P<at>)(?=\s?\d{1,3}(?:\.\d{1,2})?%)")

_WORDS_OF_LAG = (
    r"(?:(?:进度|进展|推进|完成情况)?(?:明显|严重|较为?|相对|比较)?(?:滞后|落后|缓慢|偏慢|较慢|较差)(?:于序时进度)?"
    r"|未达到?(?:序时|时序)进度(?:要求)?)"
)
_SO_MANY = r"(?:[2-9]|1\d|[两二三四五六七八九十])项(?:重点|民生|主要|量化)*(?:任务|工作|指标|项目|目标|实事)"
_NAMED_AHEAD = sought(  # 新增托位、公厕新建2项任务进度滞后,分别完成38%、22%
    rf"(?P<out>(?P<last>[\u4e00-\u9fff”])(?:等)?{_SO_MANY}{_WORDS_OF_LAG},(?:(?:任务)?完成率)?分别(?:仅|只|才)?(?:为|有|完成)(?:了)?)"
    r"\s?(?=\d{1,3}(?:\.\d{1,2})?%、)"
)
_COUNTED_BETWEEN = sought(  # 移民解困、管网延伸两项分别完成57%、49%
    r"(?P<out>(?P<last>[\u4e00-\u9fff”])(?:等)?(?:[2-9]|1\d|[两二三四五六七八九十])[项个件](?:重点|民生|主要|量化)*(?:任务|工作|指标|项目|目标|实事|工程)?"
    r"分别(?:仅|只|才)?完成(?:了)?(?:至|到)?)(?=\d{1,3}(?:\.\d{1,2})?%[、和与])"
)
_AHEAD_SHARE = r"[\u4e00-\u9fff“”]{2,16}\(\d{1,3}(?:\.\d{1,2})?%\)"
_NAMED_WITH_SHARES = sought(  # 新增托位(38%)、公厕新建(22%)2项任务滞后于序时进度
    rf"(?P<told>(?:{_AHEAD_SHARE}[、和]){{1,8}}{_AHEAD_SHARE})(?:等)?{_SO_MANY}{_WORDS_OF_LAG}"
)


def laggards_opened(text: str) -> Iterator[Edit]:
    """The edits that open such brackets."""
    for found in (*_LAGGARDS.finditer(text), *_BELOW.finditer(text)):
        close = text.find(")", found.end(), found.end() + _LONGEST + 1)
        if _HOLDS_A_PLAN.search(text, found.end(), close):
            yield *found.span("open"), ":" if found.re is _LAGGARDS else "的:"  # 低于年度目标: would set goals
            yield close, close + 1, ""
    for found in _AMONG_THEM.finditer(text):
        yield *found.span("out"), ",分别为"
        end = text.find("。", found.end(), found.end() + _LONGEST)
        for kind in _NEXT_KIND.finditer(text, found.end(), max(end, found.end())):
            yield *kind.span("out"), "、"
    for found in _NAMED_AHEAD.finditer(text):
        yield *found.span("out"), f"{found['last']}分别完成年度任务的"  # from before the count, which is edited itself
    for found in _COUNTED_BETWEEN.finditer(text):
        yield *found.span("out"), f"{found['last']}分别完成年度任务的"
    for found in _NAMED_WITH_SHARES.finditer(text):
        for at in range(*found.span("told")):
            if text[at] == "(":
                yield at, at + 1, "完成年度任务的"
            elif text[at] == ")":
                yield at, at + 1, "" if at + 1 < found.end("told") else ","
    for found in _WITH_SHARES.finditer(text):
        yield *found.span("open"), ":"
        yield found.end() - 1, found.end(), ""
        for share in _DONE_SHARE.finditer(text, *found.span("told")):
            yield share.start("at"), share.start("at"), "年度任务的"
