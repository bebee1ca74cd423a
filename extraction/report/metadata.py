"""What a report is: title, numbers, issuer, dates, region, period; as its page states or its text shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extraction.document import Document
from extraction.records import Interval, Report
from extraction.report.dates import DATE, first_date, matched_date
from extraction.report.labels import fold_spaces, is_body
from extraction.report.page import Line, Page, read_page
from extraction.report.reporting import report_period
from extraction.sought import sought
from extraction.words.folding import fold

_TITLE_CUE = re.compile(
    r"情况|进展|通报|报告|完成|进度|总结|公示|意见|方案|任务|清单|实事|督查|目标|工程|实现|统计|公报|快报|[月旬季周]报|要点"
    r"|分解|工作|项目|指标|推进|落实|全面|上半年|季度"
)
_NO_TITLE = sought(
    r"^(?:附件?表?[0-9]{0,2}[:]?|单位[:]|注[:]|备注|金额单位|填报|政府信息公开|信息公开|政务公开|[0-9./-]+$)"
)
_TOLD_THEN = sought(  # 二季度进展:已建成8个 tells, as 改造6栋,上半年完成2栋 does; nothing is called so
    r"(?:季度|半年|\d月(?:[底末]|份)?)(?:进展|进度|完成|工作|情况)*[:,]\s?(?:已|累计|共|新)*[\u4e00-\u9fff]{0,6}\d"
)
_ORGAN = (
    r"(?:局|委|委员会|办|办公室|厅|政府|督查室|中心|领导小组|管委会|指挥部|林场|集团|公司|联合会|总工会|妇联"
    r"|残联|法院|检察院|人大常委会|科|处|室|会)"
)
_BY = sought(rf"^([\u4e00-\u9fff]{{2,24}}?{_ORGAN})(?=关于|20[0-9]{{2}}年)")
_PLACE = re.compile(
    r"(?P<province>[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,6}自治区)?"
    r"(?P<city>[\u4e00-\u9fff]{1,4}?[市盟]|[\u4e00-\u9fff]{2,8}?自治州"
    r"|[\u4e00-\u9fff]{2}州(?![\u4e00-\u9fff]?[市区]))?"
    r"(?P<county>[\u4e00-\u9fff]{1,3}?[县旗市]|[\u4e00-\u9fff]{1,6}?自治[县旗]|[\u4e00-\u9fff]{1,4}?区)?"
    r"(?![级直属场域容内外际]|[\u4e00-\u9fff]{0,1}级)"
)
_PROVINCES = re.compile(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川"
    r"|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(?![省市自回壮维藏蒙])"
)
# 两区, 各县, 示范区, 市委市政府: no names of places
_NO_PLACE = sought(
    r"^(?:[一二三四五六七八九十两]?[省市县区州旗盟]|新区|关于|[前上下本今去]|重点|主要)"
    r"|[全我本各该和与的季年月项委局厅府]"
    r"|^(?:城市|超市|[社小园地灾景辖山库牧校片]区)|示范|开发|高新|经济|部分"
)
_ORGAN_LINE = sought(rf"[\u4e00-\u9fff、() ]{{2,40}}{_ORGAN}")
_KIND_OF_TEXT = re.compile(
    r"(?:情况|进展|进度|通报|报告|汇报|公示|总结|意见|方案|清单|简报|快报|[月旬季周]报|公报|通知|通告|公告|函|表|一览|自评"
    r"|总览)(?:[(].{1,20}[)])?$"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when, at the end of the report, at `[start, end)` of the text."""

    issuer: str | None
    signed_on: date
    start: int
    end: int


def read_report(document: Document, *, as_of: date | None = None) -> Report:
    """The report's identity. What `document.metadata` gives wins; `as_of` is the cutoff where the text has none."""
    given = document.metadata
    page = _page(document)
    signed = _signature(page, document.own_end)
    title = given.get("title") or page.values.get("title") or _title(document, page)
    published = _date(given.get("published_on") or page.values.get("published_on"))
    signed_on = _date(given.get("signed_on") or page.values.get("signed_on")) or (signed.signed_on if signed else None)
    issuer = given.get("issuer") or _issuer(page, signed, title)
    named = fold_spaces(fold(title)) if title is not None else ""
    body = "\n".join(line.text for i, line in enumerate(page.lines) if i not in page.furniture and not _is(line, named))
    if signed is not None:
        body = body.replace(fold(document.text[signed.start : signed.end]), "")
    found = report_period(title, body, signed_on, as_of, published)
    return Report(
        title=title,
        index_number=given.get("index_number") or page.values.get("index_number"),
        document_number=given.get("document_number") or page.values.get("document_number"),
        topic=given.get("topic") or page.values.get("topic"),
        issuer=issuer,
        published_on=published,
        signed_on=signed_on,
        region=given.get("region") or _region(issuer, title),
        year=found.year if found else None,
        period=found.period if found else None,
        cutoff=found.cutoff if found else None,
    )


def furniture(document: Document) -> tuple[Interval, ...]:
    """The intervals of the text that belong to the page and not to the report, ordered and apart.

    The line of the title is the report's.
    """
    page = _page(document)
    return tuple((page.lines[i].start, page.lines[i].end) for i in sorted(page.furniture))


def signature(document: Document) -> Signature | None:
    """The issuing body and the date at the end of the report (`2024年10月12日`, `二〇二四年十月十二日`), or None."""
    return _signature(_page(document), document.own_end)


def _page(document: Document) -> Page:
    return _page_of(document.text)


@lru_cache(maxsize=2)
def _page_of(text: str) -> Page:
    """The page, kept for the next question about the same document."""
    return read_page(fold(text))


def _is(line: Line, title: str) -> bool:
    """Whether the line is the title, or half of it; the title folded, without its blanks."""
    return len(line.text) >= 6 and fold_spaces(line.text) in title


def _date(text: str | None) -> date | None:
    return first_date(fold(text)) if text else None


# title


def _title(document: Document, page: Page) -> str | None:
    """The first line of the head that reads like a title, with the second line of a title that was broken in two."""
    for index, line in enumerate(page.lines[: page.head]):
        if index in page.furniture or not _is_title(line.text):
            continue
        own = document.text[line.start : line.end]
        following = page.lines[index + 1] if index + 1 < len(page.lines) else None
        if following is not None and index + 1 not in page.furniture and _goes_on(line.text, following.text):
            return own + document.text[following.start : following.end]
        return own
    return None


def _is_title(text: str) -> bool:
    if (
        not 8 <= len(text) <= 80
        or is_body(text)
        or _TOLD_THEN.search(text)
        or _NO_TITLE.match(text)
        or _ORGAN_LINE.fullmatch(text)
    ):
        return False
    closed = text[-1] not in "。;:,)" or (text[-1] == ")" and "(" in text)
    return closed and _TITLE_CUE.search(text) is not None


def _goes_on(text: str, following: str) -> bool:
    """A heading that names no kind of document is ended by a line that does."""
    return (
        len(text) + len(following) <= 80
        and not is_body(following)
        and _KIND_OF_TEXT.search(text) is None
        and _KIND_OF_TEXT.search(following) is not None
    )


# signature


def _signature(page: Page, own_end: int | None) -> Signature | None:
    """A page with attachments is signed before they begin."""
    end = float("inf") if own_end is None else own_end
    body = [line for i, line in enumerate(page.lines) if i not in page.furniture and line.end <= end]
    for back in range(1, min(8, len(body)) + 1):
        line = body[-back]
        match = DATE.search(line.text)
        if match is None or line.text[match.end() :].strip(" )"):
            continue
        signed_on, before = matched_date(match), line.text[: match.start()].strip(" (")
        if signed_on is None or len(before) > 40 or (before and not re.search(rf"{_ORGAN}$", before)):
            continue
        above = body[-back - 1] if len(body) > back else None
        if before:
            return Signature(fold_spaces(before), signed_on, line.start, line.end)
        if match["month"] is None:  # 2024-10-12 alone may be a cell of a table
            continue
        if above is not None and _ORGAN_LINE.fullmatch(above.text):
            return Signature(fold_spaces(above.text), signed_on, above.start, line.end)
        return Signature(None, signed_on, line.start, line.end)
    return None


# issuer and region


def _issuer(page: Page, signed: Signature | None, title: str | None) -> str | None:
    """The labelled body; a fuller name of it at the head or the foot of the report wins."""
    labelled, by_signature = page.values.get("issuer"), signed.issuer if signed else None
    lines = (line.text for i, line in enumerate(page.lines[: page.head]) if i not in page.furniture)
    heading = next((text for text in lines if _ORGAN_LINE.fullmatch(text) and _place(text)), None)
    for fuller in (by_signature, heading):
        if fuller and (labelled is None or fuller.endswith(labelled) or not _place(labelled)):
            return fold_spaces(fuller)
    if labelled:
        return labelled
    match = _BY.match(fold(title)) if title else None
    return match[1] if match else None


def _region(issuer: str | None, title: str | None) -> str | None:
    """The province, city and county that open the issuer's name or the title; None where only 市 or 县 stands there."""
    for text in (issuer, title):
        if text and (place := _place(fold(text))) is not None:
            return place
    return None


def _place(text: str) -> str | None:
    text = text.removeprefix("关于").removeprefix("中共")
    if province := _PROVINCES.match(text):
        return province.group() + (_plain_place(text[province.end() :]) or "")
    return _plain_place(text)


def _plain_place(text: str) -> str | None:
    match = _PLACE.match(text)
    if match is None:
        return None
    kept: list[str] = []
    for part in (match["province"], match["city"], match["county"]):
        if part and (len(part) < 2 or _NO_PLACE.search(part)):
            break
        kept.append(part or "")
    return "".join(kept) or None
