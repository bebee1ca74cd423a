"""Which months a figure speaks of: every reporting-period expression of a text, each with its place.

`1-9月`, `前三季度`, `上半年`, `截至8月24日`, `全年`, `四月十八日至五月十日`: found in one scan of the folded text by
one pattern whose repetitions are all bounded. What an expression governs (report/governing.py) is decided by the few
characters beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extraction.report.dates import DAY, GAP, MONTH, YEAR, month_end, number, safe_date, year_number
from extraction.report.governing import Governs, governs
from extraction.sought import sought
from extraction.words.folding import fold


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """One period expression at `[start, end)`.

    `year` is None where the words do not say it, -1 for last year, 1 for next year. A single month has equal months,
    `截至9月底` counts from January. `day` is set where the last month is not complete. `governs`: `cumulative` for a
    period of results (`first_month` tells where it begins), `forecast` for one that lies ahead, `other` for deadlines,
    events, comparison bases and the `全年` of 全年任务.
    """

    start: int
    end: int
    year: int | None
    first_month: int
    last_month: int
    day: int | None
    governs: Governs


_DASH = r"(?:-{1,2}|[~至到])"
_RANGE = (
    rf"(?P<from_month>{MONTH}){GAP}(?:月{GAP}份?{GAP}(?:(?P<from_day>{DAY}){GAP}[日号]{GAP})?)?{_DASH}{GAP}(?:{YEAR}{GAP}年{GAP})?"
    rf"(?P<to_month>{MONTH}){GAP}月(?:份|{GAP}(?P<to_day>{DAY}){GAP}[日号]|{GAP}(?P<to_part>[底末初]|[上中下]旬))?"
)
_POINT = (
    rf"(?P<month>{MONTH}){GAP}月(?!间|薪|租|票|嫂|饼|亮)"
    rf"(?:份|{GAP}(?P<day>{DAY}){GAP}[日号]|{GAP}(?P<part>[底末初]|[上中下]旬))?"
)
_LOST = r"(?P<lost_month>(?<![0-9])1-(?:1[0-2]|[2-9]))(?=[全我本][省市县区州旗镇乡]|累计)"  # 1-9全市: the 月 is gone
_QUARTER = (
    r"(?:(?P<counted>[前头])[ ]?(?P<upto>[一二三四两1-4])[ ]?个?|第?"
    r"(?:(?P<since>[一1])(?:季度)?[ ]?[、至到~-]{1,2}[ ]?(?:[二2]、)?)?"
    r"(?P<quarter>[一二三四1-4])|(?P<both>一二))[ ]?季度[末底]?|(?P<opening>首季)度?"
)
_COUNT = r"(?<![提之以目当日])[前头](?P<count>1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])[ ]?个?月(?!份|底|末)"
_PART = (
    r"(?P<half>[上下前]半年度?|半年度|年中(?=工作|总结|小结|督查|评估))|(?P<full>全年度?|年?[底末终](?<=年.)"
    r"|(?<=年)度)"
)
_START = (
    r"(?=[0-9一二三四五六七八九十]|截[至止]|[至到][0-9一二三四五六七八九十今本上下全年 \t]|[今本当去上前明来次全]年"
    r"|年[初底末终度中]|[上下前]半|[前头第][ 一二三四五六七八九十两0-9]|半年|首季)"
    r"(?:(?<![0-9.])|(?<=[\n:;。][1-9]\.)(?=1?[0-9]-))"  # 2.1-9月: a point's number
)
_DATED = (  # 截至2023.7.7, 截至9-15, 截至1031日; but 截止1-5月 are months
    rf"(?P<dated>截[至止]到?){GAP}(?:(?P<iso_year>20[0-9]{{2}})[-./])?"
    rf"(?:(?P<iso_month>1[0-2]|0?[1-9])[-./](?P<iso_day>3[01]|[12][0-9]|0?[1-9])(?![0-9%个万亿]|{GAP}月)"
    r"|(?P<fused_month>1[0-2]|0[1-9]|[2-9])(?P<fused_day>3[01]|[12][0-9]|0[1-9])(?=日))[日号]?"
)
_YEAR = (
    rf"(?:(?P<year>{YEAR}|[12][0-9](?=年{GAP}[0-9上一前全第])){GAP}[年.]?度?{GAP}(?<!度.)"
    r"|(?P<relative>[今本当去上前明来次]年)度?(?:的|同期)?)?"
)
_MENTION = sought(
    rf"{_START}(?:{_DATED}|(?P<until>截[至止]到?|年初[至到]|[至到])?{GAP}{_YEAR}"
    rf"(?:{_COUNT}|{_RANGE}|{_LOST}|{_POINT}|{_QUARTER}|{_PART}))"
)
# what every expression holds, and how far it can reach to both sides of it: the pattern is tried nowhere else
_ANCHOR = re.compile("月|季|半年|全年|年[底末终中度]|截[至止]|1-[1-9]")
_BEHIND, _BEYOND = 32, 40
_LAST_YEAR, _NEXT_YEAR = ("去年", "上年", "前年"), ("明年", "来年", "次年")
_SINCE = sought(r"份?以来")  # 二季度以来: from then up to now, whenever that is


def period_mentions(text: str) -> tuple[PeriodMention, ...]:
    """Every reporting-period expression of the text in its order. Positions are those of the text given."""
    return mentions_in(fold(text))


@lru_cache(maxsize=8)
def mentions_in(folded: str) -> tuple[PeriodMention, ...]:
    """The same of a text that is folded already."""
    matches = (match for low, high in _windows(folded) for match in _MENTION.finditer(folded, low, high))
    found = (_mention(folded, match) for match in matches)
    return tuple(mention for mention in found if mention is not None)


def cutoff_of(mention: PeriodMention, year: int) -> date | None:
    """The last day that the mention covers, `year` being the report's; None where the calendar has no such day."""
    actual_year = year if mention.year is None else mention.year if mention.year > 1 else year + mention.year
    if not 1 <= actual_year <= 9999:
        return None
    if mention.day is None:
        return month_end(actual_year, mention.last_month)
    return safe_date(actual_year, mention.last_month, mention.day)


def is_open(folded: str, mention: PeriodMention) -> bool:
    """Whether it only says since when: 二季度以来 goes on to whatever the report's last month is."""
    return _SINCE.match(folded, mention.end) is not None


def _windows(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches around anchors, those that touch joined: so the whole takes one scan at most."""
    low = high = -1
    for match in _ANCHOR.finditer(folded):
        start = max(0, match.start() - _BEHIND)
        if start > high:
            if high > 0:
                yield low, high
            low = start
        high = match.end() + _BEYOND
    if high > 0:
        yield low, high


def _mention(folded: str, match: re.Match[str]) -> PeriodMention | None:
    months = _months(match)
    if months is None:
        return None
    first, last, day = months
    relative = match["relative"]
    year = -1 if relative in _LAST_YEAR else 1 if relative in _NEXT_YEAR else None
    if written := match["year"] or match["iso_year"]:
        year = year_number(written)
    return PeriodMention(match.start(), match.end(), year, first, last, day, governs(folded, match, year))


def _months(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    """First month, last month and day; None where the characters are no period after all."""
    if match["dated"]:
        month = number(match["iso_month"] or match["fused_month"])
        return None if month is None else (1, month, _day(match["iso_day"] or match["fused_day"], None, month))
    if match["to_month"]:
        return _range(match)
    if match["lost_month"]:
        return 1, int(match["lost_month"][2:]), None
    if match["count"]:
        return 1, number(match["count"].replace("两", "二")) or 1, None
    if match["month"]:
        return _point(match)
    if match["half"]:
        return (7, 12, None) if match["half"].startswith("下") else (1, 6, None)
    if match["full"]:
        return 1, 12, None
    return _quarters(match)


def _range(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    first, last = number(match["from_month"]), number(match["to_month"])
    if first is None or last is None or first > last:
        return None
    return first, last, _day(match["to_day"], match["to_part"], last)


def _point(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    month = number(match["month"])
    bare = not (match["until"] or match["year"] or match["relative"] or match["day"] or match["part"])
    if month is None or (bare and not match["month"].isdigit() and not match.group().endswith("份")):
        return None
    return (1 if match["until"] else month), month, _day(match["day"], match["part"], month)


def _day(day: str | None, part: str | None, month: int) -> int | None:
    """The day of an incomplete month: `中旬` ends on the 20th; a month's last day is no incomplete month."""
    if day is None:
        return {"初": 5, "上旬": 10, "中旬": 20}.get(part or "")
    value = number(day)
    return None if value is not None and value >= month_end(2023, month).day else value


def _quarters(match: re.Match[str]) -> tuple[int, int, int | None]:
    if match["opening"]:
        return 1, 3, None
    if match["both"]:
        return 1, 6, None
    count = {"两": 2}.get(match["upto"] or "") or number(match["upto"] or match["quarter"]) or 1
    through = bool(match["counted"] or match["since"] or match["until"])
    return (1 if through else count * 3 - 2), count * 3, None
