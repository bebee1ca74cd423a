"""Every family against a site of its kind: each report once, with its whole title and its day."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from connectors.errors import ListingChanged
from connectors.response import Response
from connectors.sites import jpage
from connectors.sites.listing import Listed
from connectors.source import Source
from tests.connectors.sites.conftest import TODAY
from tests.site.bureaus import LISTS, bureau
from tests.site.serve import Site

MakeSource = Callable[..., Source]
ListedOn = Callable[[Source, Mapping[str, str | bytes]], list[Listed]]
Visit = Callable[..., list[Listed]]


@pytest.mark.parametrize("family", LISTS)
def test_every_report_is_listed_once_with_its_title_and_day(family: str, visit: Visit) -> None:
    town = bureau(family, 1, reports=12)
    town.per_page = 5
    with Site([town]) as site:
        found = visit(site, town, max_pages=5)
    addresses = {f"http://{town.host}{town.path_of(report)}": report for report in town.reports}
    assert sorted(row.url for row in found) == sorted(addresses)
    assert [row.published_on for row in found] == [addresses[row.url].day for row in found]
    if family != "sitemap":  # it has no titles
        assert [row.title for row in found] == [addresses[row.url].title for row in found]


@pytest.mark.parametrize("family", ["trs", "jpage", "boda", "generic", "sitemap"])
def test_no_more_pages_are_read_than_the_source_says(family: str, visit: Visit) -> None:
    town = bureau(family, 1, reports=30)
    town.per_page = 5
    with Site([town]) as site:
        assert len(visit(site, town, max_pages=2)) == 10


@pytest.mark.parametrize("family", [name for name in LISTS if name not in ("feed", "sitemap")])
def test_a_list_without_its_rows_is_an_error(family: str, visit: Visit) -> None:
    town = bureau(family, 1, reports=0)
    with Site([town]) as site, pytest.raises(ListingChanged, match=town.host):
        visit(site, town)


@pytest.mark.parametrize("family", ["feed", "sitemap"])
def test_no_xml_or_no_entry_is_an_error(family: str, make_source: MakeSource, listed: ListedOn) -> None:
    source = make_source(family=family)
    for page in ("<html><body>维护中", "", "<rss></rss>", "not xml"):
        with pytest.raises(ListingChanged):
            listed(source, {source.url: page})


LIST = "http://www.yunhe.example/zwgk/"


def test_boda_has_one_article_under_two_addresses(make_source: MakeSource, listed: ListedOn) -> None:
    page = (
        '<li><a href="../content.jsp?urltype=news.NewsContentUrl&wbtreeid=1096&wbnewsid=1455">一季度进展</a></li>'
        '<li><a href="../info/1096/1455.htm">一季度进展</a><span>2026-04-20</span></li>'
        '<li><a href="xdetails.jsp?wbtreeid=1096&wbnewsid=1456">二季度进展</a><span>2026年07月20日</span></li>'
    )
    found = listed(make_source(family="boda", url=f"{LIST}zdgz.htm"), {f"{LIST}zdgz.htm": page})
    assert [row.url for row in found] == [
        "http://www.yunhe.example/info/1096/1455.htm",
        f"{LIST}xdetails.jsp?wbtreeid=1096&wbnewsid=1456",
    ]
    assert [row.published_on for row in found] == [date(2026, 4, 20), date(2026, 7, 20)]


COLUMN = "http://www.yunhe.example/col/col1229/index.html"
RECORD = '<record><![CDATA[<li><a href="/art/2026/4/20/art_1229_{0}.html">第{0}号</a></li>]]></record>'


@pytest.mark.parametrize(
    "page",
    [
        "<script>$.jpage({proxyUrl:'/module/jpage/dataproxy.jsp',columnid:'1229',unitid:77,webid:\"3\"})</script>",
        '<a href="/module/jpage/dataproxy.jsp?columnid=1229&amp;unitid=77&amp;webid=3&amp;page=2">更多</a>'
        "<script>var proxy = '/module/jpage/dataproxy.jsp'</script>",
    ],
)
def test_jpage_asks_with_what_the_page_says(page: str, make_source: MakeSource) -> None:
    asked: list[str] = []

    def proxy(url: str, /, *, referer: str | None = None) -> Response:
        asked.append(url)
        answer = "<datastore><recordset>" + RECORD.format(1) + RECORD.format(2) + "</recordset></datastore>"
        return Response(url, 200, (page if url == COLUMN else answer).encode())

    found = jpage.discover(make_source(family="jpage", url=COLUMN), proxy, TODAY)
    assert [(row.title, row.published_on) for row in found] == [
        ("第1号", date(2026, 4, 20)),
        ("第2号", date(2026, 4, 20)),
    ]
    assert len(asked) == 3  # the second answer brought nothing new
    address, _, query = asked[1].partition("?")
    assert address == "http://www.yunhe.example/module/jpage/dataproxy.jsp"
    assert {"columnid=1229", "unitid=77", "webid=3", "startrecord=1", "endrecord=20"} <= set(query.split("&"))


def test_jpage_takes_the_keys_of_the_file_before_the_page(make_source: MakeSource, listed: ListedOn) -> None:
    source = make_source(family="jpage", url=COLUMN, max_pages=1, jpage={"columnid": 5, "unitid": 6, "per_page": 30})
    address = (
        "http://www.yunhe.example/module/web/jpage/dataproxy.jsp?col=1&appid=1&webid=1&path=%2F&permissiontype=0"
        "&columnid=5&unitid=6&page=1&startrecord=1&endrecord=30&perpage=30"
    )
    assert len(listed(source, {COLUMN: "<html></html>", address: RECORD.format(9)})) == 1


GKMLPT = "http://www.yunhe.example/kjj/gkmlpt/index#2811"


def test_gkmlpt_under_a_bureaus_path_counted_from_zero(make_source: MakeSource, listed: ListedOn) -> None:
    source = make_source(family="gkmlpt", url=GKMLPT, gkmlpt={"category": 2811, "sid": 7, "first_page": 0})
    article = '{"id":5,"title":"一季度<br/>进展","post_url":"/p/5.html","created_at":"2026-04-20 09:00:00"}'
    page = f'{{"total":1,"articles":[{article}]}}'
    (row,) = listed(source, {"http://www.yunhe.example/kjj/gkmlpt/api/all/2811?page=0&sid=7": page})
    assert (row.url, row.title, row.published_on) == (
        "http://www.yunhe.example/p/5.html",
        "一季度进展",
        date(2026, 4, 20),
    )


@pytest.mark.parametrize("answer", ["<html>维护中</html>", "{}", "[]", '{"articles":"none"}', '{"articles":[1]}', ""])
def test_gkmlpt_answers_that_are_no_list(answer: str, make_source: MakeSource, listed: ListedOn) -> None:
    source = make_source(family="gkmlpt", url=GKMLPT, gkmlpt={"category": 2811, "sid": 7})
    with pytest.raises(ListingChanged, match="no list of articles"):
        listed(source, {"http://www.yunhe.example/kjj/gkmlpt/api/all/2811?page=1&sid=7": answer})


def test_gkmlpt_says_which_key_is_missing(make_source: MakeSource, listed: ListedOn) -> None:
    with pytest.raises(ListingChanged, match="which category"):
        listed(make_source(family="gkmlpt", url="http://www.yunhe.example/gkmlpt/index"), {})
    page = {"http://www.yunhe.example/kjj/gkmlpt/index": "<html></html>"}
    with pytest.raises(ListingChanged, match="names no SID"):
        listed(make_source(family="gkmlpt", url=GKMLPT), page)


def test_generic_by_selectors(make_source: MakeSource, listed: ListedOn) -> None:
    page = (
        "<div class='news'><dl><dt><a href='/a/1'>一季度进展</a></dt><dd class='d'>04-20</dd>"
        "<dd><a href='/b'>转发</a></dd></dl>"
        "<dl><dt><a href='/a/2'>全年安排</a></dt><dd class='d'>12-30</dd></dl><dl><dt>无链接</dt></dl></div>"
        "<a class='more' href='/zwgk/p2'>后页</a><a href='/c'>别处</a>"
    )
    select = {"rows": ".news dl", "link": "dt a", "title": "dt", "date": ".d", "next": "a.more"}
    found = listed(make_source(family="generic", url=LIST, select=select), {LIST: page, f"{LIST}p2": page})
    assert [(row.url, row.title, row.published_on) for row in found] == [
        ("http://www.yunhe.example/a/1", "一季度进展", date(2026, 4, 20)),
        ("http://www.yunhe.example/a/2", "全年安排", date(2025, 12, 30)),
    ]


def test_generic_by_addresses_takes_http_and_https_for_one(make_source: MakeSource, listed: ListedOn) -> None:
    page = "<a href='https://www.yunhe.example/s/1.html'>一季度</a>"
    page += "<a href='/s/1.html'>一季度进展</a><a href='/t/1.html'>无关</a>"
    (row,) = listed(make_source(family="generic", url=LIST, select={"links": r"/s/\d+\.html$"}), {LIST: page})
    assert row.title == "一季度进展"


def test_atom(make_source: MakeSource, listed: ListedOn) -> None:
    feed = (
        "<?xml version='1.0'?><!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
        "<feed xmlns='http://www.w3.org/2005/Atom'>"
        "<entry><title>一季度&#36827;展&x;</title><link rel='edit' href='/e'/><link href='/n/1'/>"
        "<updated>2026-04-20T17:30:00Z</updated></entry></feed>"
    )
    (row,) = listed(make_source(family="feed", url=LIST), {LIST: feed})
    # half past five in the afternoon in Greenwich is the next day in China
    assert (row.url, row.published_on) == ("http://www.yunhe.example/n/1", date(2026, 4, 21))
    assert row.title == "一季度进展&x;"  # the file is not read


def test_a_packed_sitemap_is_bounded(make_source: MakeSource, listed: ListedOn) -> None:
    source = make_source(family="sitemap", url=LIST)
    entry = b"<urlset><url><loc>http://www.yunhe.example/n/1</loc></url>"
    assert len(listed(source, {LIST: gzip.compress(entry + b"</urlset>")})) == 1
    with pytest.raises(ListingChanged, match="larger than 50 MB"):
        listed(source, {LIST: gzip.compress(entry + b" " * 51 * 2**20, 1)})
