from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from connectors.errors import ListingChanged
from connectors.response import Response
from connectors.sites import trs
from connectors.sites.listing import Listed, wanted
from connectors.source import Source

MakeSource = Callable[..., Source]
TODAY = date(2026, 11, 26)
LIST = "http://kjj.yunhe.example/zwdc/"
ROW = '<li><a href="./202407/t20240715_1001.shtml">上半年进展情况</a></li>'


class Site:
    """Pages by address; asking for any other fails the test."""

    def __init__(self, pages: dict[str, str], encoding: str = "utf-8") -> None:
        self.pages, self.encoding, self.asked = pages, encoding, list[str]()

    def __call__(self, url: str, /, *, referer: str | None = None) -> Response:
        self.asked.append(url)
        return Response(url, 200, self.pages[url].encode(self.encoding), {}, "text/html")


def discover(source: Source, site: Site) -> list[Listed]:
    return trs.discover(source, site, TODAY)


def rows(make_source: MakeSource, html: str) -> list[Listed]:
    return discover(make_source(), Site({LIST: f"<html><body>{html}</body></html>"}))


@pytest.mark.parametrize(
    "row",
    [
        '<li><a href="{}" title="云河市上半年进展情况">云河市上半年…</a><span>2024-07-16</span></li>',
        '<li><span>[2024-07-16]</span><a href="{}">云河市上半年进展情况</a></li>',
        '<li><a href="{}"><em>云河市上半年进展情况</em><i>2024/7/16</i></a></li>',
        '<tr><td>1</td><td><a href=" {} ">·云河市上半年进展情况</a></td><td>2024年07月16日</td></tr>',
        '<div><p><a href="{}#top">云河市上半年\n进展情况</a></p><b>(2024.7.16)</b></div>',
        '<dl><dt><a href="{}" title="">云河市上半年进展情况</a></dt><dd>2024-07-16 09:30</dd></dl>',
        '<li><a href="{}" title="标题：云河市上半年进展情况\n时间：2024">云河市上</a>2024-07-16</li>',
    ],
)
def test_a_row_in_many_markups(make_source: MakeSource, row: str) -> None:
    row = row.format("./202407/t20240715_1001.shtml")
    table = f"<table>{row}</table>" if row.startswith("<tr") else f"<ul>{row}</ul>"
    (listed,) = rows(make_source, table)
    assert listed.url == f"{LIST}202407/t20240715_1001.shtml"
    assert "".join(listed.title.split()) == "云河市上半年进展情况"
    assert listed.published_on == date(2024, 7, 16)


def test_the_stamp_dates_a_row_that_does_not(make_source: MakeSource) -> None:
    (listed,) = rows(make_source, ROW.replace("上半年进展情况", "截至2023年9月30日的进展情况"))
    assert listed.published_on == date(2024, 7, 15)


def test_a_row_has_no_date_of_its_neighbour_or_of_the_page(make_source: MakeSource) -> None:
    found = rows(
        make_source,
        '<p>今天是2026年1月2日</p><div><a href="./202407/t20240715_1.shtml">甲报告</a><br>'
        '<a href="./202407/t20240716_2.shtml">乙报告</a> 2024-08-01</div>',
    )
    assert [listed.published_on for listed in found] == [date(2024, 7, 15), date(2024, 7, 16)]


def test_an_impossible_date_is_none(make_source: MakeSource) -> None:
    (listed,) = rows(make_source, '<li><a href="./202413/t20241332_1.shtml">甲报告</a>2024-13-45</li>')
    assert listed.published_on is None


def test_copies_are_dropped(make_source: MakeSource) -> None:
    found = rows(
        make_source,
        '<li><a href="./202407/t20240715_1001_slhxq.shtml">上半年进展情况</a></li>'
        '<li><a href="./202407/t20240715_1001.shtml">上半年…</a>'
        '<a href="./202407/t20240715_1001.shtml">上半年进展情况</a></li>'
        '<div>热点 <a href="../tzgg/202407/t20240715_1001.shtml">上半年</a></div>',
    )
    assert [(listed.url, listed.title) for listed in found] == [
        (f"{LIST}202407/t20240715_1001.shtml", "上半年进展情况")
    ]


def test_links_to_other_things_are_no_rows(make_source: MakeSource) -> None:
    found = rows(
        make_source,
        ROW + '<a href="/">首页</a><a href="javascript:void(0)">分享</a><a href="./style_20240715.shtml">说明</a>'
        '<a href="mailto:a@b.example">邮箱</a><a href="./202407/P020240715512345678901.xlsx">附表</a>',
    )
    assert [listed.title for listed in found] == ["上半年进展情况", "附表"]


@pytest.mark.parametrize(
    "count",
    [
        'createPageHTML(4, 0, "index", "shtml");',
        "createPageHTML('page_div', 4, 0, 'index', 'shtml', 80);",
        "var countPage = 4//共多少页",
        "createPageHTML( 4,0);",
    ],
)
def test_further_pages_are_read(make_source: MakeSource, count: str) -> None:
    pages = {f"{LIST}index_{number}.shtml": ROW.replace("1001", f"200{number}") for number in (1, 2)}
    site = Site({LIST: f"{ROW}<script>{count}</script>"} | pages)
    assert len(discover(make_source(max_pages=3), site)) == 3
    assert site.asked == [LIST, f"{LIST}index_1.shtml", f"{LIST}index_2.shtml"]


def test_further_pages_are_named_like_the_first(make_source: MakeSource) -> None:
    site = Site({f"{LIST}list.html": f"{ROW}<script>createPageHTML(2, 0)</script>", f"{LIST}list_1.html": ROW})
    discover(make_source(url=f"{LIST}list.html"), site)
    assert site.asked == [f"{LIST}list.html", f"{LIST}list_1.html"]


def test_a_definition_of_the_function_is_no_count(make_source: MakeSource) -> None:
    site = Site({LIST: ROW + "<script>function createPageHTML(_nPageCount, _nCurrIndex) {}</script>"})
    assert len(discover(make_source(), site)) == 1


@pytest.mark.parametrize(
    ("html", "detail"),
    [
        ("<ul id='list'></ul><script>render()</script>", "no row"),
        ("", "no row"),
        ("<title>404</title>页面不存在", "says that it was not found"),
        (ROW + "<script>createPageHTML(2, 0)</script>", "index_1.shtml: no row"),
    ],
)
def test_a_list_without_rows_is_an_error(make_source: MakeSource, html: str, detail: str) -> None:
    with pytest.raises(ListingChanged, match=detail):
        discover(make_source(), Site({LIST: html, f"{LIST}index_1.shtml": "<ul></ul>"}))


def test_too_few_rows_are_an_error(make_source: MakeSource) -> None:
    with pytest.raises(ListingChanged, match=r"yunhe-kjj .*: 1 rows, at least 5 expected"):
        discover(make_source(min_rows=5), Site({LIST: ROW}))


def test_a_gb2312_list(make_source: MakeSource) -> None:
    (listed,) = discover(make_source(encoding="gb2312"), Site({LIST: ROW.replace("上半年", "上半年—南·城")}, "gbk"))
    assert listed.title == "上半年—南·城进展情况"


@pytest.mark.parametrize(
    ("title", "is_wanted"),
    [("上半年目标任务 进展情况", True), ("上半年目标任务进展情况培训通知", False), ("关于放假的通知", False)],
)
def test_wanted(make_source: MakeSource, title: str, is_wanted: bool) -> None:
    source = make_source(title_include=["任务.*进展", "完成情况"], title_exclude=["培训"])
    assert wanted(source, Listed("http://a.example/", title)) is is_wanted
    assert wanted(make_source(), Listed("http://a.example/", title))
