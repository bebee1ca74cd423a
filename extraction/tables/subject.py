"""What a table of places is about, where its columns don't say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.grids.columns import Column
from extraction.records import Report
from extraction.sought import sought

_NUMBERED = sought(r"^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))")
_ASIDE = sought(
    r"^[\u4e00-\u9fff]{2,3}[县市区州旗]|[(].*?[)]|(?:19|20)\d\d年度?|\d{1,2}(?:-\d{1,2})?月(?:份|底|末)?|截至.*|上半年"
    r"|前?[一二三四]季度|目标任务|完成情况.*|进度.*|进展.*|情况.*"
    r"|表\d*$|一览|统计|(?:各|部分)[县市区州旗镇乡]+|全[市县旗区省]|^附件\d*|^表\d+|\s"
)
_NO_TITLE = re.compile(r"^[^。(]{0,8}单位|[::,;]\s*$|如下|^\s*(?:截[至止]|\(|现将|[\d.,%]+\s*$)|表\d+$")
_TITLED = re.compile(r"(?:表|情况|进度|进展|一览|通报|公示|统计|任务|计划)(?:\(.*\))?\s*$")
_OF_TABLE = sought(r"([\u4e00-\u9fff“”]{2,12})\([\u4e00-\u9fff]{1,4}\):?")  # 造林绿化(万亩): above a table of places
_ROW = sought(r"(?:\s\d[\d.,]*%?){2,}\s*$")


def subject(caption: str, report: Report, columns: Sequence[Column]) -> str:
    """Its title without date and 情况表; the report's, where that names nothing (二、部分县进度) above plans."""
    title = report.title or ""
    planned = any(c.role == "target" for c in columns) and _TITLED.search(title) is not None and " " not in title
    return _of_lines(caption) or (_of_lines(title) if planned else "")


def _of_lines(caption: str) -> str:
    """What a table of districts is about, where its columns don't say: its title without date and 情况表."""
    if above := _OF_TABLE.fullmatch(caption.rstrip().split("\n")[-1].strip()):
        return above[1]
    lines = [p for p in caption.split("\n") if p.strip()]
    if lines and _is_paragraph(lines[-1]):
        return _headed(lines[-1])  # the table is part of it, and of nothing above it
    told = [p for p in lines if not (_NO_TITLE.search(p) or _ROW.search(p) or _is_paragraph(p))]
    line = next((part for part in reversed(told) if _TITLED.search(part)), told[-1] if told else "")
    line = _NUMBERED.sub("", line)
    line = sought(r"^关于|^附[表件]?\d*[:]|的(?:通报|通知|公示|公告|报告|函)$").sub("", line)
    return _ASIDE.sub("", line).removesuffix("任务")[:40]


def _is_paragraph(line: str) -> bool:
    """Sentences, which tell and name nothing."""
    return "。" in line.rstrip()[:-1]


_HEADED = sought(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])\s?([\u4e00-\u9fff“”]{2,16})[。:]"
)


def _headed(line: str) -> str:
    """三、资金拨付情况。截至9月底…: the heading that a paragraph opens with."""
    match = _HEADED.match(line)
    return _ASIDE.sub("", match[1]) if match else ""
