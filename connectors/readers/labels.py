"""What a page says about itself in labels: `索引号 : 011/2025-1 文    号 :`, or label and value in cells by turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from connectors.dates import date_in

# key -> its labels, the most reliable first
_LABELS = {
    "index_number": "索引号 索取号",
    "document_number": "发文字号 文件编号 文号 字号",
    "issuer": "发文单位 发文机关 发布机构 发布单位 发布机关 制定机关 公开机构 信息来源 文章来源 稿件来源 来源",
    "topic": "主题分类 组配分类 信息分类 信息类别 体裁分类 分类",
    "published_on": "发布日期 发布时间 公开日期 公布日期 发表时间 发表日期 时间 日期",
    "signed_on": "成文日期 发文日期",
    "title": "名称",
}
_OTHERS = """
    有效性 是否有效 时效性 效力等级 效力状态 公开方式 公开范围 公开类别 公开属性 公开形式 公开时限
    浏览次数 浏览量 访问量 阅读次数 阅读人次 点击次数 点击量 点击率 阅读 点击
    字体 字体大小 文字大小 分享 分享到 打印 保护视力色 视力保护色 背景色 大小
    主题词 关键词 关键字 公文目录 公文种类 体裁 生成日期 施行日期 实施日期 生效日期 废止日期 失效日期
    作者 编辑 责任编辑 责编 审核 标题 内容概述 语种 信息格式 服务对象 载体类型 责任部门
"""
# words that prose uses too: a label only at the start of a line or after something that is no Han character
_COMMON_WORDS = "来源 分类 时间 日期 名称 标题 作者 编辑 审核 阅读 点击 打印 分享 字号 大小 体裁 字体 内容概述"
_COMMON = frozenset(_COMMON_WORDS.split())
_KEYS = {label: key for key, labels in _LABELS.items() for label in labels.split()}
_ALL = sorted({*_KEYS, *_OTHERS.split()}, key=len, reverse=True)
_LINE_MAX_CHARS = 400
_VALUE_MAX_CHARS = 80
_LABEL_MAX_CHARS = 14
_NUMBER_OF_DOCUMENT = re.compile(r"[〔\[（(【]\s*(?:19|20)\d{2}\s*[〕\])）】]|第?\s*\d+\s*号")
_NOTHING = frozenset({"", "无", "暂无", "-", "—", "/", "空"})


def _padded(label: str) -> str:
    return r"\s*".join(label)


def _bounded(label: str) -> str:
    return rf"(?<![\u4e00-\u9fff]){_padded(label)}" if label in _COMMON else _padded(label)


_LABEL = re.compile(rf"(?P<label>{'|'.join(map(_bounded, _ALL))})\s*(?:[:：]|(?=[\]】]))\s*")
_LABEL_ALONE = re.compile(rf"(?P<label>{'|'.join(map(_padded, _ALL))})\s*[:：]?")
# most lines need not be searched: no label without one of these behind it, none that begins otherwise
_BEHIND = re.compile(r"[:：\]】]")
_BEGINNINGS = frozenset(label[0] for label in _ALL)


def labelled(lines: Iterable[str]) -> dict[str, str]:
    """The metadata in lines of a page (a table cell is a line), dates as ISO dates; what has no value is left out."""
    found: dict[str, dict[str, str]] = {}
    for label, value in _pairs(lines):
        key = _KEYS.get(label)
        cleaned = _cleaned(key, value) if key else None
        if key and cleaned:
            found.setdefault(key, {}).setdefault(label, cleaned)
    return {key: values[label] for key, values in found.items() for label in [_first(key, values)]}


def is_labels(line: str) -> bool:
    """Whether a line consists of labels and their values and nothing else."""
    match = _LABEL.match(line)
    return match is not None and len(line) <= _LINE_MAX_CHARS and "。" not in line


def label_lines(lines: Sequence[str]) -> set[int]:
    """Which of the lines are labels with their values, or by turns a label and its value (two labels at least)."""
    alone = {index for index, line in enumerate(lines) if _alone(line)}
    if len(alone) >= 2:
        alone |= {index + 1 for index in alone if index + 1 < len(lines) and len(lines[index + 1]) <= _VALUE_MAX_CHARS}
    else:
        alone = set()
    return alone | {index for index, line in enumerate(lines) if is_labels(line)}


def _alone(line: str) -> re.Match[str] | None:
    """The line as one label and nothing else."""
    return _LABEL_ALONE.fullmatch(line) if len(line) <= _LABEL_MAX_CHARS and line[:1] in _BEGINNINGS else None


def _first(key: str, values: dict[str, str]) -> str:
    return next(label for label in _LABELS[key].split() if label in values)


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    pending: str | None = None  # a label that stood alone: its value is the next line
    for line in lines:
        if alone := _alone(line):
            pending = _folded(alone["label"])
            continue
        matches = list(_LABEL.finditer(line)) if len(line) <= _LINE_MAX_CHARS and _BEHIND.search(line) else []
        if pending and len(line) <= _VALUE_MAX_CHARS and not (matches and matches[0].start() == 0):
            yield pending, line[: matches[0].start()] if matches else line
        pending = None
        for match, following in zip_longest(matches, matches[1:]):
            value = line[match.end() : following.start() if following else len(line)]
            yield _folded(match["label"]), value
        if matches and not line[matches[-1].end() :].strip():
            pending = _folded(matches[-1]["label"])


def _folded(label: str) -> str:
    return "".join(label.split())


def _cleaned(key: str, value: str) -> str | None:
    value = value.strip(" \t　[]【】|｜")
    if value in _NOTHING:
        return None
    if key in ("published_on", "signed_on"):
        day = date_in(value)
        return day.isoformat() if day else None
    if key == "document_number":
        return value if _NUMBER_OF_DOCUMENT.search(value) else None
    if key == "index_number":
        return value.split()[0] if re.match(r"[0-9A-Za-z]", value) else None
    return value
