"""Which year and period a report is about: its title says, else its body, else its signature; no publication date does.

The first kind of evidence that names a period decides. The year is sought on its own, because titles often give one
without the other. What was only promised, expected or compared with is no evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extraction.report.dates import month_end, safe_date
from extraction.report.deadline_cells import without_deadlines
from extraction.report.gathered import gathered_until
from extraction.report.heading_rows import ends_row_of_months, has_sum_beside, is_row_of_headings, without_row_of_months
from extraction.report.months_after import reached
from extraction.report.period import PeriodMention, is_open, mentions_in, period_mentions
from extraction.report.years_told import bare_year, body_years, ends_year_before, year_of_title, years_of
from extraction.sought import sought
from extraction.words.folding import fold

Basis = Literal["title", "body", "signature", "as_of"]


@dataclass(frozen=True, slots=True)
class Period:
    """Year, period name (Q1, H1, Q3, FY, M01 to M12) and last day covered, and which evidence says so.

    Year and cutoff are None where only the months are known.
    """

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


@dataclass(frozen=True, slots=True)
class _Made:
    """When the report was made: signed, and published; `last` is the day by which its period had begun to be told."""

    signed_on: date | None
    published_on: date | None

    @property
    def last(self) -> date | None:
        return self.signed_on or self.published_on


_NAMES = {3: "Q1", 6: "H1", 9: "Q3", 12: "FY"}
_LEAD, _FIRST = 260, 4000
_NUMERAL = "[一二三四五六七八九十]{1,2}"
_ITEM = sought(rf"(?:^|\n|。)[ \t]{{0,8}}(?:{_NUMERAL}[、是]|[(]{_NUMERAL}[)]|[0-9]{{1,2}}[.、](?![0-9]))")
_DONE_AT_LAST = re.compile(r"(?:全面|圆满|全部|超额|顺利|提前|如期)(?:超额|提前)?(?:完成|实现|兑现|收官)")
_DONE_YEAR = re.compile(r"完成情况|总结|年报|决算|考核结果|自评|执行情况|完成了?(?:20[0-9]{2}年|年度|全年)")
_PLAN = re.compile(r"分解|方案|要点|安排|打算|工作计划|任务清单|的决定")
_ANSWER = re.compile(r"完成|落实|进展|执行|推进|进度|总结|通报|实施情况")
_NUMBER_YEAR = re.compile(r"[〔\[【]((?:19|20)[0-9]{2})[〕\]】]")


def report_period(
    title: str | None, body: str, signed_on: date | None, as_of: date | None, published_on: date | None = None
) -> Period | None:
    """The period of the report, or None where nothing in it says one.

    `as_of` answers only where the text does not, `published_on` only to which year months without one belong. The body
    is judged by its beginning; a day in the first half of a month counts to the month before.
    """
    title, body = fold(title or ""), fold(body[:_FIRST])
    found = _found(title, body, _Made(signed_on, published_on), as_of)
    if found is None or found.basis != "title" or found.year is None or found.cutoff is None:
        return found
    if (said := gathered_until(title, body, found.year, found.cutoff)) is None:
        return found
    return _period(_Months(said.year, said.last_month, said.day), found.year, "title")


def _found(title: str, body: str, made: _Made, as_of: date | None) -> Period | None:
    signed_on = made.signed_on
    title_year = year_of_title(title)
    if (months := _from_title(title)) is not None and months.firm:
        year = months.year or title_year or _year(months, title, body, made, as_of)
        return _to_the_day(_period(months, year, "title"), months, body)
    yearly = _whole_year(months, title, title_year, made.last, body)
    if yearly is not None and (yearly.firm or (as_of and (as_of.year, as_of.month) == (yearly.year, 12))):
        return _period(yearly, yearly.year, "title")  # 2017年度…完成情况: who asks in December knows that it is over
    if (told := _from_body(body, title_year, made.last, as_of)) is not None:
        return _period(told, told.year or title_year or _year(told, title, body, made, as_of), "body")
    if signed_on is not None and (signed := _from_signature(signed_on, title_year)) is not None:
        return _period(signed, signed.year, "signature")
    if yearly is not None and (as_of is None or as_of.year != yearly.year):
        return _period(yearly, yearly.year, "title")
    return None if as_of is None else _period(_Months(as_of.year, as_of.month, as_of.day), as_of.year, "as_of")


def _period(months: _Months, year: int | None, basis: Basis) -> Period:
    """The named period; the first half of January belongs to the whole year before."""
    month, exact = months.month, None
    if months.day is not None:
        exact = None if year is None else safe_date(year, month, months.day)
        month -= months.day <= 15
    if month == 0:
        year, month, exact = None if year is None or year == 1 else year - 1, 12, None
    cutoff = exact or (None if year is None else month_end(year, month))
    return Period(year, _NAMES.get(month, f"M{month:02d}"), cutoff, basis)


# what the title says


# 三季度节点目标提前实现, 三季度末“守住60%、冲刺65%”的节点: when it is due, and not up to when is told
_NODE = sought(r"末?(?:“[^”\n]{2,20}”)?的?(?:进度|序时)?节点")


def _from_title(title: str) -> _Months | None:
    """The first period of results in the title; a bare 年度 is not firm, for a half-year's report may carry it."""
    told = [m for m in period_mentions(title) if m.governs == "cumulative" and not _NODE.match(title, m.end)]
    if len(told) > 1 and is_row_of_headings(title):
        told = [max(told, key=lambda m: (m.year or 0, m.last_month))]
    told = [m for m in told if not has_sum_beside(title, m)]
    firm = [m for m in told if not title[: m.end].endswith("年度")]
    chosen = next(iter(firm or told), None)
    if chosen is None:
        return None
    year = chosen.year if chosen.year is None or chosen.year > 1 else None
    return _Months(year, chosen.last_month, chosen.day, firm=bool(firm))


def _to_the_day(period: Period, months: _Months, body: str) -> Period:
    """A title's month with the day that the body's 截至 gives it: 10月份进度 may end on the 7th."""
    if period.year is None or months.month in _NAMES or months.day is not None:
        return period
    through = (m for m in mentions_in(body[:_LEAD]) if m.governs == "cumulative" and m.first_month == 1)
    day = next((m.day for m in through if m.last_month == months.month), None)
    exact = None if day is None else safe_date(period.year, months.month, day)
    return replace(period, cutoff=exact) if exact else period


def _is_rare(body: str) -> bool:
    """Whether one figure at most has a period of its own, behind the lead: 全年数据待核定,前三季度下降2.87%."""
    told = [m for m in mentions_in(body) if m.governs == "cumulative" and m.last_month < 12]
    return len(told) <= 1 and all(m.start > _lead_end(body) for m in told)


def _whole_year(
    months: _Months | None, title: str, year: int | None, made_on: date | None, body: str
) -> _Months | None:
    """The full year, where the title has a year and says that it is done, or the report was made after its end."""
    if year is None or (_PLAN.search(title) and not _ANSWER.search(title)):
        return None
    at_last = _DONE_AT_LAST.search(title) is not None
    if made_on is not None and (made_on.year, made_on.month) < (year, 12):
        return None
    over = made_on is not None and made_on.year > year
    told = _DONE_YEAR.search(title) is not None
    if not (at_last or over or told or months is not None):
        return None
    return _Months(year, 12, firm=at_last or (over and told and _is_rare(body)))


# what the body says


_DATA = sought(
    r"(?:数据|进度|统计|情况)(?:统计|采集|更新|汇总|口径)?(?:时间|日期)?(?:均|统一|为|:)*\s?$"
)  # 数据|截至6月15日


_STOOD_THEN = sought(  # 其中上半年完成9个,目前完成15个: what came by then is not all that the report covers
    r"[^,。;:\n\d]{0,12}\d[^,。;:\n]{0,16}[,;]\s?(?:截至)?(?:目前|当前|现已)"
)


def _from_body(body: str, title_year: int | None, made_on: date | None, as_of: date | None) -> _Months | None:
    """The period that is announced ahead of the first item, else the latest one that is usual among the figures."""
    told = [m for m in mentions_in(body) if m.governs == "cumulative" and (m.year is None or m.year > 1)]
    told = without_row_of_months(body, without_deadlines(body, told), as_of.month if as_of else None)
    told = [m for m in told if not _NODE.match(body, m.end)]
    told = [m for m in told if not body[: m.end].endswith("年度") and not _is_bare_month(body, m)]
    if as_of is not None or made_on is not None:
        told = [m for m in told if _STOOD_THEN.match(body, m.end) is None and not has_sum_beside(body, m)]
    told = [m for m in told if not ends_year_before(body, m, told, as_of)]
    since = max((m.first_month for m in told if is_open(body, m)), default=0)
    told = [m for m in told if not is_open(body, m)]
    year = title_year or max((m.year for m in told if m.year is not None), default=None)
    told = [m for m in told if m.year in (None, year) and not _is_later(m, year, made_on)]
    alone = bare_year(body, made_on, title_year, as_of)
    over = (as_of is None or as_of.month == 12) and _YEAR_IS_OVER.search(body) is not None
    month = _usual_month(body, told, made_on, alone is not None or over)
    if month is None:
        return None
    if as_of is not None and (reached(body, told, month, as_of.month) or month < since <= as_of.month):
        return _Months(next((m.year for m in told if m.year is not None), None), as_of.month)
    there = [m for m in told if m.last_month == month]
    days = [m.day for m in there]
    stated = next((m.day for m in there if _DATA.search(body[max(0, m.start - 12) : m.start])), 0)
    day = stated if stated != 0 else None if None in days else max((d for d in days if d is not None), default=None)
    own = next((m.year for m in there if m.year is not None), None)
    return _Months(own or (alone if month == 12 else None), month, day)


_YEAR_IS_OVER = sought(  # 全年实施科技项目94项,超额完成71%: told in December, whatever is known up to November only
    r"全年(?!度?(?:力争|计划|目标|任务|预计|预期|预算|确保|拟|将|要|可|有望|争取))[^,。;\d]{2,20}\d[\d.]{0,8}[^,。;\d]{1,4}[,(]\s?超额完成\d"
    # 全年能耗数据尚未核定, 全年增加值由统计局统一核算: the year that waits for its figures is over
    r"|全年[^,。;\d]{0,14}(?:由[^,。;\d]{2,10}核算|(?:暂未|尚未|还未)(?:反馈|核定|公布|发布|下达))"
)


def _is_bare_month(body: str, mention: PeriodMention) -> bool:
    """7月 alone is when something happens more often than what the report covers; 7月份 and 7月末 may be either."""
    single = mention.first_month == mention.last_month and mention.last_month > 1
    return single and body[: mention.end].endswith("月") and not ends_row_of_months(body, mention)


def _is_later(mention: PeriodMention, year: int | None, made_on: date | None) -> bool:
    """Whether the months had not begun when the report was made: nothing of them can be a result."""
    return year is not None and made_on is not None and (year, mention.last_month) > (made_on.year, made_on.month)


def _usual_month(body: str, told: Sequence[PeriodMention], made_on: date | None, bare_year: bool) -> int | None:
    """The latest month at least half as weighty as the weightiest. A bare 全年 more often promises than reports."""
    lead_end = _lead_end(body)
    weights: Counter[int] = Counter()
    whole_years = 0
    for m in told:
        if body[m.start : m.end] == "全年":
            whole_years += 1
        else:
            weights[m.last_month] += 10 if m.start < lead_end else 2
    most = max(weights.values(), default=0)
    if whole_years and whole_years >= most and made_on is not None and made_on.month in (12, 1, 2, 3):
        weights[12] += whole_years
    if bare_year:
        weights[12] += 6
    return max((month for month, weight in weights.items() if weight * 2 >= max(weights.values())), default=None)


def _lead_end(body: str) -> int:
    """Where the first numbered item begins; a text that begins with one has no lead."""
    first = _ITEM.search(body)
    return min(first.start() if first else _LEAD, _LEAD)


# the signature


def _from_signature(signed_on: date, title_year: int | None) -> _Months | None:
    """The last month complete on the day of signing, in the title's year at most."""
    complete = signed_on == month_end(signed_on.year, signed_on.month)
    january = signed_on.month == 1 and not complete
    year = signed_on.year - january
    month = 12 if january else signed_on.month - (not complete)
    if title_year is not None and year != title_year:
        return _Months(title_year, 12) if year > title_year else None
    return _Months(year, month)


# the year


def _year(months: _Months, title: str, body: str, made: _Made, as_of: date | None) -> int | None:
    """The year of months that stand without one: of the promises, of the signature, of the document's number, of
    `as_of`, of the publication, of most mentions. No report is made before its period begins."""
    usual, promised = body_years(body, made.last, as_of.year if as_of else None)
    if promised is not None:
        return promised
    if made.signed_on is not None:
        return _year_before(made.signed_on, months)
    number = next(years_of(_NUMBER_YEAR, f"{title}\n{body[:_LEAD]}"), None)
    if number is not None or as_of is not None:
        return number or (as_of.year if as_of else None)
    return _year_before(made.published_on, months) if made.published_on else usual


def _year_before(made_on: date, months: _Months) -> int:
    """The latest year in which the period had begun to end when the report was made."""
    return made_on.year if (months.month, months.day or 0) <= (made_on.month, made_on.day) else made_on.year - 1
