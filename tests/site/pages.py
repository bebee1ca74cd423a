"""What a bureau of the test site answers: list pages as each family makes them, and reports."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from email.utils import format_datetime
from html import escape
from urllib.parse import parse_qs, urlsplit

from tests.site.bureaus import Bureau, Report

HTML = "text/html"
MISSING = "<html><head><meta charset='utf-8'><title>404</title></head><body>您访问的页面不存在或已被删除</body></html>"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer before anything goes wrong with it."""

    content: bytes
    media_type: str = HTML
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def answer(bureau: Bureau, target: str) -> Page:
    """The page of an address: a list, a report, robots.txt, or a 404."""
    path, query = urlsplit(target).path, {key: values[0] for key, values in parse_qs(urlsplit(target).query).items()}
    if path == "/robots.txt":
        delay = "" if bureau.crawl_delay_s is None else f"Crawl-delay: {bureau.crawl_delay_s:g}\n"
        return Page(f"User-agent: *\n{delay}Disallow: /admin/\n".encode(), "text/plain")
    report = bureau.find(path)
    if report is not None:
        return _html(_article(bureau, report))
    listed = LISTED[bureau.family](bureau, path, query)
    return listed or Page(MISSING.encode(), status=404)


def _slice(bureau: Bureau, number: int, size: int | None = None) -> list[Report]:
    size = size or bureau.per_page
    return bureau.reports[number * size : (number + 1) * size]


def _count(bureau: Bureau) -> int:
    return max(1, -(-len(bureau.reports) // bureau.per_page))


def _html(body: str, media_type: str = HTML) -> Page:
    return Page(body.encode(), media_type)


def _frame(bureau: Bureau, body: str) -> str:
    return (
        f"<html><head><meta charset='utf-8'><meta name='SiteName' content='{bureau.name}'>"
        f"<meta name='ColumnName' content='督查通报'><title>督查通报_{bureau.name}</title></head><body>"
        f"<div class='nav'><a href='/'>首页</a><a href='/xxgk/'>信息公开</a></div>{body}"
        "<div class='foot'>云河市人民政府办公室主办 今天是2026年11月26日</div></body></html>"
    )


def _article(bureau: Bureau, report: Report) -> str:
    meta = f"<meta name='ArticleTitle' content='{escape(report.title)}'><meta name='PubDate' content='{report.day}'>"
    body = f"<h1>{escape(report.title)}</h1><div class='TRS_Editor'><p>{report.text}</p></div>"
    return _frame(bureau, body).replace("<title>", f"{meta}<title>", 1)


def _items(bureau: Bureau, reports: Sequence[Report], base: str = "") -> str:
    return "".join(
        f'<li><a href="{base}{bureau.path_of(report)}" title="{escape(report.title)}">{escape(report.title[:14])}…</a>'
        f"<span>{report.day}</span></li>"
        for report in reports
    )


def _trs(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    names = ["", *(f"index_{number}.shtml" for number in range(1, _count(bureau)))]
    name = path.removeprefix(bureau.list_path)
    if not path.startswith(bureau.list_path) or name not in names:
        return None
    rows = _items(bureau, _slice(bureau, names.index(name)))
    call = f'<script>createPageHTML({_count(bureau)}, {names.index(name)}, "index", "shtml");</script>'
    return _html(_frame(bureau, f"<ul class='list'>{rows}</ul>{call}"))


def _script(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    """Half of the rows in strings of markup, half as objects; dates tell how long ago."""
    if path != bureau.list_path:
        return None
    written = "".join(
        f"document.write('<li><a href=\"{bureau.path_of(one)}\">{one.title}<\\/a><i>{one.day:%m-%d}<\\/i><\\/li>');\n"
        for one in bureau.reports[::2]
    )
    objects = ",".join(
        f"{{'url':'{bureau.path_of(one)}','title':'{one.title}','date':'{one.day}'}}" for one in bureau.reports[1::2]
    )
    return _html(_frame(bureau, f"<ul><script>{written}var rest=[{objects}];</script></ul>"))


def _records(bureau: Bureau, reports: Sequence[Report], following: str = "") -> str:
    rows = "".join(f"<record><![CDATA[{_items(bureau, [report])}]]></record>" for report in reports)
    group = f'<nextgroup><![CDATA[<a href="{following}"></a>]]></nextgroup>' if following else ""
    return f"<datastore>{group}<recordset>{rows}</recordset></datastore>"


def _jpage(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    def following(number: int) -> str:
        words = f"page={number}&appid=1&webid=3&path=/&columnid=1229664772&unitid=6101313&permissiontype=0"
        return f"/module/web/jpage/dataproxy.jsp?{words}" if number < _count(bureau) else ""

    if path == bureau.list_path:
        store = f'<script type="text/xml">{_records(bureau, _slice(bureau, 0), following(1))}</script>'
        return _html(_frame(bureau, f"<div id='6101313'>{store}</div>"))
    if path == "/module/web/jpage/dataproxy.jsp":
        number = int(query["page"])
        xml = "<?xml version='1.0' encoding='utf-8'?>" + _records(bureau, _slice(bureau, number), following(number + 1))
        return _html(xml, "text/xml")
    return None


def _gkmlpt(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    if path == "/gkmlpt/index":
        return _html(_frame(bureau, "<div id='app'></div><script>window._CONFIG={SID: '755031'};</script>"))
    if path != "/gkmlpt/api/all/2811" or query.get("sid") != "755031":
        return None
    shown = _slice(bureau, int(query["page"]) - 1, 100)
    articles = [
        {"id": one.number, "title": one.title, "url": f"http://{bureau.host}{bureau.path_of(one)}",
         "display_publish_time": int(datetime.combine(one.day, time(1), UTC).timestamp()), "publisher": bureau.name}
        for one in shown
    ]  # fmt: skip
    return _html(json.dumps({"total": len(bureau.reports), "articles": articles}), "application/json")


def _boda(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    """Counted downwards; the day stands apart from the month."""
    count = _count(bureau)
    stem = bureau.list_path.removesuffix(".htm")
    numbers = {bureau.list_path: 0} | {f"{stem}/{count - index}.htm": index for index in range(1, count)}
    if path not in numbers:
        return None
    index = numbers[path]
    rows = "".join(
        f'<li id="line_u9_{place}"><div><h2>{one.day:%d}</h2><p>{one.day:%Y.%m}</p></div>'
        f'<a href="{bureau.path_of(one)}"><h4>{one.title}</h4></a></li>'
        for place, one in enumerate(_slice(bureau, index))
    )
    following = f'<span class="p_next p_fun"><a href="{stem}/{count - index - 1}.htm">下页</a></span>'
    return _html(_frame(bureau, f"<ul>{rows}</ul>{following if index + 1 < count else ''}"))


def _uuid(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    call = "/truecms/messageController/getMessage.do"
    if path == bureau.list_path:
        words = f"columnId:'852694c8-396b-4bcb-bf74-24b8ec291008',proxyUrl:'{call}'"
        return _html(_frame(bureau, f"<div id='list'></div><script>$('#list').page({{{words}}})</script>"))
    if path != call:
        return None
    start, size = int(query["startrecord"]) - 1, int(query["perpage"])
    store = _records(bureau, bureau.reports[start : start + size])
    return _html(f"{query['callback']}({json.dumps({'result': store})});", "application/javascript")


def _generic(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    stem = bureau.list_path.removesuffix("1.html")
    number = path.removeprefix(stem).removesuffix(".html")
    if not path.startswith(stem) or not number.isdigit() or not 1 <= int(number) <= _count(bureau):
        return None
    rows = "".join(
        f"<tr><td><a href='{bureau.path_of(one)}'>{one.title}</a></td><td>{one.day:%Y年%m月%d日}</td></tr>"
        for one in _slice(bureau, int(number) - 1)
    )
    following = f"<a href='{stem}{int(number) + 1}.html'>下一页&gt;</a>" if int(number) < _count(bureau) else ""
    return _html(_frame(bureau, f"<table>{rows}</table><div>{following}</div>"))


def _feed(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    if path != bureau.list_path:
        return None
    items = "".join(
        f"<item><title><![CDATA[{one.title}]]></title><link>http://{bureau.host}{bureau.path_of(one)}</link>"
        f"<pubDate>{format_datetime(datetime.combine(one.day, time(1), UTC))}</pubDate></item>"
        for one in bureau.reports
    )
    head = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>{bureau.name}</title>"
    return _html(f"{head}{items}</channel></rss>", "application/rss+xml")


def _sitemap(bureau: Bureau, path: str, query: dict[str, str]) -> Page | None:
    schema = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    if path == bureau.list_path:
        parts = "".join(
            f"<sitemap><loc>http://{bureau.host}/sitemap_{number}.xml</loc></sitemap>"
            for number in range(_count(bureau))
        )
        return _html(f"<sitemapindex {schema}>{parts}</sitemapindex>", "text/xml")
    number = path.removeprefix("/sitemap_").removesuffix(".xml")
    if not number.isdigit():
        return None
    urls = "".join(
        f"<url><loc>http://{bureau.host}{bureau.path_of(one)}</loc><lastmod>{one.day}</lastmod></url>"
        for one in _slice(bureau, int(number))
    )
    return _html(f"<urlset {schema}>{urls}</urlset>", "text/xml")


LISTED = {
    "trs": _trs, "script": _script, "jpage": _jpage, "gkmlpt": _gkmlpt, "boda": _boda,
    "uuid": _uuid, "generic": _generic, "feed": _feed, "sitemap": _sitemap,
}  # fmt: skip
