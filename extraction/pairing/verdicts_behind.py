"""A verdict behind a list: 新建公园20个、改造市场8家均未达序时进度。 What stands behind the last is said of all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extraction.records import Interval, StatedStatus
from extraction.sought import sought


@dataclass(frozen=True, slots=True)
class StatusList:
    """A list of tasks that are all behind, all done or (None) all not begun; `words` say so.

    The list stands in `[start, end)`: behind the words, or before them.
    """

    status: StatedStatus | None
    words: Interval
    start: int
    end: int


_OF_THEM = r"(?:,(?:均|都|全部)(?=[因由受尚仍未进])|(?:也|仍|还)?(?:均|都|全部)?)"  # no comma before what was done
_WHY = r"(?:(?:因|由于|受)[^,。;\d]{2,14}?,?)?"  # ,均因资金不到位|进展缓慢
_VERDICT = (
    rf"{_OF_THEM}{_WHY}(?:(?P<behind>未达到?(?:序时|时序)(?:进度)?(?:要求)?|(?:[落滞]后|慢|低)于(?:序时|时序)进度"
    r"|(?:进展|推进|进度|推进进度)(?:较为|较|比较|相对|明显|严重)?(?:滞后|缓慢|迟缓|偏慢|慢))"
    r"|(?P<idle>(?:尚|仍|还)?未(?:启动|开工|动工|实施))"
    r"|(?P<done>已?(?:提前|超额|全部|全面|圆满|如期)+完成(?:年度|全年|既定)*(?:目标任务|目标|任务)?(?:建设)?|已(?:全部|全面)(?:建成|完工|竣工|投用|建成投用|建成开放)))"
)
_LIST = sought(  # from a clause's begin: two names with their figures or more, then the verdict and the end
    r"(?<![^。;:,\n])(?P<list>(?:(?:(?!等\d)[^。;,:\n\d()]){1,30}\d[\d.]{0,12}){2,12}[%\u4e00-\u9fff]{1,12}?(?:以上|左右)?)"
    rf"(?:等(?:[\d一二三四五六七八九十两]{{1,2}}[项个件])?(?:重点|主要|民生|目标|年度)*(?:任务|项目|工作|指标|事项|实事)?)?(?:目前|现)?{_VERDICT}(?=[。;\n]|$)"
)
# what every verdict holds, of which most tasks have nothing: sought first
_JUDGED = re.compile("未|滞|慢|缓|迟|低|落|提前完成|超额完成|全部完成|全面完成|圆满完成|如期完成|已全[部面]")
_STATUS: dict[str, StatedStatus | None] = {"behind": "lagging", "idle": None, "done": "done"}
_JOINED = sought(r"[、和及]")
_TOLD = sought(r"已(?!建)|截至|目前|仅|实际(?![利使]用|到位|吸收)|同比|(?<=[今去前])年|下一步|将")
_NUMBER = re.compile(r"\d[\d.]*")


@lru_cache(maxsize=32)
def verdicts_behind(text: str, start: int, end: int) -> tuple[StatusList, ...]:
    """Every list of one task whose verdict stands behind it, sought once."""
    if _JUDGED.search(text, start, end) is None:
        return ()
    found = [listed for match in _LIST.finditer(text, start, end) if (listed := _list(match)) is not None]
    return (*found, *_line_by_line(text, start, end))


_FLAGGED = sought(  # 加固危桥12座:滞后。⏎校舍翻新8栋(正常推进)⏎: lines that end with the word for how the task stands
    r"(?:^|(?<=\n))[ \t]*(?P<task>[^\n,。;:()|\t\d]{2,24}\d[\d.]{0,12}[万亿]?[\u4e00-\u9fff]{1,4})[:,( ]\s?"
    r"(?:(?P<behind>(?:进度|进展|推进)?(?:严重|明显|较为|略有?)?(?:滞后|偏慢|缓慢)|未达序时(?:进度)?)"
    r"|(?P<going>(?:进度|进展|推进)?(?:基本)?正常(?:推进)?|(?:已)?达(?:到)?序时(?:进度)?|超(?:前|序时)|有序推进|顺利推进)"
    r"|(?P<done>(?:已|全部)*(?:完成|完工|办结)))\)?[。;]?[ \t]*(?=\n|$)"
)
_FLAGS: dict[str, StatedStatus] = {"behind": "lagging", "going": "ongoing", "done": "done"}


def _line_by_line(text: str, start: int, end: int) -> list[StatusList]:
    """Lists of one task each, where two lines or more are told so and one of them is behind."""
    lines = list(_FLAGGED.finditer(text, start, end))
    if len(lines) < 2 or not any(line["behind"] for line in lines):
        return []
    told = [(line, next(flag for flag in _FLAGS if line[flag])) for line in lines]
    return [StatusList(_FLAGS[flag], line.span(flag), *line.span("task")) for line, flag in told]


def _list(match: re.Match[str]) -> StatusList | None:
    listed = match["list"]
    numbers = list(_NUMBER.finditer(listed))
    joined = all(
        _JOINED.search(listed, a.end(), b.start()) or _JOINED.search(listed, a.start() - 1, a.start())  # 、5G基站80
        for a, b in pairwise(numbers)
    )
    if not joined or _TOLD.search(listed):
        return None
    verdict = next(group for group in _STATUS if match[group])
    return StatusList(_STATUS[verdict], match.span(verdict), match.start(), match.end("list"))
