"""Which year and period a report is about: its title says it, else its body, else its signature; never its publication date.

Every piece of evidence becomes a candidate; the first kind of evidence that names a period decides, and the year is sought
on its own, because titles often give one without the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extraction.dates import YEAR, month_end, safe_date, year_number
from extraction.folding import fold
from extraction.period import period_mentions

Basis = Literal["title", "body", "signature", "as_of"]


@dataclass(frozen=True, slots=True)
class Period:
    """Year, period name (Q1, H1, Q3, FY, M01 to M12) and last day covered; year and cutoff are None where only the
    months are known."""

    year: int | None
    period: str
    cutoff: date | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Months:
    """Through which month, with the day where the month is not complete, and the year where it stands beside it."""

    year: int | None
    month: int
    day: int | None = None
    firm: bool = True


_NAMES = {3: "Q1", 6: "H1", 9: "Q3", 12: "FY"}
_LEAD, _FIRST = 260, 4000
_ITEM = re.compile(
    r"(?:^|\n|。)[ \t]{0,8}(?:[一二三四五六七八九十]{1,2}[、是]|[(][一二三四五六七八九十]{1,2}[)]|[0-9]{1,2}[.、](?![0-9]))"
)
_DONE_YEAR = re.compile(
    r"(?:全面|圆满|全部|超额|顺利|提前|如期)(?:超额|提前)?(?:完成|实现|兑现|收官)|完成情况|总结|年报|决算|考核结果|自评|执行情况|完成(?:了)?(?:20\d\d年|年度|全年)"
)
_TITLE_YEAR = re.compile(
    rf"(?<![0-9-])({YEAR})年?(?!(?:度)?(?:工作|重点工作)?(?:计划|安排|打算|要点))(?![0-9]|年?-|年?至)"
)
_BARE_YEAR = re.compile(
    rf"(?:^|[\n。;])[ \t]{{0,8}}({YEAR})年度?,?(?=(?:我|全|本)[省市县区州场镇乡]|国有|[^,。;\n目计将拟预要]{{2,12}}(?:完成|增长|实现|下降))[^。;\n]{{0,60}}"
)
_AHEAD = re.compile(r"目标|计划|力争|将|预期|拟|确保|安排|要(?!素)|承担|任务")
_WANTED_YEAR = re.compile(
    rf"(?<![0-9-])({YEAR})年度?[^,。;\n]{{0,16}}?(?:目标|任务|计划|政府工作报告|民生|实事|重点|[省市县区]下达|工作)"
)
_NUMBER_YEAR = re.compile(r"[〔\[【]((?:19|20)[0-9]{2})[〕\]】]")
_ANY_YEAR = re.compile(rf"(?<![0-9-])(?<![比较])({YEAR})年(?!-|至|末?同期)")


def report_period(
    title: str | None, body: str, signed_on: date | None, as_of: date | None, published_on: date | None = None
) -> Period | None:
    """The period of the report, or None where nothing in it says one.

    `as_of` answers only where the text does not, `published_on` only which year a period without one belongs to. The body is
    judged by its beginning; a day in the first half of a month counts to the month before.
    """
    folded_title, folded_body = fold(title or ""), fold(body)[:_FIRST]
    years = _years(folded_title, folded_body)
    sealed = signed_on or published_on
    if (months := _from_title(folded_title)) is not None and months.firm:
        months = _to_the_day(months, folded_body)
        return _period(months, _year(months, years, signed_on, as_of, published_on), "title")
    yearly = _whole_year(months, folded_title, years, sealed)
    if yearly is not None and yearly.firm:
        return _period(yearly, yearly.year, "title")
    if (found := _from_body(folded_body, years, sealed, as_of)) is not None:
        return _period(found, _year(found, years, signed_on, as_of, published_on), "body")
    if signed_on is not None and (signed := _from_signature(signed_on, years)) is not None:
        return _period(signed, signed.year, "signature")
    if yearly is not None:
        return _period(yearly, yearly.year, "title")
    return None if as_of is None else _period(_Months(as_of.year, as_of.month, as_of.day), as_of.year, "as_of")


def _period(months: _Months, year: int | None, basis: Basis) -> Period:
    month = months.month
    cutoff = None if year is None else month_end(year, month)
    if months.day is not None:
        if year is not None and (exact := safe_date(year, month, months.day)) is not None:
            cutoff = exact
        month -= months.day <= 15
        if month == 0:
            year = None if year is None else year - 1
            return Period(year, "FY", None if year is None else month_end(year, 12), basis)
    return Period(year, _NAMES.get(month, f"M{month:02d}"), cutoff, basis)


# what the title says


def _from_title(title: str) -> _Months | None:
    """The first period of results in the title; a bare 年度 is not firm, for a half-year's report may carry it."""
    told = [m for m in period_mentions(title) if m.governs == "cumulative"]
    firm = [m for m in told if not (m.last_month == 12 and title[m.start : m.end].endswith("年度"))]
    chosen = next(iter(firm or told), None)
    if chosen is None:
        return None
    year = chosen.year if chosen.year is None or chosen.year > 1 else None
    return _Months(year, chosen.last_month, chosen.day, firm=bool(firm))


def _to_the_day(months: _Months, body: str) -> _Months:
    """A title's month with the day that the body's 截至 gives it: 10月份进度 may end on the 7th."""
    if months.month in _NAMES or months.day is not None:
        return months
    days = [
        m.day
        for m in period_mentions(body[:_LEAD])
        if m.governs == "cumulative" and m.first_month == 1 and m.last_month == months.month
    ]
    return _Months(months.year, months.month, days[0]) if days and days[0] is not None else months


def _whole_year(months: _Months | None, title: str, years: _Years, sealed: date | None) -> _Months | None:
    """The full year, where the title has a year and says that it is done, or the report was made after its end."""
    if years.title is None:
        return None
    over = sealed is not None and sealed.year > years.title
    early = sealed is not None and sealed.year == years.title and sealed.month < 12
    done = _DONE_YEAR.search(title)
    if early or not (over or done or months is not None):
        return None
    strong = bool(done and re.match(r"全面|圆满|全部|超额|顺利|提前|如期", done.group()))
    return _Months(years.title, 12, firm=strong)


# what the body says


def _from_body(body: str, years: _Years, sealed: date | None, as_of: date | None) -> _Months | None:
    """The period most of the body's figures are of: announced ahead of the first item, else the latest that is usual."""
    told = [m for m in period_mentions(body) if m.governs == "cumulative" and (m.year is None or m.year > 1)]
    told = [m for m in told if not body[m.start : m.end].endswith("年度")]
    year = years.title or max((m.year for m in told if m.year is not None), default=None)
    told = [m for m in told if m.year is None or m.year == year]
    lead_end = _lead_end(body)
    weights: Counter[int] = Counter()
    for m in told:
        weights[m.last_month] += 5 if m.start < lead_end else 1
    stated_year = _bare_year(body, sealed)
    if stated_year is not None:
        weights[12] += 3
    if not weights:
        return None
    month = max(month for month, weight in weights.items() if weight * 2 >= max(weights.values()))
    days = [m.day for m in told if m.last_month == month]
    whole = not days or any(day is None for day in days)
    own = next((m.year for m in told if m.last_month == month and m.year is not None), None)
    return _Months(
        own or (stated_year if month == 12 else None), month, None if whole else max(day or 0 for day in days)
    )


def _lead_end(body: str) -> int:
    """Where the first numbered item begins; a text that begins with one has no lead."""
    first = _ITEM.search(body)
    return min(first.start() if first else _LEAD, _LEAD)


def _bare_year(body: str, sealed: date | None) -> int | None:
    """The year of a sentence that begins `2020年,全市…增长` and promises nothing."""
    for match in _BARE_YEAR.finditer(body):
        year = year_number(match[1])
        if not _AHEAD.search(match.group()) and (sealed is None or (sealed.year, sealed.month) >= (year, 12)):
            return year
    return None


# the signature


def _from_signature(signed_on: date, years: _Years) -> _Months | None:
    """The last month complete on the day of signing, in the title's year at most."""
    complete = signed_on == month_end(signed_on.year, signed_on.month)
    year, month = (signed_on.year, signed_on.month) if complete else _month_before(signed_on)
    if years.title is not None and year > years.title:
        year, month = years.title, 12
    return None if years.title is not None and year < years.title else _Months(year, month)


def _month_before(day: date) -> tuple[int, int]:
    return (day.year - 1, 12) if day.month == 1 else (day.year, day.month - 1)


# the year


@dataclass(frozen=True, slots=True)
class _Years:
    """The years that the text names: in the title, beside a promise, in its document number, anywhere."""

    title: int | None
    wanted: int | None
    number: int | None
    usual: int | None


def _years(title: str, body: str) -> _Years:
    return _Years(
        next(_found(_TITLE_YEAR, title), None),
        _most_frequent(_found(_WANTED_YEAR, body)),
        _most_frequent(_found(_NUMBER_YEAR, title + "\n" + body[:_LEAD])),
        _most_frequent(_found(_ANY_YEAR, body)),
    )


def _found(pattern: re.Pattern[str], text: str) -> Iterable[int]:
    return (year_number(match[1]) for match in pattern.finditer(text))


def _most_frequent(years: Iterable[int]) -> int | None:
    common = Counter(years).most_common(1)
    return common[0][0] if common else None


def _year(
    months: _Months, years: _Years, signed_on: date | None, as_of: date | None, published_on: date | None
) -> int | None:
    """The period's own year, else the surest there is; no report is signed or published before its period ends."""
    known = months.year or years.title
    if known is not None:
        return known
    limit = signed_on or published_on
    if years.wanted is not None and (limit is None or years.wanted in (limit.year, limit.year - 1)):
        return years.wanted
    if signed_on is not None:
        return _year_before(signed_on, months)
    if years.number is not None or as_of is not None:
        return years.number or (as_of.year if as_of else None)
    if years.usual is not None and (limit is None or years.usual in (limit.year, limit.year - 1)):
        return years.usual
    return None if published_on is None else _year_before(published_on, months)


def _year_before(made_on: date, months: _Months) -> int:
    """The latest year in which the period had ended when the report was made."""
    return made_on.year if (months.month, months.day or 0) <= (made_on.month, made_on.day) else made_on.year - 1
