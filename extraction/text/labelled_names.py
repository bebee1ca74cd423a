"""Numbered blocks that say 项目: before the name of each: 一、项目:辅具适配⏎目标任务:420件⏎完成情况:….

The label says what the line is, and nothing of the thing: it is cut, where at least two blocks have it. So is the
paper before the number of its point: 责任书第6条,整治图斑37个。自查:….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Interval

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])"
_NAMED = re.compile(
    rf"^[ \t]*{_NUMBER}\s?(?P<label>(?:(?:民生)?实事)?(?:项目|事项|工程|指标|工作)(?:名称|内容)?:)\s?"
    r"(?=[^\d\n。;:]{2,40}\n[^\n:]{2,8}:)",
    re.MULTILINE,
)
_PAPER = re.compile(
    r"^[ \t]*(?P<label>(?:年度)?(?:目标)?(?:管理)?(?:责任|目标)[书状])"
    r"第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[条项款][,:、]",
    re.MULTILINE,
)


def labelled_names(text: str) -> Iterator[Interval]:
    """Where such labels stand."""
    for label in (_NAMED, _PAPER) if ":" in text else ():
        found = list(label.finditer(text))
        if len(found) > 1:
            yield from (m.span("label") for m in found)
