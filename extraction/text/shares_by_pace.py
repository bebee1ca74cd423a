"""Works sorted by their pace, each with its share in a bracket, are read with what the share is of.

进度较快的有:东站广场(81%)、北环高架(78.6%);进度滞后的有:西区水厂(46%)
reads as    进度较快的有:东站广场完成年度任务的81%;北环高架完成年度任务的78.6%;进度滞后的有:…

The heading says that it is of how far they are; a rank alone says so where a bracket does (三河镇(完成92%)).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_WORKS = r"(?:重点|市级|县级|省级|民生)?(?:工程|项目|任务|指标|工作|单位|部门)?"
_PLACES = r"(?P<places>[县旗市区乡镇]{1,2}|街道|镇街|地区)"
_PACE = (
    r"(?:(?:进度|进展|推进)(?:明显|相对|严重|较为?|比较)?(?:滞后|落后|缓慢|偏慢|较慢|慢|较快|快|靠前|领先|超前|正常)|滞后|(?:已|未)?达到?(?:序时|时序)(?:进度)?(?:要求)?"
    r"|[超快慢落](?:过|于|后)?于?(?:序时|时序)(?:进度)?)"
)
_RANK = r"(?P<rank>(?:排名?|位居|列)(?:全[市县旗区])?[前后末][\d两二三四五六七八九十]{1,2}(?:位|名)?)"
_HEADING = sought(rf"(?:{_PACE}的?{_WORKS}|{_RANK}的?{_PLACES})(?:主要|分别)?(?:有|为|是|包括)?:\s?")
_ONE = sought(
    r"(?P<name>[\u4e00-\u9fff“”A-Za-z]{2,16})(?P<opens>\((?P<did>(?:目前|现)?(?:已|仅)?(?:完成(?:率)?|年度(?:投资|任务)?完成率?|(?:工程|投资|形象)?进度)?(?:达到?|为)?)"
    r"(?=\d))(?P<share>\d{1,3}(?:\.\d{1,2})?%)(?P<closes>\)[、,;]?)\s?"
)
_FEWEST = 2


def shares_by_pace(text: str) -> Iterator[Edit]:
    """The edits that write such brackets as clauses."""
    told = False
    for heading in _HEADING.finditer(text) if "%)" in text else ():
        found = []
        at = heading.end()
        while (one := _ONE.match(text, at)) is not None and not _HEADING.match(text, at):
            found.append(one)
            at = one.end()
        told = told or not heading["rank"] or any(one["did"] for one in found)
        if len(found) < _FEWEST or not told:
            continue
        if heading["rank"]:
            yield *heading.span(), f"各{heading['places']}:"  # else the places would be called by their rank
        for one in found:
            yield *one.span("opens"), "完成年度任务的"
            yield *one.span("closes"), ";" if one["closes"] != ")" else ""
