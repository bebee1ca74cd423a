"""A page as lines: which belong to the report, and which only to the page around it.

The head is what stands before the first line of the body, the tail what stands after its last. Crumbs, tools, counters
and labels are told by their words, most of them only there: a line that could be of the body is of the body, and no
line with a full stop is ever taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.report.dates import DATE
from extraction.report.labels import ENDED, ITEM, STAMP, TOOLS, TRIM, is_body, is_value, keep, labelled
from extraction.sought import sought

_ANYWHERE = sought(
    r"^(?:[上下][一1][篇条页]|[前后][一1]篇)[ ]{0,4}[:|]|网站标识码|ICP备|公网安备|扫一扫|站外链接"
    r"|^[(【\[]?此件(?:主动|依申请)?公开(?:发布)?[)】\]]?$|^[(\[]?责任编辑[ ]{0,4}[:]"
    r"|^(?:您|你)(?:现在|当前)?(?:所在|所处)?的?位置(?:是)?[ ]{0,4}[:>]"
    r"|^附件[0-9]{0,2}[ ]{0,4}[:].{0,80}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)"
)
_OUTSIDE = sought(
    r"^(?:当前|现在|所在)的?位置|^首页[ ]{0,4}(?:>|»|/|\||-)|^今天是|^附件[ ]{0,2}[0-9]{0,2}[:]?$"
    r"|^相关(?:附件|链接|文档|阅读|新闻|信息|稿件)"
    r"|^[(]?编辑[:]|版权所有|技术支持[:]|网站地图|网站主管|(?:主办|承办)(?:单位)?[:]|^备案号|公安备[0-9]"
    r"|^(?:用)?微信扫|二维码|扫码|留言|发表评论|验证码|网友评论|我要(?:咨询|评论)"
    r"|^(?:无障碍|长者模式|关怀版|长辈版|适老|繁体|English|手机版)|^[上下][一1][篇条页]"
    r"|^(?:打印|关闭|收藏|返回|分享|大|中|小|纠错|字号|TOP)[^ ]{0,4}[ |】\]]{0,3}$"
)
_RELATED = re.compile(r"(?:相关|推荐|延伸|更多)(?:链接|文档|阅读|新闻|信息|稿件|文章|报道)[ ]{0,4}:?$")
_RELATED_BESIDE = re.compile(r"(?:相关|推荐|延伸|更多)(?:链接|阅读|新闻|稿件|文章|报道)[ ]{0,4}[:丨|]\s?(?=\S{4})")
_CONTACT = sought(
    r"^(?:联系(?:人|电话|方式|地址)|电话|传真|地址|邮编|邮政编码|电子邮箱|(?:监督|咨询)电话|姓名|手机)[ ]{0,6}[:]"
    r"|^附件[ ]{0,4}[0-9]{0,2}[:.]"
)
_BARE_STAMP = re.compile(r"(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: [0-9:]{4,8})?")
_HEAD_LINES, _TAIL_LINES, _LONG = 40, 14, 140


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line of the folded text, stripped, at `[start, end)`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text: `furniture` are the indices that are no report, `values` what the labels said first."""

    lines: tuple[Line, ...]
    furniture: frozenset[int]
    head: int  # the index of the body's first line
    values: dict[str, str]


def lines_of(folded: str) -> Iterator[Line]:
    """The non-empty lines of the text, without the blanks around them."""
    position = 0
    for raw in folded.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            yield Line(start, start + len(stripped), stripped)
        position += len(raw)


def read_page(folded: str) -> Page:
    """Tell furniture from report, and collect what the labels say."""
    lines = tuple(lines_of(folded))
    values: dict[str, str] = {}
    furniture: set[int] = set()
    head = _read_head(lines, values, furniture)
    furniture.update(_related(lines, head))
    _read_tail(lines, head, values, furniture)
    furniture.update(i for i, line in enumerate(lines) if i not in furniture and _is_furniture(line.text, _ANYWHERE))
    furniture.update(_copy(lines, head, furniture))
    return Page(lines, frozenset(furniture), head, values)


def _read_head(lines: tuple[Line, ...], values: dict[str, str], furniture: set[int]) -> int:
    """Walk down to the first line of the body; its index."""
    waiting: str | None = None
    for index, line in enumerate(lines[:_HEAD_LINES]):
        found = labelled(line.text)
        if found is not None:
            furniture.add(index)
            waiting = keep(found, values)
        elif waiting is not None and is_value(waiting, line.text):
            values.setdefault(waiting, line.text)
            if waiting != "title":  # the title is the report's, wherever it stands
                furniture.add(index)
            waiting = None
        elif _is_head_furniture(line.text, values):
            furniture.add(index)
            waiting = None
        elif is_body(line.text):
            return index
        else:
            waiting = None
    return min(len(lines), _HEAD_LINES)


def _is_head_furniture(text: str, values: dict[str, str]) -> bool:
    """Furniture of a head without a label: crumbs, tools, a lone document number, a stamp with date and tools."""
    if _is_document_number(text):
        values.setdefault("document_number", text)
        return True
    stamped = len(text) <= 100 and "。" not in text and TOOLS.search(text) is not None
    if (stamped and len(TOOLS.sub("", text)) < 60) or _BARE_STAMP.fullmatch(text):
        if STAMP.match(text) and (stamp := DATE.search(text)):
            values.setdefault("published_on", stamp.group())
        return True
    if ITEM.match(text):
        return False
    return _is_crumbs(text) or _is_furniture(text, _ANYWHERE) or _is_furniture(text, _OUTSIDE)


def _is_crumbs(text: str) -> bool:
    """首页 > 政务公开 > 督查: names of sections, no figures."""
    if text.count(">") < 2 or len(text) > _LONG or ENDED.search(text):
        return False
    return not any(piece.strip()[:1].isdigit() for piece in text.split(">"))


def _read_tail(lines: tuple[Line, ...], head: int, values: dict[str, str], furniture: set[int]) -> None:
    """Walk up from the end to the last line of the body."""
    for index in range(len(lines) - 1, max(head, len(lines) - _TAIL_LINES) - 1, -1):
        text = lines[index].text
        found = labelled(text) if len(text) < 80 else None
        if found is not None:
            furniture.add(index)
            keep(found, values)
        elif _is_furniture(text, _ANYWHERE) or _is_furniture(text, _OUTSIDE) or _is_contact(text):
            furniture.add(index)
        elif is_body(text):
            return


def _related(lines: tuple[Line, ...], head: int) -> Iterator[int]:
    """The titles of other pages under 相关阅读, to the end of the text, or beside it; none where a sentence follows."""
    for index in range(max(head, len(lines) - _TAIL_LINES), len(lines)):
        if _RELATED_BESIDE.match(lines[index].text) and not ENDED.search(lines[index].text):
            return iter((index,))
        if _RELATED.match(lines[index].text):
            below = range(index, len(lines))
            return iter(below if not any(ENDED.search(lines[i].text) for i in below) else ())
    return iter(())


_COPIED = sought(
    r"[(\[【]?以下[为是](?:本[文页]的?)?(?:适老|长者|长辈|老年|无障碍|大字|语音|简明)[^。]{0,10}?(?:版|模式|阅读)[)\]】]?"
)
_FIGURE = sought(r"\d[\d.]*")


def _copy(lines: tuple[Line, ...], head: int, furniture: set[int]) -> Iterator[int]:
    """What stands behind 以下为适老化阅读版, where it tells no figure that the page has not told."""
    start = next((i for i in range(head, len(lines)) if _COPIED.fullmatch(lines[i].text)), len(lines))
    told = {figure for line in lines[:start] for figure in _FIGURE.findall(line.text)} if start < len(lines) else set()
    below = range(start, len(lines))
    again = all(told.issuperset(_FIGURE.findall(lines[i].text)) for i in below if i not in furniture)
    return iter(below if again else ())


def _is_furniture(text: str, pattern: re.Pattern[str]) -> bool:
    if len(text) > _LONG or "。" in text or "|" in text[:-1] or ITEM.match(text):
        return False
    return pattern.search(text) is not None or _is_tools(text)


def _is_tools(text: str) -> bool:
    """Nothing but tools: 【打印】【关闭】."""
    return TOOLS.search(text) is not None and not TOOLS.sub("", text).strip(TRIM)


def _is_contact(text: str) -> bool:
    return len(text) < 60 and _CONTACT.match(text) is not None and ENDED.search(text) is None


def _is_document_number(text: str) -> bool:
    """Whether the line is a document number and nothing else (`某政办发〔2022〕1号`)."""
    return sought(r"[\u4e00-\u9fff]{1,16}[〔\[【(][0-9]{4}[〕\]】)]第?[0-9]{1,5}号").fullmatch(text) is not None
