"""The years that a report's text speaks of, where its title and its months say none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from extraction.report.dates import YEAR, year_number
from extraction.report.heading_rows import year_planned
from extraction.report.period import PeriodMention
from extraction.sought import sought

_BARE_YEAR = sought(
    r"(?:^|[\n。;]|(?<=[况标果展]):)[ \t]{0,8}"  # or behind a label: 完成情况:2020年,全市…
    rf"(?:[经据]?(?:初步|统一)?(?:核算|统计|测算|汇总)(?:结果|数据)?(?:显示)?,)?"
    rf"({YEAR})年度?,?"
    r"(?=(?:我|全|本)[省市县旗区州场镇乡]|国有|[^,。;\n目计将拟预要]{2,12}(?:完成|增长|实现|下降))[^。;\n]{0,60}"
)
_AHEAD = re.compile(r"目标|计划|力争|将|预期|拟|确保|安排|要(?!素)|承担|任务")
_BODY_YEAR = sought(  # with the words behind it, up to another year: 2023年完成 | 2024年目标
    rf"(?<![0-9-])(?<![比较])({YEAR})年(?![-至~]|末?同期),?((?:(?!20[0-9]{{2}}年)[^,。;\n]){{0,18}})"
)
_PROMISED = sought(r"目标|任务|计划|政府工作报告|民生|实事|重点|[省市县旗区]下达|工作")
_DATED = sought(
    r"[ ]?(?:[0-9]{1,2}[ ]?[-~至到]{1,2})?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[ ]?月|第[0-9]{1,3}期"
    r"|上半年|前?[一二三四1-4]季度"
)


_GOES_ON = re.compile(
    r"[,、]\s?(?:已|目前|现已|现有|截[至止]|累计|尚|仍|在建|其余|剩余|还)|(?:已|目前)[^,。;\d]{1,8}\d"
)


_THIS_YEAR = re.compile(r"今年|本年(?!鉴)")
_FIRST = 8  # characters before the first sentence of a body
_NEXT = 40  # characters behind such a sentence


_TITLE_YEAR = sought(
    rf"(?<![0-9-])({YEAR})年?(?![0-9]|年?[-至~])(?!度?(?:重点)?工作(?:计划|安排|打算)(?!.?[完落进执推]))"
)


def year_of_title(title: str) -> int | None:
    """The first year that it gives, unless it only plans or is part of a span."""
    return year_planned(title) or next(years_of(_TITLE_YEAR, title), None)


def bare_year(body: str, made_on: date | None, title_year: int | None, as_of: date | None = None) -> int | None:
    """The year of a sentence that begins `2020年,全市…增长` and promises nothing; another than the title's compares.

    2023年全市新增床位2000张,已完成1630张: what goes on like that is a plan that is told of, and no year that is over.
    2021年全县新增床位2300张;今年计划新增1600张: what the text calls this year comes after it.
    """
    for match in _BARE_YEAR.finditer(body):
        year = year_number(match[1])
        if title_year is not None and year != title_year:
            continue
        if _GOES_ON.search(match.group()) or _THIS_YEAR.search(body, match.end(), match.end() + _NEXT):
            continue
        if as_of is not None and year < as_of.year and (match.start() > _FIRST or _THIS_YEAR.search(body)):
            continue  # 研发投入强度达到2.9%。2023年为2.62%, asked of September 2024
        if not _AHEAD.search(match.group()) and (made_on is None or (made_on.year, made_on.month) >= (year, 12)):
            return year
    return None


def body_years(body: str, made_on: date | None, asked: int | None = None) -> tuple[int | None, int | None]:
    """The most frequent year, and the most frequent beside a promise, of those the report can be about.

    Of two years with as many promises that which was asked for (2010年的…任务已完成。2011年…任务为…).

    A single mention without a month may be a base of comparison: it is no evidence.
    """
    every: Counter[int] = Counter()
    beside: Counter[int] = Counter()
    for match in _BODY_YEAR.finditer(body):
        year = year_number(match[1])
        if made_on is None or year in (made_on.year, made_on.year - 1):
            every[year] += 2 if _DATED.match(match[2]) else 1
            beside[year] += _PROMISED.search(match[2]) is not None
    promised = [year for year, n in beside.items() if n and n == max(beside.values())]
    return (
        _most_frequent(Counter({y: n for y, n in every.items() if n > 1})),
        max(promised, key=lambda year: year == asked, default=None),
    )


def _most_frequent(years: Counter[int]) -> int | None:
    return years.most_common(1)[0][0] if years else None


def years_of(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (year_number(match[1]) for match in pattern.finditer(text))


_AT_ITS_END = sought(r"截[至止]到?20\d\d年[底末]$")


def ends_year_before(body: str, m: PeriodMention, told: Sequence[PeriodMention], as_of: date | None) -> bool:
    """截至2023年底完成1.8亿元,2024年计划1.2亿元,1-9月完成7000万元: where the year began that the report covers."""
    if m.year is None or _AT_ITS_END.search(body, max(0, m.end - 12), m.end) is None:
        return False
    goes_on = f"{m.year + 1}年" in body or sought(r"今年|本年(?!鉴)").search(body) is not None
    part = any(o.last_month < 12 and o.year in (None, m.year + 1) for o in told)
    return goes_on and (part or (as_of is not None and as_of.year > m.year))
