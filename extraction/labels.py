"""The lines of a page that are not the report: what they are labelled, what their labels say.

A page's head (before the first line of the body) and tail carry labels in every spelling: padded (`文       号 :`), two on one line,
empty, alternating with their values line by line, in pipe or tab cells. Labels that are also words of reports (名称, 时间,
来源) count only in the head and tail. A line that could be of the body is of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.dates import DATE

_SPELLINGS = {
    "index_number": "信息索引号 索引号 索取号",
    "document_number": "发文字号 发文文号 公文文号 文件编号 文号",
    "issuer": "信息发布单位 发文单位 发布机构 发文机关 发布单位 发布部门 发布机关 发文机构 制定机关 公开责任部门 信息来源 稿件来源 文章来源 来源 來源 填报单位 供稿单位",
    "topic": "主题分类 组配分类 体裁分类 信息分类 信息类别 公文目录 主题词 主题类别 分类",
    "title": "信息名称 文件名称 公文名称 名称 标题",
    "published_on": "发布日期 发布时间 发表时间 发表日期 公开日期 公布日期 生成日期 更新时间 更新日期 录入时间 信息时间 时间 日期",
    "signed_on": "发文日期 成文日期 印发日期 制发日期",
    "": "体裁 施行日期 实施日期 废止日期 有效性 是否有效 时效性 效力等级 效力状态 公开方式 公开范围 公开类别 公开形式 公开时限 浏览次数 浏览量 浏览 访问量 访问次数 "
    "阅读人次 阅读次数 阅读量 阅读 点击次数 点击量 点击数 点击率 点击 作者 责任编辑 编辑 审核 初审 复审 终审 审签 校对 关键词 语种 字体大小 设置字体大小 字体 字号 文字大小 "
    "保护视力色 背景色 分享到 分享 打印 载体类型 同步网站 所属机构 信息格式 内容分类",
}
_KEYS = {label: key for key, labels in _SPELLINGS.items() for label in labels.split()}
_PADDED = "|".join(r"[ ]{0,12}".join(label) for label in sorted(_KEYS, key=len, reverse=True))
_LABEL = re.compile(
    rf"(?:^|(?<=[ \t|\[【(*·•>]))(?P<label>{_PADDED})[ ]{{0,12}}(?P<mark>[:|\t]|$|[ ](?=20[0-9]{{2}}[-年]))"
)
_SPACES = re.compile(r"\s")

_FURNITURE = re.compile(
    r"^(?:上一[篇条页]|下一[篇条页]|前一篇|后一篇)[ ]{0,4}(?:[:|]|$)"
    r"|^(?:您|你)?(?:现在|当前)?(?:所在|的|所处)?(?:的)?位置(?:是)?[ ]{0,4}[:>]|^您?现在的位置[ ]{0,4}[:>]|^当前位置"
    r"|^首页[ ]{0,4}(?:>|»|/|\||-)|^[^。;]{0,40}>[^。;]{1,40}>[^。;]{0,40}$"
    r"|网站标识码|ICP备|公网安备|公安备[0-9]|版权所有|技术支持[:]|网站地图|网站主管|主办单位?[:]|承办单位?[:]|^备案号"
    r"|^(?:今天是|天气)|^(?:无障碍(?:阅读|浏览)|长者模式|关怀版|长辈版|适老版|繁体(?:中文|版)?|English|手机版)[ |]{0,4}"
    r"|扫一扫|扫码|微信扫描|二维码|站外链接|^相关(?:附件|链接|文档|阅读|新闻|信息|稿件)|^附件[0-9]{0,2}[ ]{0,4}[:].{0,80}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)"
    r"|^[(【\[]?此件(?:主动|依申请)?公开(?:发布)?[)】\]]?$|^\[?责任编辑|^[(]?(?:责任)?编辑[:]"
    r"|^(?:留言咨询|政策性文件留言|我要(?:留言|咨询|评论)|发表评论|验证码|提交留言|网友评论|咨询留言)"
    r"|^(?:打印|关闭|收藏|返回顶部|分享|大|中|小|返回首页|打印本页|关闭窗口|打印 ?关闭|【打印】|纠错|字号|TOP)[ |】\]]{0,3}$"
)
_TOOLS = re.compile(
    r"大 ?中 ?小|【?打印】?|【?关闭】?|【?收藏】?|字体|字号|分享到|页面调色板|浏览次数|浏览[:]|访问量|阅读[:次]|点击[:数量]|保护视力色"
)
_TAIL = re.compile(
    r"^(?:联系(?:人|电话|方式|地址)|电话|传真|地址|邮编|邮政编码|电子邮箱|监督电话|咨询电话|姓名|手机|内容)[ ]{0,6}[:]|^附件[ ]{0,4}[0-9]{0,2}[:.]"
)
_STAMPED = re.compile(r"^[\[(【]?(?:19|20)[0-9]{2}[-./年]")
_MEDIA = re.compile(r"[日晚早时]报|网$|新闻|传媒|融媒|电视台|广播|客户端|微信|公众号|周刊|杂志|本站|原创|转载|互联网")
_ENDED = re.compile(r"[。;!?]")
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
    stamps: tuple[str, ...]  # furniture lines that begin with a date


def lines_of(folded: str) -> Iterator[Line]:
    """The non-empty lines of the text, without the blanks around them."""
    position = 0
    for raw in folded.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            yield Line(start, start + len(stripped), stripped)
        position += len(raw)


def read_page(folded: str, title: str | None) -> Page:
    """Tell furniture from report, and collect what the labels say. `title` is the report's, where it is known already."""
    lines = tuple(lines_of(folded))
    values: dict[str, str] = {}
    furniture: set[int] = set()
    head = _read_head(lines, values, furniture, fold_spaces(title) if title else None)
    _read_tail(lines, head, values, furniture)
    furniture.update(i for i, line in enumerate(lines) if i not in furniture and _is_furniture(line.text))
    stamps = tuple(lines[i].text for i in sorted(furniture) if _STAMPED.match(lines[i].text))
    return Page(lines, frozenset(furniture), head, values, stamps)


def fold_spaces(text: str) -> str:
    """The text without any blank: how titles and labels are compared."""
    return _SPACES.sub("", text)


def _read_head(lines: tuple[Line, ...], values: dict[str, str], furniture: set[int], title: str | None) -> int:
    """Walk down to the first line of the body; its index."""
    waiting: str | None = None
    for index, line in enumerate(lines[:_HEAD_LINES]):
        found = labelled(line.text)
        if found is not None:
            furniture.add(index)
            waiting = _keep(found, values)
            continue
        if waiting is not None and (value := _next_value(waiting, line.text)):
            if title is None or fold_spaces(line.text) != title:
                furniture.add(index)
            values.setdefault(waiting, value)
            waiting = None
            continue
        waiting = None
        if _is_furniture(line.text) or _is_stamp(line.text) or document_number(line.text) == line.text:
            furniture.add(index)
            if number := document_number(line.text) if line.text.endswith("号") else None:
                values.setdefault("document_number", number)
        elif is_body(line.text):
            return index
    return min(len(lines), _HEAD_LINES)


def _read_tail(lines: tuple[Line, ...], head: int, values: dict[str, str], furniture: set[int]) -> None:
    """Walk up from the end to the last line of the body."""
    for index in range(len(lines) - 1, max(head, len(lines) - _TAIL_LINES) - 1, -1):
        text = lines[index].text
        found = labelled(text)
        if found is not None and len(text) < 80:
            furniture.add(index)
            _keep(found, values)
        elif _is_furniture(text) or (len(text) < 60 and _TAIL.search(text) and not _ENDED.search(text)):
            furniture.add(index)
        elif is_body(text):
            return


def labelled(text: str) -> list[tuple[str, str]] | None:
    """The (key, value) pairs of a line that begins with a label; None for any other line."""
    if len(text) > 400:
        return None
    matches = list(_LABEL.finditer(text))
    if not matches or not _opens(text, matches[0]):
        return None
    pairs = []
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        value = text[match.end() : following.start() if following else len(text)].strip(" \t|*·•[]【】>")
        pairs.append((_KEYS[fold_spaces(match["label"])], value))
    if any(_ENDED.search(value) or len(value) > 90 for key, value in pairs if key != "title"):
        return None
    return None if _is_table_head(text, matches) else pairs


def _opens(text: str, match: re.Match[str]) -> bool:
    """A label opens its line, or follows the page's tools (字号, 打印) or the index that ends with it."""
    before = text[: match.start()].strip(" \t|*·•[]【】()>")
    return not before or (len(before) < 40 and bool(_TOOLS.search(before) or _STAMPED.match(before)))


def _is_table_head(text: str, matches: list[re.Match[str]]) -> bool:
    """A row of a report's table that merely has a column named 时间 or 名称: most of its cells are no labels."""
    cells = [cell for cell in re.split(r"[|\t]", text) if cell.strip()]
    barred = [m for m in matches if m["mark"] in ("|", "\t")]
    return bool(barred) and len(cells) > 2 * len(matches)


def _keep(found: list[tuple[str, str]], values: dict[str, str]) -> str | None:
    """Store the values; the key that still waits for its value on the next line."""
    for key, value in found:
        if key == "issuer" and (dated := DATE.search(value)):
            values.setdefault("published_on", dated.group())
            value = value[: dated.start()].strip()
        if key and value and value != "无" and _fits(key, value):
            values.setdefault(key, value)
    key, value = found[-1]
    return key if key and not value and key not in values else None


def _fits(key: str, value: str) -> bool:
    if key in ("published_on", "signed_on"):
        return DATE.search(value) is not None
    if key == "issuer":
        return len(value) <= 40 and not value.isdigit() and _MEDIA.search(value) is None
    return key != "document_number" or any(c.isdigit() for c in value)


def _next_value(key: str, text: str) -> str | None:
    """A line that can only be the value of the label above it; a line of the body never is."""
    if len(text) > 60 or _ENDED.search(text):
        return None
    shapes = {
        "published_on": r"(?:19|20)[0-9]{2}[-./年].{0,20}",
        "signed_on": r"(?:19|20)[0-9]{2}[-./年].{0,20}",
        "index_number": r"[0-9A-Za-z/_-]{6,50}",
        "document_number": r".{0,20}[〔\[【(][0-9]{4}[〕\]】)].{0,8}号|无",
        "issuer": r"[^,:0-9]{2,24}(?:局|委|委员会|办|办公室|厅|政府|督查室|中心|处|科|院|会|部|站)",
        "topic": r"[^,:0-9]{2,16}",
        "title": r".{6,60}",
    }
    return text if re.fullmatch(shapes[key], text) else None


def document_number(text: str) -> str | None:
    """A document number that stands alone (`某政办发〔2022〕1号`)."""
    match = re.match(r"[\u4e00-\u9fff]{1,16}[〔\[【(][0-9]{4}[〕\]】)]第?[0-9]{1,5}号", text)
    return match.group() if match else None


def _is_furniture(text: str) -> bool:
    return len(text) <= _LONG and "。" not in text and _FURNITURE.search(text) is not None


def _is_stamp(text: str) -> bool:
    """A line with a date and the page's tools: `2020-01-22 16:06 某办 [字号: ] 打印`."""
    return (
        len(text) <= 100
        and (_TOOLS.search(text) is not None and "。" not in text and len(_TOOLS.sub("", text)) < 60)
        or bool(re.fullmatch(r"(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: [0-9:]{4,8})?", text))
    )


def is_body(text: str) -> bool:
    """Whether the line belongs to the report's text: a sentence, an item, a row of a table or anything long."""
    return (
        len(text) > 90
        or "。" in text
        or text.endswith((";", ",", ":"))
        or text.count("|") > 1
        or "\t" in text
        or re.match(r"[(]?[一二三四五六七八九十]{1,3}[)、]|[0-9]{1,3}[.、](?![0-9])|[①-⑳]", text) is not None
    )
