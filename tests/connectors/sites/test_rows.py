from __future__ import annotations

from datetime import date

import pytest

from connectors.sites.generic import key_of
from connectors.sites.rows import distinct, rows_by_address

TODAY = date(2026, 11, 26)
_LINK = "<a href='/a/{n}'>重点任务进展情况</a>"
URL = "http://kjj.yunhe.example/zwdc/"


def rows(html: str) -> list[tuple[str, date | None]]:
    return [(row.title, row.published_on) for row in distinct(rows_by_address(URL, html, key_of(r"/a/\d+"), TODAY))]


def test_a_row_has_the_date_that_stands_beside_any_of_its_links() -> None:
    found = rows("<p><a href='/a/1'>上半年进展情况</a></p><p>其他<a href='/a/1'>[详细]</a> 11-20</p>")
    assert found == [("上半年进展情况", date(2026, 11, 20))]


def test_a_heading_in_the_link_is_the_title_and_the_rest_may_date_it() -> None:
    assert rows("<a href='/a/1'><h4>上半年进展情况</h4><p>摘要</p><i>昨天</i></a>") == [
        ("上半年进展情况", date(2026, 11, 25))
    ]


def three(row: str, around: str = "<ul>{}</ul>") -> list[date | None]:
    """The days of three rows; {n} is a row's number, and the day of its date."""
    found = rows(around.format("".join(row.replace("{a}", _LINK).replace("{n}", str(number)) for number in (1, 2, 3))))
    assert [title for title, _ in found] == ["重点任务进展情况"] * 3
    return [day for _, day in found]


@pytest.mark.parametrize(
    "row",
    [
        "<dt><a href='/a/{n}'>重点任务进展情况</a></dt><dd>2026-10-0{n}</dd>",
        "<dd>2026年10月{n}日</dd><dt><a href='/a/{n}'>重点任务进展情况</a></dt>",
        "<a href='/a/{n}'>重点任务进展情况</a> [2026-10-0{n}]<br>",
        "<span>10-0{n}</span><a href='/a/{n}'>重点任务进展情况</a><br>",
        "<a href='/a/{n}'><b>0{n}</b> <i>2026-10</i> <em>重点任务进展情况</em></a>",
        "<a href='/a/{n}'><i>2026.10</i><b>0{n}</b>重点任务进展情况</a>",
        "<li>{a}<p>截至9月底，完成2025年8月31日的任务</p><i>2026-10-0{n}</i></li>",
        "<li>{a}<p>从2025年1月1日起，各部门按要求抓好落实，成效明显</p><i>发布：2026-10-0{n}</i></li>",
    ],
)
def test_a_day_beside_in_or_between_rows(row: str) -> None:
    assert three(row) == [date(2026, 10, day) for day in (1, 2, 3)]


def test_what_stands_between_rows_and_is_no_day_alone_dates_none() -> None:
    row = "<div><a href='/a/{n}'>重点任务进展情况</a></div>"
    assert three(row, "<p>共3条</p>{}<p>今天是2026年11月26日 星期四</p>") == [None, None, None]


@pytest.mark.parametrize(
    "anchor",
    [
        "<a href='a/1'>进展</a>",
        "<a href=' \n/a/1#top '>进展</a>",
        "<a href='javascript:void(0)' onclick=\"window.open('/a/1')\">进展</a>",
        "<a href=\"javascript:openArticle('/a/1', 7)\">进展</a>",
        "<a href='#' onclick='show(\"../a/1\")'>进展</a>",
    ],
)
def test_where_a_link_leads(anchor: str) -> None:
    html = f"<base href='/'><a href='http://['>坏</a><a href='javascript:;'>坏</a>{anchor}"
    assert [keyed.row.url for keyed in rows_by_address(URL, html, key_of(None), TODAY)] == [
        "http://kjj.yunhe.example/a/1"
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "<div><a href='/a/{0}'>进展</a>",
        "<a href='/a/{0}'>",
        "<a href='/a/1'>进展</a>",
        "<p><a href='/a/1'>进展</a> 11-20</p>",
    ],
)
def test_work_grows_with_length_only(unit: str) -> None:
    # looked at from every link, a page of this size would be looked at for hours
    assert rows("".join(unit.format(number) for number in range(1500)))
