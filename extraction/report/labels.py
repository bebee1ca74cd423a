"""What a page's labels say: `索引号 : 0113/2023`, in every spelling that government pages use.

Labels are padded (`文       号 :`), stand two on a line, are empty, or stand in the cells of a row. Short labels are
words of reports too (名称, 时间, 来源): they count only with a value that fits.
"""

from __future__ import annotations

import re

from extraction.report.dates import DATE
from extraction.sought import sought

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
_LABEL = sought(
    rf"(?:^|(?<=[ \t|\[【(*·•>]))(?P<label>{_PADDED})[ ]{{0,12}}(?P<mark>[:|\t]|$|[ ](?=20[0-9]{{2}}[-年]))"
)
TRIM = " \t|*·•[]【】()>"

TOOLS = sought(
    r"大 ?中 ?小|【?打印】?|【?关闭】?|【?收藏】?|字体|字号|分享到|页面调色板|浏览次数|浏览[:]|访问量"
    r"|阅读[:次]|点击[:数量]|保护视力色"
)
STAMP = sought(r"[\[(【]?(?:19|20)[0-9]{2}[-./年]")
_MEDIA = sought(r"[日晚早时]报|网$|新闻|传媒|融媒|电视台|广播|客户端|微信|公众号|周刊|杂志|本站|原创|转载")
ENDED = re.compile(r"[。;!?]")
ITEM = sought(r"[(]?[一二三四五六七八九十]{1,3}[)、]|[0-9]{1,3}[.、](?![0-9])|[①-⑳]")
_SHAPES = {
    "published_on": re.compile(r"(?:19|20)[0-9]{2}[-./年].{0,20}"),
    "signed_on": re.compile(r"(?:19|20)[0-9]{2}[-./年].{0,20}"),
    "index_number": sought(r"[0-9A-Za-z/_-]{6,50}"),
    "document_number": re.compile(r".{0,20}[〔\[【(][0-9]{4}[〕\]】)].{0,8}号|无"),
    "issuer": re.compile(r"[^,:0-9]{2,24}(?:局|委|委员会|办|办公室|厅|政府|督查室|中心|处|科|院|会|部|站)"),
    "topic": re.compile(r"[^,:0-9]{2,8}"),
    "title": re.compile(r".{6,80}"),
}


def fold_spaces(text: str) -> str:
    """The text without any blank: how titles and labels are compared."""
    return "".join(text.split())


def labelled(text: str) -> list[tuple[str, str]] | None:
    """The (key, value) pairs of a line that begins with a label; None for any other line."""
    if len(text) > 400 or "。" in text:
        return None
    matches = list(_LABEL.finditer(text))
    if not matches or not _opens(text, matches[0]):
        return None
    ends = [match.start() for match in matches[1:]] + [len(text)]
    values = [
        text[match.end() : end].strip(TRIM.replace("(", "").replace(")", ""))
        for match, end in zip(matches, ends, strict=True)
    ]
    labels = [fold_spaces(match["label"]) for match in matches]
    pairs = [(_KEYS[label], value) for label, value in zip(labels, values, strict=True)]
    if not all(_may_say(label, key, value) for label, (key, value) in zip(labels, pairs, strict=True)):
        return None
    if stamp := STAMP.match(text):
        pairs.insert(0, ("published_on", text[stamp.start() : matches[0].start()]))
    barred = any(match["mark"] in ("|", "\t") for match in matches)
    return None if barred and not _is_metadata_row(text, labels, values) else pairs


def _opens(text: str, match: re.Match[str]) -> bool:
    """A label opens its line, or follows the page's tools or a date."""
    before = text[: match.start()].strip(TRIM)
    return not before or (len(before) < 40 and bool(TOOLS.search(before) or STAMP.match(before)))


def _may_say(label: str, key: str, value: str) -> bool:
    """Whether a label of the page may have this value; the short labels, which reports use too, are held to more."""
    if key == "title" and value:
        return 6 <= len(value) <= 120
    if ENDED.search(value) or len(value) > 90:
        return False
    if len(label) > 2 or not value:
        return True
    if key == "published_on":
        return DATE.search(value) is not None
    return len(value) <= 24


def _is_metadata_row(text: str, labels: list[str], values: list[str]) -> bool:
    """A row of cells that label one another, and no row of a report's table with a column named 时间 or 名称."""
    cells = [cell for cell in sought(r"[|\t]").split(text) if cell.strip()]
    return any(len(label) > 2 for label in labels) and any(values) and len(cells) <= 2 * len(labels)


def keep(found: list[tuple[str, str]], values: dict[str, str]) -> str | None:
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


def is_value(key: str, text: str) -> bool:
    """Whether a line can only be the value of the label above it."""
    return ENDED.search(text) is None and _SHAPES[key].fullmatch(text) is not None and not is_body(text)


def is_body(text: str) -> bool:
    """Whether the line belongs to the report's text: a sentence, an item, a row of a table or anything long."""
    return (
        len(text) > 90
        or "。" in text
        or text.endswith((";", ",", ":"))
        or text.count("|") > 1
        or "\t" in text
        or ITEM.match(text) is not None
    )
