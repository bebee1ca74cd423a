"""Up to when the figures of a report were gathered, where that is before the end of the period in its title.

A year's report may be written in December with the figures of November. It says so in its title's brackets
(截至11月末), of its figures (数据截至11月底, 统计至11月20日), in a line of its own (截至11月底) or in the words that
lead all it tells (截至11月底,各项工作进展如下:). What it tells up to a later month shows that this is not so of all.
"""

from __future__ import annotations

from datetime import date

from extraction.report.period import PeriodMention, cutoff_of, mentions_in
from extraction.sought import sought

_AS_FAR_AS = sought(r"截[至止]|[至到]")
_ASIDE = sought(r"\(?(?:[\u4e00-\u9fff]{0,6}(?:数据|进度|统计|时间))?[:]?$")
_FIGURES = (
    r"(?:注|说明|备注)?\d?[:.、]?\s?(?:本|以上|上述|文中|表[中内]|报告|通报|所[有列]|各项|全部|相关|有关|主要|的)*"
    r"(?:(?:完成|进展)情况|进度|统计|数据|指标)"
    r"(?:完成|统计|采集|更新|汇总|口径|数据|截[至止]|时间|日期|节点|均|统一|为|是|:|到)*\s?"
)
_OF_ALL = sought(rf"(?:^|[\n。;,:(\[【])\s?{_FIGURES}$")
_CLOSES = sought(r"\s?(?:止|为止|的?数据)?\s?(?:$|[\n。;,:)\]】])")
_ALONE_BEFORE, _ALONE_AFTER = sought(r"(?:^|\n)\s?[(\[【]?\s?$"), sought(r"止?\s?[)\]】]?[。:]?\s?(?:$|\n)")
_LEADS_BEFORE = sought(r"(?:^|[\n。])\s?(?:现将)?$")
_LEADS_AFTER = sought(  # ,我局各项工作进展如下: all that is told, and no one work of them
    r"的?,?(?:[全我本][省市县区州旗镇乡局委办院校]|我们|各[项类]|所有|全部|重点|主要|民生|实事|年度|全年|工作|任务|目标|指标"
    r"|项目|政府|承[担办]|牵头|负责|推进|完成|落实|实施|办理|执行|[一二两三四五六七八九十]{1,2}[大件项]|[的和及、])*"
    r"(?:进展|情况|进度|汇报|通报|报告|如下)+(?:如下|是|为)?\s?[:。\n]"
)
_NEAR = 40  # characters before the time that tell of what it is


def gathered_until(title: str, body: str, year: int, cutoff: date) -> PeriodMention | None:
    """The time up to which all figures were gathered, of the report's own year and before its cutoff."""
    bracket = title.rfind("(") if title.endswith(")") else -1
    if bracket >= 0:
        for m in mentions_in(title):
            if m.start > bracket and _until(title, m) and _is_before(m, year, cutoff):
                return m if _ASIDE.search(title, bracket, m.start) else None
    told = mentions_in(body)
    said = next((m for m in told if _until(body, m) and _is_before(m, year, cutoff) and _tells_of_all(body, m)), None)
    if said is None or any(m.governs == "cumulative" and _is_later(m, said, year) for m in told):
        return None
    return said


def _until(text: str, m: PeriodMention) -> bool:
    return _AS_FAR_AS.match(text, m.start) is not None


def _is_before(m: PeriodMention, year: int, cutoff: date) -> bool:
    day = cutoff_of(m, year)
    return day is not None and day.year == year and day < cutoff


def _is_later(m: PeriodMention, said: PeriodMention, year: int) -> bool:
    """Whether the period ends in a later month of the report's year."""
    return m.year in (None, year) and m.last_month > said.last_month


def _tells_of_all(body: str, m: PeriodMention) -> bool:
    low = max(0, m.start - _NEAR)
    if _OF_ALL.search(body, low, m.start) and _CLOSES.match(body, m.end):
        return True
    if not body.startswith("截", m.start):
        return False
    if _ALONE_BEFORE.search(body, low, m.start) and _ALONE_AFTER.match(body, m.end):
        return True
    return _LEADS_BEFORE.search(body, low, m.start) is not None and _LEADS_AFTER.match(body, m.end) is not None
