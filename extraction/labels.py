"""The lines of a page that are not the report: what they are labelled, what their labels say.

A page's head (before the first line of the body) and tail carry labels in every spelling: padded (`文       号 :`), two on
one line, empty, alternating with their values line by line, in pipe or tab cells. Labels that are also words of
reports (名称, 时间, 来源) count only there, and only with a value that fits. A line that could be of the body is of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.dates import DATE

_SPELLINGS = {
    "index_number": "信息索引号 索引号 索取号",
    "document_number": "发文字号 发文文号 公文文号 文件编号 文号",
    "issuer": """信息发布单位 发文单位 发布机构 发文机关 发布单位 发布部门 发布机关 发文机构 制定机关
        公开责任部门 信息来源 稿件来源 文章来源 来源 來源 填报单位 供稿单位""",
    "topic": "主题分类 组配分类 体裁分类 信息分类 信息类别 公文目录 主题词 主题类别 分类",
    "title": "信息名称 文件名称 公文名称 名称 标题",
    "published_on": """发布日期 发布时间 发表时间 发表日期 公开日期 公布日期 生成日期 更新时间 更新日期
        录入时间 信息时间 时间 日期""",
    "signed_on": "发文日期 成文日期 印发日期 制发日期",
    "": """施行日期 实施日期 废止日期 有效性 是否有效 时效性 效力等级 效力状态 公开方式 公开范围 公开类别
        公开形式 公开时限 浏览次数 浏览量 浏览 访问量 访问次数 阅读人次 阅读次数 阅读量 阅读 点击次数
        点击量 点击数 点击率 点击 作者 责任编辑 编辑 审核 初审 复审 终审 审签 校对 打印日期 关键词 语种
        体裁 字体大小 设置字体大小 字体 字号 文字大小 保护视力色 背景色 分享到 分享 打印 载体类型
        同步网站 所属机构 信息格式 内容分类""",
}
_KEYS = {label: key for key, labels in _SPELLINGS.items() for label in labels.split()}
_PADDED = "|".join(r"[ ]{0,12}".join(label) for label in sorted(_KEYS, key=len, reverse=True))
_LABEL = re.compile(
    rf"(?:^|(?<=[ \t|\[【(*·•>]))(?P<label>{_PADDED})[ ]{{0,12}}(?P<mark>[:|\t]|$|[ ](?=20[0-9]{{2}}[-年]))"
)
_SPACES = re.compile(r"\s")
_TRIM = " \t|*·•[]【】()>"

_ANYWHERE = re.compile(
    r"^(?:上一[篇条页]|下一[篇条页]|[前后]一篇)[ ]{0,4}[:|]|网站标识码|ICP备|公网安备|扫一扫|站外链接"
    r"|^[(【\[]?此件(?:主动|依申请)?公开(?:发布)?[)】\]]?$|^[(\[]?责任编辑[ ]{0,4}[:]"
    r"|^(?:您|你)(?:现在|当前)?(?:所在|所处)?的?位置(?:是)?[ ]{0,4}[:>]"
    r"|^附件[0-9]{0,2}[ ]{0,4}[:].{0,80}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)"
)
_OUTSIDE = re.compile(
    r"^(?:当前|现在|所在)的?位置|^首页[ ]{0,4}(?:>|»|/|\||-)|^今天是|^附件[ ]{0,2}[0-9]{0,2}[:]?$|^相关(?:附件|链接|文档|阅读|新闻|信息|稿件)"
    r"|^[(]?编辑[:]|版权所有|技术支持[:]|网站地图|网站主管|(?:主办|承办)(?:单位)?[:]|^备案号|公安备[0-9]"
    r"|^(?:用)?微信扫|二维码|扫码|留言|发表评论|验证码|网友评论|我要(?:咨询|评论)"
    r"|^(?:无障碍|长者模式|关怀版|长辈版|适老|繁体|English|手机版)|^(?:上|下)一[篇条页]"
    r"|^(?:打印|关闭|收藏|返回|分享|大|中|小|纠错|字号|TOP)[^ ]{0,4}[ |】\]]{0,3}$"
)
_RELATED = re.compile(r"(?:相关|推荐|延伸|更多)(?:链接|文档|阅读|新闻|信息|稿件|文章|报道)[ ]{0,4}:?$")
_TOOLS = re.compile(
    r"大 ?中 ?小|【?打印】?|【?关闭】?|【?收藏】?|字体|字号|分享到|页面调色板|浏览次数|浏览[:]|访问量|阅读[:次]|点击[:数量]"
    r"|保护视力色"
)
_CONTACT = re.compile(
    r"^(?:联系(?:人|电话|方式|地址)|电话|传真|地址|邮编|邮政编码|电子邮箱|(?:监督|咨询)电话|姓名|手机)[ ]{0,6}[:]"
    r"|^附件[ ]{0,4}[0-9]{0,2}[:.]"
)
_STAMP = re.compile(r"[\[(【]?(?:19|20)[0-9]{2}[-./年]")
_BARE_STAMP = re.compile(r"(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: [0-9:]{4,8})?")
_MEDIA = re.compile(r"[日晚早时]报|网$|新闻|传媒|融媒|电视台|广播|客户端|微信|公众号|周刊|杂志|本站|原创|转载")
_ENDED = re.compile(r"[。;!?]")
_ITEM = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)、]|[0-9]{1,3}[.、](?![0-9])|[①-⑳]")
_SHAPES = {
    "published_on": re.compile(r"(?:19|20)[0-9]{2}[-./年].{0,20}"),
    "signed_on": re.compile(r"(?:19|20)[0-9]{2}[-./年].{0,20}"),
    "index_number": re.compile(r"[0-9A-Za-z/_-]{6,50}"),
    "document_number": re.compile(r".{0,20}[〔\[【(][0-9]{4}[〕\]】)].{0,8}号|无"),
    "issuer": re.compile(r"[^,:0-9]{2,24}(?:局|委|委员会|办|办公室|厅|政府|督查室|中心|处|科|院|会|部|站)"),
    "topic": re.compile(r"[^,:0-9]{2,8}"),
    "title": re.compile(r".{6,80}"),
}
_HEAD_LINES, _TAIL_LINES, _LONG, _LONGEST = 40, 14, 140, 400


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


def fold_spaces(text: str) -> str:
    """The text without any blank: how titles and labels are compared."""
    return _SPACES.sub("", text)


def read_page(folded: str) -> Page:
    """Tell furniture from report, and collect what the labels say."""
    lines = tuple(lines_of(folded))
    values: dict[str, str] = {}
    furniture: set[int] = set()
    head = _read_head(lines, values, furniture)
    furniture.update(_related(lines, head))
    _read_tail(lines, head, values, furniture)
    furniture.update(i for i, line in enumerate(lines) if i not in furniture and _is_furniture(line.text, _ANYWHERE))
    return Page(lines, frozenset(furniture), head, values)


def _read_head(lines: tuple[Line, ...], values: dict[str, str], furniture: set[int]) -> int:
    """Walk down to the first line of the body; its index."""
    waiting: str | None = None
    for index, line in enumerate(lines[:_HEAD_LINES]):
        found = labelled(line.text)
        if found is not None:
            furniture.add(index)
            waiting = _keep(found, values)
        elif waiting is not None and _is_value(waiting, line.text):
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
    if document_number(text):
        values.setdefault("document_number", text)
        return True
    stamped = len(text) <= 100 and "。" not in text and _TOOLS.search(text) is not None
    if (stamped and len(_TOOLS.sub("", text)) < 60) or _BARE_STAMP.fullmatch(text):
        if _STAMP.match(text) and (stamp := DATE.search(text)):
            values.setdefault("published_on", stamp.group())
        return True
    crumbs = text.count(">") > 1 and len(text) <= _LONG and not _ENDED.search(text)
    return crumbs or _is_furniture(text, _ANYWHERE) or _is_furniture(text, _OUTSIDE)


def _read_tail(lines: tuple[Line, ...], head: int, values: dict[str, str], furniture: set[int]) -> None:
    """Walk up from the end to the last line of the body."""
    for index in range(len(lines) - 1, max(head, len(lines) - _TAIL_LINES) - 1, -1):
        text = lines[index].text
        found = labelled(text) if len(text) < 80 else None
        if found is not None:
            furniture.add(index)
            _keep(found, values)
        elif _is_furniture(text, _ANYWHERE) or _is_furniture(text, _OUTSIDE) or _is_contact(text):
            furniture.add(index)
        elif is_body(text):
            return


def _related(lines: tuple[Line, ...], head: int) -> Iterator[int]:
    """The titles of other pages under 相关阅读, to the end of the text; none where a sentence follows."""
    for index in range(max(head, len(lines) - _TAIL_LINES), len(lines)):
        if _RELATED.match(lines[index].text):
            below = range(index, len(lines))
            return iter(below if not any(_ENDED.search(lines[i].text) for i in below) else ())
    return iter(())


def _is_furniture(text: str, pattern: re.Pattern[str]) -> bool:
    return len(text) <= _LONG and "。" not in text and "|" not in text[:-1] and pattern.search(text) is not None


def _is_contact(text: str) -> bool:
    return len(text) < 60 and _CONTACT.match(text) is not None and _ENDED.search(text) is None


def labelled(text: str) -> list[tuple[str, str]] | None:
    """The (key, value) pairs of a line that begins with a label; None for any other line."""
    if len(text) > _LONGEST:
        return None
    matches = list(_LABEL.finditer(text))
    if not matches or not _opens(text, matches[0]):
        return None
    ends = [match.start() for match in matches[1:]] + [len(text)]
    values = [
        text[match.end() : end].strip(_TRIM.replace("(", "").replace(")", ""))
        for match, end in zip(matches, ends, strict=True)
    ]
    labels = [fold_spaces(match["label"]) for match in matches]
    pairs = [(_KEYS[label], value) for label, value in zip(labels, values, strict=True)]
    if not all(_may_say(label, key, value) for label, (key, value) in zip(labels, pairs, strict=True)):
        return None
    if stamp := _STAMP.match(text):
        pairs.insert(0, ("published_on", text[stamp.start() : matches[0].start()]))
    barred = any(match["mark"] in ("|", "\t") for match in matches)
    return None if barred and not _is_metadata_row(text, labels, values) else pairs


def _opens(text: str, match: re.Match[str]) -> bool:
    """A label opens its line, or follows the page's tools or a date."""
    before = text[: match.start()].strip(_TRIM)
    return not before or (len(before) < 40 and bool(_TOOLS.search(before) or _STAMP.match(before)))


def _may_say(label: str, key: str, value: str) -> bool:
    """Whether a label of the page may have this value; the short labels, which reports use too, are held to more."""
    if _ENDED.search(value) or len(value) > 90:
        return key == "title" and len(value) <= 120
    if len(label) > 2 or not value:
        return True
    if key == "published_on":
        return DATE.search(value) is not None
    return len(value) >= 6 if key == "title" else len(value) <= 24


def _is_metadata_row(text: str, labels: list[str], values: list[str]) -> bool:
    """A row of cells that label one another, and no row of a report's table with a column named 时间 or 名称."""
    cells = [cell for cell in re.split(r"[|\t]", text) if cell.strip()]
    return any(len(label) > 2 for label in labels) and any(values) and len(cells) <= 2 * len(labels)


def _keep(found: list[tuple[str, str]], values: dict[str, str]) -> str | None:
    """Store the values; the key that still waits for its value on the next line."""
    for key, value in found:
        if key == "issuer" and (dated := DATE.search(value)):
            values.setdefault("published_on", dated.group())
            value = value[: dated.start()].strip()
        if key and value and value != "无" and _is_wanted(key, value):
            values.setdefault(key, value)
    key, value = found[-1]
    return key if key and not value and key not in values else None


def _is_wanted(key: str, value: str) -> bool:
    """A value worth keeping: a date, a body that issues, a number with digits."""
    if key in ("published_on", "signed_on"):
        return DATE.search(value) is not None
    if key == "issuer":
        return len(value) <= 40 and not value.isdigit() and _MEDIA.search(value) is None
    return key != "document_number" or any(c.isdigit() for c in value)


def _is_value(key: str, text: str) -> bool:
    """Whether a line can only be the value of the label above it."""
    return _ENDED.search(text) is None and _SHAPES[key].fullmatch(text) is not None and not is_body(text)


def document_number(text: str) -> bool:
    """Whether the line is a document number and nothing else (`某政办发〔2022〕1号`)."""
    return re.fullmatch(r"[\u4e00-\u9fff]{1,16}[〔\[【(][0-9]{4}[〕\]】)]第?[0-9]{1,5}号", text) is not None


def is_body(text: str) -> bool:
    """Whether the line belongs to the report's text: a sentence, an item, a row of a table or anything long."""
    return (
        len(text) > 90
        or "。" in text
        or text.endswith((";", ",", ":"))
        or text.count("|") > 1
        or "\t" in text
        or _ITEM.match(text) is not None
    )
